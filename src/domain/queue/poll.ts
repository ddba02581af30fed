import { MINUTE } from '@/domain/time/instant'

const SOONEST_MS = 5_000
const FOR_EACH_AHEAD_MS = 5_000
const LATEST_MS = MINUTE
const ONLOOKERS_MS = MINUTE / 2
const ANOTHER_DAY_MS = 10 * MINUTE

/**
 * How long a phone waits before it asks again how a queue stands, in milliseconds: the longer the
 * more are `ahead` of its first number that waits (null for a phone without one). Nothing moves
 * before the day or after it.
 */
export function pollAfterMs(ahead: number | null, onTheDay: boolean): number {
  if (!onTheDay) return ANOTHER_DAY_MS
  if (ahead === null) return ONLOOKERS_MS
  return Math.min(LATEST_MS, Math.max(SOONEST_MS, ahead * FOR_EACH_AHEAD_MS))
}
