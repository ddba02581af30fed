import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  lchownSync,
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { bareEnvironment } from './bare-environment'
import type { Binaries } from './binaries'
import { EmbeddedServerError } from './embedded-server-error'
import type { Placement } from './placement'
import { writeOnce } from './private-files'
import { isAlive } from './process-alive'

/** The superuser of an embedded cluster. */
export const SUPERUSER = 'postgres'

/**
 * Makes the cluster if there is none (initdb: UTF8, locale C, checksums, SCRAM) and gives the
 * superuser's password, which is kept in `DATA_DIR/postgresql.password`, mode 0600. Two hosts may do
 * this at once: each makes a cluster aside, one rename wins. `durable` false skips fsync, for tests.
 */
export async function ensureCluster(
  place: Placement,
  binaries: Binaries,
  durable: boolean,
): Promise<string> {
  const password = readOrMakePassword(place)
  if (existsSync(path.join(place.cluster, 'PG_VERSION'))) mustBeOfRelease(place, binaries)
  else await makeCluster(place, binaries, password, durable)
  return password
}

function readOrMakePassword({ dataDir, cluster }: Placement): string {
  const file = path.join(dataDir, 'postgresql.password')
  try {
    if (!existsSync(file)) {
      if (existsSync(cluster)) throw new Error('it is missing')
      writeOnce(file, `${randomBytes(24).toString('hex')}\n`)
    }
    return readFileSync(file, 'utf8').trim()
  } catch (cause) {
    throw new EmbeddedServerError(
      `${file} cannot be read (${(cause as Error).message}). Start as the account that made it; ` +
        'without that file the database beside it cannot be opened.',
      { cause },
    )
  }
}

function mustBeOfRelease({ cluster }: Placement, { version }: Binaries): void {
  const release = readFileSync(path.join(cluster, 'PG_VERSION'), 'utf8').trim()
  if (release === version.split('.')[0]) return
  throw new EmbeddedServerError(
    `The database in ${cluster} was made by PostgreSQL ${release}; these binaries are ${version}. ` +
      'Export it with the older release, or set DATA_DIR to another directory.',
  )
}

async function makeCluster(
  place: Placement,
  binaries: Binaries,
  password: string,
  durable: boolean,
): Promise<void> {
  removeUnfinished(place)
  const unfinished = path.join(place.root, `new-${process.pid}-${randomBytes(3).toString('hex')}`)
  const passwordFile = `${unfinished}.password`
  try {
    writeFileSync(passwordFile, password, { mode: 0o600, flag: 'wx' })
    if (place.user) lchownSync(passwordFile, place.user.uid, place.user.gid)
    await initdb(place, binaries, [
      ...['--pgdata', unfinished, '--username', SUPERUSER, '--pwfile', passwordFile],
      ...['--auth', 'scram-sha-256', '--encoding', 'UTF8', '--locale', 'C', '--data-checksums'],
      ...(durable ? [] : ['--no-sync']),
    ])
    renameSync(unfinished, place.cluster)
    if (durable) syncDirectory(place.root)
  } catch (cause) {
    // The other host's rename came first.
    if (!existsSync(path.join(place.cluster, 'PG_VERSION'))) throw cause
  } finally {
    rmSync(passwordFile, { force: true })
    rmSync(unfinished, { recursive: true, force: true })
  }
}

function initdb(place: Placement, binaries: Binaries, parameters: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const program = path.join(binaries.directory, 'initdb')
    const child = spawn(program, parameters, {
      ...place.user,
      cwd: place.root,
      env: bareEnvironment(),
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let complaint = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text))
    child.on('error', (cause) => reject(initdbFailed(place, cause.message)))
    child.on('close', (code) => {
      if (code === 0) resolve()
      else reject(initdbFailed(place, complaint.trim() || `exit code ${code}`))
    })
  })
}

function initdbFailed({ root }: Placement, reason: string): EmbeddedServerError {
  return new EmbeddedServerError(
    /No space left|Disk quota/.test(reason)
      ? `The disk of ${root} is full: the database could not be made. Free some space, or set DATA_DIR.`
      : `The database could not be made in ${root}: ${reason}`,
  )
}

/** What hosts left that were killed while they made a cluster. */
function removeUnfinished({ root }: Placement): void {
  for (const name of readdirSync(root)) {
    const maker = /^new-(\d+)-/.exec(name)?.[1]
    if (maker === undefined || Number(maker) === process.pid) continue
    if (!isAlive(Number(maker))) rmSync(path.join(root, name), { recursive: true, force: true })
  }
}

function syncDirectory(directory: string): void {
  const descriptor = openSync(directory, 'r')
  fsyncSync(descriptor)
  closeSync(descriptor)
}
