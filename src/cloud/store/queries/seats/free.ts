import type { PoolClient } from 'pg'
import { centreOf } from '@/domain/access/key'

/**
 * Frees all seats of a booking at `now`, whoever decided it and however late, in the caller's
 * transaction. What was given back before stays as it is.
 */
export async function freeBooking(client: PoolClient, bookingId: string, now: Date): Promise<void> {
  await client.query({
    name: 'seats.free',
    text: FREE,
    values: [centreOf(bookingId), bookingId, now],
  })
}

const FREE = `
with held as (
  select centre_id, booking_id, pool_id, seats
  from changlai.booking
  where centre_id = $1 and booking_id = $2 and status = 'booked'
  for no key update
), freed as (
  update changlai.booking
  set status = 'cancelled', cancelled_at = $3::timestamptz, seats = 0
  from held
  where booking.centre_id = held.centre_id and booking.booking_id = held.booking_id
  returning held.centre_id, held.booking_id, held.pool_id, held.seats
), attendees as (
  update changlai.booking_attendee as attendee
  set status = 'cancelled'
  from freed
  where attendee.centre_id = freed.centre_id and attendee.booking_id = freed.booking_id
    and attendee.status = 'booked'
)
update changlai.pool
set taken = pool.taken - freed.seats
from freed
where pool.centre_id = freed.centre_id and pool.pool_id = freed.pool_id`
