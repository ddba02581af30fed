import { fixedClock } from '../../../src/cloud/clock'
import { type Dispatch, createDispatch } from '../../../src/cloud/dispatch'
import { type Store, openStore } from '../../../src/cloud/store'
import { watchPages } from '../../support/pages'
import { silentLog } from '../../support/silent-log'
import { type Measured, WAYS, callIn } from './calls'
import { type City, NOW } from './city'

/** A city's operations as they are asked, and once more with what each statement reads. */
export interface Town {
  city: City
  dispatch: Dispatch
  explained: Dispatch
  /** Pages that the explained statements have touched since this was last asked. */
  takePages: () => number
  close: () => Promise<void>
}

export interface Cost {
  /** Of each way to ask a quick time in ms, and of those the mean. */
  ms: number
  /** Pages that the database touches for a call (support/pages). */
  pages: number
}

export async function townOf(city: City, databaseUrl: string): Promise<Town> {
  const open = () => openStore({ databaseUrl, log: silentLog, poolSize: 4 })
  const [plain, watched] = [await open(), await open()]
  const takePages = watchPages(watched.pool)
  const dispatchOf = (store: Store) =>
    createDispatch({ store, clock: fixedClock(NOW), log: silentLog })
  return {
    city,
    dispatch: dispatchOf(plain),
    explained: dispatchOf(watched),
    takePages,
    close: async () => {
      await plain.close()
      await watched.close()
    },
  }
}

/**
 * Asks an operation in all towns, in turn so that a busy machine is slow for all of them. The first
 * calls, in which the database settles on plans and fills its caches, do not count.
 */
export async function costsOf(
  towns: readonly Town[],
  operation: Measured,
  { warm, rounds }: { warm: number; rounds: number },
): Promise<Cost[]> {
  const times = towns.map(() => Array.from({ length: WAYS }, (): number[] => []))
  for (let nth = 0; nth < (warm + rounds) * WAYS; nth += 1) {
    for (const [index, { city, dispatch }] of towns.entries()) {
      const { ask, after } = callIn(city, dispatch, operation, nth)
      const from = performance.now()
      await ask()
      const ms = performance.now() - from
      await after?.()
      if (nth >= warm * WAYS) times[index]![nth % WAYS]!.push(ms)
    }
  }
  const costs: Cost[] = []
  for (const [index, { city, explained, takePages }] of towns.entries()) {
    let pages = 0
    // The third round counts: what a connection reads of the catalogue at first is not the operation's.
    for (let nth = 0; nth < 3 * WAYS; nth += 1) {
      const { ask, after } = callIn(city, explained, operation, (warm + rounds) * WAYS + nth)
      takePages()
      await ask()
      if (nth >= 2 * WAYS) pages += takePages()
      await after?.()
    }
    costs.push({ ms: mean(times[index]!.map(quick)), pages: pages / WAYS })
  }
  return costs
}

const mean = (values: number[]) => values.reduce((sum, one) => sum + one, 0) / values.length
/** A quarter of the way up: what the machine's other work slows is left out. */
const quick = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 4)]!
