import type { Mark, MarkMeans } from './mark'

/** What is known of an attendee and a lesson; instants in milliseconds since the epoch. */
export interface Standing {
  /** Null where staff took the mark away. */
  mark: Mark | null
  means: MarkMeans
  markedAt: number
  /** The last that was seen of them; `markedAt` or later. */
  seenAt: number
}

/** One thing that somebody saw, said or worked out; `at` is when, wherever it arrives. */
export interface Sighting {
  mark: Mark | null
  means: MarkMeans
  at: number
}

/**
 * How it stands with an attendee once a sighting has arrived; `held` is what stood before, null for
 * nothing. Phones without network send when they can, so what was seen decides, and not when it came:
 *
 * 1. Whether somebody was there is what was seen last, by code, poster or roster alike: who was noted
 *    absent and comes later is there, and who is taken off the roster after a scan was not.
 * 2. Of several times that somebody was seen there the first is their mark: to show the code again
 *    makes nobody late. Only staff who say otherwise afterwards change present to late, or back.
 * 3. Who said that they cannot come is excused, unless they were seen there; nobody can unsay it for them.
 * 4. The clock speaks only where nobody did, and yields to everybody.
 */
export function standingAfter(held: Standing | null, next: Sighting): Standing {
  const { mark, means, at } = next
  const fresh: Standing = { mark, means, markedAt: at, seenAt: at }
  if (held === null) return fresh
  if (means === 'clock') return held.mark === null ? fresh : held
  if (held.means === 'clock') return fresh
  const seenAt = Math.max(held.seenAt, at)
  if (excuses(held) && !isThere(mark)) return { ...held, seenAt }
  if (excuses(next) && !isThere(held.mark)) return { ...fresh, seenAt }
  if (isThere(held.mark) && isThere(mark)) {
    const corrects = means === 'roster' && at >= held.seenAt
    const earlier = held.means !== 'roster' && at < held.markedAt
    return corrects || earlier ? { ...fresh, seenAt } : { ...held, seenAt }
  }
  return at >= held.seenAt ? fresh : held
}

/** Whether a mark says that somebody was there, in time or late. */
export function isThere(mark: Mark | null): boolean {
  return mark === 'present' || mark === 'late'
}

function excuses({ mark, means }: Pick<Sighting, 'mark' | 'means'>): boolean {
  return mark === 'excused' && means === 'excuse'
}
