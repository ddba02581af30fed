import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { Log } from '@/cloud/log'
import { openStore } from '@/cloud/store'

/**
 * A host reduced to its store: opens the database of DATA_DIR, then writes rows one after another and
 * prints the key of each once PostgreSQL has acknowledged it. Ends on SIGTERM. Run as a process of its
 * own by test/support/store-process.ts.
 */
const told =
  (level: string) =>
  (facts: object, message: string): void => {
    const { err } = facts as { err?: Error }
    process.stderr.write(`${level} ${message} ${err?.message ?? ''}\n`)
  }
const log: Log = { debug() {}, info: told('info'), warn: told('warn'), error: told('error') }

async function main(): Promise<void> {
  const store = await openStore({ dataDir: process.env['DATA_DIR'], log, poolSize: 2 })
  let ending = false
  process.once('SIGTERM', () => (ending = true))
  process.stdout.write('ready\n')
  while (!ending) {
    const key = randomUUID()
    try {
      await store.pool.query('insert into changlai.person (person_id) values ($1)', [key])
      process.stdout.write(`wrote ${key}\n`)
    } catch {
      // The server is away: what was not acknowledged may be lost.
      process.stdout.write('failed\n')
      await wait(20)
    }
  }
  await store.close()
  process.stdout.write('closed\n')
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
})
