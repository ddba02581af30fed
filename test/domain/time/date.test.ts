import fc from 'fast-check'
import {
  addDays,
  addMonths,
  compareDates,
  dateOf,
  dayOfWeek,
  daysBetween,
  daysInMonth,
  firstOfMonth,
  isCalendarDate,
  lastOfMonth,
  monthOf,
  startOfDay,
} from '@/domain/time/date'

const FIRST = startOfDay('1970-01-02')
const LAST = startOfDay('2099-12-31')
const date = fc.integer({ min: 0, max: 47_000 }).map((days) => addDays('1970-01-01', days))

describe('a calendar day', () => {
  test.each(['1970-01-01', '2024-02-29', '2000-02-29', '2026-12-31', '2099-12-31'])(
    '%s exists',
    (text) => expect(isCalendarDate(text)).toBe(true),
  )

  test.each([
    '2026-02-29',
    '2100-01-01',
    '1969-12-31',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-4-3',
    '2026-04-03 ',
    '２０２６-04-03',
    '2026-04-03T00:00',
    '',
  ])('%j does not', (text) => expect(isCalendarDate(text)).toBe(false))

  test('an accepted text is one that the platform’s own calendar gives back', () => {
    const part = (min: number, max: number) =>
      fc.integer({ min, max }).map((number) => String(number).padStart(2, '0'))
    fc.assert(
      fc.property(fc.integer({ min: 1970, max: 2099 }), part(0, 13), part(0, 32), (y, m, d) => {
        const made = new Date(Date.UTC(y, Number(m) - 1, Number(d))).toISOString().slice(0, 10)
        expect(isCalendarDate(`${y}-${m}-${d}`)).toBe(made === `${y}-${m}-${d}`)
      }),
    )
  })

  test('there and back is the same day', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -1000, max: 1000 }), (from, days) => {
        const to = addDays(from, days)
        expect(daysBetween(from, to)).toBe(days)
        expect(addDays(to, -days)).toBe(from)
        expect(compareDates(from, to) < 0).toBe(days > 0)
        expect(compareDates(from, to) === 0).toBe(days === 0)
      }),
    )
  })

  test('weekdays follow each other from a known Sunday', () => {
    expect(dayOfWeek('2026-11-22')).toBe(7)
    fc.assert(
      fc.property(date, (day) => expect(dayOfWeek(addDays(day, 1))).toBe((dayOfWeek(day) % 7) + 1)),
    )
  })

  test('an instant lies in its day at UTC+8', () => {
    expect(dateOf(Date.UTC(2026, 10, 22, 15, 59, 59, 999))).toBe('2026-11-22')
    expect(dateOf(Date.UTC(2026, 10, 22, 16))).toBe('2026-11-23')
    fc.assert(
      fc.property(fc.integer({ min: FIRST, max: LAST }), (instant) => {
        const start = startOfDay(dateOf(instant))
        expect(instant - start).toBeGreaterThanOrEqual(0)
        expect(instant - start).toBeLessThan(86_400_000)
      }),
    )
  })
})

describe('a month', () => {
  test.each([
    ['2026-11', 1, '2026-12'],
    ['2026-12', 1, '2027-01'],
    ['2026-01', -1, '2025-12'],
    ['2026-11', -23, '2024-12'],
    ['2026-11', 14, '2028-01'],
  ])('%s and %i months is %s', (month, months, expected) =>
    expect(addMonths(month, months)).toBe(expected),
  )

  test('runs from its first day to its last, every month of 130 years', () => {
    for (let month = '1970-01'; month <= '2099-12'; month = addMonths(month, 1)) {
      const [first, last] = [firstOfMonth(month), lastOfMonth(month)]
      expect(monthOf(last)).toBe(month)
      expect(monthOf(addDays(last, 1))).toBe(addMonths(month, 1))
      expect(daysBetween(first, last) + 1).toBe(
        daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5))),
      )
    }
  })
})
