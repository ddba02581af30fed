import type { Pool } from 'pg'
import { centreOf } from '@/domain/access/key'

/** A time and place that a lesson may be given. */
export interface LessonSpan {
  startsAt: number
  endsAt: number
  place: string
}

/** Whom a lesson at another time concerns; instants in milliseconds. */
export interface Affected {
  /** How many people hold a seat in it, guests included. */
  people: number
  /** How many of them have something else then. */
  clashing: number
  /** What else takes place in the room then. */
  room: { title: string; startsAt: number; endsAt: number } | null
}

/** Looks, and changes nothing. */
export async function affectedBy(
  pool: Pool,
  occurrenceId: string,
  span: LessonSpan,
): Promise<Affected> {
  const { rows } = await pool.query<Affected>({
    name: 'lessons.affected',
    text: AFFECTED,
    values: [
      ...[centreOf(occurrenceId), occurrenceId],
      ...[new Date(span.startsAt), new Date(span.endsAt), span.place],
    ],
  })
  return rows[0]!
}

/** The pools of lesson $2: that of its course, and that of its guests. */
const POOLS_OF_LESSON = `
  select pool_id from changlai.occurrence
  where centre_id = $1 and (occurrence_id = $2 or guest_of = $2)`

/** The seats held in lesson $2 of centre $1, as `seat`. */
export const SEATS_OF_LESSON = `
  changlai.booking_attendee as seat
  where seat.centre_id = $1 and seat.status = 'booked' and seat.pool_id in (${POOLS_OF_LESSON})`

/** What else a person holds a seat in between $3 and $4, as `held` and its occurrence as `other`. */
export const HELD_THEN = `
  changlai.booking_attendee as held
  join changlai.occurrence as other
    on other.centre_id = held.centre_id and other.pool_id = held.pool_id
  where held.status = 'booked' and other.state <> 'cancelled'
    and other.starts_at < $4::timestamptz and $3::timestamptz < other.ends_at
    and not (held.centre_id = $1 and held.pool_id in (${POOLS_OF_LESSON}))`

const AFFECTED = `
select count(*) as people,
  count(*) filter (where exists (
    select from ${HELD_THEN} and held.person_id = seats.person_id)) as clashing,
  (
    select jsonb_build_object('title', activity.title,
      'startsAt', round(extract(epoch from other.starts_at) * 1000),
      'endsAt', round(extract(epoch from other.ends_at) * 1000))
    from changlai.occurrence as other
    join changlai.activity
      on activity.centre_id = other.centre_id and activity.activity_id = other.activity_id
    left join changlai.pool as form
      on form.centre_id = other.centre_id and form.pool_id = other.pool_id
    where other.centre_id = $1 and other.place = $5 and other.state <> 'cancelled'
      and other.starts_at < $4::timestamptz and $3::timestamptz < other.ends_at
      and other.occurrence_id <> $2 and other.guest_of is null and form.intake is null
      and activity.published
    order by other.starts_at
    limit 1
  ) as room
from (select seat.person_id from ${SEATS_OF_LESSON}) as seats`
