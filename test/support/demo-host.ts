import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { builtProgram } from './built-programs'
import { createDatabase, dropDatabase, serverAddress, urlOf } from './database'
import { DEMO_TEMPLATE } from './demo-template'
import { startHost } from './host-process'

export interface DemoHost {
  url: string
  /** Its database, as the owner: for a second host beside it. */
  databaseUrl: string
  /** Everything the host has written so far. */
  output(): string
  end(): Promise<void>
}

/**
 * The local host with the sample programme, on a database of its own: a copy of the one that a host
 * seeded for this jest project (only in those that have one, test/jest.config.js).
 */
export async function startDemoHost(): Promise<DemoHost> {
  // Its master keys lie here.
  const folder = mkdtempSync(join(tmpdir(), 'changlai-demo-'))
  const name = await createDatabase(DEMO_TEMPLATE)
  const databaseUrl = urlOf({ ...serverAddress(), database: name })
  const host = await startHost(builtProgram('local-host'), {
    ...{ DATABASE_URL: databaseUrl, DATA_DIR: join(folder, 'data'), SEED: 'demo' },
  })
  return {
    url: host.url,
    databaseUrl,
    output: host.output,
    end: async () => {
      await host.end()
      await dropDatabase(name)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
