import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { fixedClock } from '../../src/cloud/clock'
import { type Dispatch, createDispatch } from '../../src/cloud/dispatch'
import { type Store, openStore } from '../../src/cloud/store'
import { startEmbeddedServer } from '../../src/cloud/store/embedded'
import { ensureDatabase } from '../../src/cloud/store/embedded/ensure-database'
import type { Input, OperationName } from '../../src/contract'
import { silentLog } from '../support/silent-log'
import { A_TENTH, type DeskSize, NOW, TODAY, WHOLE, seedDesk } from './desk-centre'

/**
 * How fast the desk of a centre with 500 activities and 20,000 bookings answers, beside the same day in a
 * centre with a tenth of that, on a real PostgreSQL. Both are asked in turn, so that a busy machine is
 * slow for both. Says what it measured and judges nothing: the ratio is what shows that something grows.
 */

const WARM = 10
const ROUNDS = 40

const say = (line = '') => process.stdout.write(`${line}\n`)

/** What the screens of a desk ask. */
const ASKED: { [N in OperationName]?: Input<N> } = {
  'staff.today': { centreId: 'desk' },
  'attendance.lessons': { centreId: 'desk', day: TODAY },
  'attendance.roster': { occurrenceId: 'desk.today-1' },
  'attendance.sheet': { occurrenceId: 'desk.today-1', purpose: 'sign-in' },
  'waitlist.pools': { centreId: 'desk' },
  'ballot.pools': { centreId: 'desk' },
  'activities.list': { centreId: 'desk' },
  'activities.get': { activityId: 'desk.a1' },
  'calendar.list': { centreId: 'desk', from: TODAY, to: TODAY },
}

/** How long one answer takes, in ms. */
async function timeOf(dispatch: Dispatch, operation: string, input: unknown): Promise<number> {
  const from = performance.now()
  const { answer } = await dispatch({
    request: { operation, input, client: '1.0.0' },
    identity: { provider: 'local', subject: 'staff' },
  })
  if (!(answer as { ok: boolean }).ok) throw new Error(JSON.stringify(answer))
  return performance.now() - from
}

/** A quarter of the way up: what the machine's other work slows is left out. */
function quick(times: number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 4)]!
}

async function measure(whole: Store, tenth: Store): Promise<void> {
  const dispatches = [whole, tenth].map((store) =>
    createDispatch({ store, clock: fixedClock(NOW), log: silentLog }),
  )
  say()
  for (const [operation, input] of Object.entries(ASKED)) {
    const times: number[][] = [[], []]
    for (let round = 0; round < WARM + ROUNDS; round += 1) {
      for (const [index, dispatch] of dispatches.entries()) {
        const ms = await timeOf(dispatch, operation, input)
        if (round >= WARM) times[index]!.push(ms)
      }
    }
    const [ms, before] = times.map(quick) as [number, number]
    const ratio = `${(ms / before).toFixed(2)} times`
    say(
      `${operation.padEnd(20)} ${ms.toFixed(2)} ms; with a tenth ${before.toFixed(2)} ms: ${ratio}`,
    )
  }
}

/** A database of this size, with the statistics that PostgreSQL gathers by itself within a minute. */
async function laidOut(owner: string, size: DeskSize): Promise<Store> {
  const store = await openStore({ databaseUrl: owner, log: silentLog, poolSize: 6 })
  const began = performance.now()
  await seedDesk(store, size)
  const client = new pg.Client(owner)
  await client.connect()
  await client.query('analyze')
  await client.end()
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  say(`${size.activities} activities, ${size.bookings} bookings: laid out in ${seconds} s`)
  return store
}

async function main(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'changlai-bench-'))
  const server = await startEmbeddedServer({ dataDir, log: silentLog })
  try {
    const stores: Store[] = []
    for (const [name, size] of Object.entries({ whole: WHOLE, tenth: A_TENTH })) {
      const { user, password, host, port } = server.address
      await ensureDatabase(server.address, name)
      const where = `${encodeURIComponent(host)}:${port}/${name}`
      stores.push(await laidOut(`postgresql://${user}:${password}@${where}`, size))
    }
    await measure(stores[0]!, stores[1]!)
    for (const store of stores) await store.close()
  } finally {
    await server.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

void main()
