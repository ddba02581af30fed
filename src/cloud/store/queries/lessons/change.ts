import type { PoolClient } from 'pg'
import { timesAfterChange, type LessonPoolTimes } from '@/domain/lessons/pool-of-lessons'
import { dateOf } from '@/domain/time/date'
import type { LessonSpan } from './affected'
import type { LockedLesson } from './lock'

/** What staff decided of a lesson: another time and place, or null for calling it off. */
export interface Decision {
  to: LessonSpan | null
  changedBy: string
  reason: string
}

/**
 * Moves or cancels a lesson that is held, with its guests, and writes down who did and why; the times
 * of its pools go along. Gives the number of the change and the pools whose seats it concerns.
 */
export async function changeLesson(
  client: PoolClient,
  lesson: LockedLesson,
  { to, changedBy, reason }: Decision,
  now: Date,
): Promise<{ number: number; poolIds: string[] }> {
  const { centreId, occurrenceId } = lesson
  const at = (instant: number | undefined) => (instant === undefined ? null : new Date(instant))
  const { rows } = await client.query<{ number: number }>({
    name: 'lessons.change',
    text: CHANGE,
    values: [
      ...[centreId, occurrenceId, to ? 'moved' : 'cancelled', now, changedBy, reason],
      ...[at(to?.startsAt), at(to?.endsAt), to?.place ?? null, to && dateOf(to.startsAt)],
    ],
  })
  const pools = await lockPools(client, lesson)
  for (const { poolId, isGuests, ...pool } of pools) {
    if (isGuests) await moveGuests(client, centreId, poolId)
    else await retime(client, lesson, { poolId, ...pool }, now)
  }
  return { number: rows[0]!.number, poolIds: pools.map(({ poolId }) => poolId) }
}

type LockedPool = LessonPoolTimes & { poolId: string; isGuests: boolean }

/** The pool of the course and then that of the lesson's guests, held until the transaction ends. */
async function lockPools(
  client: PoolClient,
  { centreId, occurrenceId, poolId }: LockedLesson,
): Promise<LockedPool[]> {
  const { rows } = await client.query<LockedPool>({
    name: 'lessons.lock-pools',
    text: LOCK_POOLS,
    values: [centreId, poolId, occurrenceId],
  })
  return rows
}

async function retime(
  client: PoolClient,
  { centreId }: LockedLesson,
  { poolId, ...pool }: LessonPoolTimes & { poolId: string },
  now: Date,
): Promise<void> {
  const covered = await client.query<{ startsAt: number; endsAt: number; isCancelled: boolean }>({
    name: 'lessons.covered',
    text: COVERED,
    values: [centreId, poolId],
  })
  const times = timesAfterChange(pool, covered.rows, now.getTime())
  const { startsAt, endsAt, closesAt, cancelUntil } = times
  await client.query({
    name: 'lessons.retime',
    text: RETIME,
    values: [
      ...[centreId, poolId],
      ...[startsAt, endsAt, closesAt, cancelUntil].map((instant) => new Date(instant)),
    ],
  })
}

async function moveGuests(client: PoolClient, centreId: string, poolId: string): Promise<void> {
  await client.query({ name: 'lessons.move-guests', text: MOVE_GUESTS, values: [centreId, poolId] })
}

const CHANGE = `
with changed as (
  insert into changlai.lesson_change
    (centre_id, occurrence_id, number, kind, changed_at, changed_by, from_starts_at, from_ends_at,
      from_place, from_state, to_starts_at, to_ends_at, to_place, reason)
  select centre_id, occurrence_id,
    1 + (select count(*) from changlai.lesson_change where centre_id = $1 and occurrence_id = $2),
    $3, $4::timestamptz, $5, starts_at, ends_at, place, state, $7::timestamptz, $8::timestamptz, $9, $6
  from changlai.occurrence
  where centre_id = $1 and occurrence_id = $2
  returning number
), moved as (
  update changlai.occurrence
  set starts_at = coalesce($7::timestamptz, starts_at),
    ends_at = coalesce($8::timestamptz, ends_at),
    place = coalesce($9, place),
    day = coalesce($10::date, day),
    state = case when $3 = 'moved' then 'rescheduled' else 'cancelled' end
  where centre_id = $1 and (occurrence_id = $2 or guest_of = $2)
)
select number from changed`

const LOCK_POOLS = `
select pool_id as "poolId", guest_of is not null as "isGuests", opens_at as "opensAt",
  closes_at as "closesAt", cancel_until as "cancelUntil", starts_at as "startsAt",
  ends_at as "endsAt"
from changlai.pool
where centre_id = $1 and (pool_id = $2 or guest_of = $3)
order by guest_of nulls first
for no key update`

const COVERED = `
select starts_at as "startsAt", ends_at as "endsAt", state = 'cancelled' as "isCancelled"
from changlai.occurrence
where centre_id = $1 and pool_id = $2`

const RETIME = `
update changlai.pool
set starts_at = $3::timestamptz, ends_at = $4::timestamptz, closes_at = $5::timestamptz,
  cancel_until = $6::timestamptz, lessons_turn = lessons_turn + 1
where centre_id = $1 and pool_id = $2`

const MOVE_GUESTS = `
update changlai.pool
set starts_at = lesson.starts_at, ends_at = lesson.ends_at, cancel_until = lesson.starts_at,
  lessons_turn = lessons_turn + 1
from changlai.occurrence as lesson
where pool.centre_id = $1 and pool.pool_id = $2
  and lesson.centre_id = pool.centre_id and lesson.pool_id = pool.pool_id`
