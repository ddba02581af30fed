import { randomBytes } from 'node:crypto'
import type { Pool, PoolClient } from 'pg'
import { LOCAL_KEY_BYTES, centreKey, centreOf, localKey } from '@/domain/access/key'
import { JUDGED_AFTER, STRIKE_WEIGHT } from '@/domain/attendance/strike'
import { termEndsAt } from '@/domain/time/term'
import { SEATS_IN_LESSONS } from './seats-in-lessons'
import { type LessonSeat, type Sighted, recordSightings } from './sightings'

/** At most so many lessons are looked at in one pass. */
const MOST = 500

/** The lessons that ended a day before `now` or earlier and were not judged, those that wait longest first. */
export async function lessonsToJudge(pool: Pool, now: Date): Promise<string[]> {
  const { rows } = await pool.query<{ occurrenceId: string }>({
    name: 'attendance.to-judge',
    text: TO_JUDGE,
    values: [endedBy(now), MOST],
  })
  return rows.map(({ occurrenceId }) => occurrenceId)
}

/**
 * Judges a lesson, once: where somebody was seen there, whoever holds a seat and has no mark was
 * absent, and each booking of which all were gives its holder a strike. Gives how many strikes.
 */
export async function judgeLesson(
  client: PoolClient,
  occurrenceId: string,
  now: Date,
): Promise<number> {
  const lesson = await holdLesson(client, occurrenceId, now)
  if (!lesson) return 0
  await client.query({
    name: 'attendance.judged',
    text: JUDGED,
    values: [lesson.centreId, occurrenceId, now],
  })
  if (lesson.isCancelled || !lesson.wasTaken) return 0
  const seats = await seatsToJudge(client, lesson.centreId, occurrenceId)
  const clock = { mark: 'absent', means: 'clock', at: lesson.endsAt } as const
  const seen = seats.map((seat) => ({ ...seat, ...clock }))
  const sighted = await recordSightings(client, seen, null, now)
  return strike(client, absentBookings(sighted), { ...lesson, occurrenceId }, now)
}

/** The bookings of which nobody came, and nobody had said so before. */
function absentBookings(sighted: readonly Sighted[]): string[] {
  const someoneDid = new Set(
    sighted.filter(({ after }) => after.mark !== 'absent').map(({ bookingId }) => bookingId),
  )
  const bookings = new Set(sighted.map(({ bookingId }) => bookingId))
  return [...bookings].filter((bookingId) => !someoneDid.has(bookingId))
}

interface JudgedLesson {
  centreId: string
  startsAt: number
  endsAt: number
  isCancelled: boolean
  /** Whether anybody was seen there. */
  wasTaken: boolean
}

/** Holds a lesson that is to be judged until the transaction ends; null where another clock has it. */
async function holdLesson(
  client: PoolClient,
  occurrenceId: string,
  now: Date,
): Promise<JudgedLesson | null> {
  const { rows } = await client.query<JudgedLesson>({
    name: 'attendance.hold-lesson',
    text: HOLD_LESSON,
    values: [centreOf(occurrenceId), occurrenceId, endedBy(now)],
  })
  return rows[0] ?? null
}

async function seatsToJudge(
  client: PoolClient,
  centreId: string,
  occurrenceId: string,
): Promise<LessonSeat[]> {
  const { rows } = await client.query<LessonSeat>({
    name: 'attendance.seats-to-judge',
    text: SEATS_TO_JUDGE,
    values: [centreId, occurrenceId],
  })
  return rows
}

async function strike(
  client: PoolClient,
  bookings: readonly string[],
  lesson: Pick<JudgedLesson, 'centreId' | 'startsAt'> & { occurrenceId: string },
  now: Date,
): Promise<number> {
  if (bookings.length === 0) return 0
  const { centreId, occurrenceId, startsAt } = lesson
  const { rowCount } = await client.query({
    name: 'attendance.strike',
    text: STRIKE,
    values: [
      centreId,
      occurrenceId,
      bookings,
      bookings.map(() => centreKey(centreId, localKey(randomBytes(LOCAL_KEY_BYTES)))),
      STRIKE_WEIGHT.absent,
      now,
      new Date(termEndsAt(startsAt)),
    ],
  })
  return rowCount ?? 0
}

function endedBy(now: Date): Date {
  return new Date(now.getTime() - JUDGED_AFTER)
}

const TO_JUDGE = `
select occurrence_id as "occurrenceId"
from changlai.occurrence
where judged_at is null and pool_id is not null and guest_of is null
  and ends_at <= $1::timestamptz
order by ends_at, occurrence_id
limit $2`

const HOLD_LESSON = `
select lesson.centre_id as "centreId", lesson.starts_at as "startsAt", lesson.ends_at as "endsAt",
  lesson.state = 'cancelled' as "isCancelled",
  exists (
    select from changlai.attendance as known
    where known.centre_id = lesson.centre_id and known.occurrence_id = lesson.occurrence_id
      and known.mark in ('present', 'late')
  ) as "wasTaken"
from changlai.occurrence as lesson
where lesson.centre_id = $1 and lesson.occurrence_id = $2
  and lesson.judged_at is null and lesson.ends_at <= $3::timestamptz
for no key update of lesson skip locked`

const JUDGED = `
update changlai.occurrence
set judged_at = $3::timestamptz
where centre_id = $1 and occurrence_id = $2`

// Who booked while it was on already is not waited for.
const SEATS_TO_JUDGE = `
select lesson.centre_id as "centreId", lesson.occurrence_id as "occurrenceId",
  seat.booking_id as "bookingId", seat.person_id as "personId"
from ${SEATS_IN_LESSONS}
where lesson.centre_id = $1 and lesson.occurrence_id = $2 and booking.booked_at < lesson.starts_at
order by seat.booking_id, seat.person_id`

const STRIKE = `
insert into changlai.strike
  (centre_id, strike_id, person_id, booking_id, occurrence_id, kind, weight, state, struck_at,
    expires_at)
select booking.centre_id, judged.strike_id, booking.person_id, booking.booking_id, $2, 'absent', $5,
  'standing', $6::timestamptz, $7::timestamptz
from unnest($3::text[], $4::text[]) as judged (booking_id, strike_id)
join changlai.booking on booking.centre_id = $1 and booking.booking_id = judged.booking_id
on conflict (centre_id, booking_id, occurrence_id) do nothing`
