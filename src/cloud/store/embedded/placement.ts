import { createHash, randomBytes } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Log } from '../../log'
import { EmbeddedServerError } from './embedded-server-error'
import { machineDirectory } from './machine-directory'
import { runningPostmaster } from './postmaster-file'
import { makePrivateDirectory, writeOnce } from './private-files'
import { type ServerUser, mayEnter, serverUser } from './server-user'

/** Where everything of one embedded server lies. */
export interface Placement {
  /** DATA_DIR, made if it was missing. */
  dataDir: string
  /** The account of the server; null: our own. */
  user: ServerUser | null
  /** The server's own directory, of mode 0700; the next three stand in or near it. */
  root: string
  /** PGDATA. */
  cluster: string
  socketDirectory: string
  logFile: string
}

/** A socket's path may have 104 to 108 bytes; PostgreSQL adds `/.s.PGSQL.5432.lock`. */
const SOCKET_DIRECTORY_BYTES = 80
const POINTER = 'postgresql.location'

/**
 * Decides where the cluster of `dataDir` lies, and makes the directories. Usually that is
 * `DATA_DIR/postgresql`. Under root the server runs as another account; when that cannot reach
 * DATA_DIR, the cluster lies in a directory of the machine and `DATA_DIR/postgresql.location` says
 * where. Throws EmbeddedServerError with what an operator can do.
 */
export function placement(dataDir: string, log: Log): Placement {
  const home = makeDataDirectory(dataDir)
  const pointer = path.join(home, POINTER)
  const inside = path.join(home, 'postgresql')

  let root = inside
  if (existsSync(pointer)) root = readFileSync(pointer, 'utf8').trim()
  const user = serverUser(path.join(root, 'data'))
  if (existsSync(pointer)) mustBeThere(root, pointer)
  else if (!existsSync(inside) && !reachable(home, user))
    root = placeElsewhere(home, pointer, user, log)

  makePrivateDirectory(root, user)
  const socketDirectory = socketDirectoryOf(root, user)
  makePrivateDirectory(socketDirectory, user)
  const cluster = path.join(root, 'data')
  return {
    dataDir: home,
    user,
    root,
    cluster,
    socketDirectory,
    logFile: path.join(root, 'server.log'),
  }
}

function makeDataDirectory(dataDir: string): string {
  try {
    mkdirSync(dataDir, { recursive: true })
    return realpathSync(dataDir)
  } catch (cause) {
    throw new EmbeddedServerError(
      `The data directory ${dataDir} cannot be made: ${(cause as Error).message}. Set DATA_DIR.`,
      { cause },
    )
  }
}

function mustBeThere(root: string, pointer: string): void {
  if (existsSync(root)) return
  throw new EmbeddedServerError(
    `${pointer} says that the database lies in ${root}, which is not there. ` +
      `Bring it back, or delete ${pointer} to begin with an empty database.`,
  )
}

/** Whether the server's account can get into DATA_DIR; one of ours that is still empty is opened. */
function reachable(home: string, user: ServerUser | null): boolean {
  if (user === null || mayEnter(user, home)) return true
  if (!mayEnter(user, path.dirname(home)) || readdirSync(home).length > 0) return false
  // To pass through, not to look around: what lies inside has modes of its own.
  chmodSync(home, (statSync(home).mode & 0o7777) | 0o011)
  return mayEnter(user, home)
}

function placeElsewhere(home: string, pointer: string, user: ServerUser | null, log: Log): string {
  const machine = machineDirectory()
  removeTemporary(machine)
  const prefix = `${shortHash(home)}-`
  for (const earlier of readdirSync(machine).filter((name) => name.startsWith(prefix))) {
    const directory = path.join(machine, earlier)
    log.warn({ directory }, 'a database of an earlier data directory of this name is kept here')
  }
  const root = path.join(machine, prefix + randomBytes(4).toString('hex'))
  makePrivateDirectory(root, user)
  writeOnce(path.join(root, 'data-directory'), home)
  return writeOnce(pointer, `${root}\n`) ? root : otherHostsPlace(root, pointer)
}

/** Removes the databases of data directories that were in the temp folder and are gone from it. */
function removeTemporary(machine: string): void {
  for (const name of readdirSync(machine)) {
    const root = path.join(machine, name)
    const note = path.join(root, 'data-directory')
    const home = existsSync(note) ? readFileSync(note, 'utf8') : ''
    const temporary = home.startsWith(realpathSync(tmpdir()) + path.sep)
    const inUse = existsSync(home) || runningPostmaster(path.join(root, 'data')) !== null
    if (temporary && !inUse) rmSync(root, { recursive: true, force: true })
  }
}

function otherHostsPlace(ours: string, pointer: string): string {
  rmSync(ours, { recursive: true, force: true })
  return readFileSync(pointer, 'utf8').trim()
}

function socketDirectoryOf(root: string, user: ServerUser | null): string {
  const inside = path.join(root, 'socket')
  if (Buffer.byteLength(inside) <= SOCKET_DIRECTORY_BYTES) return inside
  const owner = user?.uid ?? process.getuid?.() ?? 0
  return path.join('/tmp', `changlai-${owner}-${shortHash(root)}`)
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}
