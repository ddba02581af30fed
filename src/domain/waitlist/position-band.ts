/** Positions of a waiting list that are told of together, by the first of each band. */
const BANDS = [1, 2, 3, 4, 6, 11, 21, 51] as const

/** Past entries of fewer than so many say nothing of the next. */
export const ENOUGH_PAST_ENTRIES = 10

/** The band of positions that a position (from 1) belongs to; `to` is null for the last. */
export function positionBand(position: number): { from: number; to: number | null } {
  const next = BANDS.find((from) => from > position)
  const from = Math.max(...BANDS.filter((first) => first <= position))
  return { from, to: next === undefined ? null : next - 1 }
}
