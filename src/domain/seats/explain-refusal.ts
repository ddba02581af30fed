import type { Span } from './clash'
import {
  type AskedAges,
  type Booker,
  type Ineligibility,
  type PoolAudience,
  delayedByStrikes,
  fitsAges,
  ineligibility,
} from './eligibility'
import { type Limited, type LimitStanding, reachedLimit } from './limits'
import { type ListedSeats, type PoolTimes, seatsForAnyone } from './pool'

/** Somebody whom a seat was asked for. */
export interface AttendeeFacts {
  /** How the request named them; null where it named nobody and so meant whoever asks. */
  attendeeId: string | null
  /** Whether it is whoever books or one of their family. */
  inFamily: boolean
  /** `YYYY-MM-DD`; null where it is not known. */
  birthDate: string | null
  /** The booking that gives them a seat in this pool already. */
  ownBookingId: string | null
  /** A booking for them at the same time. */
  clash: Clash | null
  /** The limits of the pool's activity and centre, as they stand with this attendee. */
  limits: readonly LimitStanding[]
}

type Clash = Span & { bookingId: string; title: string }

/** What is known after a booking took nothing; instants in milliseconds since the epoch. */
export interface BookingFacts {
  /** Null when there is no such pool, or none that the public may see. */
  pool: (PoolTimes & PoolAudience & AskedAges & ListedSeats) | null
  person: Booker
  /** What the strikes of whoever's booking it would be weigh in the pool's centre, of those that count. */
  strikes: number
  attendees: readonly AttendeeFacts[]
  evenIfClashes: boolean
  throughIntake: boolean
}

/** Whom of those named it is about; left out where the request named nobody. */
interface Concerned {
  attendeeId?: string
}

/** A limit that somebody has reached, and the seat of theirs to give back for another. */
export interface ReachedLimit {
  of: Limited
  most: number
  held: number
  bookingId: string | null
  title: string | null
}

export type BookingRefusal =
  | { code: 'NOT_FOUND'; facts: { what: 'pool' } | ({ what: 'attendee' } & Concerned) }
  | { code: 'ALREADY_BOOKED'; facts: { bookingId: string } & Concerned }
  | { code: 'CLOSED'; facts: { closesAt: number } }
  | { code: 'NOT_OPEN_YET'; facts: { opensAt: number } }
  | {
      code: 'NOT_ELIGIBLE'
      facts: Ineligibility &
        Concerned & { ages?: { min: number | null; max: number | null }; limit?: ReachedLimit }
    }
  | { code: 'CLASHES'; facts: Clash & Concerned }
  | { code: 'SOLD_OUT'; facts: { capacity: number; waiting: number; left?: number } }

/**
 * Why a booking was refused at `now`; null when nothing stands in its way any more, so that it may
 * simply be tried again. Of several reasons the one is given that spares the person most, of several
 * attendees the first whom it is about:
 *
 * 1. ALREADY_BOOKED is good news and stays true after the pool has closed or filled.
 * 2. CLOSED is final: nobody should first hear of an obstacle whose removal would not help.
 * 3. NOT_OPEN_YET and NOT_ELIGIBLE hold whatever the person decides, and say from when it works.
 * 4. PARALLEL and TERM_LIMIT come after what no seat given back would mend, and where there are no
 *    seats SOLD_OUT comes instead: nobody gives a seat back for one that is not to be had.
 * 5. STRIKES comes only where seats are left: the waiting list takes whoever has strikes, too.
 * 6. CLASHES is the person's own decision, asked only when it matters; and asked before SOLD_OUT,
 *    whose next step, waiting for a seat, makes sense only to somebody who would take it.
 */
export function explainRefusal(facts: BookingFacts, now: number): BookingRefusal | null {
  const { pool, attendees, evenIfClashes } = facts
  if (!pool) return { code: 'NOT_FOUND', facts: { what: 'pool' } }
  const stranger = attendees.find(({ inFamily }) => !inFamily)
  if (stranger) return { code: 'NOT_FOUND', facts: { what: 'attendee', ...concerning(stranger) } }
  for (const one of attendees) {
    const { ownBookingId: bookingId } = one
    if (bookingId === null) continue
    return { code: 'ALREADY_BOOKED', facts: { bookingId, ...concerning(one) } }
  }
  if (now >= pool.closesAt) return { code: 'CLOSED', facts: { closesAt: pool.closesAt } }
  if (now < pool.opensAt) return { code: 'NOT_OPEN_YET', facts: { opensAt: pool.opensAt } }
  const reason = ineligibility(pool, facts.person, now, facts.throughIntake)
  if (reason) return { code: 'NOT_ELIGIBLE', facts: reason }
  const misfit = attendees.find(({ birthDate }) => !fitsAges(pool, birthDate))
  if (misfit) {
    const { centreId, minAge: min, maxAge: max } = pool
    const rule = { rule: 'AGE', centreId, until: null, ages: { min, max } } as const
    return { code: 'NOT_ELIGIBLE', facts: { ...rule, ...concerning(misfit) } }
  }
  const limited = limitReached(pool, attendees)
  if (limited) return soldOut(pool, attendees.length) ?? limited
  const delay = delayedByStrikes(pool, facts.strikes, now)
  if (delay && !soldOut(pool, attendees.length)) return { code: 'NOT_ELIGIBLE', facts: delay }
  for (const one of evenIfClashes ? [] : attendees) {
    if (!one.clash) continue
    const { bookingId, title, startsAt, endsAt } = one.clash
    return { code: 'CLASHES', facts: { bookingId, title, startsAt, endsAt, ...concerning(one) } }
  }
  return soldOut(pool, attendees.length)
}

/** The first of the attendees who may hold no seat more this term, as a refusal. */
export function limitReached(
  { centreId }: Pick<PoolAudience, 'centreId'>,
  attendees: readonly Pick<AttendeeFacts, 'attendeeId' | 'limits'>[],
): Extract<BookingRefusal, { code: 'NOT_ELIGIBLE' }> | null {
  for (const one of attendees) {
    const reached = reachedLimit(one.limits)
    if (!reached) continue
    const { of, most, held, inTheWay } = reached
    const rule = of === 'group' ? 'PARALLEL' : 'TERM_LIMIT'
    const { bookingId = null, title = null } = inTheWay ?? {}
    const limit = { of, most, held, bookingId, title }
    const facts = { rule, centreId, until: null, limit, ...concerning(one) } as const
    return { code: 'NOT_ELIGIBLE', facts }
  }
  return null
}

function concerning({ attendeeId }: Pick<AttendeeFacts, 'attendeeId'>): Concerned {
  return attendeeId === null ? {} : { attendeeId }
}

function soldOut(pool: NonNullable<BookingFacts['pool']>, asked: number): BookingRefusal | null {
  const { capacity, waiting } = pool
  const left = seatsForAnyone(pool)
  if (left >= asked) return null
  return { code: 'SOLD_OUT', facts: { capacity, waiting, ...(left > 0 ? { left } : {}) } }
}
