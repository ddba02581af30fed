import { randomBytes } from 'node:crypto'
import type { PoolClient } from 'pg'
import { LOCAL_KEY_BYTES, centreKey, localKey } from '@/domain/access/key'
import { CHECK_IN_CODE_BYTES, checkInCode } from '@/domain/seats/check-in-code'
import type { Leaving } from './people'

/** A booking that is not over, in which some who leave have a seat or which they made. */
export interface HeldBooking {
  centreId: string
  bookingId: string
  poolId: string
  /** Whether its holder leaves. */
  holderLeaves: boolean
  /** Who keeps a seat in it: relatives with an account of their own. */
  staying: string[]
}

/** The bookings that are not over at `now`, but for those of consultations that go on. */
export async function bookingsHeld(
  client: PoolClient,
  personIds: readonly string[],
  now: Date,
): Promise<HeldBooking[]> {
  const { rows } = await client.query<HeldBooking>({
    name: 'erasure.bookings',
    text: HELD,
    values: [personIds, now],
  })
  return rows
}

/** Holds pools until the transaction ends, in the order in which everybody does. */
export async function holdPools(client: PoolClient, poolIds: readonly string[]): Promise<void> {
  await client.query({ name: 'erasure.hold-pools', text: HOLD_POOLS, values: [poolIds] })
}

/**
 * Frees the seats of those who leave in a booking whose pool is held; gives how many. Where their
 * relatives keep seats in a booking of theirs, it is the first one's from now on, and each further one
 * gets a booking of their own.
 */
export async function freeSeatsOf(
  client: PoolClient,
  { centreId, bookingId, holderLeaves, staying }: HeldBooking,
  { personIds, nobodies }: Leaving,
  now: Date,
): Promise<number> {
  const { rows } = await client.query<{ freed: number }>({
    name: 'erasure.free',
    text: FREE,
    values: [centreId, bookingId, personIds, now],
  })
  const [heir, ...others] = staying
  if (holderLeaves && heir !== undefined) {
    for (const personId of others) {
      const newId = centreKey(centreId, localKey(randomBytes(LOCAL_KEY_BYTES)))
      const code = checkInCode(randomBytes(CHECK_IN_CODE_BYTES))
      await client.query({
        name: 'erasure.own-booking',
        text: OWN_BOOKING,
        values: [centreId, bookingId, personId, newId, code],
      })
    }
    await client.query({
      name: 'erasure.hand-over',
      text: HAND_OVER,
      values: [centreId, bookingId, heir, personIds, nobodies],
    })
  }
  return rows[0]!.freed
}

const HELD = `
select booking.centre_id as "centreId", booking.booking_id as "bookingId",
  booking.pool_id as "poolId", booking.person_id = any ($1::uuid[]) as "holderLeaves",
  coalesce((
    select jsonb_agg(seat.person_id order by seat.queue_number, seat.person_id)
    from changlai.booking_attendee as seat
    where seat.centre_id = booking.centre_id and seat.booking_id = booking.booking_id
      and seat.status = 'booked' and seat.person_id <> all ($1::uuid[])
  ), '[]'::jsonb) as staying
from changlai.booking
join changlai.pool on pool.centre_id = booking.centre_id and pool.pool_id = booking.pool_id
where booking.status = 'booked' and pool.ends_at > $2::timestamptz
  and (booking.centre_id, booking.booking_id) in (
    select centre_id, booking_id from changlai.booking where person_id = any ($1::uuid[])
    union
    select centre_id, booking_id from changlai.booking_attendee
    where person_id = any ($1::uuid[]) and status = 'booked')
  and not exists (
    select from changlai.consultation
    where consultation.centre_id = booking.centre_id
      and consultation.booking_id = booking.booking_id
      and consultation.state in ('received', 'assigned', 'accepted'))
order by booking.centre_id, booking.pool_id, booking.booking_id`

const HOLD_POOLS = `
select from changlai.pool where pool_id = any ($1::text[])
order by centre_id, pool_id
for no key update`

const FREE = `
with freed as (
  update changlai.booking_attendee set status = 'cancelled'
  where centre_id = $1 and booking_id = $2 and person_id = any ($3::uuid[]) and status = 'booked'
  returning pool_id
), counted as (
  select count(*)::integer as seats, min(pool_id) as pool_id from freed
), rest as (
  update changlai.booking
  set seats = booking.seats - counted.seats,
    status = case when booking.seats = counted.seats then 'cancelled' else booking.status end,
    cancelled_at = case when booking.seats = counted.seats then $4::timestamptz end
  from counted
  where booking.centre_id = $1 and booking.booking_id = $2
), given as (
  update changlai.pool set taken = pool.taken - counted.seats
  from counted
  where pool.centre_id = $1 and pool.pool_id = counted.pool_id
)
select seats as freed from counted`

const HAND_OVER = `
with mine as (
  update changlai.booking_attendee set holder_id = $3
  where centre_id = $1 and booking_id = $2 and person_id = $3
), gone as (
  update changlai.booking_attendee as seat set holder_id = leaving.nobody
  from unnest($4::uuid[], $5::uuid[]) as leaving (person_id, nobody)
  where seat.centre_id = $1 and seat.booking_id = $2 and seat.holder_id = leaving.person_id
    and seat.person_id <> $3
)
update changlai.booking set person_id = $3, booked_by = null
where centre_id = $1 and booking_id = $2`

const OWN_BOOKING = `
with own as (
  insert into changlai.booking
    (centre_id, booking_id, pool_id, person_id, status, check_in_code, booked_at, seats)
  select centre_id, $4, pool_id, $3, 'booked', $5, booked_at, 1 from changlai.booking
  where centre_id = $1 and booking_id = $2
), rest as (
  update changlai.booking set seats = seats - 1 where centre_id = $1 and booking_id = $2
)
update changlai.booking_attendee set booking_id = $4, holder_id = $3
where centre_id = $1 and booking_id = $2 and person_id = $3`
