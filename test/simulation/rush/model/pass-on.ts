import type { EntryState } from '../../../../src/domain/waitlist/entry-state'
import { type On, change, insertKey, seen } from './on'
import { Refused, type Row, type Work } from './transactions'

const isLive = ({ state }: { state: EntryState }) => state === 'waiting' || state === 'offered'

/** The entries of a list that wait or were offered seats, in their turn (`waitlist.live-entries`). */
export function* liveEntries(on: On, values: unknown[]): Work {
  const [, poolId] = values as [string, string]
  const { tables, bent } = on
  const entries = (tables.entriesOfPool.get(poolId) ?? [])
    .map((row) => seen(on, row))
    .filter(isLive)
  entries.sort((one, other) => one.turn - other.turn)
  if (bent.has('list order')) entries.reverse()
  const rows = entries.map((entry): Row => {
    const { entryId, state, seats, saved, savedUntil, passedOver, offerUntil } = entry
    const people = tables.waitingOfEntry.get(entryId)!.map((one) => seen(on, one))
    const seated = people.filter(({ live, personId }) => live && tables.seatIn(poolId, personId))
    const held = { seats, saved, savedUntil, passedOver, offerUntil }
    return { entryId, state, ...held, seated: seated.length, served: false }
  })
  yield 'a moment'
  return rows
}

/** Writes down what became of a list (`waitlist.write-advanced`). */
export function* writeAdvanced(on: On, values: unknown[]): Work {
  const [, poolId, now, ids, states, seats, saved, savedUntils, passedOver, offerUntils, ...list] =
    values as [
      ...[string, string, Date, string[], EntryState[], number[], number[], (Date | null)[]],
      ...[number[], (Date | null)[], number, number, number | null, boolean],
    ]
  const [more, waiting, listTakesFrom, over] = list
  const { tables, transaction } = on
  yield 'a moment'
  yield { lock: `pool ${poolId}` }
  for (const [index, entryId] of ids.entries()) {
    const row = tables.entries.get(entryId)!
    const state = states[index]!
    change(on, row, {
      ...{ state, seats: seats[index]!, saved: saved[index]!, passedOver: passedOver[index]! },
      savedUntil: savedUntils[index]?.getTime() ?? null,
      offerUntil: offerUntils[index]?.getTime() ?? null,
      offered: seen(on, row).offered || state === 'offered',
    })
    for (const one of tables.waitingOfEntry.get(entryId)!) {
      const hasSeat = tables.seatIn(poolId, one.personId) !== undefined
      if (!isLive({ state }) || hasSeat) change(on, one, { live: false })
    }
  }
  const pool = tables.pools.get(poolId)!
  const before = seen(on, pool)
  const taken = before.taken + more
  if (taken > before.capacity) throw new Refused('23514', 'pool_taken_within_capacity')
  const listOverAt = over ? (before.listOverAt ?? now.getTime()) : null
  change(on, pool, { taken, waiting, listTakesFrom, listOverAt })
  if (more < 0) transaction.freed.add(poolId)
  return []
}

/** Who waited on a list, and whether they were offered seats (`waitlist.outcome`). */
export function* outcomeOf(on: On, values: unknown[]): Work {
  const [, poolId] = values as [string, string]
  const entries = (on.tables.entriesOfPool.get(poolId) ?? []).map((row) => seen(on, row))
  yield 'a moment'
  return entries
    .filter(({ state, offered }) => state !== 'left' || offered)
    .map(({ joinedPosition, offered }) => ({ position: joinedPosition, offered }))
}

/** Writes down what became of those who waited (`waitlist.keep-outcome`). */
export function* keepOutcome(on: On, values: unknown[]): Work {
  const [centreId, poolId, activityId, positions, waited, offered] = values as [
    ...[string, string, string, number[], number[], number[]],
  ]
  const { tables, transaction } = on
  yield 'a moment'
  for (const [index, position] of positions.entries()) {
    const isThere = tables.outcomes.some(
      (one) => one.poolId === poolId && one.position === position,
    )
    yield* insertKey(on, `outcome ${poolId} ${position}`, isThere, 'waitlist_outcome_pkey')
    const counts = { waited: waited[index]!, offered: offered[index]! }
    const row = { centreId, poolId, activityId, position, ...counts }
    transaction.writes.push(() => tables.outcomes.push(row))
  }
  return []
}

/** The past of positions on lists (`waitlist.past-chances`). */
export function* pastChances({ tables }: On, values: unknown[]): Work {
  const [, activityIds, positions, enough] = values as [string[], string[], number[], number]
  const rows = activityIds.map((activityId, index): Row => {
    const all = tables.outcomes.filter(({ position }) => position === positions[index])
    const own = sumOf(all.filter((one) => one.activityId === activityId))
    if (own.waited >= enough) return { ...own, of: 'activity' }
    const ofAll = sumOf(all)
    return { ...ofAll, of: ofAll.waited >= enough ? 'centre' : null }
  })
  yield 'a moment'
  return rows
}

function sumOf(outcomes: readonly { waited: number; offered: number }[]) {
  return outcomes.reduce(
    (sum, { waited, offered }) => ({ waited: sum.waited + waited, offered: sum.offered + offered }),
    { waited: 0, offered: 0 },
  )
}
