import { DAY, HOUR } from '@/domain/time/instant'

/** What leaves a mark against whoever booked: nobody came, or a seat given back after its deadline. */
export const STRIKE_KINDS = ['absent', 'late-cancel'] as const
export type StrikeKind = (typeof STRIKE_KINDS)[number]

/** A contested strike does not count while it is looked at; one that was waived never again. */
export const STRIKE_STATES = ['standing', 'contested', 'upheld', 'waived'] as const
export type StrikeState = (typeof STRIKE_STATES)[number]

/** A late cancellation gave somebody else a chance still: it counts half of not coming. */
export const STRIKE_WEIGHT: Readonly<Record<StrikeKind, number>> = { absent: 2, 'late-cancel': 1 }

/** Three times not coming in a term, or as much, delays the next booking… */
export const DELAYING_WEIGHT = 3 * STRIKE_WEIGHT.absent
/** …until so long after a pool has opened, or half of the time for booking; it forbids nothing. */
export const STRIKE_DELAY = 24 * HOUR

/** Absences are judged so long after a lesson: the roster may come in later, from a phone offline. */
export const JUDGED_AFTER = DAY
/** A strike that was contested and not looked at for so long is waived. */
export const CONTEST_LAPSES_AFTER = 7 * DAY

/** The states in which a strike counts. */
export const COUNTING_STATES: readonly StrikeState[] = ['standing', 'upheld']

/**
 * Until when whoever has strikes enough waits for a pool that is open between these instants; all in
 * milliseconds. Where a pool takes bookings for less than two days it is half of that time.
 */
export function delayedUntil({ opensAt, closesAt }: { opensAt: number; closesAt: number }): number {
  return opensAt + Math.min(STRIKE_DELAY, Math.floor((closesAt - opensAt) / 2))
}
