import type { Pool } from 'pg'
import { centreOf } from '@/domain/access/key'

/** Where the database says which pools somebody may find a seat in again (step 0020 of the schema). */
export const POOL_CHANNEL = 'changlai_pool'

/**
 * Everybody who has or had a booking in each of the pools, made one, or has a seat by one, each as a
 * person and as the platform names them (`wechat:…`); by pool.
 */
export async function peopleOfPools(
  pool: Pool,
  poolIds: readonly string[],
): Promise<Map<string, Set<string>>> {
  const { rows } = await pool.query<{ poolId: string; people: string[] }>({
    name: 'seats.people-of-pools',
    text: PEOPLE_OF_POOLS,
    values: [poolIds.map(centreOf), poolIds],
  })
  const people = new Map(poolIds.map((poolId) => [poolId, new Set<string>()]))
  for (const row of rows) people.set(row.poolId, new Set(row.people))
  return people
}

const PEOPLE_OF_POOLS = `
with asked as (
  select * from unnest($1::text[], $2::text[]) as asked (centre_id, pool_id)
), one as (
  select booking.pool_id, whoever.person_id
  from asked
  join changlai.booking
    on booking.centre_id = asked.centre_id and booking.pool_id = asked.pool_id
  cross join lateral (values (booking.person_id), (booking.booked_by)) as whoever (person_id)
  where whoever.person_id is not null
  union all
  select attendee.pool_id, attendee.person_id
  from asked
  join changlai.booking_attendee as attendee
    on attendee.centre_id = asked.centre_id and attendee.pool_id = asked.pool_id
    and attendee.status = 'booked' and attendee.person_id <> attendee.holder_id
)
select one.pool_id as "poolId", array_agg(called.name) as people
from one
cross join lateral (
  select one.person_id::text as name
  union all
  select identity.provider || ':' || identity.subject
  from changlai.person_identity as identity where identity.person_id = one.person_id
) as called
group by one.pool_id`
