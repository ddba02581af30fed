import type { PoolClient } from 'pg'
import { centreOf } from '@/domain/access/key'
import type { EntryState } from '@/domain/waitlist/entry-state'
import type { SeatQuestion } from '../seats/wish'
import { namedBy, namedIn } from '../seats/party'
import type { LockedList } from './lock'

/** An entry as far as changing it needs; instants in milliseconds. */
export interface KnownEntry {
  entryId: string
  poolId: string
  state: EntryState
  turn: number
  offerUntil: number | null
  /** The ballot that it was drawn in; null for one that joined. */
  ballotId: string | null
  ballotNumber: number | null
  /** Whether it got seats by another wish of the same ballot. */
  served: boolean
}

/** An entry of a holder, or of anybody where that is null; null for none. Read it under its list's lock. */
export async function entryOf(
  client: PoolClient,
  entryId: string,
  holderId: string | null,
): Promise<KnownEntry | null> {
  const { rows } = await client.query<KnownEntry>({
    name: 'waitlist.entry',
    text: ENTRY,
    values: [centreOf(entryId), entryId, holderId],
  })
  return rows[0] ?? null
}

/**
 * For each wish the entry in which one of those asked for waits for its pool already, or was offered
 * seats, if there is one.
 */
export async function entriesWith(
  client: PoolClient,
  wishes: readonly SeatQuestion[],
): Promise<({ entryId: string; attendeeId: string } | undefined)[]> {
  const { holders, named } = namedBy(wishes)
  const { rows } = await client.query<{ at: number; entryId: string; attendeeId: string }>({
    ...(wishes.length === 1 ? { name: 'waitlist.entry-with' } : {}),
    text: ENTRIES_WITH,
    values: [
      wishes.map(({ poolId }) => centreOf(poolId)),
      wishes.map(({ poolId }) => poolId),
      holders,
      ...named,
    ],
  })
  const found = new Map(rows.map(({ at, ...entry }) => [at, entry]))
  return wishes.map((_, index) => found.get(index + 1))
}

/**
 * Puts entries at the end of lists that are held, in their order; gives at which position of its list
 * each waits.
 */
export async function addEntries(
  client: PoolClient,
  entries: readonly { wish: SeatQuestion; entryId: string }[],
): Promise<number[]> {
  const wishes = entries.map(({ wish }) => wish)
  const { sizes, holders, named } = namedBy(wishes)
  const { rows } = await client.query<{ position: number }>({
    ...(entries.length === 1 ? { name: 'waitlist.add' } : {}),
    text: ADD,
    values: [
      wishes.map(({ poolId }) => centreOf(poolId)),
      wishes.map(({ poolId }) => poolId),
      holders,
      entries.map(({ entryId }) => entryId),
      sizes,
      wishes.map(({ now }) => now),
      ...named,
    ],
  })
  return rows.map(({ position }) => position)
}

/** Ends an entry of a list that is held: it was taken back. What it holds is free. */
export async function leaveList(
  client: PoolClient,
  { centreId }: LockedList,
  entryId: string,
  now: Date,
): Promise<void> {
  await client.query({ name: 'waitlist.leave', text: LEAVE, values: [centreId, entryId, now] })
}

/** At which position a waiting entry of a list stands. */
export async function positionOf(
  client: PoolClient,
  { centreId, poolId }: LockedList,
  { turn }: KnownEntry,
): Promise<number> {
  const { rows } = await client.query<{ position: number }>({
    name: 'waitlist.position',
    text: POSITION,
    values: [centreId, poolId, turn],
  })
  return rows[0]!.position
}

/** Puts a waiting entry of a list that is held before all others, and writes down who did and why. */
export async function moveToFront(
  client: PoolClient,
  { centreId, poolId }: LockedList,
  move: { entryId: string; movedBy: string; fromPosition: number; reason: string },
  now: Date,
): Promise<void> {
  const { entryId, movedBy, fromPosition, reason } = move
  await client.query({
    name: 'waitlist.move-to-front',
    text: MOVE_TO_FRONT,
    values: [centreId, poolId, entryId, movedBy, fromPosition, reason, now],
  })
}

