import {
  draftOf,
  givesInWords,
  hoursOf,
  missingOf,
  NEW_HOURS,
  publishedInWords,
  slotsByDay,
} from '@/features/casework/hours-draft'
import { plannedDays, toggled } from '@/features/casework/month-plan'

const HOURS = {
  weekly: [
    { weekday: 4, spans: [{ opens: '14:00', closes: '16:00' }] },
    { weekday: 2, spans: [{ opens: '09:00', closes: '10:00' }] },
  ],
  blocked: ['2026-12-03', '2026-11-26'],
  slotMinutes: 30 as const,
  place: ' 一楼接待室 ',
  channels: ['in-person' as const, 'phone' as const],
}
const now = new Date('2026-11-25T09:00:00+08:00').getTime()

it('turns hours of the wire into a draft and back, weekdays in order, other months’ days dropped', () => {
  expect(hoursOf(draftOf(HOURS, '2026-12'))).toEqual({
    ...HOURS,
    weekly: [HOURS.weekly[1], HOURS.weekly[0]],
    blocked: ['2026-12-03'],
    place: '一楼接待室',
  })
  expect(draftOf(null, '2026-12')).toBe(NEW_HOURS)
})

it('says what is missing before publishing; a month without hours needs nothing', () => {
  const draft = draftOf(HOURS, '2026-12')
  expect(missingOf(draft)).toBeNull()
  expect(missingOf({ ...draft, place: ' ' })).toBe('先写在哪儿见')
  expect(missingOf({ ...draft, channels: [] })).toBe('先选怎么谈')
  expect(missingOf(NEW_HOURS)).toBeNull()
})

it('counts what the month gives without blocked days and rest days', () => {
  const draft = draftOf(HOURS, '2026-12')
  // Four Thursdays of four (one of five is blocked) and five Tuesdays of two slots.
  expect(givesInWords(slotsByDay(draft, '2026-12', []))).toBe('26 个时段，9 天')
  expect(givesInWords(slotsByDay(draft, '2026-12', ['2026-12-10']))).toBe('22 个时段，8 天')
  expect(givesInWords(slotsByDay(NEW_HOURS, '2026-12', []))).toBe('一个时段也没有')
})

it('says what publishing changed', () => {
  expect(publishedInWords({ added: 24, withdrawn: 2, kept: 1 })).toBe(
    '新增 24 个，撤下 2 个，有人约了的 1 个还在。',
  )
  expect(publishedInWords({ added: 0, withdrawn: 0, kept: 0 })).toContain('什么也没变')
})

describe('the days of a month', () => {
  const draft = draftOf(HOURS, '2026-12')
  const known = {
    restDays: ['2026-12-08'],
    slots: [
      {
        poolId: 'nongye.p1',
        startsAt: '2026-12-03T14:00:00+08:00',
        endsAt: '2026-12-03T14:30:00+08:00',
        taken: true,
        consultationId: null,
      },
    ],
  }
  const days = plannedDays(
    '2026-12',
    draft,
    slotsByDay(draft, '2026-12', known.restDays),
    known,
    now,
  )
  const on = (date: string) => days.find((day) => day.date === date)!

  it('say what each gives, in whole weeks', () => {
    expect(days.length % 7).toBe(0)
    expect(on('2026-12-10')).toMatchObject({ count: 4, state: 'open', outside: false })
    expect(on('2026-12-08')).toMatchObject({ count: 0, state: 'rest' })
    expect(on('2026-12-09').state).toBe('none')
    expect(on('2026-12-10').label).toBe('12月10日 周四，4 个时段')
  })

  it('keep in sight what somebody has taken on a blocked day', () => {
    expect(on('2026-12-03')).toMatchObject({ count: 0, taken: 1, state: 'blocked' })
    expect(on('2026-12-03').label).toBe('12月3日 周四，这天停，1 个有人约了')
  })

  it('are blocked by a tap and given back by another', () => {
    const blocked = toggled(draft.blocked, '2026-12-10')
    expect(blocked).toEqual(['2026-12-03', '2026-12-10'])
    expect(toggled(blocked, '2026-12-03')).toEqual(['2026-12-10'])
  })
})
