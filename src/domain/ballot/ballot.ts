import { DAY } from '@/domain/time/instant'

/**
 * How it stands with a ballot: it takes entries, the list is being frozen or is frozen and waits for
 * the number, it was drawn.
 */
export const BALLOT_STATES = ['open', 'closed', 'drawn'] as const
export type BallotState = (typeof BALLOT_STATES)[number]

/** How many wishes an entry may have. */
export const MOST_WISHES = 5

/** How many pools may be drawn for together. */
export const MOST_POOLS = 20

/** A list of more entries could not be sent to a phone at once. */
export const MOST_ENTRIES = 10_000

/** So long before the first lesson the number must be there: winners confirm, others move up. */
const NUMBER_BEFORE_START = 3 * DAY

/** The latest instant for the number of pools that start so; in milliseconds since the epoch. */
export function latestNumberAt(startsAt: readonly number[]): number {
  return Math.min(...startsAt) - NUMBER_BEFORE_START
}

/** How it stands with a ballot at `now`; instants in milliseconds since the epoch. */
export function ballotState(
  { closesAt, drawnAt }: { closesAt: number; drawnAt: number | null },
  now: number,
): BallotState {
  if (drawnAt !== null) return 'drawn'
  return now >= closesAt ? 'closed' : 'open'
}
