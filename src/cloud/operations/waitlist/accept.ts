import type { PoolClient } from 'pg'
import type { ParsedInput } from '@/contract'
import { ANOTHERS_BOOKING } from '@/domain/seats/clash'
import { limitReached } from '@/domain/seats/explain-refusal'
import { toInstantText } from '@/domain/time/instant'
import type { Handler, Intent, Outcome, Refusal } from '@/cloud/handler'
import { passOnAtOnce } from '@/cloud/jobs/pass-seats-on'
import {
  type Obstacle,
  acceptOffer,
  obstacles,
  otherWishes,
  takeTurns,
} from '@/cloud/store/queries/waitlist/accept'
import { type KnownEntry, entryOf } from '@/cloud/store/queries/waitlist/entries'
import { lockList } from '@/cloud/store/queries/waitlist/lock'
import { commandInTransaction } from '../command-in-transaction'
import { refusalOnTheWire } from '../seats/refusal'
import { TRIES, newBooking, nullIfTaken } from '../seats/tries'

/** Takes the seats that an entry of the person who asks was offered. */
export const acceptOfferedSeats: Handler<'waitlist.accept'> = async (call) => {
  const { input, intent, dependencies } = call
  let freed: string[] = []
  const free = (poolIds: string[]) => (freed = poolIds)
  for (let tries = 0; tries < TRIES; tries += 1) {
    const trying = commandInTransaction<'waitlist.accept'>(dependencies, intent, (client, now) =>
      acceptIn(client, intent, { ...input, free }, now),
    )
    const outcome = await nullIfTaken(trying)
    if (!outcome) continue
    for (const poolId of freed) await passOnAtOnce(dependencies, poolId)
    return outcome
  }
  throw new Error('An offer that was accepted met a constraint at every try')
}

const NO_ENTRY = { refusal: { code: 'NOT_FOUND', facts: { what: 'entry' } } } as const

async function acceptIn(
  client: PoolClient,
  intent: Intent,
  wish: ParsedInput<'waitlist.accept'> & { free: (poolIds: string[]) => void },
  now: Date,
): Promise<Outcome<'waitlist.accept'>> {
  const { entryId, evenIfClashes = false } = wish
  const known = await entryOf(client, entryId, intent.personId)
  if (!known) return NO_ENTRY
  await takeTurns(client, entryId)
  const list = (await lockList(client, known.poolId))!
  const entry = (await entryOf(client, entryId, intent.personId))!
  const refusal = notOffered(entry, now.getTime())
  if (refusal) return { refusal }
  const found = await obstacles(client, list, entryId, now)
  const inTheWay = obstacleOnTheWire(found, list.centreId, evenIfClashes)
  if (inTheWay) return { refusal: inTheWay }
  const made = { ...newBooking(list.poolId), entryId, now }
  const value = await acceptOffer(client, list, made)
  // Of several wishes one is won: what is held for the others passes on when this is written.
  if (entry.ballotId !== null) wish.free(await otherWishes(client, list, entry))
  return { value }
}

function notOffered(
  { state, offerUntil, served }: KnownEntry,
  now: number,
): Refusal<'waitlist.accept'> | null {
  const gone = served && (state === 'waiting' || state === 'offered')
  if (gone) return { code: 'ENTRY_ENDED', facts: { state: 'left' } }
  if (state === 'waiting') return { code: 'NO_OFFER', facts: {} }
  const lapsed = state === 'lapsed' || (state === 'offered' && now >= offerUntil!)
  if (lapsed) return { code: 'OFFER_LAPSED', facts: { until: toInstantText(offerUntil!) } }
  return state === 'offered' ? null : { code: 'ENTRY_ENDED', facts: { state } }
}

function obstacleOnTheWire(
  found: readonly Obstacle[],
  centreId: string,
  evenIfClashes: boolean,
): Refusal<'waitlist.accept'> | null {
  const about = ({ attendeeId }: Obstacle) => (attendeeId === null ? {} : { attendeeId })
  for (const one of found) {
    const { ownBookingId: bookingId } = one
    if (bookingId === null) continue
    return { code: 'ALREADY_BOOKED', facts: { bookingId, ...about(one) } }
  }
  const limited = limitReached({ centreId }, found)
  if (limited) return refusalOnTheWire(limited) as Refusal<'waitlist.accept'>
  for (const one of evenIfClashes ? [] : found) {
    if (!one.clash) continue
    const { bookingId, title } = one.clash
    const startsAt = toInstantText(one.clash.startsAt)
    const endsAt = toInstantText(one.clash.endsAt)
    const clash = { bookingId, title: title ?? ANOTHERS_BOOKING, startsAt, endsAt }
    return { code: 'CLASHES', facts: { ...clash, ...about(one) } }
  }
  return null
}
