import type { PoolClient } from 'pg'
import type { PlannedLesson } from '@/domain/programme/lessons-of-plan'
import { dateOf } from '@/domain/time/date'
import type { WrittenLesson } from './standing'

/** What staff decided of lessons that the transaction holds. */
export interface LessonsDecision {
  centreId: string
  changedBy: string
  reason: string | null
}

/** A lesson with what it is to be; null for calling it off. */
export interface LessonToChange {
  lesson: WrittenLesson
  to: PlannedLesson | null
}

/**
 * Moves and cancels lessons, with their guests, and writes down who did and why. A lesson that a plan
 * cancels is no longer one of its course: it has no number.
 */
export async function moveLessons(
  client: PoolClient,
  { centreId, changedBy, reason }: LessonsDecision,
  changes: readonly LessonToChange[],
  now: Date,
): Promise<void> {
  if (changes.length === 0) return
  const at = (instant: number | undefined) => (instant === undefined ? null : new Date(instant))
  await client.query({
    name: 'programme.move-lessons',
    text: MOVE,
    values: [
      ...[centreId, now, changedBy, reason],
      changes.map(({ lesson }) => lesson.occurrenceId),
      changes.map(({ to }) => at(to?.startsAt)),
      changes.map(({ to }) => at(to?.endsAt)),
      changes.map(({ to }) => to?.place ?? null),
      changes.map(({ to }) => to && dateOf(to.startsAt)),
    ],
  })
}

/**
 * Gives lessons the names that a new plan gives them. Two of them may change names with one another:
 * until all have theirs they are out of the way.
 */
export async function renameLessons(
  client: PoolClient,
  centreId: string,
  renamed: readonly { lesson: WrittenLesson; planned: PlannedLesson }[],
): Promise<void> {
  const changed = renamed.filter(
    ({ lesson, planned }) => lesson.originalStartsAt !== planned.originalStartsAt,
  )
  if (changed.length === 0) return
  const occurrenceIds = changed.map(({ lesson }) => lesson.occurrenceId)
  await client.query({ name: 'programme.park', text: PARK, values: [centreId, occurrenceIds] })
  const originals = changed.map(({ planned }) => new Date(planned.originalStartsAt))
  const values = [centreId, occurrenceIds, originals]
  await client.query({ name: 'programme.make-way', text: MAKE_WAY, values })
  await client.query({ name: 'programme.rename', text: RENAME, values })
}

/** Counts the lessons of a course anew, in order; how many there are is told where it has an end. */
export async function renumberLessons(
  client: PoolClient,
  { centreId, activityId }: { centreId: string; activityId: string },
  hasEnd: boolean,
): Promise<void> {
  await client.query({
    name: 'programme.renumber',
    text: RENUMBER,
    values: [centreId, activityId, hasEnd],
  })
}

const MOVE = `
with wish as (
  select * from unnest($5::text[], $6::timestamptz[], $7::timestamptz[], $8::text[], $9::date[])
    as one (occurrence_id, starts_at, ends_at, place, day)
), changed as (
  insert into changlai.lesson_change
    (centre_id, occurrence_id, number, kind, changed_at, changed_by, from_starts_at, from_ends_at,
      from_place, from_state, to_starts_at, to_ends_at, to_place, reason)
  select lesson.centre_id, lesson.occurrence_id,
    1 + (select count(*) from changlai.lesson_change as before
      where before.centre_id = $1 and before.occurrence_id = lesson.occurrence_id),
    case when wish.starts_at is null then 'cancelled' else 'moved' end, $2::timestamptz, $3::uuid,
    lesson.starts_at, lesson.ends_at, lesson.place, lesson.state, wish.starts_at, wish.ends_at,
    wish.place, $4
  from wish
  join changlai.occurrence as lesson
    on lesson.centre_id = $1 and lesson.occurrence_id = wish.occurrence_id
)
update changlai.occurrence as lesson
set starts_at = coalesce(wish.starts_at, lesson.starts_at),
  ends_at = coalesce(wish.ends_at, lesson.ends_at),
  place = coalesce(wish.place, lesson.place),
  day = coalesce(wish.day, lesson.day),
  state = case when wish.starts_at is null then 'cancelled' else 'rescheduled' end,
  lesson_number = case when wish.starts_at is not null then lesson.lesson_number end,
  lesson_of = case when wish.starts_at is not null then lesson.lesson_of end
from wish
where lesson.centre_id = $1
  and (lesson.occurrence_id = wish.occurrence_id or lesson.guest_of = wish.occurrence_id)`

// No lesson of ours is in the year 1.
const PARK = `
update changlai.occurrence
set original_starts_at = original_starts_at - interval '2000 years'
where centre_id = $1 and occurrence_id = any($2::text[])`

// What was called off by itself and keeps a name that another lesson gets now: any name near it will do.
const MAKE_WAY = `
update changlai.occurrence as other
set original_starts_at = other.original_starts_at
  + interval '1 second' * (1 + floor(random() * 58))
where other.centre_id = $1 and other.guest_of is null
  and other.activity_id = (
    select activity_id from changlai.occurrence
    where centre_id = $1 and occurrence_id = ($2::text[])[1])
  and other.original_starts_at = any($3::timestamptz[])`

const RENAME = `
update changlai.occurrence as lesson
set original_starts_at = wish.original_starts_at
from unnest($2::text[], $3::timestamptz[]) as wish (occurrence_id, original_starts_at)
where lesson.centre_id = $1 and lesson.occurrence_id = wish.occurrence_id`

const RENUMBER = `
with numbered as (
  select occurrence_id, row_number() over (order by starts_at, occurrence_id) as number,
    count(*) over () as of
  from changlai.occurrence
  where centre_id = $1 and activity_id = $2 and guest_of is null
    and (state <> 'cancelled' or lesson_number is not null)
)
update changlai.occurrence as lesson
set lesson_number = numbered.number, lesson_of = case when $3::boolean then numbered.of end
from numbered
where lesson.centre_id = $1
  and (lesson.occurrence_id = numbered.occurrence_id or lesson.guest_of = numbered.occurrence_id)
  and (lesson.lesson_number is distinct from numbered.number
    or lesson.lesson_of is distinct from case when $3::boolean then numbered.of end)`
