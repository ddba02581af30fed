/**
 * Races that are not left to chance: something is done in between, at a point that a statement names,
 * or many are held at one row until all are there. What waits for a lock on its way has come as far as
 * it gets, so that the same moment can be played with a guard and without it. Nothing waits for long.
 */
import pg from 'pg'
import type { Store } from '../../src/cloud/store'
import type { TestDatabase } from '../support/database'
import { nameOf, sendingOtherwise } from './sending'

/** After this, what was held goes on, whatever has become of the others. */
const LONGEST_MS = 30_000
const LOOKS_EVERY_MS = 5

interface Between {
  /** The statement at which the first that comes is held: once it is answered, or before it is sent. */
  after?: string
  before?: string
  /** What is done meanwhile: wholly, or as far as it gets before it waits for a lock. */
  meanwhile: () => Promise<unknown>
  /** How many wait for a lock then; one when left out. */
  waiting?: number
}

/** The persons of some subjects, as rows to be held. */
export const PERSONS = `select from changlai.person where person_id in (
  select person_id from changlai.person_identity where subject = any ($1))`
/** A pool, as a row to be held. */
export const POOL = 'select from changlai.pool where pool_id = $1'

/** The store in which something else is done while whoever comes first to a statement is held there. */
export function interrupted(
  store: Store,
  database: TestDatabase,
  { after, before, meanwhile, waiting = 1 }: Between,
): Store {
  let come = false
  const interruption = () => doneOrWaiting(database, meanwhile(), waiting)
  return sendingOtherwise(store, (query, rest, send) => {
    const name = nameOf(query)
    if (come || name === undefined || name !== (after ?? before)) return send(query, ...rest)
    come = true
    if (before !== undefined) return interruption().then(() => send(query, ...rest))
    return (send(query, ...rest) as Promise<unknown>).then(async (answer) => {
      await interruption()
      return answer
    })
  })
}

interface Held {
  rows: string
  values: unknown[]
  waiting: number
  /** Done once so many wait, before anything is let go. */
  meanwhile?: () => Promise<unknown>
}

/**
 * Does something while rows are held that it has to lock, until so many wait for them: each of these
 * has looked at what stood before any of them went on. `rows` selects them, as the schema's owner.
 * What is `heldLonger` is let go once so many wait again: whoever got the others waits for it.
 */
export async function whileHeld<Result>(
  database: TestDatabase,
  { heldLonger, ...held }: Held & { heldLonger?: unknown[] },
  work: () => Promise<Result>,
): Promise<Result> {
  const holders = [await hold(database, held)]
  try {
    if (heldLonger) holders.push(await hold(database, { ...held, values: heldLonger }))
    const working = work()
    for (const [index, holder] of holders.entries()) {
      await doneOrWaiting(database, working, held.waiting)
      if (index === 0) await held.meanwhile?.()
      await holder.query('commit')
    }
    return await working
  } finally {
    for (const holder of holders) await holder.end()
  }
}

async function hold({ ownerUrl }: TestDatabase, { rows, values }: Held): Promise<pg.Client> {
  const holder = new pg.Client(ownerUrl)
  await holder.connect()
  await holder.query('begin')
  const { rowCount } = await holder.query(`${rows} for no key update`, values)
  if (!rowCount) throw new Error('nothing is held')
  return holder
}

/** Comes once something is done or failed, or so many sessions of the database wait for a row. */
async function doneOrWaiting(
  { ownerUrl }: TestDatabase,
  work: Promise<unknown>,
  count: number,
): Promise<void> {
  let done = false
  const ended = () => void (done = true)
  work.then(ended, ended)
  const looker = new pg.Client(ownerUrl)
  await looker.connect()
  try {
    for (const until = Date.now() + LONGEST_MS; !done && Date.now() < until;) {
      const { rows } = await looker.query<{ waiting: number }>(WAITING)
      if (Number(rows[0]!.waiting) >= count) return
      await new Promise((resolve) => setTimeout(resolve, LOOKS_EVERY_MS))
    }
  } finally {
    await looker.end()
  }
}

const WAITING = `
select count(*) as waiting from pg_stat_activity
where datname = current_database() and wait_event in ('transactionid', 'tuple')
  and cardinality(pg_blocking_pids(pid)) > 0`
