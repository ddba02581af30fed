import type { Pool } from 'pg'
import { centreOf } from '@/domain/access/key'
import type { SoldOut } from './wish'

/** SQL: `pool` can be booked at an instant. */
export const isOpen = (pool: string, now: string) =>
  `${pool}.mode = 'open' and ${pool}.opens_at <= ${now} and ${now} < ${pool}.closes_at`

/** SQL: not every lesson of `pool` has been called off. */
export const IS_HELD = `(select true from changlai.occurrence
      where occurrence.centre_id = pool.centre_id and occurrence.pool_id = pool.pool_id
        and occurrence.state <> 'cancelled' limit 1)`

/** SQL: `pool` of `activity` has no seat at an instant, which is all there is to say to anybody without one in it. */
export const fullForAnybody = (now: string) => `pool.taken >= pool.capacity
    and activity.published
    and ${isOpen('pool', now)}
    and pool.intake is null and pool.only_role is null
    and (pool.home_centre_until is null or pool.home_centre_until <= ${now})
    and ${IS_HELD}`

/** What is to be said of those of the pools that are full for anybody, each by its key. */
export async function fullPools(
  pool: Pool,
  poolIds: readonly string[],
  now: Date,
): Promise<Map<string, SoldOut>> {
  const { rows } = await pool.query<SoldOut & { poolId: string }>({
    name: 'seats.full-pools',
    text: FULL_POOLS,
    values: [poolIds.map(centreOf), poolIds, now],
  })
  return new Map(rows.map(({ poolId, ...full }) => [poolId, full]))
}

const FULL_POOLS = `
select pool.pool_id as "poolId", pool.capacity, pool.waiting,
  (extract(epoch from pool.opens_at) * 1000)::float8 as "opensAt",
  (extract(epoch from pool.closes_at) * 1000)::float8 as "closesAt",
  pool.xmin::text as version
from unnest($1::text[], $2::text[]) as asked (centre_id, pool_id)
join changlai.pool on pool.centre_id = asked.centre_id and pool.pool_id = asked.pool_id
join changlai.activity
  on activity.centre_id = pool.centre_id and activity.activity_id = pool.activity_id
where ${fullForAnybody('$3::timestamptz')}`
