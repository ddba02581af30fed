import { MINUTE } from '@/domain/time/instant'
import type { Span } from '@/domain/seats/clash'

/** How it stands with somebody and a lesson: there, there late, did not come, had said so before. */
export const MARKS = ['present', 'late', 'absent', 'excused'] as const
export type Mark = (typeof MARKS)[number]

/**
 * How a mark came to be: the code on the phone, the code on the wall, staff's roster, somebody who
 * said that they cannot come, the clock after a lesson at which attendance was taken.
 */
export const MARK_MEANS = ['code', 'poster', 'roster', 'excuse', 'clock'] as const
export type MarkMeans = (typeof MARK_MEANS)[number]

/** So long before a lesson somebody may check in. */
export const OPENS_BEFORE = 45 * MINUTE
/** Who comes later than this after its start came late; that has no consequence. */
const LATE_AFTER = 15 * MINUTE

/** What checking in to a lesson gives at `now`; all instants in milliseconds since the epoch. */
export function checkedIn(
  { startsAt, endsAt }: Span,
  now: number,
): 'present' | 'late' | 'too-early' | 'over' {
  if (now < startsAt - OPENS_BEFORE) return 'too-early'
  if (now >= endsAt) return 'over'
  return now <= startsAt + LATE_AFTER ? 'present' : 'late'
}
