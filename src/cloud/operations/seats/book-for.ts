import type { PoolClient } from 'pg'
import type { ParsedInput } from '@/contract'
import { explainRefusal } from '@/domain/seats/explain-refusal'
import type { Handler, Intent, Outcome } from '@/cloud/handler'
import { spendCode } from '@/cloud/store/queries/family/spoken-codes'
import { lockParty } from '@/cloud/store/queries/seats/party'
import { type SeatWish, takeSeat } from '@/cloud/store/queries/seats/take'
import { whyNoSeat } from '@/cloud/store/queries/seats/why-not-taken'
import { commandInTransaction } from '../command-in-transaction'
import { heardCode } from '../family/heard-code'
import { refusalOnTheWire } from './refusal'
import { TRIES, newBooking, nullIfTaken } from './tries'

/** For volunteers and staff: takes a seat for somebody who read out their code, as their booking. */
export const bookSeatFor: Handler<'seats.bookFor'> = async ({ input, intent, dependencies }) => {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const trying = commandInTransaction<'seats.bookFor'>(dependencies, intent, (client, now) =>
      bookIn(client, intent, input, now),
    )
    const outcome = await nullIfTaken(trying)
    if (outcome) return outcome
  }
  throw new Error('A booking for somebody met a constraint at every try')
}

async function bookIn(
  client: PoolClient,
  intent: Intent,
  { poolId, code, evenIfClashes = false }: ParsedInput<'seats.bookFor'>,
  now: Date,
): Promise<Outcome<'seats.bookFor'>> {
  const heard = await heardCode(client, intent, code, now)
  if (!('ownerId' in heard)) return heard
  const { ownerId: holderId } = heard
  const made = { ...newBooking(poolId), now, answersItself: true }
  const wish: SeatWish = { intent, holderId, poolId, evenIfClashes, ...made }
  await lockParty(client, wish)
  const taken = await takeSeat(client, wish)
  if (taken) {
    await spendCode(client, holderId)
    const { bookingId, status, checkInCode, cancelUntil, attendees } = taken
    const number = attendees?.[0]?.number ?? null
    return { value: { bookingId, status, checkInCode, cancelUntil, number } }
  }
  const { facts } = await whyNoSeat(client, wish)
  const refusal = explainRefusal(facts, now.getTime())
  if (refusal) return { refusal: refusalOnTheWire(refusal) }
  // Somebody gave a seat back between the two looks: it was sold out when it was asked for.
  const { capacity } = facts.pool!
  return { refusal: { code: 'SOLD_OUT', facts: { capacity, waiting: 0 } } }
}
