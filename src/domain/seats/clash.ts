/** A stretch of time; instants in milliseconds since the epoch, the end exclusive. */
export interface Span {
  startsAt: number
  endsAt: number
}

/** What a booking that somebody else made is called, so that nobody learns what it is for. */
export const ANOTHERS_BOOKING = '别的安排'

/** Whether two stretches share any time; one that begins as the other ends does not clash. */
export function overlaps(a: Span, b: Span): boolean {
  return a.startsAt < b.endsAt && b.startsAt < a.endsAt
}

/** The earliest of the `held` stretches that overlaps one of `wanted`, or null. */
export function firstClash<T extends Span>(wanted: readonly Span[], held: readonly T[]): T | null {
  return held
    .filter((one) => wanted.some((span) => overlaps(span, one)))
    .reduce<T | null>((first, one) => (first && first.startsAt <= one.startsAt ? first : one), null)
}
