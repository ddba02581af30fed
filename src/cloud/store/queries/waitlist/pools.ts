import type { Pool } from 'pg'

/** A pool in which entries wait or were offered seats; instants in milliseconds since the epoch. */
export interface WaitedFor {
  poolId: string
  activityId: string
  title: string
  startsAt: number
  endsAt: number
  waiting: number
  offered: number
}

/** The pools of a centre for which somebody waits or has to confirm, in order; none of guests' seats. */
export async function poolsWaitedFor(
  pool: Pool,
  page: {
    centreId: string
    after: [startsAt: number, poolId: string] | undefined
    limit: number
  },
): Promise<WaitedFor[]> {
  const { centreId, after, limit } = page
  const { rows } = await pool.query<WaitedFor>({
    name: 'waitlist.pools',
    text: POOLS,
    values: [centreId, after ? new Date(after[0]) : null, after?.[1] ?? null, limit],
  })
  return rows
}

const POOLS = `
with live as (
  select centre_id, pool_id,
    (count(*) filter (where state = 'waiting'))::integer as waiting,
    (count(*) filter (where state = 'offered'))::integer as offered
  from changlai.waitlist_entry
  where centre_id = $1 and state in ('waiting', 'offered')
  group by centre_id, pool_id
)
select p.pool_id as "poolId", a.activity_id as "activityId", a.title,
  p.starts_at as "startsAt", p.ends_at as "endsAt", live.waiting, live.offered
from live
join changlai.pool as p on p.centre_id = live.centre_id and p.pool_id = live.pool_id
join changlai.activity as a on a.centre_id = p.centre_id and a.activity_id = p.activity_id
where p.guest_of is null
  and ($2::timestamptz is null or (p.starts_at, p.pool_id) > ($2::timestamptz, $3))
order by p.starts_at, p.pool_id
limit $4`
