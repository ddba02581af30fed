import type { Pool } from 'pg'
import type { Log } from '../log'
import { peopleOfPools } from '../store/queries/seats/freed'
import { fullPools } from '../store/queries/seats/full'
import type { SoldOut } from '../store/queries/seats/wish'
import type { Mark, SoldOutPools } from './sold-out'

export type Learnt = Map<string, SoldOut>
export type Learn = (learnt: Learnt, mark: Mark) => void

/**
 * Remembers full pools once it is known who sits in them. Nobody waits for it, and it is asked once at
 * a time: what is not learnt meanwhile is learnt with a later question.
 */
export function learning(pool: Pool, soldOut: SoldOutPools, log: Log): Learn {
  let underWay = false
  return (learnt, mark) => {
    if (underWay || !soldOut.hears) return
    underWay = true
    rememberWithPeople(pool, soldOut, learnt, mark)
      .catch((error: unknown) => log.warn({ err: error }, 'full pools were not remembered'))
      .finally(() => (underWay = false))
  }
}

/**
 * Asks anew of the pools that are remembered and come for, all in one statement and before their time
 * ends: else everybody who comes at that moment would be asked of the database. Who sits in a pool is
 * asked only where its row was written since.
 */
export function askingAnew(pool: Pool, soldOut: SoldOutPools, log: Log): (now: Date) => void {
  let underWay = false
  return (now) => {
    if (underWay) return
    underWay = true
    const stale = soldOut.stale()
    askAnew(pool, soldOut, stale, now)
      .catch((error: unknown) => {
        for (const poolId of stale) soldOut.forget(poolId)
        log.warn({ err: error }, 'full pools were not asked for anew')
      })
      .finally(() => (underWay = false))
  }
}

async function askAnew(
  pool: Pool,
  soldOut: SoldOutPools,
  poolIds: readonly string[],
  now: Date,
): Promise<void> {
  const mark = soldOut.mark()
  const full = await fullPools(pool, poolIds, now)
  const written: Learnt = new Map()
  for (const poolId of poolIds) {
    const found = full.get(poolId)
    if (!found) soldOut.forget(poolId)
    else if (!soldOut.holds(poolId, found, mark)) written.set(poolId, found)
  }
  if (written.size > 0) await rememberWithPeople(pool, soldOut, written, mark)
}

async function rememberWithPeople(
  pool: Pool,
  soldOut: SoldOutPools,
  learnt: Learnt,
  mark: Mark,
): Promise<void> {
  const people = await peopleOfPools(pool, [...learnt.keys()])
  for (const [poolId, known] of learnt) {
    soldOut.remember(poolId, known, people.get(poolId)!, mark)
  }
}
