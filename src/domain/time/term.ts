import { dateOf } from './date'

/**
 * The number of the term of an instant (milliseconds since the epoch), at UTC+8: spring from February
 * to July, autumn from August to January. `store/queries/term` says the same in SQL.
 */
export function termOf(instant: number): number {
  const [year, month] = dateOf(instant).split('-').map(Number)
  return Math.floor((year! * 12 + month! - 2) / 6)
}
