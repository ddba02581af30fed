import { type On, change, insertKey, seen } from './on'
import { type Attendee, type Named, namedIn } from './named'
import type { EntryRow, PoolRow } from './tables'
import type { Row, Work } from './transactions'

/** Holds pools with their lists, in one order (`waitlist.lock`). */
export function* lockLists(on: On, values: unknown[]): Work {
  const [, poolIds] = values as [string[], string[]]
  const pools = poolIds.flatMap((poolId) => on.tables.pools.get(poolId) ?? [])
  pools.sort((one, other) => (one.poolId < other.poolId ? -1 : 1))
  yield 'a moment'
  const rows: Row[] = []
  for (const pool of pools) {
    const { centreId, poolId } = pool
    if (!on.bent.has('list lock')) yield { lock: `pool ${poolId}` }
    const { capacity, taken, waiting, listTakesFrom, startsAt, listOverAt } = seen(on, pool)
    const list = { capacity, taken, waiting, listTakesFrom, startsAt, listOverAt }
    const { activityId } = pool.activity
    rows.push({ centreId, poolId, activityId, ...list, takesPlace: pool.lessons.length > 0 })
  }
  return rows
}

/** An entry as its holder sees it (`waitlist.entry`); nobody of the model was drawn. */
export function* entryOf(on: On, values: unknown[]): Work {
  const [, entryId, holderId] = values as [string, string, string | null]
  const row = on.tables.entries.get(entryId)
  const isTheirs = row !== undefined && (holderId === null || row.holderId === holderId)
  const entry = isTheirs ? seen(on, row) : null
  yield 'a moment'
  if (!entry) return []
  const { poolId, state, turn, offerUntil } = entry
  const drawn = { ballotId: null, ballotNumber: null, served: false }
  return [{ ...{ entryId, poolId, state, turn, offerUntil }, ...drawn }]
}

/** The places that some of those named have already, one for a wish (`waitlist.entry-with`). */
export function* entriesWith({ tables }: On, values: unknown[]): Work {
  const [, poolIds, holders, ...named] = values as [string[], string[], string[], ...Named]
  const first = new Map<number, Row>()
  for (const { at, attendeeId, personId } of namedIn(tables, holders, named)) {
    const place = tables.placeOf(poolIds[at - 1]!, personId ?? '')
    if (place && !first.has(at)) first.set(at, { at, entryId: place.entryId, attendeeId })
  }
  yield 'a moment'
  return [...first.values()]
}

/** Puts entries at the end of lists, in their order (`waitlist.add`). */
export function* addEntries(on: On, values: unknown[]): Work {
  const [centres, poolIds, holders, ids, seats, , ...named] = values as [
    ...[string[], string[], string[], string[], number[], Date[], ...Named],
  ]
  const { tables, bent } = on
  const pools = new Map(poolIds.map((poolId) => [poolId, tables.pools.get(poolId)!]))
  const before = new Map([...pools].map(([poolId, pool]) => [poolId, { ...seen(on, pool) }]))
  const everybody = namedIn(tables, holders, named)
  yield 'a moment'
  for (const poolId of [...pools.keys()].sort()) yield { lock: `pool ${poolId}` }
  const rows: Row[] = []
  for (const [index, entryId] of ids.entries()) {
    const poolId = poolIds[index]!
    const pool = pools.get(poolId)!
    const { waiting, lastTurn, listTakesFrom } = bent.has('list lock')
      ? before.get(poolId)!
      : seen(on, pool)
    const position = waiting + 1
    const turn = lastTurn + 1
    const takesFrom = Math.min(listTakesFrom ?? Infinity, seats[index]!)
    const longer = { waiting: position, lastTurn: turn, listTakesFrom: takesFrom }
    change(on, pool, longer)
    Object.assign(before.get(poolId)!, longer)
    const party = everybody.filter(({ at }) => at === index + 1)
    const entry = { entryId, centreId: centres[index]!, poolId, holderId: holders[index]! }
    yield* addEntry(on, { ...entry, seats: seats[index]!, turn, joinedPosition: position }, party)
    rows.push({ position })
  }
  return rows
}

type NewEntry = Pick<
  EntryRow,
  'entryId' | 'centreId' | 'poolId' | 'holderId' | 'seats' | 'turn' | 'joinedPosition'
>

function* addEntry(
  on: On,
  entry: NewEntry,
  party: readonly Attendee[],
): Generator<{ lock: string }, void, void> {
  const { tables, transaction } = on
  const { entryId, poolId } = entry
  yield* insertKey(on, `entry ${entryId}`, tables.entries.has(entryId), 'waitlist_entry_pkey')
  const people = party.flatMap(({ personId, place }) =>
    personId ? [{ entryId, poolId, personId, place, live: true }] : [],
  )
  for (const { personId } of people) {
    const waits = () => tables.placeOf(poolId, personId) !== undefined
    yield* insertKey(on, `waits ${poolId} ${personId}`, waits, 'waitlist_attendee_once')
  }
  const row = {
    ...{ ...entry, state: 'waiting' as const, passedOver: 0, saved: 0, savedUntil: null },
    ...{ offered: false, offerUntil: null, bookingId: null },
  }
  transaction.writes.push(() => tables.addEntry(row, people))
}

/** Takes an entry back (`waitlist.leave`). */
export function* leaveList(on: On, values: unknown[]): Work {
  const [, entryId] = values as [string, string]
  const { tables, transaction } = on
  const row = tables.entries.get(entryId)!
  const { state, seats, saved, poolId } = seen(on, row)
  yield 'a moment'
  if (state !== 'waiting' && state !== 'offered') return []
  yield { lock: `pool ${poolId}` }
  change(on, row, { state: 'left', saved: 0, savedUntil: null })
  for (const one of tables.waitingOfEntry.get(entryId)!) change(on, one, { live: false })
  const held = state === 'offered' ? seats : saved
  const pool = tables.pools.get(poolId)!
  change(on, pool, { taken: seen(on, pool).taken - held })
  if (held > 0) transaction.freed.add(poolId)
  return []
}

/** The pools whose lists something is to be done for (`waitlist.due`). */
export function* listsDue({ tables, bent }: On, values: unknown[]): Work {
  const [now, startsBefore] = (values as Date[]).map((instant) => instant.getTime())
  const due = new Set<string>()
  for (const { poolId, state, offerUntil, saved, savedUntil } of tables.entries.values()) {
    if (state === 'offered' && offerUntil! <= now! && !bent.has('lapsed')) due.add(poolId)
    if (saved > 0 && savedUntil! <= now!) due.add(poolId)
  }
  for (const pool of tables.pools.values()) {
    const { poolId, lastTurn, listOverAt, startsAt } = pool
    if (lastTurn === 0 || listOverAt !== null) continue
    if (startsAt <= startsBefore! || isForTheList(pool)) due.add(poolId)
  }
  yield 'a moment'
  return [...due].map((poolId) => ({ poolId }))
}

const isForTheList = ({ capacity, taken, listTakesFrom }: PoolRow) =>
  listTakesFrom !== null && capacity - taken >= listTakesFrom
