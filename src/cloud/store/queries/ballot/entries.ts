import type { PoolClient } from 'pg'
import { MOST_ENTRIES } from '@/domain/ballot/ballot'
import { centreOf } from '@/domain/access/key'
import { partyIn, partyOf } from '../seats/party'
import type { SeatQuestion } from '../seats/take'

/** Which ballot a wished pool belongs to; instants in milliseconds since the epoch. */
export interface WishedPool {
  poolId: string
  /** Null where none was announced. */
  ballotId: string | null
  closesAt: number
}

/** The wished pools that there are. */
export async function wishedPools(
  client: PoolClient,
  poolIds: readonly string[],
): Promise<WishedPool[]> {
  const { rows } = await client.query<WishedPool>({
    name: 'ballot.wished-pools',
    text: WISHED_POOLS,
    values: [poolIds.map(centreOf), poolIds],
  })
  return rows
}

/**
 * The first of those asked for who takes part in the ballot already: in whosever entry, or as the same
 * child of another relative (name and birth date); `self` where the holder has an entry.
 */
export async function entrantAmong(
  client: PoolClient,
  wish: SeatQuestion,
  ballotId: string,
): Promise<string | null> {
  const { holder, asked } = partyIn(wish)
  const { rows } = await client.query<{ attendeeId: string }>({
    name: 'ballot.entrant-among',
    text: ENTRANT_AMONG,
    values: [centreOf(ballotId), ballotId, holder, asked],
  })
  return rows[0]?.attendeeId ?? null
}

/** Adds an entry while the ballot takes entries; gives its number, null when it takes none. */
export async function addBallotEntry(
  client: PoolClient,
  wish: SeatQuestion,
  ballotId: string,
  poolIds: readonly string[],
): Promise<number | null> {
  const { holder, asked } = partyIn(wish)
  const { rows } = await client.query<{ number: number }>({
    name: 'ballot.enter',
    text: ENTER,
    values: [centreOf(ballotId), ballotId, holder, asked, poolIds, wish.now],
  })
  return rows[0]?.number ?? null
}

/** The number of a holder's entry in a ballot; null for none. */
export async function ballotEntryOf(
  client: PoolClient,
  ballotId: string,
  holderId: string,
): Promise<number | null> {
  const { rows } = await client.query<{ number: number }>({
    name: 'ballot.entry-of',
    text: ENTRY_OF,
    values: [centreOf(ballotId), ballotId, holderId],
  })
  return rows[0]?.number ?? null
}

/** Takes an entry of a ballot that is held back. */
export async function takeBallotEntryBack(
  client: PoolClient,
  ballotId: string,
  number: number,
  now: Date,
): Promise<void> {
  await client.query({
    name: 'ballot.leave',
    text: LEAVE,
    values: [centreOf(ballotId), ballotId, number, now],
  })
}

const WISHED_POOLS = `
select pool.pool_id as "poolId", drawn.ballot_id as "ballotId",
  coalesce(ballot.closes_at, pool.closes_at) as "closesAt"
from unnest($1::text[], $2::text[]) as wished (centre_id, pool_id)
join changlai.pool on pool.centre_id = wished.centre_id and pool.pool_id = wished.pool_id
join changlai.activity
  on activity.centre_id = pool.centre_id and activity.activity_id = pool.activity_id
left join changlai.ballot_pool as drawn
  on drawn.centre_id = pool.centre_id and drawn.pool_id = pool.pool_id
left join changlai.ballot
  on ballot.centre_id = drawn.centre_id and ballot.ballot_id = drawn.ballot_id
where activity.published`

const ENTRANT_AMONG = `
with party as (${partyOf('$3', '$4')})
select party.attendee_id as "attendeeId"
from party
where exists (
    select from changlai.ballot_attendee as entrant
    where entrant.centre_id = $1 and entrant.ballot_id = $2 and entrant.live
      and entrant.person_id = party.person_id)
  or exists (
    select from changlai.family_member as own
    join changlai.family_member as other
      on other.birth_date = own.birth_date and other.name = own.name
    join changlai.ballot_attendee as entrant on entrant.person_id = other.person_id
    where own.holder_id = $3 and own.member_id = party.attendee_id and own.removed_at is null
      and other.removed_at is null
      and entrant.centre_id = $1 and entrant.ballot_id = $2 and entrant.live)
union all
select 'self' from changlai.ballot_entry
where centre_id = $1 and ballot_id = $2 and holder_id = $3 and left_at is null
limit 1`

// The update is what an entry that comes in the last moment meets the freezing of the list at.
const ENTER = `
with ballot as (
  update changlai.ballot
  set last_entry = ballot.last_entry + 1
  where ballot.centre_id = $1 and ballot.ballot_id = $2
    and $6::timestamptz < ballot.closes_at
    and ballot.closed_at is null
    and ballot.last_entry < ${MOST_ENTRIES}
  returning ballot.centre_id, ballot.ballot_id, ballot.last_entry as number
), entry as (
  insert into changlai.ballot_entry (centre_id, ballot_id, number, holder_id, seats, entered_at)
  select centre_id, ballot_id, number, $3, cardinality($4::text[]), $6::timestamptz from ballot
  returning centre_id, ballot_id, number
), attending as (
  insert into changlai.ballot_attendee (centre_id, ballot_id, number, person_id, place)
  select entry.centre_id, entry.ballot_id, entry.number, party.person_id, party.place
  from entry cross join (${partyOf('$3', '$4')}) as party
), wishing as (
  insert into changlai.ballot_wish (centre_id, ballot_id, number, place, pool_id)
  select entry.centre_id, entry.ballot_id, entry.number, wish.place, wish.pool_id
  from entry cross join unnest($5::text[]) with ordinality as wish (pool_id, place)
)
select number from entry`

const ENTRY_OF = `
select number from changlai.ballot_entry
where centre_id = $1 and ballot_id = $2 and holder_id = $3 and left_at is null`

const LEAVE = `
with entry as (
  update changlai.ballot_entry
  set left_at = $4::timestamptz
  where centre_id = $1 and ballot_id = $2 and number = $3
  returning centre_id, ballot_id, number
)
update changlai.ballot_attendee as attendee
set live = false
from entry
where attendee.centre_id = entry.centre_id and attendee.ballot_id = entry.ballot_id
  and attendee.number = entry.number`
