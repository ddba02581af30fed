import type { Pool } from 'pg'
import type { Output } from '@/contract'
import type { Intent } from '@/cloud/intent'
import { centreOf } from '@/domain/access/key'
import { STRIKE_WEIGHT } from '@/domain/attendance/strike'
import { termEnds } from '../term'
import { SELF } from './party'

/** What somebody wants to give back. */
export interface GivingBack {
  intent: Intent
  bookingId: string
  /** `self` and members of one's family; all of the booking's when left out. */
  attendeeIds: readonly string[] | undefined
  /** Also after the pool's cancelUntil, which leaves a strike behind. */
  evenIfLate: boolean
  /** Made of random bytes, for that strike. */
  strikeId: string
  now: Date
}

/** The answer, the pool that has seats again, and the same where somebody waits for them. */
export interface GivenBack {
  value: Output<'seats.cancel'>
  poolId: string
  waitedFor: string | null
}

/**
 * Gives seats back at `now`: frees them in the pool and writes the answer, in one statement. Of a
 * booking of one's own those of all attendees or of those named, of somebody else's booking the seat
 * that is one's own; only while they are booked and may still be given back, and never the time of a
 * consultation. Late means after cancelUntil and before the first lesson begins: then whoever's booking
 * it is gets a strike, once. Not in a clinic, where nobody is struck for not coming either. Null when it
 * changed nothing, for any reason.
 */
export async function giveSeatBack(
  pool: Pool,
  { intent, bookingId, attendeeIds, evenIfLate, strikeId, now }: GivingBack,
): Promise<GivenBack | null> {
  const { rows } = await pool.query<GivenBack>({
    name: 'seats.give-back',
    text: GIVE_SEAT_BACK,
    values: [
      centreOf(bookingId),
      bookingId,
      intent.personId,
      attendeeIds ?? null,
      now,
      intent.requestId,
      intent.operation,
      intent.inputHash,
      evenIfLate,
      strikeId,
      STRIKE_WEIGHT['late-cancel'],
    ],
  })
  return rows[0] ?? null
}

/** What is known of the seats that giving back changed nothing of; null for no such booking. */
export interface NotGivenBack {
  /** Whether everybody who was named has or had a seat in it. */
  allKnown: boolean
  anyBooked: boolean
  cancelUntil: number
  /** When it can no longer be given back late; null where it never could, or nothing of it takes place. */
  lateUntil: number | null
  /** The consultation that it is the time of. */
  consultationId: string | null
  answeredBefore: boolean
}

export async function whyNotGivenBack(
  pool: Pool,
  { intent, bookingId, attendeeIds }: Pick<GivingBack, 'intent' | 'bookingId' | 'attendeeIds'>,
): Promise<NotGivenBack | null> {
  const { rows } = await pool.query<NotGivenBack>({
    name: 'seats.why-not-given-back',
    text: WHY_NOT_GIVEN_BACK,
    values: [
      centreOf(bookingId),
      bookingId,
      intent.personId,
      attendeeIds ?? null,
      intent.requestId,
    ],
  })
  return rows[0] ?? null
}

/** The seats of booking $2 that $3 may give back, and those of them that $4 names. */
export const MEANT = `
  select attendee.centre_id, attendee.booking_id, attendee.person_id, attendee.status
  from changlai.booking_attendee as attendee
  where attendee.centre_id = $1 and attendee.booking_id = $2
    and $3 in (attendee.holder_id, attendee.person_id)
    and ($4::text[] is null or attendee.person_id = $3 and '${SELF}' = any ($4::text[])
      or attendee.person_id in (
        select member.person_id from changlai.family_member as member
        where member.holder_id = $3 and member.member_id = any ($4::text[])))`

/** Who was removed from a family can still be named, to be given back. */
export const ALL_NAMED_ARE_THERE = `
  ($4::text[] is null or (select count(*) from meant) = cardinality($4::text[]))`

/** When the first lesson of `pool` begins that takes place. */
const FIRST_LESSON = `(
  select min(lesson.starts_at) from changlai.occurrence as lesson
  where lesson.centre_id = pool.centre_id and lesson.pool_id = pool.pool_id
    and lesson.state <> 'cancelled')`

