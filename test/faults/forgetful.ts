import { setTimeout as wait } from 'node:timers/promises'
import type { Fault } from './fault'
import { killServer, pauseWriter } from './kinds/kill-postgres'
import type { Ledger } from './ledger'

/** Dies when so many have heard that they have a seat. */
const CONFIRMED = 40

/**
 * A PostgreSQL that says it is committed before it is written down, and whose own writer, which would
 * write it down a little later, stands still; then all of it is killed. What nobody does in service:
 * seats that were confirmed are gone.
 */
export const forgetful: Fault = {
  name: 'forgetful',
  async prepare({ stage, database }) {
    await stage.asOwner(database, 'alter system set synchronous_commit = off')
    await stage.asOwner(database, 'select pg_reload_conf()')
    pauseWriter(stage.cluster)
  },
  async strike({ stage, database, ledger }) {
    const until = performance.now() + 30_000
    while (confirmed(ledger) < CONFIRMED && performance.now() < until) await wait(2)
    killServer(stage.cluster, 'everything')
    await againDurable(() => stage.asOwner(database, 'alter system reset synchronous_commit'))
    await stage.asOwner(database, 'select pg_reload_conf()')
    return { did: { confirmed: confirmed(ledger) } }
  },
}

const confirmed = ({ asked }: Ledger) =>
  asked.filter(({ heard }) => heard.some(({ answer }) => answer.ok)).length

/** Once the server is there again. */
async function againDurable(reset: () => Promise<unknown>): Promise<void> {
  const until = performance.now() + 60_000
  for (;;) {
    try {
      await reset()
      return
    } catch (error) {
      if (performance.now() > until) throw error
      await wait(50)
    }
  }
}
