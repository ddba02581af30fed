import {
  leftInWords,
  promiseInWords,
  standingInWords,
  templatesFor,
} from '@/features/alerts/moments'

const at = (text: string) => Date.parse(`2026-${text}:00+08:00`)
const booked = (startsAt: string, lessons = 1) =>
  ({ kind: 'booked', startsAt: at(startsAt), bookedAt: at('11-22T09:00'), lessons }) as const

test('After booking those messages are asked for that are still to come', () => {
  expect(templatesFor(booked('11-26T15:00'))).toEqual(['tomorrow', 'soon', 'change'])
  expect(templatesFor(booked('11-26T09:30'))).toEqual(['tomorrow', 'change'])
  expect(templatesFor(booked('11-22T15:00'))).toEqual(['soon', 'change'])
  expect(templatesFor(booked('11-22T10:30'))).toEqual(['change'])
  expect(templatesFor({ kind: 'waiting' })).toEqual(['seat'])
  expect(templatesFor({ kind: 'private' })).toEqual(['private'])
})

test('The promise says what will happen and no more', () => {
  const moment = booked('11-26T15:00')
  expect(promiseInWords(moment, ['tomorrow', 'soon', 'change'])).toBe(
    '前一天傍晚和开课前两小时，微信各提醒一次。改期、取消也说一声。',
  )
  expect(promiseInWords(booked('11-26T15:00', 8), ['soon'])).toBe(
    '下一课开课前两小时，微信提醒一次。',
  )
  expect(promiseInWords(moment, ['change'])).toBe('改期、取消，微信说一声。')
})

test('What is left is told in one line, and nothing where nothing is', () => {
  expect(leftInWords([{ template: 'seat', left: 0 }])).toBe('')
  expect(
    leftInWords([
      { template: 'tomorrow', left: 2 },
      { template: 'change', left: 1 },
    ]),
  ).toBe('微信还会告诉您：前一天的提醒 2 条、改期取消 1 条')
})

test('Under the button stands what was accepted before, but for a booking, which has reminders of its own', () => {
  const waiting = { kind: 'waiting' } as const
  expect(standingInWords(waiting, [{ template: 'seat', left: 0 }])).toBe('给您留了座，微信说一声。')
  expect(standingInWords(waiting, [{ template: 'seat', left: 2 }])).toBe(
    '微信还会告诉您：轮到座位 2 条。再点多一条。',
  )
  expect(standingInWords(booked('11-22T10:30'), [{ template: 'change', left: 2 }])).toBe(
    '改期、取消，微信说一声。',
  )
})
