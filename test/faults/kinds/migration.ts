import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import type { Fault, Scene } from '../fault'
import { startNode } from '../../support/host-process'
import { STEPS, STEPS_TAKEN_BACK } from '../step-taken-back'

/** The longest that anybody may wait for an answer while the schema changes. */
const LONGEST_MS = 14_000

/**
 * The newest steps of the schema are taken while hosts serve that know them and hosts' people book: by
 * `npm run migrate`, or by a host that starts. Meanwhile somebody holds a table for longer than the
 * step may wait for it, so that it has to stand back and come again.
 */
export const migration: Fault = {
  name: 'migration',
  // A migration needs longer to begin than others to book.
  spanMs: 4_000,
  async prepare({ stage, database }) {
    await stage.asOwner(database, STEPS_TAKEN_BACK)
  },
  async strike(scene) {
    const { stage, database, chance, ledger, rushOver } = scene
    const by = chance.oneOf(['migrate', 'a host that starts'] as const)
    const heldMs = chance.between(0, 1) * chance.between(2_500, 4_000)
    const holder = heldMs > 0 ? await holding(scene) : null
    const since = performance.now()
    const taken = by === 'migrate' ? migrates(stage.url(database)) : startsAnother(scene)
    await wait(heldMs)
    await holder?.end()
    const complaint = await taken
    const tookMs = Math.round(performance.now() - since)
    const answeredMeanwhile = ledger.latencies.length
    await rushOver
    const later = ledger.notAtOnce()
    return {
      did: { by, heldMs, tookMs, answeredMeanwhile },
      wrong: [
        ...(complaint === null ? [] : [complaint]),
        ...(later === 0 ? [] : [`${later} were asked to come back though nothing was away`]),
        ...(ledger.longestMs() > LONGEST_MS ? [`${ledger.longestMs()} ms for an answer`] : []),
        ...((await isTaken(scene)) ? [] : ['the steps were not taken']),
      ],
    }
  },
}

/** A transaction that has changed a row of the pools and does not end. */
async function holding({ stage, database }: Scene): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: stage.url(database) })
  await client.connect()
  await client.query('begin')
  await client.query(`update changlai.pool set waiting = waiting where pool_id = 'rush.p7-none'`)
  return client
}

async function migrates(databaseUrl: string): Promise<string | null> {
  const args = ['--import', 'tsx', 'src/cloud/hosts/migrate.ts']
  const step = startNode(args, { DATABASE_URL: databaseUrl })
  const { code } = await step.ended
  return code === 0 ? null : `migrate ended with ${code}: ${step.output()}`
}

async function startsAnother({ startLike }: Scene): Promise<string | null> {
  const host = await startLike(0)
  const { code } = await host.end()
  return code === 0 ? null : `a host that migrates ended with ${code}`
}

async function isTaken({ stage, database }: Scene): Promise<boolean> {
  const rows = await stage.asOwner(
    database,
    `select from changlai.kysely_migration, pg_trigger
     where name = any ('{${STEPS.join(', ')}}') and tgname = 'pool_changed'`,
  )
  return rows.length === STEPS.length
}
