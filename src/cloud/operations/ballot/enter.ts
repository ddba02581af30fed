import type { PoolClient } from 'pg'
import type { ParsedInput } from '@/contract'
import { MOST_ENTRIES } from '@/domain/ballot/ballot'
import { lossesOf, weightOf } from '@/domain/ballot/losses'
import { type BookingFacts, explainRefusal } from '@/domain/seats/explain-refusal'
import { centreOf } from '@/domain/access/key'
import { toInstantText } from '@/domain/time/instant'
import type { Handler, Intent, Outcome, Refusal } from '@/cloud/handler'
import {
  type WishedPool,
  addBallotEntry,
  entrantAmong,
  wishedPools,
} from '@/cloud/store/queries/ballot/entries'
import { lockBallot } from '@/cloud/store/queries/ballot/lock'
import { pastDraws } from '@/cloud/store/queries/ballot/past-draws'
import { lockParty, personsOf } from '@/cloud/store/queries/seats/party'
import type { SeatQuestion } from '@/cloud/store/queries/seats/take'
import { whyNoSeat } from '@/cloud/store/queries/seats/why-not-taken'
import { commandInTransaction } from '../command-in-transaction'
import { refusalOnTheWire } from '../seats/refusal'

type EnterRefusal = Refusal<'ballot.enter'>

/** Enters the person who asks and theirs in a ballot, together in one entry. */
export const enterBallot: Handler<'ballot.enter'> = ({ input, intent, dependencies }) =>
  commandInTransaction(dependencies, intent, (client, now) => enterIn(client, intent, input, now))

async function enterIn(
  client: PoolClient,
  intent: Intent,
  input: ParsedInput<'ballot.enter'>,
  now: Date,
): Promise<Outcome<'ballot.enter'>> {
  const { attendeeIds, evenIfClashes = false } = input
  const poolIds = input.wishes.map(({ poolId }) => poolId)
  const wish: SeatQuestion = { intent, poolId: poolIds[0]!, evenIfClashes, attendeeIds, now }
  await lockParty(client, wish)
  const found = oneBallot(poolIds, await wishedPools(client, poolIds), now.getTime())
  if ('refusal' in found) return found
  const { ballotId, closesAt } = found
  for (const poolId of poolIds) {
    const { facts, answeredBefore } = await whyNoSeat(client, { ...wish, poolId })
    // Sent twice at once, the second one waited for the first at its people.
    if (answeredBefore) return { answeredBefore }
    const refusal = obstacleTo(poolId, facts, now.getTime())
    if (refusal) return { refusal }
  }
  const entrant = await entrantAmong(client, wish, ballotId)
  if (entrant !== null) {
    const facts = attendeeIds === undefined ? {} : { attendeeId: entrant }
    return { refusal: { code: 'ALREADY_ENTERED', facts } }
  }
  const entryNumber = await addBallotEntry(client, wish, ballotId, poolIds)
  if (entryNumber === null) return notTaken(client, ballotId, poolIds[0]!)
  const people = await personsOf(client, wish)
  const past = await pastDraws(client, centreOf(ballotId), people, now)
  const losses = people.map((personId) => lossesOf(past.get(personId) ?? [], now.getTime()))
  const value = { ballotId, entryNumber, weight: weightOf(losses) }
  return { value: { ...value, closesAt: toInstantText(closesAt) } }
}

/** Why a ballot took an entry no more: it was closed in the same moment, or holds as many as it can. */
async function notTaken(
  client: PoolClient,
  ballotId: string,
  poolId: string,
): Promise<{ refusal: EnterRefusal }> {
  const ballot = await lockBallot(client, ballotId)
  if (!ballot || ballot.closedAt === null) {
    return { refusal: { code: 'BALLOT_FULL', facts: { most: MOST_ENTRIES } } }
  }
  const closesAt = toInstantText(ballot.closesAt)
  return { refusal: { code: 'CLOSED', facts: { poolId, closesAt } } }
}

/** The one ballot that draws for all wishes and takes entries, or why there is none. */
function oneBallot(
  poolIds: readonly string[],
  found: readonly WishedPool[],
  now: number,
): { ballotId: string; closesAt: number } | { refusal: EnterRefusal } {
  let first: { ballotId: string; closesAt: number } | null = null
  for (const poolId of poolIds) {
    const pool = found.find((one) => one.poolId === poolId)
    if (!pool) return { refusal: { code: 'NOT_FOUND', facts: { what: 'pool', poolId } } }
    const { ballotId, closesAt } = pool
    if (ballotId === null) return { refusal: { code: 'NOT_ANNOUNCED', facts: { poolId } } }
    if (now >= closesAt) {
      const facts = { poolId, closesAt: toInstantText(closesAt) }
      return { refusal: { code: 'CLOSED', facts } }
    }
    if (first && first.ballotId !== ballotId) {
      return { refusal: { code: 'DIFFERENT_BALLOTS', facts: { poolId } } }
    }
    first = { ballotId, closesAt }
  }
  return first!
}

/** What keeps somebody from a wish, as it would from booking, but for seats and strikes. */
function obstacleTo(poolId: string, facts: BookingFacts, now: number): EnterRefusal | null {
  const empty = { mode: 'open', taken: 0, waiting: 0, listTakesFrom: null } as const
  const obstacle = explainRefusal(
    { ...facts, pool: facts.pool && { ...facts.pool, ...empty }, strikes: 0 },
    now,
  )
  if (!obstacle) return null
  const refusal = refusalOnTheWire(obstacle)
  switch (refusal.code) {
    case 'SOLD_OUT':
      return { code: 'NEVER_FITS', facts: { poolId, capacity: refusal.facts.capacity } }
    case 'ALREADY_BOOKED': {
      const { attendeeId } = refusal.facts
      return { code: 'ALREADY_ENTERED', facts: attendeeId === undefined ? {} : { attendeeId } }
    }
    case 'NOT_FOUND':
      return { code: 'NOT_FOUND', facts: refusal.facts }
    default:
      return { ...refusal, facts: { poolId, ...refusal.facts } } as EnterRefusal
  }
}
