import type { PoolClient } from 'pg'
import { type Entry, advance } from '@/domain/waitlist/advance'
import { positionBand } from '@/domain/waitlist/position-band'
import { alertOffers } from '../alerts/write'
import { liveEntries, writeAdvanced } from './live-entries'
import { type LockedList, lockList } from './lock'

/**
 * Passes the free seats of a pool on to its waiting list at `now`, in the transaction of whatever
 * freed them or in one of its own; gives how many offers were made. What is passed on already is left
 * as it is.
 */
export async function passOn(client: PoolClient, poolId: string, now: Date): Promise<number> {
  const list = await lockList(client, poolId)
  if (!list) return 0
  const before = await liveEntries(client, list)
  const after = advance(list, before, now.getTime())
  const changed = after.entries.filter((entry, index) => !same(entry, before[index]!))
  const over = after.over || list.listOverAt !== null
  const asItWas = after.waiting === list.waiting && after.takesFrom === list.listTakesFrom
  if (changed.length > 0 || !asItWas || over !== (list.listOverAt !== null)) {
    await writeAdvanced(client, list, { changed, after: { ...after, over } }, now)
  }
  if (over && list.listOverAt === null) await keepOutcome(client, list)
  const offered = changed.filter(({ state }) => state === 'offered')
  if (offered.length > 0) {
    const entryIds = offered.map(({ entryId }) => entryId)
    await alertOffers(client, { centreId: list.centreId, entryIds }, now)
  }
  return offered.length
}

function same(one: Entry, other: Entry): boolean {
  return (Object.keys(one) as (keyof Entry)[]).every((key) => one[key] === other[key])
}

/** Writes down how many of those who waited were offered seats, by the position they began at. */
async function keepOutcome(
  client: PoolClient,
  { centreId, poolId, activityId }: LockedList,
): Promise<void> {
  const { rows } = await client.query<{ position: number; offered: boolean }>({
    name: 'waitlist.outcome',
    text: OUTCOME,
    values: [centreId, poolId],
  })
  const bands = new Map<number, { waited: number; offered: number }>()
  for (const { position, offered } of rows) {
    const { from } = positionBand(position)
    const band = bands.get(from) ?? { waited: 0, offered: 0 }
    bands.set(from, {
      waited: band.waited + 1,
      offered: band.offered + (offered ? 1 : 0),
    })
  }
  const counts = [...bands.values()]
  await client.query({
    name: 'waitlist.keep-outcome',
    text: KEEP_OUTCOME,
    values: [
      centreId,
      poolId,
      activityId,
      [...bands.keys()],
      counts.map(({ waited }) => waited),
      counts.map(({ offered }) => offered),
    ],
  })
}

// Who left before being asked did not wait to the end; whom staff put at the front says nothing of
// where they began.
const OUTCOME = `
select entry.joined_position as position, entry.offered_at is not null as offered
from changlai.waitlist_entry as entry
where entry.centre_id = $1 and entry.pool_id = $2 and entry.joined_position is not null
  and (entry.state <> 'left' or entry.offered_at is not null)
  and not exists (
    select from changlai.waitlist_move as move
    where move.centre_id = entry.centre_id and move.entry_id = entry.entry_id)`

const KEEP_OUTCOME = `
insert into changlai.waitlist_outcome
  (centre_id, pool_id, activity_id, from_position, waited, offered)
select $1, $2, $3, band.from_position, band.waited, band.offered
from unnest($4::integer[], $5::integer[], $6::integer[]) as band (from_position, waited, offered)`
