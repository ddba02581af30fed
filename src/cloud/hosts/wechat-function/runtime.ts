import { masterKeysIn } from '@/cloud/adapters/crypto/environment'
import { SealingUnavailable } from '@/cloud/adapters/crypto/master-keys'
import { type Clock, databaseClock } from '@/cloud/clock'
import { createLog, type HostLog } from '@/cloud/log'
import { createSealing, type Sealing } from '@/cloud/sealing/sealing'
import { openStore, type Store, storeOptionsFrom } from '@/cloud/store'
import { publicUrlOf } from '../public-url'

/** What an instance of a function keeps between its invocations. */
export interface Runtime {
  store: Store
  clock: Clock
  sealing: Sealing | undefined
  publicUrl: string | null
}

/** A frozen instance may wake up with a connection that the network has long forgotten. */
const TRUSTED_FOR_MS = 20_000
const ANSWERS_WITHIN_MS = 800

/** Lines are written before the call returns, for the platform freezes an instance that has answered. */
export function functionLog(name: string): HostLog {
  return createLog({ name, synchronous: true })
}

/**
 * The database of one instance: one connection, opened when the module is loaded, which the
 * platform does before the first invocation, and opened anew if that failed.
 */
export function keepRuntime(log: HostLog): () => Promise<Runtime> {
  let opening: Promise<Runtime> | null = null
  let usedAt = 0

  function open(): Promise<Runtime> {
    opening ??= start(log).catch((error: unknown) => {
      opening = null
      throw error
    })
    return opening
  }

  open().catch(() => {})
  return async () => {
    const runtime = await open()
    const idleMs = Date.now() - usedAt
    if (usedAt !== 0 && idleMs > TRUSTED_FOR_MS) await dropDeadConnection(runtime.store)
    usedAt = Date.now()
    return runtime
  }
}

async function start(log: HostLog): Promise<Runtime> {
  const { DATABASE_URL, PGHOST } = process.env
  if (!DATABASE_URL && !PGHOST) {
    throw new Error('A function needs DATABASE_URL or PGHOST, PGUSER, PGPASSWORD and PGDATABASE.')
  }
  const store = await openStore({ ...storeOptionsFrom(process.env), poolSize: 1, log })
  const clock = await databaseClock(store.pool)
  return { store, clock, sealing: sealingFrom(store, log), publicUrl: publicUrlFrom(log) }
}

/** An address that is wrong costs the addresses of calendars, not all the rest. */
function publicUrlFrom(log: HostLog): string | null {
  try {
    return publicUrlOf(process.env)
  } catch (error) {
    log.error({ err: error }, 'calendars get no addresses')
    return null
  }
}

/** Keys that are wrong cost the private consultations, not all the rest. */
function sealingFrom(store: Store, log: HostLog): Sealing | undefined {
  try {
    const masterKeys = masterKeysIn(process.env)
    return masterKeys ? createSealing(masterKeys, store.pool) : undefined
  } catch (error) {
    if (!(error instanceof SealingUnavailable)) throw error
    log.error({ err: error }, 'private consultations are unavailable')
    return undefined
  }
}

/** Asks the one connection for a sign of life; without it the pool opens another. */
async function dropDeadConnection(store: Store): Promise<void> {
  const connection = await store.pool.connect().catch(() => null)
  if (!connection) return
  let timer: NodeJS.Timeout | undefined
  const silent = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, ANSWERS_WITHIN_MS, false)
  })
  const alive = connection.query('select 1').then(
    () => true,
    () => false,
  )
  const usable = await Promise.race([alive, silent])
  clearTimeout(timer)
  connection.release(!usable)
}
