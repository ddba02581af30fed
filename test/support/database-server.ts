import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
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
/** Files in memory, on Linux. */
const MEMORY = '/dev/shm'
/** More than the databases of several projects ever take at once. */
const ROOM = 3 * 1024 ** 3
/** Migrated and empty; copied for each test database. */
export const TEMPLATE = 'changlai_template'

export interface TestServer {
  server: EmbeddedServer
  stop(): Promise<void>
}

/**
 * A database server in a directory of its own, with the migrated template database. One that is not to
 * be `durable` has its files in memory where there is room: on a disk, the files of each test's
 * database cost the processor seven times as much to make.
 */
export async function startTestServer(durable: boolean): Promise<TestServer> {
  removeLeftovers()
  const parent = !durable && hasRoom(MEMORY) ? MEMORY : tmpdir()
  const directory = mkdtempSync(path.join(parent, PREFIX))
  writeFileSync(path.join(directory, 'runner.pid'), String(process.pid))
  const dataDir = path.join(directory, 'data')
  // The server's own account may have to pass through.
  chmodSync(directory, 0o711)
  const onExit = () => removeServer(directory)
  process.once('exit', onExit)

  const server = await startEmbeddedServer({ dataDir, log: silentLog, durable })
  const owner = await ensureDatabase(server.address, TEMPLATE)
  await prepareSchema(owner, {
    password: applicationPassword(owner),
    isChosen: false,
    setPassword: false,
  })
  if (!durable) await planOnce(server.address)
  return {
    server,
    stop: async () => {
      await server.close()
      process.removeListener('exit', onExit)
      removeServer(directory)
    },
  }
}

/**
 * Has a prepared statement planned once on each connection, for whatever it is asked with, and not for
 * its first five questions each: tests have many connections of which each is asked little, and planning
 * takes longer than the little that there is to read. What comes of it is the same.
 */
async function planOnce(address: ServerAddress): Promise<void> {
  const superuser = new pg.Client(address)
  await superuser.connect()
  await superuser.query('alter system set plan_cache_mode = force_generic_plan')
  await superuser.query('select pg_reload_conf()')
  await superuser.end()
}

/** A connection URL over a Unix socket. */
export function urlOf({ user, password, host, port, database }: ServerAddress): string {
  return `postgresql://${user}:${password}@${encodeURIComponent(host)}:${port}/${database}`
}

function hasRoom(folder: string): boolean {
  if (!existsSync(folder)) return false
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize > ROOM
}

/** What runs left behind that were killed. */
function removeLeftovers(): void {
  for (const directory of [tmpdir(), MEMORY].flatMap(serversIn)) {
    const runner = path.join(directory, 'runner.pid')
    if (existsSync(runner) && !isAlive(Number(readFileSync(runner, 'utf8'))))
      removeServer(directory)
  }
}

function serversIn(folder: string): string[] {
  const names = existsSync(folder) ? readdirSync(folder) : []
  return names.filter((name) => name.startsWith(PREFIX)).map((name) => path.join(folder, name))
}

/** Ends the server at once and deletes its directory. */
export function removeServer(directory: string): void {
  const postmaster = runningPostmaster(path.join(directory, 'data', 'postgresql', 'data'))
  if (postmaster !== null) process.kill(postmaster, 'SIGQUIT')
  rmSync(directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
}
