import type { PoolClient } from 'pg'
import { type Seating, poolTimes } from '@/domain/calendar/seating'
import {
  type CoveredLesson,
  type LessonPoolTimes,
  timesAfterChange,
} from '@/domain/lessons/pool-of-lessons'

/** A pool of an activity that is not over, held; instants in milliseconds. */
export interface LockedPool extends LessonPoolTimes {
  poolId: string
  capacity: number
  taken: number
  homeCentreUntil: number | null
  isGuests: boolean
  /** Whether a ballot draws for it: then its times are the ballot's too. */
  isDrawn: boolean
}

interface ActivityKey {
  centreId: string
  activityId: string
}

/** Holds the pools of an activity that are not over, or are of these, until the transaction ends. */
export async function lockPools(
  client: PoolClient,
  { centreId, activityId }: ActivityKey,
  poolIds: readonly string[],
  now: Date,
): Promise<LockedPool[]> {
  const { rows } = await client.query<LockedPool>({
    name: 'programme.lock-pools',
    text: LOCK,
    values: [centreId, activityId, now, poolIds],
  })
  return rows
}

/** Gives pools that are held another number of seats; not less than are taken, as a constraint upholds. */
export async function setCapacity(
  client: PoolClient,
  { centreId }: ActivityKey,
  poolIds: readonly string[],
  capacity: number,
): Promise<void> {
  await client.query({
    name: 'programme.set-capacity',
    text: SET_CAPACITY,
    values: [centreId, poolIds, capacity],
  })
}

/**
 * Sets the times of pools that are held after their lessons or the seating have changed: what has not
 * opened as the seating says, what is open as timesAfterChange has it, guests as their lesson.
 */
export async function retimePools(
  client: PoolClient,
  { centreId, activityId }: ActivityKey,
  pools: readonly LockedPool[],
  { seating, reseated }: { seating: Seating; reseated: boolean },
  now: Date,
): Promise<void> {
  if (pools.length === 0) return
  const { rows } = await client.query<CoveredLesson & { poolId: string }>({
    name: 'programme.covered',
    text: COVERED,
    values: [centreId, pools.map(({ poolId }) => poolId)],
  })
  const times = pools.map((pool) => {
    const covered = rows.filter(({ poolId }) => poolId === pool.poolId)
    return timesOf(pool, covered, { seating, reseated, now: now.getTime() })
  })
  const at = (instant: number | null) => (instant === null ? null : new Date(instant))
  await client.query({
    name: 'programme.retime',
    text: RETIME,
    values: [
      ...[centreId, pools.map(({ poolId }) => poolId)],
      ...(
        ['startsAt', 'endsAt', 'opensAt', 'closesAt', 'cancelUntil', 'homeCentreUntil'] as const
      ).map((field) => times.map((one) => at(one[field]))),
    ],
  })
  if (!reseated) return
  await client.query({
    name: 'programme.only-role',
    text: ONLY_ROLE,
    values: [centreId, activityId, now, seating.onlyRole ?? null],
  })
}

type Times = LessonPoolTimes & { homeCentreUntil: number | null }

function timesOf(
  pool: LockedPool,
  covered: readonly CoveredLesson[],
  { seating, reseated, now }: { seating: Seating; reseated: boolean; now: number },
): Times {
  if (covered.length === 0) return pool
  if (pool.isGuests) {
    const [{ startsAt, endsAt }] = covered as [CoveredLesson]
    return { ...pool, startsAt, endsAt, cancelUntil: startsAt }
  }
  const after = { ...pool, ...timesAfterChange(pool, covered, now) }
  if (pool.opensAt <= now || pool.isDrawn) return after
  const { homeCentreUntil, ...anew } = poolTimes(seating, after)
  const kept = reseated || pool.homeCentreUntil === null ? homeCentreUntil : pool.homeCentreUntil
  return {
    ...{ ...after, ...anew },
    homeCentreUntil: kept && Math.min(kept, anew.closesAt),
  }
}

const LOCK = `
select pool.pool_id as "poolId", pool.capacity, pool.taken, pool.guest_of is not null as "isGuests",
  pool.opens_at as "opensAt", pool.closes_at as "closesAt", pool.cancel_until as "cancelUntil",
  pool.starts_at as "startsAt", pool.ends_at as "endsAt",
  pool.home_centre_until as "homeCentreUntil",
  exists (
    select from changlai.ballot_pool as drawn
    where drawn.centre_id = pool.centre_id and drawn.pool_id = pool.pool_id) as "isDrawn"
from changlai.pool
where pool.centre_id = $1 and pool.activity_id = $2
  and (pool.ends_at > $3::timestamptz or pool.pool_id = any($4::text[]))
order by pool.guest_of nulls first, pool.pool_id
for no key update of pool`

const SET_CAPACITY = `
update changlai.pool set capacity = $3::integer
where centre_id = $1 and pool_id = any($2::text[])`

const COVERED = `
select pool_id as "poolId", starts_at as "startsAt", ends_at as "endsAt",
  state = 'cancelled' as "isCancelled"
from changlai.occurrence
where centre_id = $1 and pool_id = any($2::text[])`

const RETIME = `
update changlai.pool
set starts_at = wish.starts_at, ends_at = wish.ends_at, opens_at = wish.opens_at,
  closes_at = wish.closes_at, cancel_until = wish.cancel_until,
  home_centre_until = wish.home_centre_until, lessons_turn = lessons_turn + 1
from unnest($2::text[], $3::timestamptz[], $4::timestamptz[], $5::timestamptz[],
  $6::timestamptz[], $7::timestamptz[], $8::timestamptz[])
  as wish (pool_id, starts_at, ends_at, opens_at, closes_at, cancel_until, home_centre_until)
where pool.centre_id = $1 and pool.pool_id = wish.pool_id`

const ONLY_ROLE = `
update changlai.pool set only_role = $4
where centre_id = $1 and activity_id = $2 and guest_of is null and opens_at > $3::timestamptz`