const ENTRY = `
select entry.entry_id as "entryId", entry.pool_id as "poolId", entry.state, entry.turn,
  entry.offer_until as "offerUntil", entry.ballot_id as "ballotId",
  entry.ballot_number as "ballotNumber", drawn.served_pool_id is not null as served
from changlai.waitlist_entry as entry
left join changlai.ballot_entry as drawn
  on drawn.centre_id = entry.centre_id and drawn.ballot_id = entry.ballot_id
  and drawn.number = entry.ballot_number
where entry.centre_id = $1 and entry.entry_id = $2
  and ($3::uuid is null or entry.holder_id = $3)`

const ENTRIES_WITH = `
with party as materialized (
${namedIn('$3', ['$4', '$5', '$6'])}
)
select distinct on (party.at) party.at, attendee.entry_id as "entryId",
  party.attendee_id as "attendeeId"
from party
cross join lateral (
  select entry_id from changlai.waitlist_attendee
  where person_id = party.person_id and live
    and centre_id = ($1::text[])[party.at] and pool_id = ($2::text[])[party.at]
  limit 1
) as attendee
order by party.at, party.place`

const ADD = `
with added as materialized (
  select added.*, added.ordinal::integer as at,
    (row_number() over (partition by centre_id, pool_id order by ordinal))::integer as place
  from (
    select * from unnest($1::text[], $2::text[], $3::uuid[], $4::text[], $5::integer[],
      $6::timestamptz[])
    with ordinality limit cardinality($1::text[])
  ) as added (centre_id, pool_id, holder_id, entry_id, seats, now, ordinal)
), party as materialized (
${namedIn('$3', ['$7', '$8', '$9'])}
), longer as (
  update changlai.pool
  set waiting = pool.waiting + more.entries,
    last_turn = pool.last_turn + more.entries,
    list_takes_from = least(pool.list_takes_from, more.fewest)
  from (
    select centre_id, pool_id, count(*)::integer as entries, min(seats) as fewest
    from added group by centre_id, pool_id
  ) as more
  where pool.centre_id = more.centre_id and pool.pool_id = more.pool_id
  returning pool.centre_id, pool.pool_id, pool.waiting - more.entries as waiting_before,
    pool.last_turn - more.entries as turn_before
), placed as materialized (
  select added.*, waiting_before + place as position, turn_before + place as turn
  from added
  join longer on longer.centre_id = added.centre_id and longer.pool_id = added.pool_id
), entry as (
  insert into changlai.waitlist_entry
    (centre_id, entry_id, pool_id, holder_id, state, seats, turn, joined_at, joined_position)
  select centre_id, entry_id, pool_id, holder_id, 'waiting', seats, turn, now, position
  from placed
), attending as (
  insert into changlai.waitlist_attendee (centre_id, entry_id, person_id, pool_id, place, live)
  select placed.centre_id, placed.entry_id, party.person_id, placed.pool_id, party.place, true
  from party join placed on placed.at = party.at
)
select position from placed order by at`

const LEAVE = `
with entry as (
  select centre_id, entry_id, pool_id, case when state = 'offered' then seats else saved end as held
  from changlai.waitlist_entry
  where centre_id = $1 and entry_id = $2 and state in ('waiting', 'offered')
), ended as (
  update changlai.waitlist_entry as left_one
  set state = 'left', saved = 0, saved_until = null, ended_at = $3::timestamptz
  from entry
  where left_one.centre_id = entry.centre_id and left_one.entry_id = entry.entry_id
), people as (
  update changlai.waitlist_attendee as attendee
  set live = false
  from entry
  where attendee.centre_id = entry.centre_id and attendee.entry_id = entry.entry_id
)
update changlai.pool
set taken = pool.taken - entry.held
from entry
where pool.centre_id = entry.centre_id and pool.pool_id = entry.pool_id`

const POSITION = `
select count(*) + 1 as position
from changlai.waitlist_entry
where centre_id = $1 and pool_id = $2 and state = 'waiting' and turn < $3`

const MOVE_TO_FRONT = `
with first as (
  select min(turn) as turn from changlai.waitlist_entry where centre_id = $1 and pool_id = $2
), moved as (
  update changlai.waitlist_entry as entry
  set turn = first.turn - 1
  from first
  where entry.centre_id = $1 and entry.entry_id = $3
  returning entry.centre_id, entry.entry_id, entry.pool_id
)
insert into changlai.waitlist_move
  (centre_id, entry_id, moved_at, pool_id, moved_by, from_position, reason)
select centre_id, entry_id, $7::timestamptz, pool_id, $4, $5, $6 from moved`
