import { addedDates } from './recurrence'
import type { MonthlyRule, Rule, WeeklyRule } from './rule'
import { type Position, isBounded, rulePositions } from './rule-positions'

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

/**
 * A rule as the parts of an RFC 5545 recurrence set. Every day stands for the rule's time of day
 * in Asia/Shanghai.
 */
export interface RecurrenceSet {
  dtstart: { date: string; time: string }
  durationMinutes: number
  /** The value of RRULE; null where RFC 5545 has no such rule, and `rdates` name every day. */
  rrule: string | null
  exdates: string[]
  rdates: string[]
  /** Occurrences to write once more with RECURRENCE-ID (the original day) on their real day. */
  moved: { originalDate: string; date: string }[]
}

/**
 * The recurrence set of a rule; null when it never takes place. For a rule without end exceptions
 * are worked out up to day `horizon`, and so are all days of one that cannot be an RRULE.
 */
export function recurrenceSet(rule: Rule, horizon: string): RecurrenceSet | null {
  const positions = rulePositions(rule, horizon)
  const added = addedDates(rule, positions).filter((date) => date <= horizon || isBounded(rule))
  const firstHeld = positions.findIndex(({ date }) => date !== null)
  const series = firstHeld === -1 ? [] : positions.slice(firstHeld)
  const start = series[0]?.originalDate
  const shared = { durationMinutes: rule.durationMinutes, moved: movedOf(series) }

  // DTSTART must be the earliest day of the set and a day of its RRULE.
  const repeats = rule.frequency === 'weekly' || rule.frequency === 'monthly'
  if (repeats && start !== undefined && added.every((date) => date > start)) {
    return {
      dtstart: { date: start, time: rule.time },
      rrule: rruleOf(rule, series.length),
      exdates: series.filter(({ date }) => date === null).map((one) => one.originalDate),
      rdates: added,
      ...shared,
    }
  }
  const held = series.filter(({ date }) => date !== null).map((one) => one.originalDate)
  const [first, ...rest] = [...new Set([...held, ...added])].sort()
  if (first === undefined) return null
  return {
    dtstart: { date: first, time: rule.time },
    rrule: null,
    exdates: [],
    rdates: rest,
    ...shared,
  }
}

function movedOf(positions: readonly Position[]): RecurrenceSet['moved'] {
  return positions.flatMap(({ originalDate, date }) =>
    date === null || date === originalDate ? [] : [{ originalDate, date }],
  )
}

/** The value of RRULE; `count` is the number of days it gives from DTSTART on. */
function rruleOf(rule: WeeklyRule | MonthlyRule, count: number): string {
  const parts = [`FREQ=${rule.frequency.toUpperCase()}`]
  if ((rule.interval ?? 1) > 1) parts.push(`INTERVAL=${rule.interval}`)
  if (rule.frequency === 'weekly') {
    parts.push(`BYDAY=${rule.weekdays.map((day) => WEEKDAYS[day - 1]).join(',')}`)
  } else if ('monthDays' in rule) {
    parts.push(`BYMONTHDAY=${rule.monthDays.join(',')}`)
  } else {
    const { nth, weekday } = rule.nthWeekday
    parts.push(`BYDAY=${nth}${WEEKDAYS[weekday - 1]}`)
  }
  if (rule.count !== undefined) parts.push(`COUNT=${count}`)
  // UNTIL is in UTC where DTSTART has a zone: the last second of the day in Asia/Shanghai.
  if (rule.until !== undefined) parts.push(`UNTIL=${rule.until.replace(/-/g, '')}T155959Z`)
  return parts.join(';')
}
