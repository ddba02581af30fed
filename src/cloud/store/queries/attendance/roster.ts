import type { Pool, PoolClient } from 'pg'
import type { Mark, MarkMeans } from '@/domain/attendance/mark'
import { ATTENDEE_KEY, IS_GUESTS, NAME_OF_SEAT, SEATS_IN_LESSONS } from './seats-in-lessons'
import type { Lesson } from './lessons'
import type { LessonSeat } from './sightings'

/** One attendee of a lesson as staff see them; `markedAt` in milliseconds since the epoch. */
export interface RosterRow {
  key: Buffer
  name: string | null
  broughtBy: string | null
  codeEnds: string
  guest: boolean
  mark: Mark | null
  means: MarkMeans | null
  markedAt: number | null
}

/** Those who hold a seat in a lesson, by name, after the one whose key is given. */
export async function rosterOf(
  pool: Pool,
  { centre_id, occurrence_id }: Lesson,
  page: { after: Buffer | undefined; limit: number },
): Promise<RosterRow[]> {
  const { rows } = await pool.query<RosterRow>({
    name: 'attendance.roster',
    text: ROSTER,
    values: [centre_id, occurrence_id, page.after ?? null, page.limit],
  })
  return rows
}

/** The seat in a lesson whose attendee has a key; null for none. */
export async function seatOfKey(
  client: PoolClient,
  { centre_id, occurrence_id }: Lesson,
  key: Buffer,
): Promise<LessonSeat | null> {
  const { rows } = await client.query<LessonSeat>({
    name: 'attendance.seat-of-key',
    text: SEAT_OF_KEY,
    values: [centre_id, occurrence_id, key],
  })
  return rows[0] ?? null
}

// Where the last of the page before gave their seat back meanwhile, the list begins anew: rather
// somebody twice than somebody left out.
const ROSTER = `
with listed as (
  select ${ATTENDEE_KEY} as key, lesson.centre_id, lesson.occurrence_id, seat.person_id,
    seat.holder_id, booking.check_in_code, ${IS_GUESTS} as guest, ${NAME_OF_SEAT} as name
  from ${SEATS_IN_LESSONS}
    where lesson.centre_id = $1 and lesson.occurrence_id = $2
), ordered as (
  select listed.*, (listed.name is null, listed.name collate "C", listed.key) as place from listed
)
select ordered.key, ordered.name,
  case when ordered.person_id <> ordered.holder_id then holder.nickname end as "broughtBy",
  right(ordered.check_in_code, 4) as "codeEnds", ordered.guest,
  known.mark, case when known.mark is not null then known.means end as means,
  case when known.mark is not null then known.marked_at end as "markedAt"
from ordered
join changlai.person as holder on holder.person_id = ordered.holder_id
left join changlai.attendance as known
  on known.centre_id = ordered.centre_id and known.occurrence_id = ordered.occurrence_id
  and known.person_id = ordered.person_id
where not exists (select from ordered as last where last.key = $3::bytea)
  or ordered.place > (select last.place from ordered as last where last.key = $3::bytea)
order by ordered.place
limit $4`

const SEAT_OF_KEY = `
select lesson.centre_id as "centreId", lesson.occurrence_id as "occurrenceId",
  seat.booking_id as "bookingId", seat.person_id as "personId"
from ${SEATS_IN_LESSONS}
  where lesson.centre_id = $1 and lesson.occurrence_id = $2 and ${ATTENDEE_KEY} = $3::bytea`
