import { HOUR, MINUTE } from '@/domain/time/instant'

/**
 * A session at a desk ends half an hour after its last call, and in any case ten hours after it
 * began, a working day. OWASP ASVS 4.0.3 (3.3.2, level 2) and NIST SP 800-63B (AAL2) ask for 30
 * minutes and 12 hours at most; ASVS 5.0 (7.3.1, 7.3.2) for both limits, and reasons.
 */
export const IDLE_MS = 30 * MINUTE
export const LONGEST_MS = 10 * HOUR

/** How many desks somebody may be signed in at; with one more the oldest ends. */
export const MOST_SESSIONS = 10

/** How exactly a last call is written down: not every call has to write. */
export const SEEN_EVERY_MS = MINUTE

/** When a session ends unless it is called once more; everything in milliseconds since the epoch. */
export function endOf({ beganAt, seenAt }: { beganAt: number; seenAt: number }): number {
  return Math.min(seenAt + IDLE_MS, beganAt + LONGEST_MS)
}
