/** The most courses of a term that a centre may allow one attendee, and seats that an activity may. */
export const MOST_COURSES_PER_TERM = 20
export const MOST_SEATS_PER_TERM = 100
/** The longest name of a group of parallel classes, in UTF-16 units. */
export const GROUP_NAME_LENGTH = 20

/**
 * What a limit counts of the seats that somebody holds in one term: those in other activities of a
 * `group` of parallel classes, those of the same `activity`, courses of a term in the `centre`.
 */
export const LIMITED = ['group', 'activity', 'centre'] as const
export type Limited = (typeof LIMITED)[number]

/** A limit that holds for a pool, and how it stands with one attendee. */
export interface LimitStanding {
  of: Limited
  most: number
  /** How many seats of the pool's term the attendee holds that count; what was given back does not. */
  held: number
  /** One of them, what can still be given back before the rest; null where none is held. */
  inTheWay: HeldSeat | null
}

/** A seat that counts. */
export interface HeldSeat {
  /** Null for whoever neither made the booking nor sits in it. */
  bookingId: string | null
  title: string
}

/**
 * The limit that keeps an attendee from one seat more, or null. Of several the one is given whose seat,
 * once given back, makes room under the others too: of a parallel class before the same activity's,
 * and that before any course of the centre.
 */
export function reachedLimit(limits: readonly LimitStanding[]): LimitStanding | null {
  const reached = limits.filter(({ most, held }) => held >= most)
  for (const of of LIMITED) {
    const first = reached.find((limit) => limit.of === of)
    if (first) return first
  }
  return null
}
