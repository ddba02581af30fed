import { compareDates } from '@/domain/time/date'
import { MINUTE, instantAt } from '@/domain/time/instant'
import type { Rule } from './rule'
import { isBounded, rulePositions } from './rule-positions'

export type { Rule } from './rule'

/** One occurrence that a rule gives; instants in milliseconds since the epoch. */
export interface RuleOccurrence {
  /** The day that the rule gave (RFC 5545 RECURRENCE-ID); it names the occurrence for good. */
  originalDate: string
  /** The day on which it takes place. */
  date: string
  originalStartsAt: number
  startsAt: number
  endsAt: number
  /** Added by hand (RFC 5545 RDATE). */
  extra: boolean
  /** Its place among all occurrences of the rule, from 1. */
  lessonNumber: number
  /** How many there are in all; null for a rule without end. */
  lessonOf: number | null
}

/** Days added by hand that the rule does not give anyway. */
export function addedDates(rule: Rule, ruleGives: readonly { date: string | null }[]): string[] {
  const given = new Set(ruleGives.map(({ date }) => date))
  return [...new Set(rule.extraDates)].filter((date) => !given.has(date)).sort()
}

/**
 * The occurrences of a rule that take place from day `from` to day `to`, both included, in order.
 *
 * Public rest days are those of the State Council's notice or, before it, of the law; ordinary
 * weekends are none. An occurrence on one is, by the rule's own setting,
 * - `keep`: held all the same;
 * - `drop`: not held; it uses up `count`;
 * - `postpone`, a weekly course with a `count`: held on the next day of the rule, and so are all
 *   lessons after it, so that a term of 12 lessons has 12;
 * - `postpone`, any other rule: moved to the next working day. When the rule's next day comes
 *   first, it is not held: nobody needs the same lecture twice in one week.
 */
export function expand(rule: Rule, from: string, to: string): RuleOccurrence[] {
  const positions = rulePositions(rule, to)
  const held = [
    ...positions.flatMap(({ originalDate, date }) =>
      date === null ? [] : [{ originalDate, date, extra: false }],
    ),
    ...addedDates(rule, positions).map((date) => ({ originalDate: date, date, extra: true })),
  ].sort((a, b) => compareDates(a.date, b.date))
  const lessonOf = isBounded(rule) ? held.length : null
  return held
    .map((one, index) => ({ ...one, ...times(rule, one), lessonNumber: index + 1, lessonOf }))
    .filter(({ date }) => date >= from && date <= to)
}

function times(rule: Rule, { originalDate, date }: { originalDate: string; date: string }) {
  const startsAt = instantAt(date, rule.time)
  return {
    originalStartsAt: instantAt(originalDate, rule.time),
    startsAt,
    endsAt: startsAt + rule.durationMinutes * MINUTE,
  }
}
