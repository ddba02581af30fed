import type { Pool, PoolClient } from 'pg'
import type { Output } from '@/contract'
import type { Intent } from '@/cloud/handler'
import type { BookingFacts } from '@/domain/seats/explain-refusal'
import type { Booker, PoolAudience } from '@/domain/seats/eligibility'
import { centreOf } from '@/domain/access/key'
import { instantText } from './instant-text'

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

type WhyNotRow = Partial<BookingFacts['pool'] & PoolAudience> &
  Booker & {
    answeredBefore: boolean
    known: boolean
    ownBookingId: string | null
    clashBookingId: string | null
    clashTitle: string
    clashStartsAt: number
    clashEndsAt: number
  }

/** What stands in the way of a booking that took nothing. */
export async function whyNoSeat(
  pool: Pool,
  { intent, poolId, evenIfClashes, now }: SeatWish,
): Promise<{ answeredBefore: boolean; facts: BookingFacts }> {
  const { rows } = await pool.query<WhyNotRow>({
    name: 'seats.why-not',
    text: WHY_NO_SEAT,
    values: [centreOf(poolId), poolId, intent.personId, now, intent.requestId],
  })
  const row = rows[0]
  if (!row) throw new Error('Nobody is there to book a seat: the person was deleted')
  const { homeCentreId, roles, ownBookingId } = row
  const clash = row.clashBookingId && {
    bookingId: row.clashBookingId,
    title: row.clashTitle,
    startsAt: row.clashStartsAt,
    endsAt: row.clashEndsAt,
  }
  const { capacity, taken, opensAt, closesAt, mode, homeCentreUntil, onlyRole } = row
  const found = row.known && {
    centreId: centreOf(poolId),
    capacity: capacity!,
    taken: taken!,
    opensAt: opensAt!,
    closesAt: closesAt!,
    mode: mode!,
    homeCentreUntil: homeCentreUntil!,
    onlyRole: onlyRole!,
    waiting: 0,
  }
  return {
    answeredBefore: row.answeredBefore,
    facts: {
      pool: found || null,
      person: { homeCentreId, roles },
      ownBookingId,
      clash: clash || null,
      evenIfClashes,
    },
  }
}

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

/** The occurrences that a seat in the wished pool ($1, $2) would share time with, of seats held by $3. */
const CLASHING = `
  changlai.booking as held
  join changlai.occurrence as other
    on other.centre_id = held.centre_id and other.pool_id = held.pool_id
  join changlai.occurrence as wish
    on wish.starts_at < other.ends_at and other.starts_at < wish.ends_at
  where held.person_id = $3 and held.status = 'booked'
    and (held.centre_id, held.pool_id) <> ($1, $2)
    and other.state <> 'cancelled' and other.ends_at > $4::timestamptz
    and wish.centre_id = $1 and wish.pool_id = $2 and wish.state <> 'cancelled'`

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

const WHY_NO_SEAT = `
select
  exists (
    select from changlai.answered_request
    where answered_request.person_id = $3 and answered_request.request_id = $5
  ) as "answeredBefore",
  person.home_centre_id as "homeCentreId",
  coalesce((
    select jsonb_agg(jsonb_build_object('role', role, 'centreId', nullif(centre_id, '*')))
    from changlai.role_grant where role_grant.person_id = $3
  ), '[]'::jsonb) as roles,
  found.pool_id is not null as known,
  found.capacity, found.taken, found.mode,
  found.opens_at as "opensAt",
  case when exists (
    select from changlai.occurrence
    where occurrence.centre_id = $1 and occurrence.pool_id = $2 and occurrence.state <> 'cancelled'
  ) then found.closes_at else least(found.closes_at, $4::timestamptz) end as "closesAt",
  found.home_centre_until as "homeCentreUntil",
  found.only_role as "onlyRole",
  (
    select booking_id from changlai.booking
    where booking.centre_id = $1 and booking.pool_id = $2 and booking.person_id = $3
      and booking.status = 'booked'
  ) as "ownBookingId",
  clash.booking_id as "clashBookingId",
  clash.title as "clashTitle",
  clash.starts_at as "clashStartsAt",
  clash.ends_at as "clashEndsAt"
from changlai.person
left join lateral (
  select pool.*
  from changlai.pool
  join changlai.activity
    on activity.centre_id = pool.centre_id and activity.activity_id = pool.activity_id
  where pool.centre_id = $1 and pool.pool_id = $2 and activity.published
) as found on true
left join lateral (
  select clashing.booking_id, activity.title, clashing.starts_at, clashing.ends_at
  from (
    select held.booking_id, other.centre_id, other.activity_id, other.starts_at, other.ends_at
    from ${CLASHING}
    order by other.starts_at
    limit 1
  ) as clashing
  join changlai.activity
    on activity.centre_id = clashing.centre_id and activity.activity_id = clashing.activity_id
) as clash on true
where person.person_id = $3`

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
