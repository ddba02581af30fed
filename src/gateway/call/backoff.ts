/** How many times one intent is tried before the person is told the truth about it. */
export const MAX_TRIES = 4

const BASE_MS = 500
const CAP_MS = 8_000
/** Longer than this nobody looks at a busy button; the screen says when to come back instead. */
const PATIENCE_MS = 15_000

/**
 * How long to wait (milliseconds) after try number `tries` (1 is the first) failed: exponential
 * backoff with full jitter, so that a crowd turned away together does not come back together.
 * `chance` is in [0, 1).
 */
export function backoffMs(tries: number, chance: number): number {
  return Math.floor(chance * Math.min(CAP_MS, BASE_MS * 2 ** (tries - 1)))
}

/**
 * How long to wait when the server named a time itself (milliseconds), or null when that is longer
 * than a person waits at a button. Never less than it asked for, and up to as long again: thousands
 * who are told the same time come back spread over all of that.
 */
export function retryAfterWaitMs(
  retryAfterMs: number,
  tries: number,
  chance: number,
): number | null {
  if (!(retryAfterMs >= 0) || retryAfterMs > PATIENCE_MS) return null
  return (
    Math.ceil(retryAfterMs) + Math.max(backoffMs(tries, chance), Math.floor(chance * retryAfterMs))
  )
}
