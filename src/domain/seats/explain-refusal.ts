import type { Span } from './clash'
import { type Booker, type Ineligibility, type PoolAudience, ineligibility } from './eligibility'
import type { PoolTimes } from './pool'

/** What is known after a booking took nothing; instants in milliseconds since the epoch. */
export interface BookingFacts {
  /** Null when there is no such pool, or none that the public may see. */
  pool: (PoolTimes & PoolAudience & { waiting: number }) | null
  person: Booker
  /** The booking that the person holds in this pool. */
  ownBookingId: string | null
  /** A booking of the person at the same time. */
  clash: (Span & { bookingId: string; title: string }) | null
  evenIfClashes: boolean
}

export type BookingRefusal =
  | { code: 'NOT_FOUND'; facts: { what: 'pool' } }
  | { code: 'ALREADY_BOOKED'; facts: { bookingId: string } }
  | { code: 'CLOSED'; facts: { closesAt: number } }
  | { code: 'NOT_OPEN_YET'; facts: { opensAt: number } }
  | { code: 'NOT_ELIGIBLE'; facts: Ineligibility }
  | { code: 'CLASHES'; facts: Span & { bookingId: string; title: string } }
  | { code: 'SOLD_OUT'; facts: { capacity: number; waiting: number } }

/**
 * Why a booking was refused at `now`; null when nothing stands in its way any more, so that it may
 * simply be tried again. Of several reasons the one is given that spares the person most:
 *
 * 1. ALREADY_BOOKED is good news and stays true after the pool has closed or filled.
 * 2. CLOSED is final: nobody should first hear of an obstacle whose removal would not help.
 * 3. NOT_OPEN_YET and NOT_ELIGIBLE hold whatever the person decides, and say from when it works.
 * 4. CLASHES is the person's own decision, asked only when it matters; and asked before SOLD_OUT,
 *    whose next step, waiting for a seat, makes sense only to somebody who would take it.
 */
export function explainRefusal(facts: BookingFacts, now: number): BookingRefusal | null {
  const { pool, ownBookingId, clash } = facts
  if (!pool) return { code: 'NOT_FOUND', facts: { what: 'pool' } }
  if (ownBookingId !== null) return { code: 'ALREADY_BOOKED', facts: { bookingId: ownBookingId } }
  if (now >= pool.closesAt) return { code: 'CLOSED', facts: { closesAt: pool.closesAt } }
  if (now < pool.opensAt) return { code: 'NOT_OPEN_YET', facts: { opensAt: pool.opensAt } }
  const reason = ineligibility(pool, facts.person, now)
  if (reason) return { code: 'NOT_ELIGIBLE', facts: reason }
  if (clash && !facts.evenIfClashes) {
    const { bookingId, title, startsAt, endsAt } = clash
    return { code: 'CLASHES', facts: { bookingId, title, startsAt, endsAt } }
  }
  if (pool.taken >= pool.capacity) {
    return { code: 'SOLD_OUT', facts: { capacity: pool.capacity, waiting: pool.waiting } }
  }
  return null
}
