import { explainRefusal } from '@/domain/seats/explain-refusal'
import type { Handler } from '@/cloud/handler'
import { type SeatWish, takeSeat, takeSeatInTurn } from '@/cloud/store/queries/seats/take'
import { whyNoSeat } from '@/cloud/store/queries/seats/why-not-taken'
import { refusalOnTheWire } from './refusal'
import { TRIES, newBooking, nullIfTaken } from './tries'

/** Takes seats for the person who asks and theirs: one round trip, and a second to say why not. */
export const bookSeat: Handler<'seats.book'> = async ({ input, intent, dependencies }) => {
  const { store, clock } = dependencies
  const { poolId, evenIfClashes = false, attendeeIds } = input
  let capacity = 0
  for (let tries = 0; tries < TRIES; tries += 1) {
    const now = clock.now()
    const wanted = { intent, poolId, evenIfClashes, attendeeIds, now }
    const wish: SeatWish = { ...wanted, ...newBooking(poolId) }
    const value = await nullIfTaken((tries === 0 ? takeSeat : takeSeatInTurn)(store.pool, wish))
    if (value) return { value }
    const { answeredBefore, facts } = await whyNoSeat(store.pool, wish)
    if (answeredBefore) return { answeredBefore }
    const refusal = explainRefusal(facts, now.getTime())
    if (refusal) return { refusal: refusalOnTheWire(refusal) }
    capacity = facts.pool!.capacity
  }
  return { refusal: { code: 'SOLD_OUT', facts: { capacity, waiting: 0 } } }
}
