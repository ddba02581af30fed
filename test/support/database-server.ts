import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import {
  type EmbeddedServer,
  type ServerAddress,
  startEmbeddedServer,
} from '../../src/cloud/store/embedded'
import { ensureDatabase } from '../../src/cloud/store/embedded/ensure-database'
import { runningPostmaster } from '../../src/cloud/store/embedded/postmaster-file'
import { isAlive } from '../../src/cloud/store/embedded/process-alive'
import { prepareSchema } from '../../src/cloud/store/migrate'
import { applicationPassword } from '../../src/cloud/store/connection'
import { silentLog } from './silent-log'

const PREFIX = 'changlai-test-'
/** Migrated and empty; copied for each test database. */
export const TEMPLATE = 'changlai_template'

export interface TestServer {
  server: EmbeddedServer
  stop(): Promise<void>
}

/** A database server in a directory of the temp folder, with the migrated template database. */
export async function startTestServer(durable: boolean): Promise<TestServer> {
  removeLeftovers()
  const directory = mkdtempSync(path.join(tmpdir(), PREFIX))
  writeFileSync(path.join(directory, 'runner.pid'), String(process.pid))
  const dataDir = path.join(directory, 'data')
  // The server's own account may have to pass through.
  chmodSync(directory, 0o711)
  const onExit = () => removeServer(directory)
  process.once('exit', onExit)

  const server = await startEmbeddedServer({ dataDir, log: silentLog, durable })
  const owner = await ensureDatabase(server.address, TEMPLATE)
  await prepareSchema(owner, { password: applicationPassword(owner), setPassword: false })
  return {
    server,
    stop: async () => {
      await server.close()
      process.removeListener('exit', onExit)
      removeServer(directory)
    },
  }
}

/** A connection URL over a Unix socket. */
export function urlOf({ user, password, host, port, database }: ServerAddress): string {
  return `postgresql://${user}:${password}@${encodeURIComponent(host)}:${port}/${database}`
}

/** What runs left behind that were killed. */
function removeLeftovers(): void {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const directory = path.join(tmpdir(), name)
    const runner = path.join(directory, 'runner.pid')
    if (existsSync(runner) && !isAlive(Number(readFileSync(runner, 'utf8'))))
      removeServer(directory)
  }
}

/** Ends the server at once and deletes its directory. */
export function removeServer(directory: string): void {
  const postmaster = runningPostmaster(path.join(directory, 'data', 'postgresql', 'data'))
  if (postmaster !== null) process.kill(postmaster, 'SIGQUIT')
  rmSync(directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
}
