import type { Pool } from 'pg'
import { HOUR } from '@/domain/time/instant'
import { listEndsAt } from '@/domain/waitlist/offer-deadline'

/** The pools whose lists something is to be done for at `now`, at most 1,000. */
export async function listsDue(pool: Pool, now: Date): Promise<string[]> {
  // A list ends so long before the start; asked of the column, so that its index answers.
  const startsBefore = new Date(now.getTime() + (HOUR - listEndsAt(HOUR)))
  const { rows } = await pool.query<{ poolId: string }>({
    name: 'waitlist.due',
    text: DUE,
    values: [now, startsBefore],
  })
  return rows.map(({ poolId }) => poolId)
}

const DUE = `
select pool_id as "poolId" from changlai.waitlist_entry
where state = 'offered' and offer_until <= $1::timestamptz
union
select pool_id from changlai.waitlist_entry
where saved > 0 and saved_until <= $1::timestamptz
union
select entry.pool_id
from changlai.ballot_entry as drawn
join changlai.waitlist_entry as entry
  on entry.centre_id = drawn.centre_id and entry.ballot_id = drawn.ballot_id
  and entry.ballot_number = drawn.number
where drawn.served_pool_id is not null and entry.state in ('waiting', 'offered')
union
select pool_id from changlai.pool
where last_turn > 0 and list_over_at is null
  and (starts_at <= $2::timestamptz or capacity - taken >= list_takes_from)
limit 1000`
