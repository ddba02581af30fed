import type { PoolClient } from 'pg'
import type { Advanced, Entry } from '@/domain/waitlist/advance'
import type { LockedList } from './lock'

/** The entries of a list that wait or were offered seats, in their turn. */
export async function liveEntries(
  client: PoolClient,
  { centreId, poolId }: LockedList,
): Promise<Entry[]> {
  const { rows } = await client.query<Entry>({
    name: 'waitlist.live-entries',
    text: LIVE_ENTRIES,
    values: [centreId, poolId],
  })
  return rows
}

/**
 * Writes down what became of a list, and of those of its entries that changed; the pool's count moves
 * by as many seats as are held more or less.
 */
export async function writeAdvanced(
  client: PoolClient,
  list: LockedList,
  { changed, after }: { changed: readonly Entry[]; after: Advanced },
  now: Date,
): Promise<void> {
  const at = (instant: number | null) => (instant === null ? null : new Date(instant))
  await client.query({
    name: 'waitlist.write-advanced',
    text: WRITE_ADVANCED,
    values: [
      list.centreId,
      list.poolId,
      now,
      changed.map(({ entryId }) => entryId),
      changed.map(({ state }) => state),
      changed.map(({ seats }) => seats),
      changed.map(({ saved }) => saved),
      changed.map(({ savedUntil }) => at(savedUntil)),
      changed.map(({ passedOver }) => passedOver),
      changed.map(({ offerUntil }) => at(offerUntil)),
      after.taken - list.taken,
      after.waiting,
      after.takesFrom,
      after.over,
    ],
  })
}

const SEATED = `
  select from changlai.booking_attendee as seat
  where seat.centre_id = attendee.centre_id and seat.pool_id = attendee.pool_id
    and seat.person_id = attendee.person_id and seat.status = 'booked'`

const LIVE_ENTRIES = `
select entry.entry_id as "entryId", entry.state, entry.seats, entry.saved,
  entry.saved_until as "savedUntil", entry.passed_over as "passedOver",
  entry.offer_until as "offerUntil",
  (
    select count(*) from changlai.waitlist_attendee as attendee
    where attendee.centre_id = entry.centre_id and attendee.entry_id = entry.entry_id
      and attendee.live and exists (${SEATED})
  ) as seated,
  drawn.served_pool_id is not null as served
from changlai.waitlist_entry as entry
left join changlai.ballot_entry as drawn
  on drawn.centre_id = entry.centre_id and drawn.ballot_id = entry.ballot_id
  and drawn.number = entry.ballot_number
where entry.centre_id = $1 and entry.pool_id = $2 and entry.state in ('waiting', 'offered')
order by entry.turn`

const WRITE_ADVANCED = `
with changed as (
  select * from unnest($4::text[], $5::text[], $6::integer[], $7::integer[], $8::timestamptz[],
    $9::integer[], $10::timestamptz[])
    as changed (entry_id, state, seats, saved, saved_until, passed_over, offer_until)
), entries as (
  update changlai.waitlist_entry as entry
  set state = changed.state,
    seats = changed.seats,
    saved = changed.saved,
    saved_until = changed.saved_until,
    passed_over = changed.passed_over,
    offer_until = changed.offer_until,
    offered_at = case
      when changed.state = 'offered' and entry.state = 'waiting' then $3::timestamptz
      else entry.offered_at end,
    ended_at = case when changed.state not in ('waiting', 'offered') then $3::timestamptz end
  from changed
  where entry.centre_id = $1 and entry.entry_id = changed.entry_id
  returning entry.centre_id, entry.entry_id, entry.state
), people as (
  update changlai.waitlist_attendee as attendee
  set live = false
  from entries
  where attendee.centre_id = entries.centre_id and attendee.entry_id = entries.entry_id
    and case when attendee.live then true end
    and (entries.state not in ('waiting', 'offered') or exists (${SEATED}))
)
update changlai.pool
set taken = pool.taken + $11::integer,
  waiting = $12::integer,
  list_takes_from = $13::integer,
  list_over_at = case when $14::boolean then coalesce(pool.list_over_at, $3::timestamptz) end
where pool.centre_id = $1 and pool.pool_id = $2`
