import type { PoolClient } from 'pg'
import { centreOf } from '@/domain/access/key'
import type { EntryState } from '@/domain/waitlist/entry-state'
import type { SeatQuestion } from '../seats/wish'
import { partyIn, partyOf } from '../seats/party'
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

/** The entry in which one of those asked for waits for the pool already, or was offered seats. */
export async function entryWith(
  client: PoolClient,
  wish: SeatQuestion,
): Promise<{ entryId: string; attendeeId: string } | null> {
  const { holder, asked } = partyIn(wish)
  const { rows } = await client.query<{ entryId: string; attendeeId: string }>({
    name: 'waitlist.entry-with',
    text: ENTRY_WITH,
    values: [centreOf(wish.poolId), wish.poolId, holder, asked],
  })
  return rows[0] ?? null
}

/** Puts an entry at the end of a list that is held; gives at which position it waits. */
export async function addEntry(
  client: PoolClient,
  wish: SeatQuestion,
  entryId: string,
): Promise<number> {
  const { holder, asked } = partyIn(wish)
  const { rows } = await client.query<{ position: number }>({
    name: 'waitlist.add',
    text: ADD,
    values: [centreOf(wish.poolId), wish.poolId, holder, asked, entryId, wish.now],
  })
  return rows[0]!.position
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

const ENTRY_WITH = `
select attendee.entry_id as "entryId", party.attendee_id as "attendeeId"
from (${partyOf('$3', '$4')}) as party
join changlai.waitlist_attendee as attendee on attendee.person_id = party.person_id
where attendee.centre_id = $1 and attendee.pool_id = $2 and attendee.live
order by party.place
limit 1`

const ADD = `
with joined as (
  update changlai.pool
  set waiting = pool.waiting + 1,
    last_turn = pool.last_turn + 1,
    list_takes_from = least(pool.list_takes_from, cardinality($4::text[]))
  where pool.centre_id = $1 and pool.pool_id = $2
  returning pool.centre_id, pool.pool_id, pool.waiting, pool.last_turn
), entry as (
  insert into changlai.waitlist_entry
    (centre_id, entry_id, pool_id, holder_id, state, seats, turn, joined_at, joined_position)
  select centre_id, $5, pool_id, $3, 'waiting', cardinality($4::text[]), last_turn,
    $6::timestamptz, waiting
  from joined
  returning centre_id, entry_id, pool_id, joined_position
), attending as (
  insert into changlai.waitlist_attendee (centre_id, entry_id, person_id, pool_id, place, live)
  select entry.centre_id, entry.entry_id, party.person_id, entry.pool_id, party.place, true
  from entry cross join (${partyOf('$3', '$4')}) as party
)
select joined_position as position from entry`

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
