import type { Client } from 'pg'
import type { Answer } from './ledger'

/** What the database holds of a round. */
export interface Written {
  /** By person and requestId: what was answered to it. */
  answers: Map<string, Answer>
  bookings: Map<string, { subject: string; poolId: string; isBooked: boolean; seats: number }>
  entries: Set<string>
  pools: PoolWritten[]
}

interface PoolWritten {
  poolId: string
  capacity: number
  taken: number
  /** Of bookings that stand, and how many people sit in them. */
  seats: number
  people: number
  /** Kept for somebody on the list. */
  held: number
}

export async function readWritten(eye: Client): Promise<Written> {
  const answers = await eye.query<{ name: string; answer: Answer }>(ANSWERS)
  const bookings = await eye.query<{
    bookingId: string
    subject: string
    poolId: string
    isBooked: boolean
    seats: number
  }>(BOOKINGS)
  const entries = await eye.query<{ entryId: string }>(
    'select entry_id as "entryId" from changlai.waitlist_entry',
  )
  const pools = await eye.query<PoolWritten>(POOLS)
  return {
    answers: new Map(answers.rows.map(({ name, answer }) => [name, answer])),
    bookings: new Map(bookings.rows.map(({ bookingId, ...row }) => [bookingId, row])),
    entries: new Set(entries.rows.map(({ entryId }) => entryId)),
    pools: pools.rows,
  }
}

const ANSWERS = `
select subject || ' ' || request_id as name, answer
from changlai.answered_request join changlai.person_identity using (person_id)`

const BOOKINGS = `
select booking.booking_id as "bookingId", identity.subject, booking.pool_id as "poolId",
  booking.status = 'booked' as "isBooked",
  (select count(*)::integer from changlai.booking_attendee as attendee
    where attendee.booking_id = booking.booking_id and attendee.status = 'booked') as seats
from changlai.booking
join changlai.person_identity as identity using (person_id)`

const POOLS = `
select pool.pool_id as "poolId", pool.capacity, pool.taken,
  count(attendee.person_id)::integer as seats,
  count(distinct attendee.person_id)::integer as people,
  (select coalesce(sum(case when entry.state = 'offered' then entry.seats else entry.saved end), 0)
    from changlai.waitlist_entry as entry where entry.pool_id = pool.pool_id)::integer as held
from changlai.pool
left join changlai.booking_attendee as attendee
  on attendee.pool_id = pool.pool_id and attendee.status = 'booked'
group by pool.centre_id, pool.pool_id`
