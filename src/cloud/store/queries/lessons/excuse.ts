import type { PoolClient } from 'pg'
import { centreOf } from '@/domain/access/key'
import { ALL_NAMED_ARE_THERE, MEANT } from '../seats/give-back'

/** Whom somebody means of a booking: $1 to $4 of MEANT. */
export interface ExcusingOf {
  personId: string
  bookingId: string
  /** `self` and members of one's family; all of the booking's when left out. */
  attendeeIds: readonly string[] | undefined
}

/** A booking of which somebody is excused, held until the transaction ends. */
export interface ExcusedBooking {
  poolId: string
  /** Whether everybody who was named has or had a seat in it. */
  allKnown: boolean
  anyBooked: boolean
}

/** Holds a booking of the person who asks, or one with a seat of theirs; null for none. */
export async function lockExcused(
  client: PoolClient,
  meant: ExcusingOf,
): Promise<ExcusedBooking | null> {
  const { rows } = await client.query<ExcusedBooking>({
    name: 'lessons.lock-booking',
    text: LOCK_BOOKING,
    values: valuesOf(meant),
  })
  return rows[0] ?? null
}

/** Marks them excused from a lesson, but for who was seen there; gives how many were not before. */
export async function markExcused(
  client: PoolClient,
  meant: ExcusingOf,
  occurrenceId: string,
  now: Date,
): Promise<number> {
  const { rowCount } = await client.query({
    name: 'lessons.excuse',
    text: EXCUSE,
    values: [...valuesOf(meant), occurrenceId, now],
  })
  return rowCount ?? 0
}

/** How many of them said that they cannot come to a lesson, and how many of their seats were freed. */
export async function excusedOf(
  client: PoolClient,
  meant: ExcusingOf,
  occurrenceId: string,
): Promise<{ excused: number; freed: number }> {
  const { rows } = await client.query<{ excused: number; freed: number }>({
    name: 'lessons.excused',
    text: EXCUSED,
    values: [...valuesOf(meant), occurrenceId],
  })
  return rows[0]!
}

/** Takes back that they were excused from a lesson. */
export async function unmarkExcused(
  client: PoolClient,
  meant: ExcusingOf,
  occurrenceId: string,
): Promise<void> {
  await client.query({
    name: 'lessons.unexcuse',
    text: UNEXCUSE,
    values: [...valuesOf(meant), occurrenceId],
  })
}

function valuesOf({ bookingId, personId, attendeeIds }: ExcusingOf) {
  return [centreOf(bookingId), bookingId, personId, attendeeIds ?? null]
}

const LOCK_BOOKING = `
with meant as (${MEANT}
)
select booking.pool_id as "poolId", ${ALL_NAMED_ARE_THERE} as "allKnown",
  exists (select from meant where meant.status = 'booked') as "anyBooked"
from changlai.booking
where booking.centre_id = $1 and booking.booking_id = $2
  and exists (
    select from changlai.booking_attendee as attendee
    where attendee.centre_id = $1 and attendee.booking_id = $2
      and $3 in (attendee.holder_id, attendee.person_id))
for no key update of booking`

// Staff who noted somebody absent beforehand knew no better; who was seen there was there.
const EXCUSE = `
with meant as (${MEANT}
)
insert into changlai.attendance as known
  (centre_id, occurrence_id, person_id, booking_id, mark, means, marked_at)
select meant.centre_id, $5, meant.person_id, meant.booking_id, 'excused', 'excuse', $6::timestamptz
from meant
where meant.status = 'booked'
on conflict (centre_id, occurrence_id, person_id) do update
set mark = 'excused', means = 'excuse', marked_by = null
where known.mark is null or known.mark = 'absent'`

const EXCUSES = `
  changlai.attendance as excuse
  join meant on meant.centre_id = excuse.centre_id and meant.booking_id = excuse.booking_id
    and meant.person_id = excuse.person_id
  where excuse.occurrence_id = $5 and excuse.mark = 'excused'`

const EXCUSED = `
with meant as (${MEANT}
)
select count(*) as excused, count(*) filter (where excuse.freed) as freed
from ${EXCUSES}`

const UNEXCUSE = `
with meant as (${MEANT}
)
delete from changlai.attendance as excuse
using meant
where meant.centre_id = excuse.centre_id and meant.booking_id = excuse.booking_id
  and meant.person_id = excuse.person_id and excuse.occurrence_id = $5 and excuse.mark = 'excused'`
