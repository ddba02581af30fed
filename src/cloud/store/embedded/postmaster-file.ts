import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { lchownSync, readFileSync, readlinkSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { isAlive } from './process-alive'
import type { ServerUser } from './server-user'

/** Above every process number that Linux or macOS gives, so that nothing has it. */
const NOBODYS_PID = 2147483647

/**
 * The process that runs the cluster according to its `postmaster.pid`, or null when there is no such
 * file or it speaks of something else: a process that is gone, or whose number another one got.
 */
export function runningPostmaster(cluster: string): number | null {
  const pid = Number(pidFile(cluster)?.split('\n')[0])
  return Number.isInteger(pid) && pid > 0 && isPostmasterOf(pid, cluster) ? pid : null
}

/**
 * Lets PostgreSQL, as `user`, start although the number in a stale `postmaster.pid` belongs to
 * another living process by now (after a reboot, or in a container). The file stays, naming nobody: from its other
 * lines PostgreSQL still finds out whether orphaned backends hold the cluster's shared memory.
 */
export function disownStalePidFile(cluster: string, user: ServerUser | null): void {
  const file = path.join(cluster, 'postmaster.pid')
  const stale = pidFile(cluster)
  if (stale === null || runningPostmaster(cluster) !== null) return
  const [pid, ...rest] = stale.split('\n')
  if (Number(pid) === NOBODYS_PID) return
  const replacement = `${file}.${randomBytes(6).toString('hex')}`
  writeFileSync(replacement, [NOBODYS_PID, ...rest].join('\n'), { mode: 0o600, flag: 'wx' })
  if (user) lchownSync(replacement, user.uid, user.gid)
  if (pidFile(cluster) === stale) renameSync(replacement, file)
}

function pidFile(cluster: string): string | null {
  try {
    return readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8')
  } catch {
    return null
  }
}

function isPostmasterOf(pid: number, cluster: string): boolean {
  if (!isAlive(pid)) return false
  if (process.platform !== 'linux') return commandOf(pid).includes(cluster)
  try {
    // A zombie has an empty command line.
    const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
    if (path.basename(words[0] ?? '') !== 'postgres') return false
    return words.includes(cluster) || readlinkSync(`/proc/${pid}/cwd`) === cluster
  } catch (cause) {
    // Hidden from us (hidepid): take the file's word for it. Gone: it is not.
    return (cause as NodeJS.ErrnoException).code === 'EACCES' && isAlive(pid)
  }
}

function commandOf(pid: number): string {
  return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? ''
}
