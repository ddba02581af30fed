import type { Output } from '@/contract'
import { explainRefusal } from '@/domain/seats/explain-refusal'
import type { Groups } from '@/cloud/group-commit/asked-together'
import type { NoSeats } from '@/cloud/group-commit/sold-out'
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
export const bookSeat: Handler<'seats.book'> = async ({ input, intent, again, dependencies }) => {
  const { store, clock, groups } = dependencies
  const { poolId, evenIfClashes = false, attendeeIds } = input
  let capacity = 0
  for (let tries = 0; tries < TRIES; tries += 1) {
    const now = clock.now()
    const wanted = { intent, poolId, evenIfClashes, attendeeIds, now }
    const toldUnwritten = groups !== undefined && !again && attendeeIds === undefined
    const remembered = toldUnwritten ? groups.soldOut.noSeatsFor(intent.personId, wanted) : null
    if (remembered) return soldOutUnwritten(remembered)
    const wish: SeatWish = { ...wanted, ...newBooking(poolId), toldUnwritten }
    const trying = tries > 0 ? takeInTurn(dependencies, wish) : take(dependencies, wish)
    const taken = await nullIfTaken(trying)
    if (taken) return 'answer' in taken ? { value: taken.answer } : soldOutUnwritten(taken.soldOut)
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

type Taking = ReturnType<Groups['takeSeat']>

async function take({ groups, store }: Dependencies, wish: SeatWish): Taking {
  return groups ? groups.takeSeat(wish) : answered(await takeSeat(store.pool, wish))
}

async function takeInTurn({ store }: Dependencies, wish: SeatWish): Taking {
  return answered(await takeSeatInTurn(store.pool, wish))
}

const answered = (answer: Output<'seats.book'> | null) => answer && { answer }

/** In the order in which PostgreSQL gives the answer back that it keeps, so that both are one text. */
const soldOutUnwritten = ({ waiting, capacity }: NoSeats) => ({
  refusal: { code: 'SOLD_OUT' as const, facts: { waiting, capacity } },
  unwritten: true as const,
})
