import type { Pool, PoolClient } from 'pg'
import type { OccurrenceState } from '@/domain/calendar/programme'
import type { StandingLesson } from '@/domain/programme/lesson-diff'

/** A lesson of an activity as it is written down; instants in milliseconds. */
export interface WrittenLesson extends StandingLesson {
  poolId: string | null
  state: OccurrenceState
  lessonNumber: number | null
}

interface ActivityKey {
  centreId: string
  activityId: string
}

/** The lessons of an activity that are not over, or whose own day is not; never as guests see them. */
export async function standingLessons(
  client: Pool | PoolClient,
  { centreId, activityId }: ActivityKey,
  now: Date,
): Promise<WrittenLesson[]> {
  const { rows } = await client.query<WrittenLesson>({
    name: 'programme.standing',
    text: STANDING,
    values: [centreId, activityId, now],
  })
  return rows
}

/** The same, held until the transaction ends, in the order of their keys. */
export async function lockStanding(
  client: PoolClient,
  { centreId, activityId }: ActivityKey,
  now: Date,
): Promise<WrittenLesson[]> {
  const { rows } = await client.query<WrittenLesson>({
    name: 'programme.lock-standing',
    text: `${STANDING}
for no key update of lesson`,
    values: [centreId, activityId, now],
  })
  return rows
}

const STANDING = `
select lesson.occurrence_id as "occurrenceId", lesson.pool_id as "poolId",
  lesson.starts_at as "startsAt", lesson.ends_at as "endsAt", lesson.place, lesson.state,
  lesson.original_starts_at as "originalStartsAt", lesson.lesson_number as "lessonNumber",
  lesson.state = 'cancelled' as "isCancelled"
from changlai.occurrence as lesson
where lesson.centre_id = $1 and lesson.activity_id = $2 and lesson.guest_of is null
  and (lesson.ends_at > $3::timestamptz or lesson.original_starts_at > $3::timestamptz)
order by lesson.occurrence_id`
