import * as fc from 'fast-check'
import { addDays, dayOfWeek } from '@/domain/time/date'
import { MINUTE, instantAt } from '@/domain/time/instant'
import type { Span } from '@/domain/timetable/merge'
import { type StandingClass, compareWithStanding } from '@/domain/timetable/publishing'
import { sheetRow, understandTable, writeTimetable } from '@/cloud/sheets/desk'

const NOW = instantAt('2026-08-20', '12:00')

const weekly = fc
  .record({
    from: fc.integer({ min: 0, max: 200 }),
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 3 }),
    count: fc.integer({ min: 1, max: 20 }),
    time: fc.constantFrom('06:05', '09:00', '14:30', '19:00'),
    minutes: fc.constantFrom(45, 60, 90, 150),
    off: fc.uniqueArray(fc.integer({ min: 1, max: 19 }), { maxLength: 3 }),
  })
  .map(({ from, weekdays, count, time, minutes, off }) => {
    const lessons: Span[] = []
    for (let at = from; lessons.length < count; at += 1) {
      const date = addDays('2026-09-01', at)
      if (!weekdays.includes(dayOfWeek(date))) continue
      const startsAt = instantAt(date, time)
      lessons.push({ startsAt, endsAt: startsAt + minutes * MINUTE })
    }
    return lessons.filter((_, at) => !off.includes(at))
  })

const words = (...some: string[]) => fc.constantFrom(...some)
/** What centres call their classes, brackets and all; and what somebody else may type. */
const title = fc
  .oneof(
    {
      weight: 4,
      arbitrary: fc
        .tuple(
          words(
            '少儿书法',
            '茶艺',
            '合唱团',
            '社区大讲堂',
            '瑜伽',
            '读书会',
            'PPT 技巧',
            '24式太极',
          ),
          words(
            '',
            '（提高班）',
            '(6-10岁)',
            '（周末班）',
            'A班',
            '第3期',
            '：入门',
            ' 二班',
            '（公益）',
          ),
          words(
            '',
            '（示例王老师）',
            '【零基础】',
            '（多功能厅）',
            '·秋',
            '（周六 9:00）',
            '（限20人）',
          ),
        )
        .map((parts) => parts.join('')),
    },
    fc.string({
      unit: fc.constantFrom(...'书画班课9月（）()-=+：、·A b3周六人岁元'),
      maxLength: 12,
    }),
  )
  .map((text) => text.trim().slice(0, 60))
const line = fc
  .oneof(
    words(
      '',
      '三楼书画室',
      '301 教室',
      '示例王老师',
      '示例李老师、示例赵老师',
      'B1 多功能厅（东）',
    ),
    fc.string({ unit: fc.constantFrom(...'楼室师王1２-=+（）、 :无'), maxLength: 8 }),
  )
  .map((text) => text.trim())
const ages = fc
  .tuple(fc.option(fc.nat(120)), fc.option(fc.nat(120)))
  .map(([min, max]) => (min !== null && max !== null && min > max ? [max, min] : [min, max]))
  .map(([min, max]) => (min == null && max == null ? null : { min: min!, max: max! }))

const aClass = fc.record({
  ...{ title, lessons: weekly, host: line, place: line, ages },
  seats: fc.oneof(
    fc.constant(null),
    fc.integer({ min: 1, max: 40 }),
    fc.integer({ min: 1, max: 100_000 }),
  ),
  feeFen: fc.oneof(
    fc.constant(0),
    fc.nat(300).map((yuan) => yuan * 100),
    fc.nat(1_000_000),
  ),
})

type Standing = StandingClass
function standingClass(stands: Standing['stands'], at: number): Standing {
  return {
    ...{ activityId: `示例.${at}`, version: 1, isCancelled: false },
    ...{ category: 'night-school', audience: 'everyone', per: 'term', last: null, stands },
  }
}

/** Exported and taken in again: what of it is not as it was. */
function takenInAgain(standing: readonly Standing[]) {
  const rows = standing.map(({ stands }) => sheetRow(stands, null)!)
  const { classes } = understandTable(writeTimetable(rows), 2026)
  const wish = { answers: new Map(), sheet: {}, place: '示例中心', now: NOW }
  const comparison = compareWithStanding(classes, standing, wish)
  if ('unknown' in comparison) throw new Error('nothing was answered')
  return comparison
}
const inShort = ({ classes, missing }: ReturnType<typeof takenInAgain>) => ({
  open: classes.flatMap(({ open }) => open),
  outcomes: classes.map(({ outcome, changes, why }) => [outcome, ...changes, why].join(' ').trim()),
  which: classes.map(({ standing }) => standing?.activityId ?? null),
  missing: missing.length,
})

test('Whatever programme is given back as a sheet and taken in again, all of it is as it was', () => {
  fc.assert(
    fc.property(fc.array(aClass, { minLength: 1, maxLength: 6 }), (programme) => {
      const standing = programme
        .filter(({ title: one }) => one !== '')
        .map(({ lessons, ...one }, at) => {
          // No two begin together, so that each is one class and not the other.
          const own = lessons.map(({ startsAt, endsAt }) => ({
            ...{ startsAt: startsAt + at * MINUTE, endsAt: endsAt + at * MINUTE, place: one.place },
          }))
          return standingClass({ ...one, lessons: own }, at)
        })
      const all = standing.map(({ activityId }) => activityId)
      const asItWas = { open: [], outcomes: all.map(() => 'unchanged'), which: all, missing: 0 }
      const first = takenInAgain(standing)
      expect(inShort(first)).toEqual(asItWas)
      // With what the first import read and meant, the next one says the same.
      const known = first.classes.map(({ standing: of, read, said }) => ({
        ...{ ...of!, last: { read, said } },
      }))
      expect(inShort(takenInAgain(known))).toEqual(asItWas)
    }),
    { numRuns: 50 },
  )
})
