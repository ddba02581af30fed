import type { Pool } from 'pg'
import type { LessonsToRemind } from '@/domain/alerts/due'
import { mayBeTold } from './template-of'

/** So many are written in one statement. */
const MOST = 2_000

/**
 * Writes reminders down for everybody with a seat in these lessons, and for whoever booked it, who has a
 * message of the kind in store; each once for a lesson and its day, so that a lesson that was moved is
 * reminded of again. Gives how many, at most 2,000. Who is excused from a lesson, and what was given back
 * or cancelled, is not reminded of; of a private hour the evening's says only that there is news.
 */
export async function writeReminders(
  pool: Pool,
  { purpose, from, until, before, bookedBefore, sendBefore }: LessonsToRemind,
  now: Date,
): Promise<number> {
  const { rowCount } = await pool.query({
    name: 'alerts.write-reminders',
    text: WRITE_REMINDERS,
    values: [
      ...[purpose, now, new Date(from), new Date(until)],
      ...[
        before,
        bookedBefore === null ? null : new Date(bookedBefore),
        new Date(sendBefore),
        MOST,
      ],
    ],
  })
  return rowCount ?? 0
}

// Without statistics, too, the lessons of a few hours come first, found by when they begin.
const WRITE_REMINDERS = `
insert into changlai.alert (centre_id, person_id, purpose, about, turn, made_at, next_try_at, until)
select distinct told.centre_id, told.person_id, told.purpose, told.occurrence_id, told.turn,
  $2::timestamptz, $2::timestamptz, least(told.starts_at - interval '30 minutes', $7::timestamptz)
from (
  select lesson.centre_id, lesson.occurrence_id, lesson.starts_at, person.person_id,
    case when pool.intake is null then $1 else 'private-news' end as purpose,
    to_char(lesson.starts_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as turn
  from changlai.occurrence as lesson
  join changlai.pool on pool.centre_id = lesson.centre_id and pool.pool_id = lesson.pool_id
  join changlai.booking_attendee as seat
    on seat.centre_id = pool.centre_id and seat.pool_id = pool.pool_id and seat.status = 'booked'
  join changlai.booking
    on booking.centre_id = seat.centre_id and booking.booking_id = seat.booking_id
  cross join lateral (
    values (seat.holder_id), (seat.person_id)
  ) as person (person_id)
  where lesson.state <> 'cancelled'
    and lesson.starts_at >= $3::timestamptz and lesson.starts_at < $4::timestamptz
    and booking.booked_at
      < coalesce($6::timestamptz, lesson.starts_at - $5::float8 * interval '1 millisecond')
    and (pool.intake is null or $1 = 'lesson-tomorrow')
    and not exists (
      select from changlai.attendance as excused
      where excused.centre_id = lesson.centre_id and excused.occurrence_id = lesson.occurrence_id
        and excused.person_id = seat.person_id and excused.mark = 'excused')
) as told
where exists (
    select from changlai.person_identity as known where known.person_id = told.person_id)
  and ${mayBeTold('told.person_id', 'told.purpose')}
  and not exists (
    select from changlai.alert as written
    where written.centre_id = told.centre_id and written.person_id = told.person_id
      and written.purpose = told.purpose and written.about = told.occurrence_id
      and written.turn = told.turn)
limit $8::integer
on conflict on constraint alert_once do nothing`
