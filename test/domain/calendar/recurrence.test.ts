import fc from 'fast-check'
import { isPublicRestDay, isWorkingDay } from '@/domain/calendar/holidays'
import { parseRule } from '@/domain/calendar/parse-rule'
import { expand } from '@/domain/calendar/recurrence'
import type { Rule } from '@/domain/calendar/rule'
import { addDays, dayOfWeek, daysBetween } from '@/domain/time/date'
import { toInstantText } from '@/domain/time/instant'
import {
  anyMonthly,
  anyRule,
  anyWeekly,
  lunarYearly,
  monthlyNth,
  monthlyOn,
  onDates,
  weekly,
} from './rule-builders'

const dates = (rule: Rule, from = '2026-09-01', to = '2026-12-31') =>
  expand(rule, from, to).map((one) => one.date)
const days = (list: string) => list.split(' ').map((day) => `2026-${day}`)

describe('a rule gives', () => {
  test('several weekdays of every second week, counted from its first week', () => {
    const rule = weekly([2, 4], { interval: 2, startsOn: '2026-11-04' })
    expect(dates(rule)).toEqual(days('11-05 11-17 11-19 12-01 12-03 12-15 12-17 12-29 12-31'))
  })

  test('the second Saturday of a month', () => {
    expect(dates(monthlyNth(2, 6))).toEqual(days('09-12 10-10 11-14 12-12'))
  })

  test('the last Friday of a month, be it the fourth or the fifth', () => {
    expect(dates(monthlyNth(-1, 5))).toEqual(days('09-25 10-30 11-27 12-25'))
  })

  test('a fifth weekday only in the months that have one', () => {
    expect(dates(monthlyNth(5, 7))).toEqual(days('11-29'))
  })

  test('the 31st only in the months that have one', () => {
    expect(dates(monthlyOn([31]))).toEqual(days('10-31 12-31'))
  })

  test('the last day of every month', () => {
    expect(dates(monthlyOn([-1]))).toEqual(days('09-30 10-31 11-30 12-31'))
  })

  test('a day of the lunar year', () => {
    expect(dates(lunarYearly(9, 9), '2026-01-01', '2028-12-31')).toEqual([
      '2026-10-18',
      '2027-10-08',
      '2028-10-26',
    ])
  })

  test('a list of dates in order', () => {
    expect(dates(onDates(['2026-12-05', '2026-11-28']))).toEqual(days('11-28 12-05'))
  })

  test('nothing before its first day, on an exception or after its end', () => {
    const rule = weekly([4], {
      startsOn: '2026-11-06',
      until: '2026-12-10',
      exceptDates: ['2026-11-19'],
    })
    expect(dates(rule)).toEqual(days('11-12 11-26 12-03 12-10'))
  })

  test('its time of day at UTC+8', () => {
    const [first] = expand(weekly([4]), '2026-11-26', '2026-11-26')
    expect(toInstantText(first!.startsAt)).toBe('2026-11-26T15:00:00+08:00')
    expect(toInstantText(first!.endsAt)).toBe('2026-11-26T16:30:00+08:00')
  })

  test('an extra date, marked as such, and numbered in its place', () => {
    const rule = weekly([4], { count: 3, startsOn: '2026-11-01', extraDates: ['2026-11-07'] })
    expect(
      expand(rule, '2026-11-01', '2026-12-31').map((one) => [
        one.date,
        one.extra,
        one.lessonNumber,
        one.lessonOf,
      ]),
    ).toEqual([
      ['2026-11-05', false, 1, 4],
      ['2026-11-07', true, 2, 4],
      ['2026-11-12', false, 3, 4],
      ['2026-11-19', false, 4, 4],
    ])
  })
})

