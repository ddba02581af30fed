import type { PoolClient } from 'pg'
import { centreOf } from '@/domain/access/key'
import type { ListedSeats } from '@/domain/seats/pool'

/** A pool as far as its waiting list goes, held until the transaction ends. Instants in milliseconds. */
export interface LockedList extends ListedSeats {
  centreId: string
  poolId: string
  activityId: string
  startsAt: number
  listOverAt: number | null
  /** Whether it takes place at all: it is published and not everything of it was cancelled. */
  takesPlace: boolean
}

/**
 * Holds pools with their lists, in one order for everybody; by pool, without those that do not exist.
 * Whatever changes a list does so under this lock, because each change has to see what the others
 * left. Hold the persons of an entry before it, never after.
 */
export async function lockLists(
  client: PoolClient,
  poolIds: readonly string[],
): Promise<Map<string, LockedList>> {
  if (poolIds.length === 0) return new Map()
  const { rows } = await client.query<LockedList>({
    ...(poolIds.length === 1 ? { name: 'waitlist.lock' } : {}),
    text: LOCK,
    values: [poolIds.map(centreOf), poolIds],
  })
  return new Map(rows.map((list) => [list.poolId, list]))
}

/** The same for one; null for none. */
export async function lockList(client: PoolClient, poolId: string): Promise<LockedList | null> {
  return (await lockLists(client, [poolId])).get(poolId) ?? null
}

const LOCK = `
select pool.centre_id as "centreId", pool.pool_id as "poolId", pool.activity_id as "activityId",
  pool.capacity, pool.taken, pool.waiting, pool.list_takes_from as "listTakesFrom",
  pool.starts_at as "startsAt", pool.list_over_at as "listOverAt",
  activity.published and exists (
    select from changlai.occurrence
    where occurrence.centre_id = pool.centre_id and occurrence.pool_id = pool.pool_id
      and occurrence.state <> 'cancelled'
  ) as "takesPlace"
from changlai.pool
join changlai.activity
  on activity.centre_id = pool.centre_id and activity.activity_id = pool.activity_id
where (pool.centre_id, pool.pool_id) in (
  select * from unnest($1::text[], $2::text[]) limit cardinality($1::text[])
)
order by pool.centre_id, pool.pool_id
for no key update of pool`
