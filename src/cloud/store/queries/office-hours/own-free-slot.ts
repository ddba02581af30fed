import type { PoolClient } from 'pg'
import type { Office } from './publish'

/** Whether a pool is a slot of this office that can still be taken at `now`. */
export async function isOwnFreeSlot(
  client: PoolClient,
  { centreId, personId, service }: Office,
  poolId: string,
  now: Date,
): Promise<boolean> {
  const { rowCount } = await client.query({
    name: 'office-hours.own-free-slot',
    text: OWN_FREE_SLOT,
    values: [centreId, personId, service, poolId, now],
  })
  return (rowCount ?? 0) > 0
}

const OWN_FREE_SLOT = `
select from changlai.consultation_slot as slot
join changlai.pool on pool.centre_id = slot.centre_id and pool.pool_id = slot.pool_id
where slot.centre_id = $1 and slot.person_id = $2 and slot.service = $3 and slot.pool_id = $4
  and pool.taken < pool.capacity
  and pool.opens_at <= $5::timestamptz and $5::timestamptz < pool.closes_at`
