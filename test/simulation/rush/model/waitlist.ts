import { type On, change, insertKey, seen } from './on'
import type { PoolRow } from './tables'
import type { Row, Work } from './transactions'

/** Holds a pool with its list (`waitlist.lock`). */
export function* lockList(on: On, values: unknown[]): Work {
  const [centreId, poolId] = values as [string, string]
  const pool = on.tables.pools.get(poolId)
  yield 'a moment'
  if (!pool) return []
  if (!on.bent.has('list lock')) yield { lock: `pool ${poolId}` }
  const { capacity, taken, waiting, listTakesFrom, startsAt, listOverAt } = seen(on, pool)
  const list = { capacity, taken, waiting, listTakesFrom, startsAt, listOverAt }
  const { activityId } = pool.activity
  return [{ ...{ centreId, poolId, activityId }, ...list, takesPlace: pool.lessons.length > 0 }]
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

/** The place that one of those named has already (`waitlist.entry-with`). */
export function* entryWith({ tables }: On, values: unknown[]): Work {
  const [, poolId, holderId, names] = values as [string, string, string, string[]]
  const rows = names.flatMap((attendeeId): Row[] => {
    const place = tables.placeOf(poolId, tables.whomOf(holderId, attendeeId) ?? '')
    return place ? [{ entryId: place.entryId, attendeeId }] : []
  })
  yield 'a moment'
  return rows.slice(0, 1)
}

/** Puts an entry at the end of a list (`waitlist.add`). */
export function* addEntry(on: On, values: unknown[]): Work {
  const [centreId, poolId, holderId, names, entryId] = values as [
    ...[string, string, string, string[], string],
  ]
  const { tables, transaction, bent } = on
  const pool = tables.pools.get(poolId)!
  const before = { ...seen(on, pool) }
  yield 'a moment'
  yield { lock: `pool ${poolId}` }
  const { waiting, lastTurn, listTakesFrom } = bent.has('list lock') ? before : seen(on, pool)
  const position = waiting + 1
  const turn = lastTurn + 1
  const takesFrom = Math.min(listTakesFrom ?? Infinity, names.length)
  change(on, pool, { waiting: position, lastTurn: turn, listTakesFrom: takesFrom })
  yield* insertKey(on, `entry ${entryId}`, tables.entries.has(entryId), 'waitlist_entry_pkey')
  const people = names.flatMap((name, index) => {
    const personId = tables.whomOf(holderId, name)
    return personId ? [{ entryId, poolId, personId, place: index + 1, live: true }] : []
  })
  for (const { personId } of people) {
    const waits = () => tables.placeOf(poolId, personId) !== undefined
    yield* insertKey(on, `waits ${poolId} ${personId}`, waits, 'waitlist_attendee_once')
  }
  const entry = {
    ...{ entryId, centreId, poolId, holderId, state: 'waiting' as const, seats: names.length },
    ...{ turn, joinedPosition: position, passedOver: 0, saved: 0, savedUntil: null },
    ...{ offered: false, offerUntil: null, bookingId: null },
  }
  transaction.writes.push(() => tables.addEntry(entry, people))
  return [{ position }]
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
