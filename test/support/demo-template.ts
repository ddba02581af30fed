import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { ensureDatabase } from '../../src/cloud/store/embedded/ensure-database'
import type { ServerAddress } from '../../src/cloud/store/embedded'
import { urlOf } from './database-server'
import { startHost } from './host-process'

/** Holds the sample programme; copied for each demo host. */
export const DEMO_TEMPLATE = 'changlai_demo'

/** Has a local host (by what node is started with) migrate and seed the template, as its first start does. */
export async function makeDemoTemplate(
  server: ServerAddress,
  localHost: readonly string[],
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'changlai-demo-'))
  const DATABASE_URL = urlOf(await ensureDatabase(server, DEMO_TEMPLATE))
  try {
    const host = await startHost(localHost, { DATABASE_URL, DATA_DIR: folder, SEED: 'demo' })
    const { code } = await host.end()
    if (code !== 0) throw new Error(`the host that seeds ended with ${code}:\n${host.output()}`)
    // As PostgreSQL itself does within a minute, for which the copies do not wait.
    const owner = new pg.Client(DATABASE_URL)
    await owner.connect()
    await owner.query('analyze')
    await owner.end()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
