import { randomBytes } from 'node:crypto'
import { LOCAL_KEY_BYTES, centreKey, centreOf, localKey } from '@/domain/access/key'
import { CHECK_IN_CODE_BYTES, checkInCode } from '@/domain/seats/check-in-code'
import { type BookingRefusal, explainRefusal } from '@/domain/seats/explain-refusal'
import { toInstantText } from '@/domain/time/instant'
import { violatedUnique } from '@/cloud/database-errors'
import type { Handler, Refusal } from '@/cloud/handler'
import { type SeatWish, takeSeat, takeSeatInTurn } from '@/cloud/store/queries/seats/take'
import { whyNoSeat } from '@/cloud/store/queries/seats/why-not-taken'

/** A try takes nothing without a lasting reason only when a seat came and went meanwhile. */
const TRIES = 5

/** Constraints that end a try and not the request: what they say is looked up, or drawn anew. */
const TRY_AGAIN = new Set([
  'booking_once_per_person',
  'booking_check_in_code_once',
  'booking_pkey',
  'answered_request_once',
])

/** Takes one seat for the person who asks: one round trip, and a second one to say why not. */
export const bookSeat: Handler<'seats.book'> = async ({ input, intent, dependencies }) => {
  const { store, clock } = dependencies
  const { poolId, evenIfClashes = false } = input
  let capacity = 0
  for (let tries = 0; tries < TRIES; tries += 1) {
    const now = clock.now()
    const wish: SeatWish = { intent, poolId, evenIfClashes, now, ...newBooking(poolId) }
    const value = await nullIfTaken((tries === 0 ? takeSeat : takeSeatInTurn)(store.pool, wish))
    if (value) return { value }
    const { answeredBefore, facts } = await whyNoSeat(store.pool, wish)
    if (answeredBefore) return { answeredBefore }
    const refusal = explainRefusal(facts, now.getTime())
    if (refusal) return { refusal: onTheWire(refusal) }
    capacity = facts.pool!.capacity
  }
  return { refusal: { code: 'SOLD_OUT', facts: { capacity, waiting: 0 } } }
}

function newBooking(poolId: string): Pick<SeatWish, 'bookingId' | 'checkInCode'> {
  return {
    bookingId: centreKey(centreOf(poolId), localKey(randomBytes(LOCAL_KEY_BYTES))),
    checkInCode: checkInCode(randomBytes(CHECK_IN_CODE_BYTES)),
  }
}

async function nullIfTaken<Value>(taking: Promise<Value>): Promise<Value | null> {
  try {
    return await taking
  } catch (error) {
    if (TRY_AGAIN.has(violatedUnique(error) ?? '')) return null
    throw error
  }
}

/** A refusal of the domain with its instants as the wire has them. */
function onTheWire(refusal: BookingRefusal): Refusal<'seats.book'> {
  switch (refusal.code) {
    case 'CLOSED':
      return { code: 'CLOSED', facts: { closesAt: toInstantText(refusal.facts.closesAt) } }
    case 'NOT_OPEN_YET':
      return { code: 'NOT_OPEN_YET', facts: { opensAt: toInstantText(refusal.facts.opensAt) } }
    case 'NOT_ELIGIBLE': {
      const { until } = refusal.facts
      const facts = { ...refusal.facts, until: until === null ? null : toInstantText(until) }
      return { code: 'NOT_ELIGIBLE', facts }
    }
    case 'CLASHES': {
      const { startsAt, endsAt } = refusal.facts
      const span = { startsAt: toInstantText(startsAt), endsAt: toInstantText(endsAt) }
      return { code: 'CLASHES', facts: { ...refusal.facts, ...span } }
    }
    default:
      return refusal
  }
}
