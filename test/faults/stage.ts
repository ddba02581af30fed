import { execFileSync, spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { type EmbeddedServer, startEmbeddedServer } from '../../src/cloud/store/embedded'
import { runningPostmaster } from '../../src/cloud/store/embedded/postmaster-file'
import { isAlive } from '../../src/cloud/store/embedded/process-alive'
import { databaseOf } from '../bench/rush/database'
import { urlOf } from '../support/database-server'
import { silentLog } from '../support/silent-log'
import { MORNING } from './cast'
import { layOutFamilies } from './lay-out-families'

/** A PostgreSQL server of its own that writes as it does in service, with a morning to be copied. */
export interface Stage {
  server: EmbeddedServer
  /** PGDATA. */
  cluster: string
  /** The small file system that all of it lies on; null where it lies on an ordinary one. */
  smallDisk: string | null
  /** A fresh copy of the morning; gives its name. */
  copy(): Promise<string>
  drop(name: string): Promise<void>
  /** As the superuser, on a database. */
  url(name: string): string
  /** Runs one statement as the superuser, on a database. */
  asOwner<Row>(name: string, statement: string, values?: unknown[]): Promise<Row[]>
  close(): Promise<void>
}

const PREFIX = 'changlai-faults-'
/** Enough for the server with a copy of the morning and all that is written in a round. */
const SMALL_DISK_MB = 400
const MORNING_NAME = 'morning'

/** Opens a stage; on a small file system of its own where it is asked for and this account may mount one. */
export async function openStage({ onSmallDisk = false } = {}): Promise<Stage> {
  removeLeftovers()
  const directory = mkdtempSync(path.join(tmpdir(), PREFIX))
  writeFileSync(path.join(directory, 'runner.pid'), String(process.pid))
  // The server's own account may have to pass through.
  chmodSync(directory, 0o711)
  const disk = path.join(directory, 'disk')
  mkdirSync(disk, { mode: 0o711 })
  const isMounted = onSmallDisk && mounts(disk)
  const server = await startEmbeddedServer({ dataDir: path.join(disk, 'data'), log: silentLog })
  const url = (name: string) => urlOf({ ...server.address, database: name })
  const { store } = await databaseOf(
    server,
    MORNING_NAME,
    { ...MORNING, seed: 1 },
    { isFirstTerm: true },
  )
  await layOutFamilies(store.pool)
  await store.close()

  const asOwner = async <Row>(name: string, statement: string, values?: unknown[]) => {
    const client = new pg.Client({ connectionString: url(name) })
    client.on('error', () => {})
    await client.connect()
    try {
      return (await client.query(statement, values)).rows as Row[]
    } finally {
      await client.end()
    }
  }
  let copies = 0
  return {
    server,
    cluster: path.join(disk, 'data', 'postgresql', 'data'),
    smallDisk: isMounted ? disk : null,
    url,
    asOwner,
    copy: async () => {
      const name = `round_${(copies += 1)}`
      await asOwner('postgres', `create database ${name} template ${MORNING_NAME}`)
      return name
    },
    drop: async (name) => {
      await asOwner('postgres', `drop database if exists ${name} with (force)`)
    },
    close: async () => {
      await server.close()
      remove(directory)
    },
  }
}

/** What runs left behind that were killed. */
function removeLeftovers(): void {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const directory = path.join(tmpdir(), name)
    const runner = path.join(directory, 'runner.pid')
    if (existsSync(runner) && !isAlive(Number(readFileSync(runner, 'utf8')))) remove(directory)
  }
}

function remove(directory: string): void {
  const disk = path.join(directory, 'disk')
  const left = runningPostmaster(path.join(disk, 'data', 'postgresql', 'data'))
  if (left !== null) process.kill(left, 'SIGQUIT')
  // An ordinary directory where nothing could be mounted.
  spawnSync('umount', ['--lazy', disk], { stdio: 'ignore' })
  rmSync(directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
}

function mounts(directory: string): boolean {
  try {
    const size = `size=${SMALL_DISK_MB}m,mode=0711`
    execFileSync('mount', ['-t', 'tmpfs', '-o', size, 'tmpfs', directory], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
