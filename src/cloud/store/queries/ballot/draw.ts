import { randomBytes } from 'node:crypto'
import type { Pool, PoolClient } from 'pg'
import { LOCAL_KEY_BYTES, centreKey, localKey } from '@/domain/access/key'
import { type Drawn, draw } from '@/domain/ballot/draw'
import { type EntryList, readList } from '@/domain/ballot/entry-list'
import { writeResults } from '@/domain/ballot/results'
import { MINUTE } from '@/domain/time/instant'
import { confirmDeadline, listEndsAt } from '@/domain/waitlist/offer-deadline'
import { alertDraw } from '../alerts/write'
import { passOn } from '../waitlist/pass-on'
import { lockPools } from './announce'
import { listOfRows } from './freeze'
import { type LockedBallot, lockBallot } from './lock'

/** The ballots whose number is there and whose draw is not made, at most 100. */
export async function ballotsToDraw(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ ballotId: string }>({ name: 'ballot.to-draw', text: TO_DRAW })
  return rows.map(({ ballotId }) => ballotId)
}

/**
 * Draws a ballot whose number is there, once, and gives whether it did: winners have seats held until
 * they confirm, the others stand on the waiting lists of their wishes in the order of the draw, and the
 * pools are open from then on as any other. Throws where the list is not what was published.
 */
export async function drawBallot(
  client: PoolClient,
  ballotId: string,
  now: Date,
): Promise<boolean> {
  const ballot = await lockBallot(client, ballotId)
  if (!ballot || ballot.drawnAt !== null || ballot.number === null) return false
  const { centreId, list: text, listHash, number } = ballot
  const list = text === null ? null : readList(text)
  if (!list || (await listOfRows(client, ballot, list.pools)) !== text) {
    throw new Error(`The entries of ballot ${ballotId} are not those of its published list`)
  }
  const drawn = draw(list, listHash!, number)
  const poolIds = list.pools.map(({ poolId }) => poolId)
  const starts = new Map(
    (await lockPools(client, centreId, poolIds)).map(({ poolId, startsAt }) => [poolId, startsAt]),
  )
  await writePlaces(client, ballot, list, drawn)
  for (const [at, { poolId }] of list.pools.entries()) {
    const startsAt = starts.get(poolId)!
    const lines = linesOf(list, drawn, at + 1)
    const until = confirmDeadline(now.getTime(), startsAt) ?? lastDeadline(now, startsAt)
    await addToWaitlist(
      client,
      ballot,
      { poolId, lines, until, closesAt: listEndsAt(startsAt) },
      now,
    )
  }
  await client.query({
    name: 'ballot.write-results',
    text: WRITE_RESULTS,
    values: [centreId, ballotId, now, writeResults(drawn)],
  })
  await alertDraw(client, { centreId, ballotId }, now)
  for (const poolId of [...poolIds].sort()) await passOn(client, poolId, now)
  return true
}

/** Where the number came so late that no rule leaves time: until it begins, or half an hour. */
function lastDeadline(now: Date, startsAt: number): number {
  return Math.max(startsAt, now.getTime() + 30 * MINUTE)
}

/** An entry on the list of one pool: a winner, or one that wished for it and won nothing. */
interface Line {
  number: number
  place: number
  won: boolean
}

/** Who won seats in a pool (from 1), and who wished for it and won nothing, in the order of the draw. */
function linesOf({ entries }: EntryList, drawn: readonly Drawn[], pool: number): Line[] {
  const wishes = new Map(entries.map((one) => [one.number, one.wishes]))
  return drawn
    .filter(
      ({ number, won }) => won === pool || (won === null && wishes.get(number)!.includes(pool)),
    )
    .map(({ number, place, won }) => ({ number, place, won: won !== null }))
}

async function writePlaces(
  client: PoolClient,
  { centreId, ballotId }: LockedBallot,
  { pools }: EntryList,
  drawn: readonly Drawn[],
): Promise<void> {
  await client.query({
    name: 'ballot.write-places',
    text: WRITE_PLACES,
    values: [
      ...[centreId, ballotId],
      drawn.map(({ number }) => number),
      drawn.map(({ place }) => place),
      drawn.map(({ won }) => (won === null ? null : pools[won - 1]!.poolId)),
    ],
  })
}

async function addToWaitlist(
  client: PoolClient,
  { centreId, ballotId }: LockedBallot,
  pool: { poolId: string; lines: readonly Line[]; until: number; closesAt: number },
  now: Date,
): Promise<void> {
  const { poolId, lines, until, closesAt } = pool
  let waiting = 0
  await client.query({
    name: 'ballot.add-to-waitlist',
    text: ADD_TO_WAITLIST,
    values: [
      ...[centreId, ballotId, poolId, now],
      lines.map(() => centreKey(centreId, localKey(randomBytes(LOCAL_KEY_BYTES)))),
      lines.map(({ number }) => number),
      lines.map(({ place }) => place),
      lines.map(({ won }) => (won ? null : (waiting += 1))),
      ...[new Date(until), new Date(closesAt)],
    ],
  })
}

const TO_DRAW = `
select ballot_id as "ballotId" from changlai.ballot
where drawn_at is null and number is not null
order by closes_at
limit 100`

const WRITE_PLACES = `
update changlai.ballot_entry as entry
set drawn_place = drawn.place, won_pool_id = drawn.pool_id
from unnest($3::integer[], $4::integer[], $5::text[]) as drawn (number, place, pool_id)
where entry.centre_id = $1 and entry.ballot_id = $2 and entry.number = drawn.number`

// A winner has no position: it never waited in line.
const ADD_TO_WAITLIST = `
with line as (
  select line.*, entry.holder_id, entry.seats
  from unnest($5::text[], $6::integer[], $7::integer[], $8::integer[])
    as line (entry_id, number, place, position)
  join changlai.ballot_entry as entry
    on entry.centre_id = $1 and entry.ballot_id = $2 and entry.number = line.number
), entries as (
  insert into changlai.waitlist_entry
    (centre_id, entry_id, pool_id, holder_id, state, seats, turn, joined_at, joined_position,
      offered_at, offer_until, ballot_id, ballot_number)
  select $1, entry_id, $3, holder_id, case when position is null then 'offered' else 'waiting' end,
    seats, place, $4::timestamptz, position,
    case when position is null then $4::timestamptz end,
    case when position is null then $9::timestamptz end, $2, number
  from line
), people as (
  insert into changlai.waitlist_attendee (centre_id, entry_id, person_id, pool_id, place, live)
  select $1, line.entry_id, attendee.person_id, $3, attendee.place, true
  from line
  join changlai.ballot_attendee as attendee
    on attendee.centre_id = $1 and attendee.ballot_id = $2 and attendee.number = line.number
)
update changlai.pool
set mode = 'open',
  closes_at = greatest(pool.closes_at, $10::timestamptz),
  taken = pool.taken + (select coalesce(sum(seats), 0) from line where position is null),
  last_turn = (select coalesce(max(place), 0) from line)
where pool.centre_id = $1 and pool.pool_id = $3`

const WRITE_RESULTS = `
update changlai.ballot
set drawn_at = $3::timestamptz, results = $4
where centre_id = $1 and ballot_id = $2 and drawn_at is null`
