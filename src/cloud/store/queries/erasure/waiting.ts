import type { PoolClient } from 'pg'

/** An entry of a waiting list in which some who leave wait, or were offered seats. */
export interface WaitingEntry {
  centreId: string
  entryId: string
  poolId: string
  holderLeaves: boolean
  /** Who of it stays, in its order. */
  staying: string[]
}

/** The entries that are not over. */
export async function entriesWaiting(
  client: PoolClient,
  personIds: readonly string[],
): Promise<WaitingEntry[]> {
  const { rows } = await client.query<WaitingEntry>({
    name: 'erasure.entries',
    text: WAITING,
    values: [personIds],
  })
  return rows
}

/**
 * Takes those who leave out of an entry in which others wait too, whose list is held: the others keep
 * their place in line, and it is the first one's where its holder leaves. What was held for those who
 * leave is free.
 */
export async function shrinkEntry(
  client: PoolClient,
  { centreId, entryId, holderLeaves, staying }: WaitingEntry,
  personIds: readonly string[],
): Promise<void> {
  await client.query({
    name: 'erasure.shrink-entry',
    text: SHRINK,
    values: [centreId, entryId, personIds, holderLeaves ? staying[0] : null],
  })
}

/** A draw whose list is open and in which somebody takes part, or others for them. */
export interface OpenEntry {
  ballotId: string
  number: number
}

export async function drawsEntered(
  client: PoolClient,
  personIds: readonly string[],
  now: Date,
): Promise<OpenEntry[]> {
  const { rows } = await client.query<OpenEntry>({
    name: 'erasure.draws',
    text: DRAWS,
    values: [personIds, now],
  })
  return rows
}

const WAITING = `
select entry.centre_id as "centreId", entry.entry_id as "entryId", entry.pool_id as "poolId",
  entry.holder_id = any ($1::uuid[]) as "holderLeaves",
  coalesce((
    select jsonb_agg(one.person_id order by one.place)
    from changlai.waitlist_attendee as one
    where one.centre_id = entry.centre_id and one.entry_id = entry.entry_id
      and one.person_id <> all ($1::uuid[])
  ), '[]'::jsonb) as staying
from changlai.waitlist_entry as entry
where entry.state in ('waiting', 'offered')
  and (entry.centre_id, entry.entry_id) in (
    select centre_id, entry_id from changlai.waitlist_entry where holder_id = any ($1::uuid[])
    union
    select centre_id, entry_id from changlai.waitlist_attendee
    where person_id = any ($1::uuid[]) and live)
order by entry.centre_id, entry.pool_id, entry.entry_id`

const SHRINK = `
with gone as (
  delete from changlai.waitlist_attendee
  where centre_id = $1 and entry_id = $2 and person_id = any ($3::uuid[])
  returning 1
), smaller as (
  select entry.centre_id, entry.entry_id, entry.pool_id, entry.seats - left_over.gone as seats,
    least(entry.saved, entry.seats - left_over.gone - 1) as saved,
    case when entry.state = 'offered' then left_over.gone
      else entry.saved - least(entry.saved, entry.seats - left_over.gone - 1) end as free
  from changlai.waitlist_entry as entry
  cross join (select count(*)::integer as gone from gone) as left_over
  where entry.centre_id = $1 and entry.entry_id = $2
), written as (
  update changlai.waitlist_entry as entry
  set seats = smaller.seats, saved = smaller.saved,
    saved_until = case when smaller.saved > 0 then entry.saved_until end,
    holder_id = coalesce($4::uuid, entry.holder_id)
  from smaller
  where entry.centre_id = smaller.centre_id and entry.entry_id = smaller.entry_id
)
update changlai.pool set taken = pool.taken - smaller.free
from smaller
where pool.centre_id = smaller.centre_id and pool.pool_id = smaller.pool_id`

const DRAWS = `
select distinct entry.ballot_id as "ballotId", entry.number
from changlai.ballot_entry as entry
join changlai.ballot
  on ballot.centre_id = entry.centre_id and ballot.ballot_id = entry.ballot_id
where entry.left_at is null and ballot.closed_at is null and ballot.closes_at > $2::timestamptz
  and (entry.holder_id = any ($1::uuid[]) or exists (
    select from changlai.ballot_attendee as one
    where one.centre_id = entry.centre_id and one.ballot_id = entry.ballot_id
      and one.number = entry.number and one.person_id = any ($1::uuid[])))
order by 1, 2`
