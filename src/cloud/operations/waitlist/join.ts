import { randomBytes } from 'node:crypto'
import type { PoolClient } from 'pg'
import type { ParsedInput } from '@/contract'
import { LOCAL_KEY_BYTES, centreKey, localKey } from '@/domain/access/key'
import { explainRefusal, limitReached } from '@/domain/seats/explain-refusal'
import { seatsForAnyone } from '@/domain/seats/pool'
import { toInstantText } from '@/domain/time/instant'
import { listEndsAt } from '@/domain/waitlist/offer-deadline'
import type { Handler, Intent, Outcome, Refusal } from '@/cloud/handler'
import { lockParty } from '@/cloud/store/queries/seats/party'
import { whyNoSeat } from '@/cloud/store/queries/seats/why-not-taken'
import { pastChances } from '@/cloud/store/queries/waitlist/chance'
import { addEntry, entryWith } from '@/cloud/store/queries/waitlist/entries'
import { type LockedList, lockList } from '@/cloud/store/queries/waitlist/lock'
import { commandInTransaction } from '../command-in-transaction'
import { refusalOnTheWire } from '../seats/refusal'

/** Puts the person who asks and theirs on the waiting list of a pool, together in one entry. */
export const joinWaitlist: Handler<'waitlist.join'> = ({ input, intent, dependencies }) =>
  commandInTransaction(dependencies, intent, (client, now) => joinIn(client, intent, input, now))

async function joinIn(
  client: PoolClient,
  intent: Intent,
  { poolId, evenIfClashes = false, attendeeIds }: ParsedInput<'waitlist.join'>,
  now: Date,
): Promise<Outcome<'waitlist.join'>> {
  const wish = { intent, poolId, evenIfClashes, attendeeIds, now }
  await lockParty(client, wish)
  const { facts, answeredBefore } = await whyNoSeat(client, wish)
  // Sent twice at once, the second one waited for the first at its people.
  if (answeredBefore) return { answeredBefore }
  const obstacle = explainRefusal(facts, now.getTime())
  if (obstacle?.code === 'NOT_FOUND' || obstacle?.code === 'ALREADY_BOOKED') {
    return { refusal: onTheWire(obstacle) }
  }
  const waits = await entryWith(client, wish)
  if (waits) {
    const { entryId, attendeeId } = waits
    const concerned = attendeeIds === undefined ? {} : { attendeeId }
    return { refusal: { code: 'ALREADY_WAITING', facts: { entryId, ...concerned } } }
  }
  if (obstacle && obstacle.code !== 'SOLD_OUT') return { refusal: onTheWire(obstacle) }
  const list = (await lockList(client, poolId))!
  const refusal = noNeedToWait(list, facts.attendees.length, now.getTime())
  if (refusal) return { refusal }
  // Where seats are short that alone is said of a booking; somebody at a limit could not take one either.
  const limited = limitReached(list, facts.attendees)
  if (limited) return { refusal: onTheWire(limited) }
  const entryId = centreKey(list.centreId, localKey(randomBytes(LOCAL_KEY_BYTES)))
  const position = await addEntry(client, wish, entryId)
  const [chance] = await pastChances(client, [{ activityId: list.activityId, position }])
  return { value: { entryId, position, waiting: position, chance: chance ?? null } }
}

/** Why so many seats of a pool that is held are not to be waited for. */
function noNeedToWait(
  list: LockedList,
  asked: number,
  now: number,
): Refusal<'waitlist.join'> | null {
  const { capacity, startsAt } = list
  if (asked > capacity) return { code: 'NEVER_FITS', facts: { capacity } }
  const left = seatsForAnyone(list)
  if (asked <= left) return { code: 'SEATS_LEFT', facts: { left } }
  if (list.listOverAt !== null || now >= listEndsAt(startsAt)) {
    return { code: 'LIST_OVER', facts: { startsAt: toInstantText(startsAt) } }
  }
  return null
}

type Obstacle = NonNullable<ReturnType<typeof explainRefusal>>

function onTheWire(obstacle: Exclude<Obstacle, { code: 'SOLD_OUT' }>): Refusal<'waitlist.join'> {
  return refusalOnTheWire(obstacle) as Exclude<Refusal<'seats.book'>, { code: 'SOLD_OUT' }>
}
