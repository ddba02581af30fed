import { randomBytes } from 'node:crypto'
import type { PoolClient } from 'pg'
import { LOCAL_KEY_BYTES, centreKey, localKey } from '@/domain/access/key'
import { type Seating, poolTimes } from '@/domain/calendar/seating'
import type { PlannedLesson } from '@/domain/programme/lessons-of-plan'
import { dateOf } from '@/domain/time/date'

interface ActivityKey {
  centreId: string
  activityId: string
}

/**
 * Writes lessons that are new down: each with a pool of its own, or all with the one of the course,
 * which is made where there is none. Gives their keys.
 */
export async function addLessons(
  client: PoolClient,
  activity: ActivityKey,
  seating: Seating | null,
  added: readonly PlannedLesson[],
): Promise<string[]> {
  if (added.length === 0) return []
  const { centreId, activityId } = activity
  const key = () => centreKey(centreId, localKey(randomBytes(LOCAL_KEY_BYTES)))
  let poolIds: (string | null)[] = added.map(() => null)
  if (seating?.per === 'term') {
    const poolId = (await poolOfTerm(client, activity)) ?? key()
    poolIds = added.map(() => poolId)
    await addPools(client, activity, seating, [{ poolId, ...spanOf(added) }])
  } else if (seating) {
    const pools = added.map(({ startsAt, endsAt }) => ({ poolId: key(), startsAt, endsAt }))
    poolIds = pools.map(({ poolId }) => poolId)
    await addPools(client, activity, seating, pools)
  }
  const occurrenceIds = added.map(key)
  await client.query({
    name: 'programme.add-lessons',
    text: ADD_LESSONS,
    values: [
      ...[centreId, activityId, occurrenceIds, poolIds],
      added.map((one) => dateOf(one.startsAt)),
      added.map((one) => new Date(one.startsAt)),
      added.map((one) => new Date(one.endsAt)),
      added.map((one) => new Date(one.originalStartsAt)),
      added.map((one) => one.place),
    ],
  })
  return occurrenceIds
}

function spanOf(lessons: readonly PlannedLesson[]): { startsAt: number; endsAt: number } {
  return {
    startsAt: Math.min(...lessons.map((one) => one.startsAt)),
    endsAt: Math.max(...lessons.map((one) => one.endsAt)),
  }
}

async function poolOfTerm(
  client: PoolClient,
  { centreId, activityId }: ActivityKey,
): Promise<string | null> {
  const { rows } = await client.query<{ poolId: string }>({
    name: 'programme.term-pool',
    text: TERM_POOL,
    values: [centreId, activityId],
  })
  return rows[0]?.poolId ?? null
}

async function addPools(
  client: PoolClient,
  { centreId, activityId }: ActivityKey,
  seating: Seating,
  pools: readonly { poolId: string; startsAt: number; endsAt: number }[],
): Promise<void> {
  const times = pools.map((pool) => poolTimes(seating, pool))
  await client.query({
    name: 'programme.add-pools',
    text: ADD_POOLS,
    values: [
      ...[centreId, activityId, seating.capacity, seating.mode ?? 'open'],
      ...[seating.onlyRole ?? null, seating.numbered ?? false],
      pools.map(({ poolId }) => poolId),
      pools.map(({ startsAt }) => new Date(startsAt)),
      pools.map(({ endsAt }) => new Date(endsAt)),
      times.map(({ opensAt }) => new Date(opensAt)),
      times.map(({ closesAt }) => new Date(closesAt)),
      times.map(({ cancelUntil }) => new Date(cancelUntil)),
      times.map(({ homeCentreUntil }) => homeCentreUntil && new Date(homeCentreUntil)),
    ],
  })
}

const TERM_POOL = `
select pool_id as "poolId" from changlai.pool
where centre_id = $1 and activity_id = $2 and guest_of is null
order by ends_at desc
limit 1`

// The one of a course that is there already is held, and stays as it is.
const ADD_POOLS = `
insert into changlai.pool
  (centre_id, activity_id, capacity, mode, only_role, numbered, pool_id, starts_at, ends_at, opens_at,
    closes_at, cancel_until, home_centre_until)
select $1::text, $2::text, $3::integer, $4::text, $5::text, $6::boolean, one.*
from unnest($7::text[], $8::timestamptz[], $9::timestamptz[], $10::timestamptz[],
  $11::timestamptz[], $12::timestamptz[], $13::timestamptz[]) as one
on conflict (centre_id, pool_id) do nothing`

// Where another lesson has the name already, a moved one of an older plan, the new one takes the next.
const ADD_LESSONS = `
insert into changlai.occurrence
  (centre_id, activity_id, occurrence_id, pool_id, day, starts_at, ends_at, original_starts_at, place)
select $1::text, $2::text, one.occurrence_id, one.pool_id, one.day, one.starts_at, one.ends_at,
  one.original_starts_at + coalesce((
    select interval '1 second' * (1 + count(*))
    from changlai.occurrence as other
    where other.centre_id = $1::text and other.activity_id = $2::text and other.guest_of is null
      and other.original_starts_at >= one.original_starts_at
      and other.original_starts_at < one.original_starts_at + interval '1 minute'
    having count(*) > 0), interval '0'), one.place
from unnest($3::text[], $4::text[], $5::date[], $6::timestamptz[], $7::timestamptz[],
  $8::timestamptz[], $9::text[])
  as one (occurrence_id, pool_id, day, starts_at, ends_at, original_starts_at, place)`
