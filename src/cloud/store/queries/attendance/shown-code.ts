import type { PoolClient } from 'pg'
import { centreOf } from '@/domain/access/key'
import { NAME_OF_SEAT, SEATS_IN_LESSONS } from './seats-in-lessons'
import type { Lesson } from './lessons'
import type { LessonSeat } from './sightings'

/** A booking whose code a phone showed; instants in milliseconds since the epoch. */
export interface ShownBooking {
  secret: Buffer
  /** What it is for; null where that is told to nobody. */
  title: string | null
  /** When the next of its lessons begins, or the last one began. */
  startsAt: number | null
}

/** The booking of a check-in code in a centre; null for none. */
export async function bookingOfCode(
  client: PoolClient,
  centreId: string,
  checkInCode: string,
  now: Date,
): Promise<ShownBooking | null> {
  const { rows } = await client.query<ShownBooking>({
    name: 'attendance.booking-of-code',
    text: BOOKING_OF_CODE,
    values: [centreId, checkInCode, now],
  })
  return rows[0] ?? null
}

/** The seats in a lesson of the booking with a check-in code, with the first character of each name. */
export async function seatsOfCode(
  client: PoolClient,
  { occurrence_id }: Lesson,
  checkInCode: string,
): Promise<(LessonSeat & { initial: string | null })[]> {
  const { rows } = await client.query<LessonSeat & { initial: string | null }>({
    name: 'attendance.seats-of-code',
    text: SEATS_OF_CODE,
    values: [centreOf(occurrence_id), occurrence_id, checkInCode],
  })
  return rows
}

const BOOKING_OF_CODE = `
select booking.check_in_secret as secret,
  case when pool.intake is null then activity.title end as title,
  case when pool.intake is null then (
    select coalesce(
      min(lesson.starts_at) filter (where lesson.ends_at > $3::timestamptz), max(lesson.starts_at))
    from changlai.occurrence as lesson
    where lesson.centre_id = pool.centre_id and lesson.pool_id = pool.pool_id
      and lesson.state <> 'cancelled') end as "startsAt"
from changlai.booking
join changlai.pool on pool.centre_id = booking.centre_id and pool.pool_id = booking.pool_id
join changlai.activity
  on activity.centre_id = pool.centre_id and activity.activity_id = pool.activity_id
where booking.centre_id = $1 and booking.check_in_code = $2`

const SEATS_OF_CODE = `
select lesson.centre_id as "centreId", lesson.occurrence_id as "occurrenceId",
  seat.booking_id as "bookingId", seat.person_id as "personId",
  left(${NAME_OF_SEAT}, 1) as initial
from ${SEATS_IN_LESSONS}
  where lesson.centre_id = $1 and lesson.occurrence_id = $2 and booking.check_in_code = $3
order by seat.person_id <> seat.holder_id, initial, seat.person_id`
