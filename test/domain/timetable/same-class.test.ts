import fc from 'fast-check'
import { addDays } from '@/domain/time/date'
import { HOUR, instantAt } from '@/domain/time/instant'
import { type Features, newImportKey, sameClasses, titleKey } from '@/domain/timetable/same-class'

const starts = (from: string, count: number, time = '09:00') =>
  Array.from({ length: count }, (_, week) => instantAt(addDays(from, week * 7), time))

const aClass = (title: string, more: Partial<Features> = {}): Features => ({
  ...{ title, teacher: null, place: null, starts: starts('2026-10-10', 8) },
  ...more,
})

test.each([
  ['少儿书法（6-10岁）', '少儿书法'],
  ['硬笔书法（初级班）', '硬笔书法(初级班)'],
  ['ＰＰＴ 入门', 'ppt入门'],
])('%s and %s are one title', (one, other) => expect(titleKey(one)).toBe(titleKey(other)))

test('书法 周二班 and 周四班 are two', () => {
  const [tuesday, thursday] = [aClass('书法 周二班'), aClass('书法 周四班')]
  expect(sameClasses([thursday, tuesday], [tuesday, thursday])).toEqual([1, 0])
})

test('A class is the same whatever else of it changes; one of another term is another', () => {
  const [standing] = [aClass('书法', { teacher: '示例甲' })]
  const moved = aClass('书法', { teacher: '示例乙', starts: starts('2026-10-11', 10, '14:00') })
  expect(sameClasses([moved], [standing])).toEqual([0])
  expect(sameClasses([aClass('书法', { starts: starts('2027-03-06', 8) })], [standing])).toEqual([
    null,
  ])
  const lecture = (date: string) => aClass('急救常识', { starts: starts(date, 1) })
  expect(sameClasses([lecture('2026-11-05')], [lecture('2026-10-22')])).toEqual([0])
  expect(sameClasses([lecture('2027-01-05')], [lecture('2026-10-22')])).toEqual([null])
})

test('A second class of the same title leaves the first what it was', () => {
  const saturday = aClass('书法', { teacher: '示例甲' })
  const sunday = aClass('书法', { teacher: '示例乙', starts: starts('2026-10-11', 8) })
  expect(sameClasses([sunday, saturday], [saturday])).toEqual([null, 0])
  expect(newImportKey('书法', new Set(['书法']))).toBe('书法#2')
})

const aSheet = fc
  .uniqueArray(
    fc.record({
      title: fc.constantFrom('书法', '合唱', '瑜伽', '国画'),
      weekday: fc.integer({ min: 0, max: 6 }),
      teacher: fc.constantFrom('示例甲', '示例乙', '示例丙', '示例丁'),
    }),
    // A teacher holds one class of a title, and each is on a weekday of its own.
    { minLength: 1, maxLength: 8, selector: ({ title, weekday }) => `${title}${weekday}` },
  )
  .map((rows) =>
    rows.filter(
      (row, at) =>
        rows.findIndex((other) => other.title === row.title && other.teacher === row.teacher) ===
        at,
    ),
  )
  .map((rows) =>
    rows.map(({ title, weekday, teacher }) =>
      aClass(title, { teacher, starts: starts(addDays('2026-10-12', weekday), 6) }),
    ),
  )

test('Shuffled rows, an added row and a changed time leave every class what it is', () => {
  fc.assert(
    fc.property(
      aSheet,
      fc.integer({ min: 0, max: 7 }),
      fc.integer({ min: 1, max: 3 }),
      fc.func(fc.integer()),
      (standing, pick, hours, weight) => {
        const at = pick % standing.length
        const changed = standing.map((one, index) =>
          index === at ? { ...one, starts: one.starts.map((start) => start + hours * HOUR) } : one,
        )
        const added = aClass(standing[at]!.title, {
          ...{ teacher: '示例新来的', starts: starts('2026-10-12', 6, '19:30') },
        })
        const rows = [
          ...changed.map((one, index) => ({ one, is: index })),
          { one: added, is: null },
        ]
        const order = [...rows].sort((a, b) => weight(a.is) - weight(b.is))
        const found = sameClasses(
          order.map(({ one }) => one),
          standing,
        )
        expect(found).toEqual(order.map(({ is }) => is))
      },
    ),
    { numRuns: 300 },
  )
})
