import type { Store } from '../../../src/cloud/store'
import type { EntryState } from '../../../src/domain/waitlist/entry-state'

/** An entry of a waiting list as the tables have it, in its turn. */
export interface EntryRow {
  entryId: string
  state: EntryState
  seats: number
  saved: number
  turn: number
  passedOver: number
  offerUntil: number | null
}

/** The entries of a pool, in their turn. */
export async function entriesOf(store: Store, poolId: string): Promise<EntryRow[]> {
  const { rows } = await store.pool.query<EntryRow>(
    `select entry_id as "entryId", state, seats, saved, turn, passed_over as "passedOver",
       offer_until as "offerUntil"
     from changlai.waitlist_entry where pool_id = $1 order by turn`,
    [poolId],
  )
  return rows
}

/** What a pool's row says of its seats and its list, beside what the other tables add up to. */
export async function countsOf(store: Store, poolId: string) {
  const { rows } = await store.pool.query<{
    capacity: number
    taken: number
    waiting: number
    takesFrom: number | null
    booked: number
    held: number
    waits: number
  }>(
    `select pool.capacity, pool.taken, pool.waiting, pool.list_takes_from as "takesFrom",
       (select count(*) from changlai.booking_attendee b
        where b.pool_id = pool.pool_id and b.status = 'booked') as booked,
       (select coalesce(sum(case when state = 'offered' then seats else saved end), 0)
        from changlai.waitlist_entry e where e.pool_id = pool.pool_id) as held,
       (select count(*) from changlai.waitlist_entry e
        where e.pool_id = pool.pool_id and state = 'waiting') as waits
     from changlai.pool where pool.pool_id = $1`,
    [poolId],
  )
  return rows[0]!
}
