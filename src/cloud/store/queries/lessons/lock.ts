import type { PoolClient } from 'pg'
import type { OccurrenceState } from '@/domain/calendar/programme'
import { centreOf } from '@/domain/access/key'

/** A lesson with the pool whose seats cover it. Instants in milliseconds since the epoch. */
export interface LockedLesson {
  centreId: string
  occurrenceId: string
  activityId: string
  title: string
  /** Which lesson of how many; null for one that is no course's. */
  lesson: { number: number; of: number } | null
  startsAt: number
  endsAt: number
  place: string
  state: OccurrenceState
  /** Null where nobody needs a seat. */
  poolId: string | null
  /** How many lessons the pool covers. */
  lessons: number
  /** When the first of them begins: until then seats of the whole course change hands. */
  courseStartsAt: number | null
  /** Whether the activity gives the seat of somebody who is excused to a guest. */
  guestsFromList: boolean
}

/**
 * Holds a lesson until the transaction ends; null for none. What is private, and a lesson as its
 * guests see it, is none. Whoever frees, fills, moves or cancels a lesson does so under this lock: hold
 * a booking before it and pools after it.
 */
export async function lockLesson(
  client: PoolClient,
  occurrenceId: string,
): Promise<LockedLesson | null> {
  const { rows } = await client.query<LockedLesson>({
    name: 'lessons.lock',
    text: `${LESSON}
for no key update of lesson`,
    values: [centreOf(occurrenceId), occurrenceId],
  })
  return rows[0] ?? null
}

/** The same as it stands, held by nobody. */
export async function lessonOf(
  client: Pick<PoolClient, 'query'>,
  occurrenceId: string,
): Promise<LockedLesson | null> {
  const { rows } = await client.query<LockedLesson>({
    name: 'lessons.one',
    text: LESSON,
    values: [centreOf(occurrenceId), occurrenceId],
  })
  return rows[0] ?? null
}

const LESSON = `
select lesson.centre_id as "centreId", lesson.occurrence_id as "occurrenceId",
  lesson.activity_id as "activityId", activity.title,
  case when lesson.lesson_number is not null and lesson.lesson_of is not null then
    jsonb_build_object('number', lesson.lesson_number, 'of', lesson.lesson_of) end as lesson,
  lesson.starts_at as "startsAt", lesson.ends_at as "endsAt",
  lesson.place, lesson.state, lesson.pool_id as "poolId",
  (
    select count(*) from changlai.occurrence as covered
    where covered.centre_id = lesson.centre_id and covered.pool_id = lesson.pool_id
  ) as lessons,
  pool.starts_at as "courseStartsAt", activity.guests_from_list as "guestsFromList"
from changlai.occurrence as lesson
join changlai.activity
  on activity.centre_id = lesson.centre_id and activity.activity_id = lesson.activity_id
left join changlai.pool on pool.centre_id = lesson.centre_id and pool.pool_id = lesson.pool_id
where lesson.centre_id = $1 and lesson.occurrence_id = $2
  and lesson.guest_of is null and pool.intake is null`