describe('on a public rest day', () => {
  test('`keep` holds it', () => {
    expect(dates(weekly([4]), '2026-09-24', '2026-10-08')).toEqual(days('09-24 10-01 10-08'))
  })

  test('`drop` does not, and the lesson counts as given', () => {
    const rule = weekly([4], { onRestDays: 'drop', count: 3, startsOn: '2026-09-24' })
    expect(dates(rule)).toEqual(days('09-24 10-08'))
  })

  test('`postpone` keeps the twelve lessons of a term of twelve', () => {
    const rule = weekly([6], { onRestDays: 'postpone', count: 12, startsOn: '2026-09-19' })
    const given = expand(rule, '2026-09-01', '2027-03-01')
    // 26 September is 中秋, 3 October 国庆, both Saturdays.
    expect(given.slice(0, 3).map((one) => one.date)).toEqual(days('09-19 10-10 10-17'))
    expect(given.map((one) => one.lessonNumber)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
    expect(given.map((one) => one.lessonOf)).toEqual(Array(12).fill(12))
  })

  test('`postpone` moves a monthly day to the next working day, and remembers its own', () => {
    const rule = monthlyOn([15], { onRestDays: 'postpone', startsOn: '2026-02-01' })
    const [february] = expand(rule, '2026-02-01', '2026-02-28')
    expect(february).toMatchObject({ date: '2026-02-24', originalDate: '2026-02-15' })
    expect(toInstantText(february!.originalStartsAt)).toBe('2026-02-15T15:00:00+08:00')
  })

  test('`postpone` lets a weekly lecture fall out rather than meet the next one', () => {
    const rule = weekly([4], { onRestDays: 'postpone' })
    expect(dates(rule, '2026-09-24', '2026-10-15')).toEqual(days('09-24 10-08 10-15'))
  })

  test('`postpone` finds the day before the next lecture where there is one', () => {
    const rule = weekly([6], { onRestDays: 'postpone' })
    const [moved] = expand(rule, '2026-06-20', '2026-06-26')
    expect(moved).toBeUndefined()
    const june = weekly([6], { onRestDays: 'postpone', startsOn: '2026-06-01' })
    expect(expand(june, '2026-06-20', '2026-06-26')[0]).toMatchObject({
      originalDate: '2026-06-20',
      date: '2026-06-22',
    })
  })

  test('a date added by hand is held, and the lesson is not given twice', () => {
    const rule = weekly([4], {
      onRestDays: 'postpone',
      count: 2,
      startsOn: '2026-09-30',
      extraDates: ['2026-10-01'],
    })
    expect(expand(rule, '2026-09-01', '2026-12-31')).toMatchObject([
      { date: '2026-10-01', extra: false, lessonOf: 2 },
      { date: '2026-10-08', lessonNumber: 2 },
    ])
  })

  test('a weekday class does not come on a Saturday that is worked in exchange', () => {
    expect(dates(weekly([1, 2, 3, 4, 5]), '2026-10-10', '2026-10-11')).toEqual([])
  })

  test('a year without a notice follows the law', () => {
    const rule = weekly([6], { onRestDays: 'drop', startsOn: '2050-01-01' })
    // 1 January 元旦, 22 January 除夕.
    expect(dates(rule, '2050-01-01', '2050-01-31')).toEqual([
      '2050-01-08',
      '2050-01-15',
      '2050-01-29',
    ])
  })
})

describe('any rule', () => {
  const day = fc.integer({ min: -400, max: 900 }).map((n) => addDays('2026-09-01', n))
  const window = fc.tuple(day, fc.integer({ min: 0, max: 400 }))

  test('is one that parses', () => {
    fc.assert(fc.property(anyRule, (rule) => expect(parseRule(rule)).toEqual({ rule })))
  })

  test('gives occurrences within the days asked for only, in order, one a day', () => {
    fc.assert(
      fc.property(anyRule, window, (rule, [from, length]) => {
        const to = addDays(from, length)
        const given = expand(rule, from, to)
        const held = given.map(({ date }) => date)
        expect(held).toEqual([...new Set(held)].sort())
        expect(held.filter((date) => date < from || date > to || date < rule.startsOn)).toEqual([])
        const excepted = given.filter((one) => rule.exceptDates?.includes(one.originalDate))
        expect(excepted).toEqual([])
      }),
    )
  })

  test('gives the same whether asked at once or in two parts, lesson numbers included', () => {
    fc.assert(
      fc.property(anyRule, window, fc.nat(), (rule, [from, length], at) => {
        const [to, middle] = [addDays(from, length), addDays(from, at % (length + 1))]
        expect([...expand(rule, from, middle), ...expand(rule, addDays(middle, 1), to)]).toEqual(
          expand(rule, from, to),
        )
      }),
    )
  })

  test('that drops or postpones holds nothing on a rest day but what was added by hand', () => {
    fc.assert(
      fc.property(anyRule, window, (rule, [from, length]) => {
        fc.pre(rule.onRestDays === 'drop' || rule.onRestDays === 'postpone')
        const held = dates(rule, from, addDays(from, length))
        const unwanted = held.filter(isPublicRestDay)
        expect(unwanted.filter((date) => !rule.extraDates?.includes(date))).toEqual([])
      }),
    )
  })

  test('that postpones a counted weekly course loses no lesson to rest days', () => {
    fc.assert(
      fc.property(anyWeekly, fc.integer({ min: 1, max: 30 }), (given, count) => {
        const rule: Rule = {
          ...given,
          until: undefined,
          count,
          exceptDates: [],
          extraDates: [],
          onRestDays: 'postpone',
        }
        const lessons = expand(rule, rule.startsOn, '2099-12-31')
        expect(lessons).toHaveLength(count)
        for (const { date, originalDate } of lessons) {
          expect(originalDate).toBe(date)
          expect(given.weekdays).toContain(dayOfWeek(date))
        }
      }),
    )
  })

  test('that postpones by the month moves only rest days, only forward, to working days', () => {
    fc.assert(
      fc.property(anyMonthly, window, (given, [from, length]) => {
        const rule: Rule = { ...given, onRestDays: 'postpone' }
        for (const { date, originalDate } of expand(rule, from, addDays(from, length))) {
          if (date === originalDate) continue
          expect(isPublicRestDay(originalDate)).toBe(true)
          expect(isWorkingDay(date)).toBe(true)
          expect(daysBetween(originalDate, date)).toBeGreaterThan(0)
        }
      }),
    )
  })

  test('is named by its original days, which do not change when rest days do', () => {
    fc.assert(
      fc.property(anyMonthly, window, (given, [from, length]) => {
        const to = addDays(from, length)
        const kept = expand({ ...given, onRestDays: 'keep' }, given.startsOn, to)
        const originals = new Set(kept.map((one) => one.originalDate))
        const moved = expand({ ...given, onRestDays: 'postpone' }, from, to)
        expect(moved.filter((one) => !originals.has(one.originalDate))).toEqual([])
      }),
    )
  })
})
