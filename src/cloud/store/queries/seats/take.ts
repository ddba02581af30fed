import type { Pool, PoolClient } from 'pg'
import type { Output } from '@/contract'
import { centreOf } from '@/domain/access/key'
import { inTransaction } from '../../in-transaction'
import { lockParty, namedBy } from './party'
import { TAKE_SEATS } from './take-sql'
import type { SeatQuestion, SeatWish, SoldOut } from './wish'

export type { SeatQuestion, SeatWish, SoldOut }

type Answer = Output<'seats.book'>

/** A wish that took nothing although nothing stood in its way: it may do so when it is asked again. */
export const NOT_NOW = Symbol('not now')

/** What became of a wish; null when it took nothing for a reason that is to be asked for. */
export type Taken = { answer: Answer } | { soldOut: SoldOut } | typeof NOT_NOW | null

type TakenRow =
  | { at: number; value: Answer | null; soldOut: null }
  | { soldOut: SoldOut & { at: number[] } }

/**
 * Takes a seat for each attendee of each wish, or none at all for that wish: raises the pools' counts,
 * writes the bookings, their attendees with their numbers, and the answers, in one statement and one
 * round trip. Wishes for one pool are served in their order. Gives for each its answer; NOT_NOW for
 * one whose attendee an earlier one is for, or that another was quicker than; that there is no seat
 * where that may be told unwritten and is all there is to say; null when it took nothing for any other
 * reason. Throws unique violations of booking, booking_attendee and answered_request, after which
 * nothing is taken by any.
 */
export async function takeSeats(
  database: Pool | PoolClient,
  wishes: readonly SeatWish[],
): Promise<Taken[]> {
  const { rows } = await database.query<TakenRow>({
    // One wish has a plan that is kept; of many, each has one made for its number.
    ...(wishes.length === 1 ? { name: 'seats.take' } : {}),
    text: TAKE_SEATS,
    values: valuesOf(wishes),
  })
  const results = wishes.map((): Taken => null)
  for (const row of rows) {
    if (row.soldOut) {
      const { at, ...soldOut } = row.soldOut
      for (const one of at) results[one - 1] = { soldOut }
    } else results[row.at - 1] = row.value ? { answer: row.value } : NOT_NOW
  }
  return results
}

/** The same for one wish; null when it took nothing, for any reason. */
export async function takeSeat(
  database: Pool | PoolClient,
  wish: SeatWish,
): Promise<Answer | null> {
  const [result] = await takeSeats(database, [{ ...wish, toldUnwritten: false }])
  return result && result !== NOT_NOW && 'answer' in result ? result.answer : null
}

/**
 * Takes seats while no other booking for any of the attendees is under way, so that what is refused
 * is not refused because of one that came to nothing. Costs four round trips: for a second try only.
 */
export function takeSeatInTurn(pool: Pool, wish: SeatWish): Promise<Answer | null> {
  return inTransaction(pool, async (client) => {
    await lockParty(client, wish)
    return takeSeat(client, wish)
  })
}

/** The parameters of TAKE_SEATS: an array for each column of a wish, and three of the attendees. */
function valuesOf(wishes: readonly SeatWish[]): unknown[] {
  const { sizes, holders, named } = namedBy(wishes)
  return [
    wishes.map(({ poolId }) => centreOf(poolId)),
    wishes.map(({ poolId }) => poolId),
    holders,
    wishes.map(({ now }) => now),
    wishes.map(({ evenIfClashes }) => evenIfClashes),
    wishes.map(({ bookingId }) => bookingId),
    wishes.map(({ checkInCode }) => checkInCode),
    wishes.map(({ intent }) => intent.requestId),
    wishes.map(({ intent }) => intent.operation),
    wishes.map(({ intent }) => intent.inputHash),
    wishes.map(({ intent }) => intent.personId),
    wishes.map(({ throughIntake }) => throughIntake ?? false),
    wishes.map(({ answersItself }) => answersItself ?? false),
    wishes.map(({ toldUnwritten }) => toldUnwritten ?? false),
    sizes,
    ...named,
  ]
}
