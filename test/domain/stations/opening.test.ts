import fc from 'fast-check'
import { isAlwaysOpen, stationOpening, stationOpeningInWords } from '@/domain/stations/opening'
import type { HolidayMarks, StationHours } from '@/domain/stations/station-hours'
import { dayOfWeek } from '@/domain/time/date'
import { DAY, MINUTE, instantAt, minutesOfDay, parseInstant } from '@/domain/time/instant'
import { DAYS, anyHours, anyMarks, anyMoment } from './arbitraries'

const at = (text: string) => parseInstant(`${text.replace(' ', 'T')}:00+08:00`)
const hours = (more: Partial<StationHours>): StationHours => ({
  weekly: [],
  publicHolidays: null,
  special: [],
  ...more,
})
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7]
const WORKDAYS = [1, 2, 3, 4, 5]
const NATIONAL_DAY: HolidayMarks = {
  '2026-09-20': 'work',
  '2026-10-01': 'rest',
  '2026-10-02': 'rest',
  '2026-10-03': 'rest',
  '2026-10-04': 'rest',
  '2026-10-05': 'rest',
  '2026-10-06': 'rest',
  '2026-10-07': 'rest',
  '2026-10-10': 'work',
}
const said = (given: StationHours, now: string, marks: HolidayMarks = {}) =>
  stationOpeningInWords(stationOpening(given, at(now), marks), at(now))

/** Every minute from DAYS[0] on: is it open? Written as a table, without a thought of speed. */
function tableOf(
  { weekly, publicHolidays, special }: StationHours,
  marks: HolidayMarks,
): boolean[] {
  const open = Array<boolean>((DAYS.length + 1) * 1440).fill(false)
  DAYS.forEach((date, day) => {
    const own = special.find(({ from, to }) => date >= from && date <= to)
    let spans: { opens: string; closes: string }[]
    if (own) spans = own.spans
    else if (marks[date] === 'rest' && publicHolidays !== null) spans = publicHolidays
    else {
      const weekday = marks[date] === 'work' ? 1 : dayOfWeek(date)
      spans = weekly.filter(({ days }) => days.includes(weekday))
    }
    for (const { opens, closes } of spans) {
      const from = minutesOfDay(opens)
      const to = closes === '23:59' ? 1440 : minutesOfDay(closes)
      const end = to > from ? to : to + 1440
      for (let minute = from; minute < end; minute += 1) open[day * 1440 + minute] = true
    }
  })
  return open
}

