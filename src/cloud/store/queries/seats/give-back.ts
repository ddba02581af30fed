import type { Pool } from 'pg'
import type { Output } from '@/contract'
import type { Intent } from '@/cloud/handler'
import { centreOf } from '@/domain/access/key'

/**
 * Gives a seat back at `now`: frees it in the pool and writes the answer, in one statement. Only a
 * booking of this person that is still booked and may still be given back. Null when it changed
 * nothing, for any reason.
 */
export async function giveSeatBack(
  pool: Pool,
  intent: Intent,
  bookingId: string,
  now: Date,
): Promise<Output<'seats.cancel'> | null> {
  const { rows } = await pool.query<{ value: Output<'seats.cancel'> }>({
    name: 'seats.give-back',
    text: GIVE_SEAT_BACK,
    values: [
      centreOf(bookingId),
      bookingId,
      intent.personId,
      now,
      intent.requestId,
      intent.operation,
      intent.inputHash,
    ],
  })
  return rows[0]?.value ?? null
}

/** What is known of a person's booking after giving it back changed nothing; null for no such. */
export async function whyNotGivenBack(
  pool: Pool,
  intent: Intent,
  bookingId: string,
): Promise<{
  status: 'booked' | 'cancelled'
  cancelUntil: number
  answeredBefore: boolean
} | null> {
  const { rows } = await pool.query<{
    status: 'booked' | 'cancelled'
    cancelUntil: number
    answeredBefore: boolean
  }>({
    name: 'seats.why-not-given-back',
    text: WHY_NOT_GIVEN_BACK,
    values: [centreOf(bookingId), bookingId, intent.personId, intent.requestId],
  })
  return rows[0] ?? null
}

const GIVE_SEAT_BACK = `
with given_back as (
  update changlai.booking
  set status = 'cancelled', cancelled_at = $4::timestamptz
  from changlai.pool
  where booking.centre_id = $1 and booking.booking_id = $2 and booking.person_id = $3
    and booking.status = 'booked'
    and pool.centre_id = booking.centre_id and pool.pool_id = booking.pool_id
    and $4::timestamptz < pool.cancel_until
    and not exists (
      select from changlai.answered_request
      where answered_request.person_id = $3 and answered_request.request_id = $5)
  returning booking.centre_id, booking.pool_id, booking.person_id
), freed as (
  update changlai.pool
  set taken = pool.taken - 1
  from given_back
  where pool.centre_id = given_back.centre_id and pool.pool_id = given_back.pool_id
  returning given_back.centre_id, given_back.person_id
), recorded as (
  insert into changlai.answered_request
    (centre_id, person_id, request_id, operation, input_hash, answer, answered_at)
  select centre_id, person_id, $5, $6, $7::bytea,
    jsonb_build_object('ok', true, 'value',
      jsonb_build_object('bookingId', $2::text, 'status', 'cancelled')),
    $4::timestamptz
  from freed
  returning answer
)
select answer -> 'value' as value from recorded`

const WHY_NOT_GIVEN_BACK = `
select booking.status, pool.cancel_until as "cancelUntil",
  exists (
    select from changlai.answered_request
    where answered_request.person_id = $3 and answered_request.request_id = $4
  ) as "answeredBefore"
from changlai.booking
join changlai.pool on pool.centre_id = booking.centre_id and pool.pool_id = booking.pool_id
where booking.centre_id = $1 and booking.booking_id = $2 and booking.person_id = $3`
