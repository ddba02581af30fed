/**
 * The rush: a city opens its night school at one minute (docs/decisions/0039, 0045). On a real PostgreSQL that
 * writes as it does in service, real container hosts and a crowd in processes of its own answer one
 * morning; beside it in the same call run what HTTP alone can do, and the same seats taken in the usual
 * way. Only ratios of one run count: the machine may have other work. Ends with 1 where what was
 * answered and what is written differ.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedServer } from '../../../src/cloud/store/embedded'
import { silentLog } from '../../support/silent-log'
import { belowHttp } from './below-http'
import { overHttp } from './over-http'
import { rushOptions } from './options'

async function main(): Promise<void> {
  const options = rushOptions(process.argv.slice(2))
  const directory = mkdtempSync(join(tmpdir(), 'changlai-rush-'))
  const server = await startEmbeddedServer({ dataDir: directory, log: silentLog })
  try {
    const isTrue = await (options.belowHttp ? belowHttp : overHttp)(server, directory, options)
    if (!isTrue) process.exitCode = 1
  } finally {
    await server.close()
    rmSync(directory, { recursive: true, force: true })
  }
}

void main()
