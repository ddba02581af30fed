import type { Pool } from 'pg'
import { dateOf } from '@/domain/time/date'
import { instantMilliseconds } from '../instant-text'
import type { ToldSpan } from './people'

/** What else takes place in a room; instants in milliseconds. */
export interface RoomTaken {
  title: string
  startsAt: number
  endsAt: number
}

/**
 * What else is where and when lessons of an activity are to be, in the same order: the first thing of
 * each; null where the room is free. Private consultations are nobody's business.
 */
export async function roomsTaken(
  pool: Pool,
  { centreId, activityId }: { centreId: string; activityId: string | null },
  lessons: readonly ToldSpan[],
): Promise<(RoomTaken | null)[]> {
  if (lessons.length === 0) return []
  const { rows } = await pool.query<{ room: RoomTaken | null }>({
    name: 'programme.rooms',
    text: ROOMS,
    values: [
      ...[centreId, activityId],
      lessons.map(({ startsAt }) => new Date(startsAt)),
      lessons.map(({ endsAt }) => new Date(endsAt)),
      lessons.map(({ place }) => place),
      lessons.map(({ startsAt }) => dateOf(startsAt)),
    ],
  })
  return rows.map(({ room }) => room)
}

// The day before as well: something may go on past midnight.
const ROOMS = `
select (
  select jsonb_build_object('title', activity.title,
    'startsAt', ${instantMilliseconds('other.starts_at')},
    'endsAt', ${instantMilliseconds('other.ends_at')})
  from changlai.occurrence as other
  join changlai.activity
    on activity.centre_id = other.centre_id and activity.activity_id = other.activity_id
  left join changlai.pool as form
    on form.centre_id = other.centre_id and form.pool_id = other.pool_id
  where other.centre_id = $1 and other.day between lesson.day - 1 and lesson.day + 1
    and other.place = lesson.place and other.state <> 'cancelled'
    and other.starts_at < lesson.ends_at and lesson.starts_at < other.ends_at
    and ($2::text is null or other.activity_id <> $2)
    and other.guest_of is null and form.intake is null and activity.published
  order by other.starts_at
  limit 1
) as room
from unnest($3::timestamptz[], $4::timestamptz[], $5::text[], $6::date[]) with ordinality
  as lesson (starts_at, ends_at, place, day, place_in_order)
order by lesson.place_in_order`
