import type { Pool, PoolClient } from 'pg'
import type { QueueState } from '@/domain/queue/number-state'
import { centreOf } from '@/domain/access/key'

/** How the queue of a pool stands; instants in milliseconds since the epoch. */
export interface QueueStanding {
  called: number | null
  nextUp: number | null
  waiting: number
  /** The numbers of a person and of those for whom they booked. */
  mine: { number: number; ahead: number; state: QueueState }[]
  startsAt: number
  endsAt: number
}

/** How the queue of a numbered pool stands, with a person's numbers; null for no such pool. */
export async function queueStanding(
  database: Pool | PoolClient,
  poolId: string,
  personId: string | null,
): Promise<QueueStanding | null> {
  const { rows } = await database.query<QueueStanding>({
    name: 'queue.standing',
    text: STANDING,
    values: [centreOf(poolId), poolId, personId],
  })
  return rows[0] ?? null
}

/** Somebody may have taken and given back seats more often than a screen shows numbers. */
const MOST_OF_MINE = 10

const STANDING = `
with numbers as (
  select queue_number, queue_state,
    coalesce($3::uuid in (holder_id, person_id), false) as is_mine,
    queue_state = 'waiting' as waits,
    count(*) filter (where queue_state = 'waiting') over (
      order by queue_number rows between unbounded preceding and 1 preceding) as ahead
  from changlai.booking_attendee
  where centre_id = $1 and pool_id = $2 and queue_number is not null and status = 'booked'
)
select pool.called_number as called,
  (select min(queue_number) from numbers where waits) as "nextUp",
  (select count(*) from numbers where waits) as waiting,
  coalesce((
    select jsonb_agg(jsonb_build_object(
      'number', queue_number,
      'ahead', case when waits then ahead else 0 end,
      'state', queue_state) order by queue_number)
    from (
      select * from numbers where is_mine order by queue_number limit ${MOST_OF_MINE}) as own
  ), '[]'::jsonb) as mine,
  pool.starts_at as "startsAt", pool.ends_at as "endsAt"
from changlai.pool
join changlai.activity
  on activity.centre_id = pool.centre_id and activity.activity_id = pool.activity_id
where pool.centre_id = $1 and pool.pool_id = $2 and pool.numbered and activity.published`