// held: giving back seats of one booking is done one after another, so that its count of seats and
//   its status are those of its attendees.
const GIVE_SEAT_BACK = `
with meant as (${MEANT}
), held as (
  select booking.centre_id, booking.booking_id, booking.person_id,
    case when $5::timestamptz >= pool.cancel_until and not pool.numbered
      then ${FIRST_LESSON} end as late_for
  from changlai.booking
  join changlai.pool on pool.centre_id = booking.centre_id and pool.pool_id = booking.pool_id
  where booking.centre_id = $1 and booking.booking_id = $2 and booking.status = 'booked'
    and ($5::timestamptz < pool.cancel_until
      or $9::boolean and $5::timestamptz < ${FIRST_LESSON})
    and pool.intake is null
    and ${ALL_NAMED_ARE_THERE}
    and not exists (
      select from changlai.answered_request
      where answered_request.person_id = $3 and answered_request.request_id = $6)
  for no key update of booking
), given_back as (
  update changlai.booking_attendee as attendee
  set status = 'cancelled'
  from held join meant on meant.centre_id = held.centre_id and meant.booking_id = held.booking_id
  where attendee.centre_id = meant.centre_id and attendee.booking_id = meant.booking_id
    and attendee.person_id = meant.person_id and attendee.status = 'booked'
  returning attendee.centre_id, attendee.booking_id, attendee.pool_id
), freed as (
  select centre_id, booking_id, pool_id, count(*)::integer as seats
  from given_back
  group by centre_id, booking_id, pool_id
), rest as (
  update changlai.booking
  set seats = booking.seats - freed.seats,
    status = case when booking.seats = freed.seats then 'cancelled' else booking.status end,
    cancelled_at = case when booking.seats = freed.seats then $5::timestamptz end
  from freed
  where booking.centre_id = freed.centre_id and booking.booking_id = freed.booking_id
  returning booking.centre_id, booking.pool_id, freed.seats as freed, booking.seats as remaining
), given as (
  update changlai.pool
  set taken = pool.taken - rest.freed
  from rest
  where pool.centre_id = rest.centre_id and pool.pool_id = rest.pool_id
  returning rest.centre_id, rest.remaining, pool.pool_id,
    case when pool.waiting > 0 then pool.pool_id end as waited_for
), struck as (
  insert into changlai.strike
    (centre_id, strike_id, person_id, booking_id, kind, weight, state, struck_at, expires_at)
  select held.centre_id, $10, held.person_id, held.booking_id, 'late-cancel', $11, 'standing',
    $5::timestamptz, ${termEnds('held.late_for')}
  from given join held on held.centre_id = given.centre_id
  where held.late_for is not null
  on conflict (centre_id, booking_id, occurrence_id) do nothing
), recorded as (
  insert into changlai.answered_request
    (centre_id, person_id, request_id, operation, input_hash, answer, answered_at)
  select centre_id, $3, $6, $7, $8::bytea,
    jsonb_build_object('ok', true, 'value',
      jsonb_build_object('bookingId', $2::text, 'status', 'cancelled')
      || case when $4::text[] is null then '{}' else jsonb_build_object('remaining', remaining) end),
    $5::timestamptz
  from given
  returning answer
)
select recorded.answer -> 'value' as value, given.pool_id as "poolId", given.waited_for as "waitedFor"
from recorded cross join given`

const WHY_NOT_GIVEN_BACK = `
with meant as (${MEANT}
)
select pool.cancel_until as "cancelUntil",
  case when pool.intake is null then ${FIRST_LESSON} end as "lateUntil",
  (
    select consultation.consultation_id from changlai.consultation
    where consultation.centre_id = booking.centre_id
      and consultation.booking_id = booking.booking_id and consultation.person_id = $3
  ) as "consultationId",
  ${ALL_NAMED_ARE_THERE} as "allKnown",
  exists (select from meant where meant.status = 'booked') as "anyBooked",
  exists (
    select from changlai.answered_request
    where answered_request.person_id = $3 and answered_request.request_id = $5
  ) as "answeredBefore"
from changlai.booking
join changlai.pool on pool.centre_id = booking.centre_id and pool.pool_id = booking.pool_id
where booking.centre_id = $1 and booking.booking_id = $2
  and exists (
    select from changlai.booking_attendee as attendee
    where attendee.centre_id = $1 and attendee.booking_id = $2
      and $3 in (attendee.holder_id, attendee.person_id))`
