import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { LOCAL_HOST, startHost } from './host-process'

export interface DemoHost {
  url: string
  /** Where its embedded server keeps the data. */
  dataDir: string
  /** Everything the host has written so far. */
  output(): string
  end(): Promise<void>
}

/** The local host with the sample programme, on an embedded server and a database of its own. */
export async function startDemoHost(): Promise<DemoHost> {
  const folder = mkdtempSync(join(tmpdir(), 'changlai-demo-'))
  const dataDir = join(folder, 'data')
  const host = await startHost(LOCAL_HOST, { DATA_DIR: dataDir, SEED: 'demo' })
  return {
    url: host.url,
    dataDir,
    output: host.output,
    end: async () => {
      await host.end()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
