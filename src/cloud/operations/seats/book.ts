import { explainRefusal } from '@/domain/seats/explain-refusal'
import type { Dependencies, Handler } from '@/cloud/handler'
import { type SeatWish, takeSeat, takeSeatInTurn } from '@/cloud/store/queries/seats/take'
import { whyNoSeat } from '@/cloud/store/queries/seats/why-not-taken'
import { refusalOnTheWire } from './refusal'
import { TRIES, newBooking, nullIfTaken } from './tries'

/**
 * Takes seats for the person who asks and theirs: one round trip, and a second to say why not; both
 * shared with whoever comes at the same time where the host works in groups. There a pool that is
 * known to have no seat is answered without any.
 */
export const bookSeat: Handler<'seats.book'> = async ({ input, intent, dependencies }) => {
  const { store, clock, groups } = dependencies
  const { poolId, evenIfClashes = false, attendeeIds } = input
  let capacity = 0
  for (let tries = 0; tries < TRIES; tries += 1) {
    const now = clock.now()
    const wanted = { intent, poolId, evenIfClashes, attendeeIds, now }
    const soldOut = groups?.soldOut.answer(wanted)
    if (soldOut) return { refusal: { code: 'SOLD_OUT', facts: soldOut }, unwritten: true }
    const wish: SeatWish = { ...wanted, ...newBooking(poolId) }
    const trying = tries > 0 ? takeSeatInTurn(store.pool, wish) : take(dependencies, wish)
    const value = await nullIfTaken(trying)
    if (value) return { value }
    const { answeredBefore, facts } = groups
      ? await groups.whyNoSeat(wish)
      : await whyNoSeat(store.pool, wish)
    if (answeredBefore) return { answeredBefore }
    const refusal = explainRefusal(facts, now.getTime())
    if (refusal) return { refusal: refusalOnTheWire(refusal) }
    capacity = facts.pool!.capacity
  }
  return { refusal: { code: 'SOLD_OUT', facts: { capacity, waiting: 0 } } }
}

const take = ({ groups, store }: Dependencies, wish: SeatWish) =>
  groups ? groups.takeSeat(wish) : takeSeat(store.pool, wish)
