import * as fc from 'fast-check'
import { addDays, dayOfWeek } from '@/domain/time/date'
import { MINUTE, instantAt } from '@/domain/time/instant'
import type { Span } from '@/domain/timetable/merge'
import { whenInWords } from '@/domain/timetable/when-in-words'

const lesson = (date: string, time = '09:00', minutes = 90): Span => {
  const startsAt = instantAt(date, time)
  return { startsAt, endsAt: startsAt + minutes * MINUTE }
}
const weekly = (from: string, count: number) =>
  Array.from({ length: count }, (_, week) => lesson(addDays(from, week * 7)))

test.each<[string, Span[]]>([
  ['2026年10月10日起每周六 09:00-10:30 共4次', weekly('2026-10-10', 4)],
  [
    '2026年10月10日起每周六 09:00-10:30 共3次（2026年10月24日停课）',
    weekly('2026-10-10', 4).filter((_, week) => week !== 2),
  ],
  ['2026年9月12日 09:00-10:30', [lesson('2026-09-12')]],
  ['2026年9月26日起每周六 09:00-10:30 共2次，节假日照常', weekly('2026-09-26', 2)],
  ['2026年9月12日 23:00，每次120分钟', [lesson('2026-09-12', '23:00', 120)]],
  [
    '2026年9月2日 09:00-10:30，2026年9月9日 14:00-15:30',
    [lesson('2026-09-02'), lesson('2026-09-09', '14:00')],
  ],
])('%s', (words, lessons) => expect(whenInWords(lessons, null)).toBe(words))

test('The words of the clerk come first where they alone mean what was read', () => {
  const words = '10月10日起 每周六 9:00-10:30 共4次'
  expect(whenInWords(weekly('2026-10-10', 4), { words, read: weekly('2026-10-10', 4) })).toBe(words)
  // A title over the sheet said from when to when.
  const short = { words: '每周六 9:00-10:30', read: weekly('2026-10-10', 4) }
  expect(whenInWords(weekly('2026-10-10', 4), short)).toMatch(/^2026年10月10日起每周六/)
})

const aLesson = fc
  .record({
    days: fc.integer({ min: 0, max: 500 }),
    minute: fc.integer({ min: 0, max: (24 * 60) / 5 - 1 }),
    minutes: fc.integer({ min: 1, max: 24 }),
  })
  .map(({ days, minute, minutes }): Span => {
    const startsAt = instantAt(addDays('2026-09-01', days), '00:00') + minute * 5 * MINUTE
    return { startsAt, endsAt: startsAt + minutes * 5 * MINUTE }
  })

const aTerm = fc
  .record({
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 4 }),
    count: fc.integer({ min: 1, max: 40 }),
    time: fc.constantFrom('00:30', '06:05', '09:00', '14:30', '19:00', '22:30'),
    off: fc.uniqueArray(fc.integer({ min: 0, max: 39 }), { maxLength: 8 }),
  })
  .map(({ weekdays, count, time, off }) => {
    const lessons: Span[] = []
    for (let date = '2026-09-01'; lessons.length < count; date = addDays(date, 1)) {
      if (weekdays.includes(dayOfWeek(date))) lessons.push(lesson(date, time))
    }
    return lessons.filter((_, at) => at === 0 || !off.includes(at))
  })

test('Whatever is taught, there are words that are read as the very same lessons', () => {
  const irregular = fc.uniqueArray(aLesson, {
    ...{ minLength: 1, maxLength: 12, selector: ({ startsAt }) => startsAt },
  })
  fc.assert(
    fc.property(fc.oneof(aTerm, irregular), (some) => {
      const lessons = [...some].sort((a, b) => a.startsAt - b.startsAt)
      // Only one length of lessons can be told where one goes on after midnight.
      const over = lessons.some(
        (one) =>
          ((one.startsAt + 8 * 3_600_000) % 86_400_000) + one.endsAt - one.startsAt > 86_400_000,
      )
      if (over && lessons.length > 1) return
      expect(whenInWords(lessons, null)).not.toBeNull()
    }),
    { numRuns: 300 },
  )
})
