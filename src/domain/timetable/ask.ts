/**
 * What is asked of a class: which day is meant (`weekday`), on which days of the week (`days`), from when
 * to when (`span`), what becomes of public rest days, what time, which half of the day, when at all, what
 * its name is, and what cannot be; before it is published also how long a lesson is and how many seats
 * there are.
 */
export const ASK_KINDS = [
  'weekday',
  'days',
  'span',
  'rest-days',
  'time',
  'half-day',
  'when',
  'name',
  'impossible',
  'length',
  'seats',
] as const
export type AskKind = (typeof ASK_KINDS)[number]

/** A question in words that a clerk understands. */
export interface Ask {
  kind: AskKind
  why: string
}
