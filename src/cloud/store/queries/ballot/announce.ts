import type { PoolClient } from 'pg'
import type { PoolMode } from '@/domain/seats/pool'

/** A pool that is to be drawn for; instants in milliseconds since the epoch. */
export interface PoolToDraw {
  poolId: string
  mode: PoolMode
  closesAt: number
  startsAt: number
  published: boolean
  /** The ballot that it belongs to already. */
  ballotId: string | null
}

/** Holds pools of a centre until the transaction ends; only those that there are. */
export async function lockPools(
  client: PoolClient,
  centreId: string,
  poolIds: readonly string[],
): Promise<PoolToDraw[]> {
  const { rows } = await client.query<PoolToDraw>({
    name: 'ballot.lock-pools',
    text: LOCK_POOLS,
    values: [centreId, poolIds],
  })
  return rows
}

export interface NewBallot {
  centreId: string
  ballotId: string
  announcedBy: string
  closesAt: number
  numberSource: string
  numberAt: number
  poolIds: readonly string[]
}

/** Opens a ballot for pools that are held. */
export async function addBallot(client: PoolClient, ballot: NewBallot, now: Date): Promise<void> {
  const { centreId, ballotId, announcedBy, closesAt, numberSource, numberAt, poolIds } = ballot
  await client.query({
    name: 'ballot.add',
    text: ADD,
    values: [
      ...[centreId, ballotId, announcedBy, now, new Date(closesAt), numberSource],
      ...[new Date(numberAt), poolIds],
    ],
  })
}

const LOCK_POOLS = `
select pool.pool_id as "poolId", pool.mode, pool.closes_at as "closesAt",
  pool.starts_at as "startsAt", activity.published, drawn.ballot_id as "ballotId"
from changlai.pool
join changlai.activity
  on activity.centre_id = pool.centre_id and activity.activity_id = pool.activity_id
left join changlai.ballot_pool as drawn
  on drawn.centre_id = pool.centre_id and drawn.pool_id = pool.pool_id
where pool.centre_id = $1 and pool.pool_id = any ($2::text[])
order by pool.pool_id
for no key update of pool`

const ADD = `
with ballot as (
  insert into changlai.ballot
    (centre_id, ballot_id, announced_by, announced_at, closes_at, number_source, number_at)
  values ($1, $2, $3, $4::timestamptz, $5::timestamptz, $6, $7::timestamptz)
  returning centre_id, ballot_id
)
insert into changlai.ballot_pool (centre_id, ballot_id, pool_id, place)
select ballot.centre_id, ballot.ballot_id, drawn.pool_id, drawn.place
from ballot cross join unnest($8::text[]) with ordinality as drawn (pool_id, place)`
