import type { Pool, PoolClient } from 'pg'
import { sha256Hex } from '@/domain/ballot/digest'
import { type DrawnEntry, type DrawnPool, writeList } from '@/domain/ballot/entry-list'
import { lossesOf, weightOf } from '@/domain/ballot/losses'
import type { LockedBallot } from './lock'
import { pastDraws } from './past-draws'

/** The ballots whose lists are to be frozen at `now`, at most 100. */
export async function ballotsToFreeze(pool: Pool, now: Date): Promise<string[]> {
  const { rows } = await pool.query<{ ballotId: string }>({
    name: 'ballot.to-freeze',
    text: TO_FREEZE,
    values: [now],
  })
  return rows.map(({ ballotId }) => ballotId)
}

/** Freezes the list of a ballot that is held: its entries with the weights that they have at `now`. */
export async function freezeList(
  client: PoolClient,
  ballot: LockedBallot,
  now: Date,
): Promise<void> {
  const { centreId, ballotId } = ballot
  const { pools, entries } = await listParts(client, ballot)
  const people = [...new Set(entries.flatMap(({ personIds }) => personIds))]
  const past = await pastDraws(client, centreId, people, now)
  const losses = (personId: string) => lossesOf(past.get(personId) ?? [], now.getTime())
  const weighed = entries.map((entry) => ({
    ...entry,
    weight: weightOf(entry.personIds.map(losses)),
  }))
  const list = writeList({ ...ballot, pools, entries: weighed })
  await client.query({
    name: 'ballot.freeze',
    text: FREEZE,
    values: [
      ...[centreId, ballotId, now, list, sha256Hex(list)],
      weighed.map(({ number }) => number),
      weighed.map(({ weight }) => weight),
    ],
  })
}

/**
 * The list of a frozen ballot as its rows have it now: to be what was published. How many seats a pool
 * has is what was published of it.
 */
export async function listOfRows(
  client: PoolClient,
  ballot: LockedBallot,
  published: readonly DrawnPool[],
): Promise<string> {
  const { pools, entries } = await listParts(client, ballot)
  const asPublished = pools.map(({ poolId, capacity }, at) => ({
    poolId,
    capacity: published[at]?.capacity ?? capacity,
  }))
  return writeList({ ...ballot, pools: asPublished, entries })
}

interface ListedEntry extends DrawnEntry {
  personIds: string[]
}

async function listParts(
  client: PoolClient,
  { centreId, ballotId }: LockedBallot,
): Promise<{ pools: DrawnPool[]; entries: ListedEntry[] }> {
  const pools = await client.query<DrawnPool>({
    name: 'ballot.pools',
    text: POOLS,
    values: [centreId, ballotId],
  })
  const entries = await client.query<ListedEntry>({
    name: 'ballot.entries',
    text: ENTRIES,
    values: [centreId, ballotId],
  })
  return { pools: pools.rows, entries: entries.rows }
}

const TO_FREEZE = `
select ballot_id as "ballotId" from changlai.ballot
where drawn_at is null and closed_at is null and closes_at <= $1::timestamptz
order by closes_at
limit 100`

const POOLS = `
select drawn.pool_id as "poolId", pool.capacity
from changlai.ballot_pool as drawn
join changlai.pool on pool.centre_id = drawn.centre_id and pool.pool_id = drawn.pool_id
where drawn.centre_id = $1 and drawn.ballot_id = $2
order by drawn.place`

const ENTRIES = `
select entry.number, entry.seats, coalesce(entry.weight, 0) as weight,
  (
    select jsonb_agg(drawn.place order by wish.place)
    from changlai.ballot_wish as wish
    join changlai.ballot_pool as drawn
      on drawn.centre_id = wish.centre_id and drawn.ballot_id = wish.ballot_id
      and drawn.pool_id = wish.pool_id
    where wish.centre_id = entry.centre_id and wish.ballot_id = entry.ballot_id
      and wish.number = entry.number
  ) as wishes,
  (
    select jsonb_agg(attendee.person_id)
    from changlai.ballot_attendee as attendee
    where attendee.centre_id = entry.centre_id and attendee.ballot_id = entry.ballot_id
      and attendee.number = entry.number
  ) as "personIds"
from changlai.ballot_entry as entry
where entry.centre_id = $1 and entry.ballot_id = $2 and entry.left_at is null
order by entry.number`

const FREEZE = `
with weighed as (
  update changlai.ballot_entry as entry
  set weight = listed.weight
  from unnest($6::integer[], $7::integer[]) as listed (number, weight)
  where entry.centre_id = $1 and entry.ballot_id = $2 and entry.number = listed.number
)
update changlai.ballot
set closed_at = $3::timestamptz, list = $4, list_hash = $5
where centre_id = $1 and ballot_id = $2`
