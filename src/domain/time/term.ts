import { dateOf, startOfDay } from './date'

/**
 * The number of the term of an instant (milliseconds since the epoch), at UTC+8: spring from February
 * to July, autumn from August to January. `store/queries/term` says the same in SQL.
 */
export function termOf(instant: number): number {
  const [year, month] = dateOf(instant).split('-').map(Number)
  return Math.floor((year! * 12 + month! - 2) / 6)
}

/** When the term of an instant begins, in milliseconds since the epoch. */
export function termStartsAt(instant: number): number {
  return startOfTerm(termOf(instant))
}

/** When the term of an instant ends, which is when the next one begins. */
export function termEndsAt(instant: number): number {
  return startOfTerm(termOf(instant) + 1)
}

function startOfTerm(term: number): number {
  return startOfDay(`${Math.floor(term / 2)}-${term % 2 === 0 ? '02' : '08'}-01`)
}
