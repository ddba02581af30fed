import fc from 'fast-check'
import ical, { type VEvent } from 'node-ical'
import { expand } from '@/domain/calendar/recurrence'
import { type RecurrenceSet, recurrenceSet } from '@/domain/calendar/recurrence-rfc5545'
import type { Rule } from '@/domain/calendar/rule'
import { LAST_DATE } from '@/domain/calendar/rule-dates'
import { dateOf } from '@/domain/time/date'
import { instantAt, timeOf } from '@/domain/time/instant'
import { anyRule, lunarYearly, monthlyOn, onDates, weekly } from './rule-builders'

const HORIZON = '2027-06-30'

/** The days of an RRULE as an independent library reads it. */
function ruleDays({ dtstart, rrule }: RecurrenceSet): string[] {
  const start = `${dtstart.date}T${dtstart.time}00`.replace(/[-:]/g, '')
  const event = ['BEGIN:VEVENT', 'UID:1', `DTSTART;TZID=Asia/Shanghai:${start}`]
  const lines = ['BEGIN:VCALENDAR', ...event, `RRULE:${rrule}`, 'END:VEVENT', 'END:VCALENDAR']
  const { rrule: read } = ical.sync.parseICS(lines.join('\r\n'))['1'] as VEvent
  // Thirty lessons on the fifth Monday of every third month take over twenty years.
  const end = /COUNT|UNTIL/.test(rrule!) ? LAST_DATE : HORIZON
  return read!.between(new Date(0), new Date(instantAt(end, '24:00')), true).map((time) => {
    expect(timeOf(time.getTime())).toBe(dtstart.time)
    return dateOf(time.getTime())
  })
}

/** The days on which the parts of a set say that something takes place. */
function daysOf(set: RecurrenceSet | null): string[] {
  if (!set) return []
  const given = set.rrule === null ? [set.dtstart.date] : ruleDays(set)
  expect(given[0]).toBe(set.dtstart.date)
  const originals = new Set([...given, ...set.rdates])
  for (const date of set.exdates) originals.delete(date)
  for (const { originalDate, date } of set.moved) {
    expect(originals.delete(originalDate)).toBe(true)
    originals.add(date)
  }
  return [...originals].sort()
}

describe('a rule as a recurrence set', () => {
  test('is an RRULE with the dropped days as exceptions', () => {
    expect(recurrenceSet(weekly([4], { onRestDays: 'drop' }), '2026-12-31')).toEqual({
      dtstart: { date: '2026-09-03', time: '15:00' },
      durationMinutes: 90,
      rrule: 'FREQ=WEEKLY;BYDAY=TH',
      exdates: ['2026-10-01'],
      rdates: [],
      moved: [],
    })
  })

  test('counts the days that a term skips, and ends with the day of `until` in China', () => {
    const term = weekly([6, 7], { onRestDays: 'postpone', count: 8, startsOn: '2026-09-19' })
    expect(recurrenceSet(term, HORIZON)).toMatchObject({
      rrule: 'FREQ=WEEKLY;BYDAY=SA,SU;COUNT=12',
      exdates: ['2026-09-26', '2026-09-27', '2026-10-03', '2026-10-04'],
    })
    const year = monthlyOn([15], { until: '2026-12-15' })
    expect(recurrenceSet(year, HORIZON)?.rrule).toBe(
      'FREQ=MONTHLY;BYMONTHDAY=15;UNTIL=20261215T155959Z',
    )
    expect(daysOf(recurrenceSet(year, HORIZON))).toContain('2026-12-15')
  })

  test('begins on the first day that is held', () => {
    const term = weekly([4], { onRestDays: 'postpone', count: 2, startsOn: '2026-10-01' })
    expect(recurrenceSet(term, HORIZON)).toMatchObject({
      dtstart: { date: '2026-10-08' },
      rrule: 'FREQ=WEEKLY;BYDAY=TH;COUNT=2',
      exdates: [],
    })
  })

  test('names every day of a lunar rule', () => {
    expect(recurrenceSet(lunarYearly(9, 9), '2028-12-31')).toMatchObject({
      dtstart: { date: '2026-10-18' },
      rrule: null,
      rdates: ['2027-10-08', '2028-10-26'],
    })
  })

  test('tells where a moved day went', () => {
    const rule = monthlyOn([15], { onRestDays: 'postpone', startsOn: '2026-02-01' })
    expect(recurrenceSet(rule, '2026-12-31')?.moved).toEqual([
      { originalDate: '2026-02-15', date: '2026-02-24' },
    ])
  })

  test('is nothing when nothing takes place', () => {
    const never = onDates(['2026-10-01'], { onRestDays: 'drop' })
    expect(recurrenceSet(never, HORIZON)).toBeNull()
  })

  test('gives the days that the rule gives, read by another library', () => {
    const relevant = (rule: Rule) =>
      expand(rule, '1970-01-01', HORIZON)
        .filter((one) => one.originalDate <= HORIZON)
        .map((one) => one.date)
    fc.assert(
      fc.property(anyRule, (rule) => {
        // A rule goes on after the horizon, up to which its exceptions are worked out.
        const days = daysOf(recurrenceSet(rule, HORIZON)).filter((date) => date <= HORIZON)
        expect(days).toEqual(relevant(rule))
      }),
      { numRuns: 150 },
    )
  })
})
