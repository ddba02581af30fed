import type { Pool, PoolClient } from 'pg'
import type { Category, OccurrenceState } from '@/domain/calendar/programme'
import { centreOf } from '@/domain/access/key'
import type { PoolMode } from '@/domain/seats/pool'
import { SEATS_IN_LESSONS } from './seats-in-lessons'

/** A lesson that people hold seats in; instants in milliseconds since the epoch. */
export interface Lesson {
  centre_id: string
  occurrence_id: string
  activity_id: string
  title: string
  category: Category
  place: string
  starts_at: number
  ends_at: number
  state: OccurrenceState
  lesson_number: number | null
  lesson_of: number | null
  /** The pool that its seats are of. */
  pool_id: string
  mode: PoolMode
  capacity: number
  taken: number
  waiting: number
  opens_at: number
  closes_at: number
}

/** A lesson with how many are expected in it, are there and are excused. */
export interface CountedLesson extends Lesson {
  expected: number
  there: number
  excused: number
}

/** A lesson in which attendance is taken; null for anything else. */
export async function lessonOfKey(
  database: Pool | PoolClient,
  occurrenceId: string,
): Promise<Lesson | null> {
  const { rows } = await database.query<Lesson>({
    name: 'attendance.lesson',
    text: LESSON,
    values: [centreOf(occurrenceId), occurrenceId],
  })
  return rows[0] ?? null
}

/** The lessons of a day in a centre in which somebody may be expected, in order. */
export async function lessonsOfDay(
  pool: Pool,
  page: {
    centreId: string
    day: string
    after: [startsAt: number, occurrenceId: string] | undefined
    limit: number
  },
): Promise<CountedLesson[]> {
  const { centreId, day, after, limit } = page
  const { rows } = await pool.query<CountedLesson>({
    name: 'attendance.lessons-of-day',
    text: LESSONS_OF_DAY,
    values: [centreId, day, after && new Date(after[0]), after?.[1], limit],
  })
  return rows
}

const COLUMNS = `lesson.centre_id, lesson.occurrence_id, lesson.activity_id, activity.title,
  activity.category, lesson.place, lesson.starts_at, lesson.ends_at, lesson.state,
  lesson.lesson_number, lesson.lesson_of, pool.pool_id, pool.mode, pool.capacity, pool.taken,
  pool.waiting, pool.opens_at, pool.closes_at`

const LESSONS = `
  changlai.occurrence as lesson
  join changlai.pool on pool.centre_id = lesson.centre_id and pool.pool_id = lesson.pool_id
    and pool.intake is null and not pool.numbered and lesson.guest_of is null
  join changlai.activity
    on activity.centre_id = lesson.centre_id and activity.activity_id = lesson.activity_id
    and activity.published`

const LESSON = `
select ${COLUMNS}
from ${LESSONS}
where lesson.centre_id = $1 and lesson.occurrence_id = $2`

const LESSONS_OF_DAY = `
with page as (
  select ${COLUMNS}
  from ${LESSONS}
  where lesson.centre_id = $1 and lesson.day = $2::date
    and ($3::timestamptz is null
      or (lesson.starts_at, lesson.occurrence_id) > ($3::timestamptz, $4::text))
  order by lesson.starts_at, lesson.occurrence_id
  limit $5
)
select page.*, counted.expected, counted.there, counted.excused
from page
cross join lateral (
  select count(*) as expected,
    count(*) filter (where known.mark in ('present', 'late')) as there,
    count(*) filter (where known.mark = 'excused') as excused
  from (
    select lesson.centre_id, lesson.occurrence_id, seat.person_id
    from ${SEATS_IN_LESSONS}
      where lesson.centre_id = page.centre_id and lesson.occurrence_id = page.occurrence_id
  ) as held
  left join changlai.attendance as known
    on known.centre_id = held.centre_id and known.occurrence_id = held.occurrence_id
    and known.person_id = held.person_id
) as counted
order by page.starts_at, page.occurrence_id`
