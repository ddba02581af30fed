import { MINUTE } from '../time/instant'

/**
 * Within how many milliseconds after a pool opens first tries leave, each at a moment of its own:
 * published with every pool (`activities.get`, `firstTryWithinMs`), so that anybody's client can do
 * the same. Decision 0040.
 */
export const FIRST_TRY_WITHIN_MS = 400
/** Nobody is held back longer than this, whatever a server says. */
const MOST_WITHIN_MS = 5_000

/** So long before the opening a phone can be asked to book by itself; longer nobody keeps it open. */
export const BEFOREHAND_MS = 10 * MINUTE
/** So long after the opening it is still meant; later the phone was put away. */
export const STILL_MEANT_MS = 10 * MINUTE

/** The span in milliseconds as a server published it; an older one publishes none. */
export function withinOf(published: number | undefined): number {
  if (published === undefined || !(published >= 0)) return FIRST_TRY_WITHIN_MS
  return Math.min(published, MOST_WITHIN_MS)
}

/**
 * When a first try leaves, in milliseconds since the epoch. Who pressed before the opening is spread
 * evenly over the whole span after it, whoever presses within the span over the rest of it; after it
 * nobody waits. `chance` is in [0, 1).
 */
export function firstTryAt(
  { opensAt, withinMs }: { opensAt: number; withinMs: number },
  pressedAt: number,
  chance: number,
): number {
  const from = Math.max(opensAt, pressedAt)
  return from + Math.floor(chance * Math.max(0, opensAt + withinMs - from))
}
