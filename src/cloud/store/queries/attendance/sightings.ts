import type { PoolClient } from 'pg'
import { type Sighting, type Standing, isThere, standingAfter } from '@/domain/attendance/standing'

/** Somebody's seat in a lesson. */
export interface LessonSeat {
  centreId: string
  occurrenceId: string
  bookingId: string
  personId: string
}

/** How it stood with a seat and how it stands now. */
export interface Sighted extends LessonSeat {
  before: Standing | null
  after: Standing
}

/**
 * Writes down what was seen of seats in lessons, by the rules of `standingAfter`, in the caller's
 * transaction; `by` is the staff or volunteer, null for residents and the clock. The bookings are held
 * until the transaction ends, so that of two who mark one of them at once the second goes by what the
 * first wrote. Who turns out to have come, or to be excused, is struck no longer. Gives the seats that
 * are still held, with how it stands.
 */
export async function recordSightings(
  client: PoolClient,
  seen: readonly (LessonSeat & Sighting)[],
  by: string | null,
  now: Date,
): Promise<Sighted[]> {
  if (seen.length === 0) return []
  await holdBookings(client, seen)
  const held = await standingsOf(client, seen)
  const sighted = seen.flatMap((one): Sighted[] => {
    const { centreId, occurrenceId, bookingId, personId } = one
    const known = held.find((row) => row.occurrenceId === occurrenceId && row.personId === personId)
    if (!known) return []
    const before = standingOf(known)
    const seat = { centreId, occurrenceId, bookingId, personId }
    return [{ ...seat, before, after: standingAfter(before, one) }]
  })
  await write(client, sighted.filter(hasChanged), by)
  await waive(client, sighted.filter(isCleared), by, now)
  return sighted
}

/** Holds bookings until the transaction ends, in one order for everybody. */
async function holdBookings(
  client: PoolClient,
  seats: readonly Pick<LessonSeat, 'centreId' | 'bookingId'>[],
): Promise<void> {
  await client.query({
    name: 'attendance.hold-bookings',
    text: HOLD_BOOKINGS,
    values: [seats.map(({ centreId }) => centreId), seats.map(({ bookingId }) => bookingId)],
  })
}

type HeldRow = LessonSeat & { [Field in keyof Standing]: Standing[Field] | null }

function standingOf({ mark, means, markedAt, seenAt }: HeldRow): Standing | null {
  if (means === null || markedAt === null || seenAt === null) return null
  return { mark, means, markedAt, seenAt }
}

async function standingsOf(client: PoolClient, seats: readonly LessonSeat[]): Promise<HeldRow[]> {
  const { rows } = await client.query<HeldRow>({
    name: 'attendance.standings',
    text: STANDINGS,
    values: columnsOf(seats),
  })
  return rows
}

function columnsOf(seats: readonly LessonSeat[]) {
  return [
    seats.map(({ centreId }) => centreId),
    seats.map(({ occurrenceId }) => occurrenceId),
    seats.map(({ bookingId }) => bookingId),
    seats.map(({ personId }) => personId),
  ]
}

function hasChanged({ before, after }: Sighted): boolean {
  return (
    before === null ||
    (Object.keys(after) as (keyof Standing)[]).some((field) => before[field] !== after[field])
  )
}

function isCleared({ before, after: { mark } }: Sighted): boolean {
  return before?.mark === 'absent' && (isThere(mark) || mark === 'excused')
}

async function write(
  client: PoolClient,
  sighted: readonly Sighted[],
  by: string | null,
): Promise<void> {
  if (sighted.length === 0) return
  const { length } = sighted
  await client.query({
    name: 'attendance.write',
    text: WRITE,
    values: [
      ...columnsOf(sighted),
      sighted.map(({ after }) => after.mark),
      sighted.map(({ after }) => after.means),
      sighted.map(({ after }) => new Date(after.markedAt)),
      sighted.map(({ after: { markedAt, seenAt } }) =>
        seenAt > markedAt ? new Date(seenAt) : null,
      ),
      Array.from({ length }, () => by),
    ],
  })
}

async function waive(
  client: PoolClient,
  cleared: readonly Sighted[],
  by: string | null,
  now: Date,
): Promise<void> {
  if (cleared.length === 0) return
  await client.query({
    name: 'attendance.waive',
    text: WAIVE,
    values: [...columnsOf(cleared).slice(0, 3), now, by],
  })
}

const HOLD_BOOKINGS = `
select from changlai.booking
where (booking.centre_id, booking.booking_id) in (
  select * from unnest($1::text[], $2::text[]))
order by booking.centre_id, booking.booking_id
for no key update`

const STANDINGS = `
select asked.centre_id as "centreId", asked.occurrence_id as "occurrenceId",
  asked.booking_id as "bookingId", asked.person_id as "personId",
  known.mark, known.means, known.marked_at as "markedAt",
  coalesce(known.seen_at, known.marked_at) as "seenAt"
from unnest($1::text[], $2::text[], $3::text[], $4::uuid[])
  as asked (centre_id, occurrence_id, booking_id, person_id)
join changlai.booking_attendee as seat
  on seat.centre_id = asked.centre_id and seat.booking_id = asked.booking_id
  and seat.person_id = asked.person_id and seat.status = 'booked'
left join changlai.attendance as known
  on known.centre_id = asked.centre_id and known.occurrence_id = asked.occurrence_id
  and known.person_id = asked.person_id`

const WRITE = `
insert into changlai.attendance as known
  (centre_id, occurrence_id, booking_id, person_id, mark, means, marked_at, seen_at, marked_by)
select * from unnest($1::text[], $2::text[], $3::text[], $4::uuid[], $5::text[], $6::text[],
  $7::timestamptz[], $8::timestamptz[], $9::uuid[])
on conflict on constraint attendance_pkey do update
set booking_id = excluded.booking_id, mark = excluded.mark, means = excluded.means,
  marked_at = excluded.marked_at, seen_at = excluded.seen_at,
  marked_by = case
    when (known.mark, known.means, known.marked_at)
      is not distinct from (excluded.mark, excluded.means, excluded.marked_at)
    then known.marked_by else excluded.marked_by end`

const WAIVE = `
update changlai.strike
set state = 'waived', settled_at = $4::timestamptz, settled_by = $5, reason = null
where kind = 'absent' and state <> 'waived'
  and (centre_id, occurrence_id, booking_id) in (
    select * from unnest($1::text[], $2::text[], $3::text[]))`