describe('a station', () => {
  test('is open as a table of minutes says: over midnight, on days off, worked weekends, exceptions', () => {
    fc.assert(
      fc.property(anyHours, anyMarks, anyMoment, (given, marks, now) => {
        const table = tableOf(given, marks)
        const first = (now - instantAt(DAYS[0]!, '00:00')) / MINUTE
        const opening = stationOpening(given, now, marks)
        expect(opening.open).toBe(table[first])
        const change = table.findIndex((open, minute) => minute > first && open !== table[first])
        if (opening.open && opening.until === 'always') {
          expect(change === -1 || (change - first) * MINUTE > 7 * DAY - MINUTE).toBe(true)
        } else if (opening.open) {
          expect(opening.until).toBe(now + (change - first) * MINUTE)
        } else if (opening.opens !== null) {
          expect(opening.opens).toBe(now + (change - first) * MINUTE)
        } else {
          expect(change === -1 || change - first > 14 * 1440).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })

  test('that never closes says so, and is open whatever the notice makes of the days', () => {
    fc.assert(
      fc.property(anyHours, anyMarks, anyMoment, (given, marks, now) => {
        const usual = { ...given, special: [] }
        expect(isAlwaysOpen(given)).toBe(isAlwaysOpen(usual))
        if (isAlwaysOpen(given)) {
          expect(stationOpening(usual, now, marks)).toEqual({ open: true, until: 'always' })
        }
      }),
      { numRuns: 500 },
    )
  })

  test.each([
    ['a span a day', [{ days: EVERY_DAY, opens: '00:00', closes: '24:00' }], null, true],
    ['schema.org’s way', [{ days: EVERY_DAY, opens: '00:00', closes: '23:59' }], null, true],
    ['from morning to morning', [{ days: EVERY_DAY, opens: '08:00', closes: '08:00' }], null, true],
    [
      'day and night shift',
      [
        { days: EVERY_DAY, opens: '08:00', closes: '20:00' },
        { days: EVERY_DAY, opens: '20:00', closes: '08:00' },
      ],
      null,
      true,
    ],
    ['but Sundays', [{ days: [1, 2, 3, 4, 5, 6], opens: '00:00', closes: '24:00' }], null, false],
    ['but days off', [{ days: EVERY_DAY, opens: '00:00', closes: '24:00' }], [], false],
    [
      'on days off too',
      [{ days: EVERY_DAY, opens: '00:00', closes: '24:00' }],
      [{ opens: '00:00', closes: '24:00' }],
      true,
    ],
    ['all but a minute', [{ days: EVERY_DAY, opens: '00:01', closes: '24:00' }], null, false],
    ['never', [], null, false],
  ])('round the clock: %s', (_, weekly, publicHolidays, expected) => {
    expect(isAlwaysOpen(hours({ weekly, publicHolidays }))).toBe(expected)
  })
})

describe('in words', () => {
  const bank = hours({
    weekly: [{ days: WORKDAYS, opens: '09:00', closes: '17:00' }],
    publicHolidays: [],
    special: [{ from: '2026-11-30', to: '2026-12-01', spans: [] }],
  })
  const night = hours({ weekly: [{ days: EVERY_DAY, opens: '17:00', closes: '02:00' }] })
  const always = hours({ weekly: [{ days: EVERY_DAY, opens: '00:00', closes: '24:00' }] })

  test.each([
    ['2026-11-24 09:00', '开到 17:00'],
    ['2026-11-24 17:00', '明天 09:00 开门'],
    ['2026-11-24 08:00', '今天 09:00 开门'],
    // A closed Monday and Tuesday.
    ['2026-11-27 17:00', '12月2日 周三 09:00 开门'],
    // The last evening before the longest holiday: the next opening is eight days away.
    ['2026-09-30 18:00', '10月8日 周四 09:00 开门'],
    // A Saturday worked in exchange.
    ['2026-10-10 10:00', '开到 17:00'],
    ['2026-10-17 10:00', '后天 09:00 开门'],
  ])('of a bank at %s: %s', (now, words) => expect(said(bank, now, NATIONAL_DAY)).toBe(words))

  test.each([
    ['2026-11-24 23:59', '开到明天 02:00'],
    ['2026-11-25 01:59', '开到 02:00'],
    ['2026-11-25 02:00', '今天 17:00 开门'],
  ])('of a night station at %s: %s', (now, words) => expect(said(night, now)).toBe(words))

  test('a closing at midnight is 24:00 of the day', () => {
    const late = hours({ weekly: [{ days: EVERY_DAY, opens: '08:00', closes: '00:00' }] })
    expect(said(late, '2026-11-24 23:00')).toBe('开到 24:00')
  })

  test('round the clock, never, and unknown', () => {
    expect(said(always, '2026-11-24 02:14')).toBe('24 小时')
    expect(said(hours({}), '2026-11-24 02:14')).toBe('暂不开放')
    expect(stationOpeningInWords(null, at('2026-11-24 02:14'))).toBe('开放时间不详')
  })

  test('a special day of a place that never closes ends the night before', () => {
    const repairs = { ...always, special: [{ from: '2026-11-26', to: '2026-11-26', spans: [] }] }
    expect(said(repairs, '2026-11-25 10:00')).toBe('开到 24:00')
    expect(said(repairs, '2026-11-26 10:00')).toBe('明天 00:00 开门')
    expect(isAlwaysOpen(repairs)).toBe(true)
  })
})
