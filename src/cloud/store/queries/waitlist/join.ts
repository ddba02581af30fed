import { randomBytes } from 'node:crypto'
import type { Pool, PoolClient } from 'pg'
import type { Output } from '@/contract'
import { LOCAL_KEY_BYTES, centreKey, localKey } from '@/domain/access/key'
import { type BookingRefusal, explainRefusal, limitReached } from '@/domain/seats/explain-refusal'
import { type NoNeedToWait, noNeedToWait } from '@/domain/waitlist/no-need-to-wait'
import { violatedUnique } from '@/cloud/database-errors'
import { inTransaction } from '../../in-transaction'
import { recordValues } from '../answered-requests'
import { lockParties } from '../seats/party'
import { NOT_NOW } from '../seats/take'
import { type WhyNot, whyNoSeats } from '../seats/why-not-taken'
import type { SeatQuestion } from '../seats/wish'
import { pastChances } from './chance'
import { addEntries, entriesWith } from './entries'
import { type LockedList, lockLists } from './lock'

/** The entry in which somebody waits already, and who of those asked for that is. */
export interface Waits {
  entryId: string
  attendeeId: string
}

/** What became of somebody who wants to wait. */
export type Joined =
  | { value: Output<'waitlist.join'> }
  | { answeredBefore: true }
  | { waits: Waits }
  | { obstacle: Exclude<BookingRefusal, { code: 'SOLD_OUT' }> }
  | { noNeed: NoNeedToWait }

/** Somebody who may wait, unless there is no need to. */
interface Candidate {
  at: number
  wish: SeatQuestion
  facts: WhyNot['facts']
}

/** An entry that is to be written. */
interface Entry extends Candidate {
  list: LockedList
  entryId: string
}

/**
 * Puts those who ask, each with theirs, at the end of waiting lists, in the order in which they came:
 * in one transaction, with their answers. Of several wishes for one person the first alone is judged,
 * and the others are NOT_NOW.
 * Persons are held first, then the pools, each in one order. Throws what the database refuses, after
 * which nobody was put anywhere.
 */
export function joinLists(
  pool: Pool,
  wishes: readonly SeatQuestion[],
): Promise<(Joined | typeof NOT_NOW)[]> {
  return inTransaction(pool, (client) => joinIn(client, wishes))
}

/** The same for one. A request that was answered meanwhile has changed nothing. */
export async function joinList(pool: Pool, wish: SeatQuestion): Promise<Joined> {
  try {
    const [joined] = await joinLists(pool, [wish])
    return joined as Joined
  } catch (error) {
    if (violatedUnique(error) === 'answered_request_once') return { answeredBefore: true }
    throw error
  }
}

async function joinIn(
  client: PoolClient,
  wishes: readonly SeatQuestion[],
): Promise<(Joined | typeof NOT_NOW)[]> {
  const later = laterOnes(await lockParties(client, wishes))
  const reasons = await whyNoSeats(client, wishes)
  const waiting = await entriesWith(client, wishes)
  const candidates: Candidate[] = []
  const joined = wishes.map((wish, at): Joined | typeof NOT_NOW | null => {
    const { facts, answeredBefore } = reasons[at]!
    if (later.has(at)) return NOT_NOW
    // Sent twice at once, the second one waited for the first at its people.
    if (answeredBefore) return { answeredBefore }
    const obstacle = explainRefusal(facts, wish.now.getTime())
    if (obstacle?.code === 'NOT_FOUND' || obstacle?.code === 'ALREADY_BOOKED') return { obstacle }
    const waits = waiting[at]
    if (waits) return { waits }
    if (obstacle && obstacle.code !== 'SOLD_OUT') return { obstacle }
    candidates.push({ at, wish, facts })
    return null
  })
  const entries: Entry[] = []
  const lists = await lockLists(client, [...new Set(candidates.map(({ wish }) => wish.poolId))])
  for (const one of candidates) {
    const list = lists.get(one.wish.poolId)!
    const refused = whyNotOn(list, one)
    if (refused) joined[one.at] = refused
    else {
      const entryId = centreKey(list.centreId, localKey(randomBytes(LOCAL_KEY_BYTES)))
      entries.push({ ...one, list, entryId })
      lists.set(list.poolId, longerBy(list, one.facts.attendees.length))
    }
  }
  const values = await writeEntries(client, entries)
  for (const [index, { at }] of entries.entries()) joined[at] = { value: values[index]! }
  return joined as (Joined | typeof NOT_NOW)[]
}

/** The wishes, by place from 0 on, of somebody for whom an earlier one is too. */
function laterOnes(parties: readonly { at: number; personId: string }[]): Set<number> {
  const firstOf = new Map<string, number>()
  for (const { at, personId } of parties) {
    firstOf.set(personId, Math.min(at, firstOf.get(personId) ?? at))
  }
  return new Set(parties.filter((one) => firstOf.get(one.personId) !== one.at).map(({ at }) => at))
}

function whyNotOn(list: LockedList, { wish, facts }: Candidate): Joined | null {
  const noNeed = noNeedToWait(list, facts.attendees.length, wish.now.getTime())
  if (noNeed) return { noNeed }
  // Where seats are short that alone is said of a booking; somebody at a limit could not take one either.
  const limited = limitReached(list, facts.attendees)
  return limited && { obstacle: limited }
}

/** A list as it is for those who come after an entry that will be written. */
function longerBy(list: LockedList, seats: number): LockedList {
  const { waiting, listTakesFrom } = list
  return { ...list, waiting: waiting + 1, listTakesFrom: Math.min(listTakesFrom ?? seats, seats) }
}

/** Writes entries at the end of their lists, and gives and writes down what is answered. */
async function writeEntries(
  client: PoolClient,
  entries: readonly Entry[],
): Promise<Output<'waitlist.join'>[]> {
  if (entries.length === 0) return []
  const positions = await addEntries(client, entries)
  const chances = await pastChances(
    client,
    entries.map(({ list }, index) => ({
      activityId: list.activityId,
      position: positions[index]!,
    })),
  )
  const values = entries.map(({ entryId }, index) => {
    const position = positions[index]!
    return { entryId, position, waiting: position, chance: chances[index] ?? null }
  })
  await recordValues(
    client,
    entries.map(({ wish }, index) => ({
      intent: wish.intent,
      value: values[index]!,
      now: wish.now,
    })),
  )
  return values
}
