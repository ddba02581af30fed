import type { PoolClient } from 'pg'
import type { BookingFacts } from '@/domain/seats/explain-refusal'
import { toInstantText } from '@/domain/time/instant'
import type { Intent } from '@/cloud/handler'
import { type KnownSlot } from '@/cloud/store/queries/consultations/slots'
import { hasMetOtherSide, meet } from '@/cloud/store/queries/consultations/met'
import { takeSeat } from '@/cloud/store/queries/seats/take'
import { whyNoSeat } from '@/cloud/store/queries/seats/why-not-taken'
import { newBooking } from '@/cloud/operations/seats/tries'
import type { Parties } from './parties'

/** What a resident wants of a slot. */
export interface SlotWish {
  intent: Intent
  consultationId: string
  slot: KnownSlot
  parties: Parties
  evenIfClashes: boolean
  now: Date
}

export type SlotRefusal =
  | { code: 'NOT_FOUND'; facts: { what: 'pool' } }
  | { code: 'SLOT_TAKEN'; facts: { poolId: string } }
  | { code: 'CLOSED'; facts: { closesAt: string } }
  | {
      code: 'CLASHES'
      facts: { bookingId: string; title: string; startsAt: string; endsAt: string }
    }

/**
 * Takes a slot for the resident, in the caller's transaction, and writes down whom its professional
 * meets. Hold the professional before (`holdPeople`). A slot of a professional who has met the other
 * side is refused exactly as one that somebody else took.
 */
export async function takeSlot(
  client: PoolClient,
  wish: SlotWish,
): Promise<{ bookingId: string } | { refusal: SlotRefusal }> {
  const { intent, consultationId, slot, parties, evenIfClashes, now } = wish
  const { poolId, professionalId } = slot
  const seat = {
    ...{ intent, poolId, evenIfClashes, now, throughIntake: true, answersItself: true },
    ...newBooking(poolId),
  }
  const isKept =
    !slot.inOffice ||
    professionalId === intent.personId ||
    (await hasMetOtherSide(client, professionalId, parties, consultationId))
  const taken = isKept ? null : await takeSeat(client, seat)
  if (!taken) {
    const { facts } = await whyNoSeat(client, seat)
    return { refusal: whyNoSlot(facts, poolId, isKept, now.getTime()) }
  }
  await meet(client, professionalId, consultationId, parties, now)
  return { bookingId: taken.bookingId }
}

/** In the one order in which nobody learns why a slot is not to be had. */
function whyNoSlot(facts: BookingFacts, poolId: string, isKept: boolean, now: number): SlotRefusal {
  const { pool, attendees } = facts
  if (!pool) return { code: 'NOT_FOUND', facts: { what: 'pool' } }
  if (now >= pool.closesAt) {
    return { code: 'CLOSED', facts: { closesAt: toInstantText(pool.closesAt) } }
  }
  const clash = attendees[0]?.clash
  if (isKept || pool.taken >= pool.capacity || !clash || facts.evenIfClashes) {
    return { code: 'SLOT_TAKEN', facts: { poolId } }
  }
  const { bookingId, title, startsAt, endsAt } = clash
  const span = { startsAt: toInstantText(startsAt), endsAt: toInstantText(endsAt) }
  return { code: 'CLASHES', facts: { bookingId, title, ...span } }
}
