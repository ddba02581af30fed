import type { PoolClient } from 'pg'
import type { Outcome } from '@/cloud/handler'
import type { Intent } from '@/cloud/intent'
import { destroyUnread, openCasesOf } from '@/cloud/store/queries/erasure/cases'
import { takeOut } from '@/cloud/store/queries/erasure/columns'
import { keptAfter } from '@/cloud/store/queries/erasure/kept'
import {
  casesInHand,
  grantsOf,
  holdLeaving,
  nobodiesFor,
  sayErased,
} from '@/cloud/store/queries/erasure/people'
import { receiptFor, writeReceipt } from '@/cloud/store/queries/erasure/receipt'
import { bookingsHeld, freeSeatsOf, holdPools } from '@/cloud/store/queries/erasure/seats'
import { drawsEntered, entriesWaiting, shrinkEntry } from '@/cloud/store/queries/erasure/waiting'
import { takeBallotEntryBack } from '@/cloud/store/queries/ballot/entries'
import { lockBallot } from '@/cloud/store/queries/ballot/lock'
import { holdConsultation } from '@/cloud/store/queries/consultations/row'
import { endGrant, lockHolders } from '@/cloud/store/queries/roles/grants'
import { leaveList } from '@/cloud/store/queries/waitlist/entries'
import { lockList } from '@/cloud/store/queries/waitlist/lock'
import { passOn } from '@/cloud/store/queries/waitlist/pass-on'
import { isKeptRole } from '@/domain/access/role'
import { takeBack } from './take-back'

type Erased = Extract<Outcome<'me.erase'>, { value: unknown }>
type NotErased = Extract<Outcome<'me.erase'>, { refusal: unknown }>

const NOTHING = { seats: 0, places: 0, draws: 0, cases: 0, handedOver: 0 }

/** Who is erased, and under what requestId a retry gets the answer; null where nobody asked for it. */
export type Erasing = Pick<Intent, 'personId'> & { requestId: string | null }

type EraseOutcome = (Erased & { poolIds: string[] }) | (NotErased & { value?: never })

/**
 * Erases somebody, and the children whom they alone vouch for, in the caller's transaction; gives what
 * was ended and in which pools seats came free. What is held, in this order: their consultations,
 * themselves, roles, draws, pools: as everybody does. A booking of theirs that was under way has either
 * come before, and is given back, or finds nobody.
 */
export async function eraseIn(
  client: PoolClient,
  { personId, requestId }: Erasing,
  now: Date,
): Promise<EraseOutcome> {
  for (const { consultationId } of await openCasesOf(client, personId)) {
    await holdConsultation(client, { personId }, consultationId)
  }
  const personIds = await holdLeaving(client, personId)
  if (personIds.length === 0) {
    // Sent twice at once: the other one was first.
    const before =
      requestId === null ? null : await receiptFor<Erased['value']>(client, { personId, requestId })
    const value = before ?? { ...NOTHING, kept: [] }
    return { value, poolIds: [] }
  }
  const refusal = await layDownRoles(client, personId, now)
  if (refusal) return refusal
  const kept = await keptAfter(client, personIds)
  const leaving = await nobodiesFor(client, personIds)
  await sayErased(client, personId)

  const draws = await drawsEntered(client, personIds, now)
  let drawsLeft = 0
  for (const { ballotId, number } of draws) {
    const ballot = await lockBallot(client, ballotId)
    if (!ballot || ballot.closedAt !== null) continue
    await takeBallotEntryBack(client, ballotId, number, now)
    drawsLeft += 1
  }

  const cases = await openCasesOf(client, personId)
  const entries = await entriesWaiting(client, personIds)
  const held = await bookingsHeld(client, personIds, now)
  const poolIds = new Set([...held, ...entries].map(({ poolId }) => poolId))
  const meetings = cases.flatMap(({ poolId }) => (poolId === null ? [] : [poolId]))
  await holdPools(client, [...poolIds, ...meetings])
  const casesBack = await takeBack(client, personId, cases, now)
  let seats = 0
  for (const booking of held) seats += await freeSeatsOf(client, booking, leaving, now)
  for (const entry of entries) {
    if (entry.staying.length > 0) await shrinkEntry(client, entry, personIds)
    else await leaveList(client, (await lockList(client, entry.poolId))!, entry.entryId, now)
  }
  for (const poolId of [...poolIds].sort()) await passOn(client, poolId, now)

  await destroyUnread(client, personId)
  const handedOver = held.reduce(
    (sum, { holderLeaves, staying }) => sum + (holderLeaves ? staying.length : 0),
    0,
  )
  const ended = { seats, places: entries.length, draws: drawsLeft, cases: casesBack, handedOver }
  const value = { ...ended, kept }
  if (requestId !== null) await writeReceipt(client, { personId, requestId }, value, now)
  await takeOut(client, leaving, now)
  return { value, poolIds: [...poolIds] }
}

/** Ends every role; refuses where nobody else could give roles there, or somebody's matter is in hand. */
async function layDownRoles(
  client: PoolClient,
  personId: string,
  now: Date,
): Promise<NotErased | null> {
  const count = await casesInHand(client, personId)
  if (count > 0) return { refusal: { code: 'CASES_IN_HAND', facts: { count } } }
  const grants = await grantsOf(client, personId)
  for (const { centreId, role } of grants) {
    if (!isKeptRole(role)) continue
    const holders = await lockHolders(client, centreId, role)
    if (holders.size === 1) return { refusal: { code: 'LAST_DIRECTOR', facts: { role } } }
  }
  for (const { centreId, role } of grants) {
    await endGrant(client, { centreId, personId, role, by: personId, at: now })
  }
  return null
}
