import { spawn } from 'node:child_process'
import {
  constants,
  fchownSync,
  closeSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
} from 'node:fs'
import path from 'node:path'
import { bareEnvironment } from './bare-environment'
import type { Binaries } from './binaries'
import type { Placement } from './placement'

/** A server that this host started. */
export interface LaunchedServer {
  /** Resolves with what the server wrote to its log, when it has ended. */
  ended: Promise<string>
  hasEnded(): boolean
}

// The directory is the server's: root must not follow a link that it left there.
const APPEND = constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | constants.O_NOFOLLOW
const LOG_BYTES_KEPT = 1_000_000

/** One cluster serves a few hosts and an operator's psql; nobody from outside the machine. */
function settings({ socketDirectory }: Placement, durable: boolean): Record<string, string> {
  return {
    listen_addresses: '',
    unix_socket_directories: socketDirectory,
    unix_socket_permissions: '0700',
    cluster_name: 'changlai',
    max_connections: '200',
    timezone: 'Asia/Shanghai',
    jit: 'off',
    // Nothing is replicated from here, so the log of changes may be short.
    wal_level: 'minimal',
    max_wal_senders: '0',
    max_wal_size: '256MB',
    // A failed statement's text and key values can be personal: only the server's own life is logged.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
    ...(durable ? {} : { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' }),
  }
}

/**
 * Starts `postgres` on the cluster, in a session of its own so that the terminal's Ctrl-C reaches the
 * host alone. Its log goes to a file, because it may outlive the host.
 */
export function launchServer(
  place: Placement,
  binaries: Binaries,
  durable: boolean,
): LaunchedServer {
  keepLogShort(place.logFile)
  const log = openSync(place.logFile, APPEND, 0o600)
  if (place.user) fchownSync(log, place.user.uid, place.user.gid)
  const logStart = statSync(place.logFile).size
  const parameters = Object.entries(settings(place, durable)).flatMap((pair) => [
    '-c',
    pair.join('='),
  ])
  const child = spawn(
    path.join(binaries.directory, 'postgres'),
    ['-D', place.cluster, ...parameters],
    {
      ...place.user,
      cwd: place.root,
      env: bareEnvironment(),
      stdio: ['ignore', log, log],
      detached: true,
    },
  )
  closeSync(log)
  child.unref()

  let over = false
  const ended = new Promise<string>((resolve) => {
    const finish = (text: string) => {
      over = true
      resolve(text)
    }
    child.on('error', (cause) => finish(cause.message))
    child.on('exit', () => finish(textFrom(place.logFile, logStart)))
  })
  return { ended, hasEnded: () => over }
}

function keepLogShort(file: string): void {
  const bytes = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (bytes > LOG_BYTES_KEPT) renameSync(file, `${file}.1`)
}

/** What stands in the file after `start`; nothing where somebody deleted it meanwhile. */
function textFrom(file: string, start: number): string {
  try {
    return readFileSync(file)
      .subarray(start, start + 4000)
      .toString('utf8')
      .trim()
  } catch {
    return ''
  }
}
