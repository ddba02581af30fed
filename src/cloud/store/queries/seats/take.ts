import type { Pool, PoolClient } from 'pg'
import type { Output } from '@/contract'
import type { Intent } from '@/cloud/handler'
import { centreOf } from '@/domain/access/key'
import { instantText } from '../instant-text'
import { CLASHING } from './clashing'

/** What somebody wants when booking a seat. */
export interface SeatWish {
  intent: Intent
  poolId: string
  evenIfClashes: boolean
  /** Made of random bytes for this try. */
  bookingId: string
  checkInCode: string
  now: Date
}

/**
 * Takes a seat: raises the pool's count, writes the booking and the answer, in one statement and one
 * round trip. Gives the answer; null when it took nothing, for any reason. Throws unique violations
 * of booking and answered_request, after which nothing is taken either.
 */
export async function takeSeat(
  database: Pool | PoolClient,
  { intent, poolId, evenIfClashes, bookingId, checkInCode, now }: SeatWish,
): Promise<Output<'seats.book'> | null> {
  const { rows } = await database.query<{ value: Output<'seats.book'> }>({
    name: 'seats.take',
    text: TAKE_SEAT,
    values: [
      centreOf(poolId),
      poolId,
      intent.personId,
      now,
      evenIfClashes,
      bookingId,
      checkInCode,
      intent.requestId,
      intent.operation,
      intent.inputHash,
    ],
  })
  return rows[0]?.value ?? null
}

/**
 * Takes a seat while no other booking of this person is under way, so that what is refused is not
 * refused because of one that came to nothing. Costs four round trips: for a second try only.
 */
export async function takeSeatInTurn(
  pool: Pool,
  wish: SeatWish,
): Promise<Output<'seats.book'> | null> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query('select from changlai.person where person_id = $1 for no key update', [
      wish.intent.personId,
    ])
    const taken = await takeSeat(client, wish)
    await client.query('commit')
    client.release()
    return taken
  } catch (error) {
    await client.query('rollback').then(
      () => client.release(),
      (broken: Error) => client.release(broken),
    )
    throw error
  }
}

// wanted: what the snapshot allows. turn: the mark of this person's bookings; two at once wait for
//   each other here, and the second finds the mark moved on and takes nothing, because its snapshot
//   does not show what the first has booked. taken: the guarded count, judged anew on the newest row
//   once its lock is had.
const TAKE_SEAT = `
with wanted as (
  select person.booking_turn
  from changlai.pool
  join changlai.activity
    on activity.centre_id = pool.centre_id and activity.activity_id = pool.activity_id
  join changlai.person on person.person_id = $3
  where pool.centre_id = $1 and pool.pool_id = $2
    and activity.published
    and pool.mode = 'open'
    and pool.opens_at <= $4::timestamptz and $4::timestamptz < pool.closes_at
    and pool.taken < pool.capacity
    and (pool.home_centre_until is null or pool.home_centre_until <= $4::timestamptz
      or person.home_centre_id = pool.centre_id)
    and (pool.only_role is null or exists (
      select from changlai.role_grant
      where role_grant.person_id = $3 and role_grant.role = pool.only_role
        and role_grant.centre_id in (pool.centre_id, '*')))
    and exists (
      select from changlai.occurrence
      where occurrence.centre_id = $1 and occurrence.pool_id = $2
        and occurrence.state <> 'cancelled')
    and not exists (
      select from changlai.booking
      where booking.centre_id = $1 and booking.pool_id = $2 and booking.person_id = $3
        and booking.status = 'booked')
    and ($5::boolean or not exists (select from ${CLASHING}))
    and not exists (
      select from changlai.answered_request
      where answered_request.person_id = $3 and answered_request.request_id = $8)
), turn as (
  update changlai.person
  set booking_turn = person.booking_turn + 1
  from wanted
  where person.person_id = $3 and person.booking_turn = wanted.booking_turn
  returning person.person_id
), taken as (
  update changlai.pool
  set taken = pool.taken + 1
  from turn
  where pool.centre_id = $1 and pool.pool_id = $2
    and pool.taken + 1 <= pool.capacity
    and pool.mode = 'open'
    and pool.opens_at <= $4::timestamptz and $4::timestamptz < pool.closes_at
  returning pool.centre_id, pool.pool_id, turn.person_id, pool.cancel_until
), booked as (
  insert into changlai.booking
    (centre_id, booking_id, pool_id, person_id, status, check_in_code, booked_at)
  select centre_id, $6, pool_id, person_id, 'booked', $7, $4::timestamptz from taken
  returning centre_id
), recorded as (
  insert into changlai.answered_request
    (centre_id, person_id, request_id, operation, input_hash, answer, answered_at)
  select taken.centre_id, taken.person_id, $8, $9, $10::bytea,
    jsonb_build_object('ok', true, 'value', jsonb_build_object(
      'bookingId', $6::text,
      'status', 'booked',
      'checkInCode', $7::text,
      'cancelUntil', ${instantText('taken.cancel_until')})),
    $4::timestamptz
  from taken join booked on booked.centre_id = taken.centre_id
  returning answer
)
select answer -> 'value' as value from recorded`
