import { spawnSync } from 'node:child_process'
import { readFileSync, readlinkSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { writeOnce } from './private-files'
import { isAlive } from './process-alive'

/** What is written or claimed takes a few milliseconds; older than this, its maker is gone. */
const UNFINISHED_MS = 5_000

/**
 * The process that runs the cluster according to its `postmaster.pid`, or null when there is no such
 * file or it speaks of something else: a process that is gone, or whose number another one got.
 */
export function runningPostmaster(cluster: string): number | null {
  return postmasterIn(pidFile(cluster), cluster)
}

/**
 * Takes away a `postmaster.pid` that names nobody who runs the cluster, and gives whether a server may
 * be launched: no such file is there. PostgreSQL would take a stale file away itself, but of two servers
 * that start at once one may take away the other's new file for the stale one; without a stale file its
 * own creation lets exactly one win. Of several hosts one at a time looks and takes away. Orphans of the
 * server that is gone are still found out, by the shared memory of the cluster's directory.
 */
export function clearStalePidFile(cluster: string): boolean {
  const seen = pidFile(cluster)
  if (seen === null || postmasterIn(seen, cluster) !== null) return seen === null
  const claim = path.join(path.dirname(cluster), 'stale-pid-file.claim')
  if (!writeOnce(claim, String(process.pid))) {
    if (isUnfinished(claim)) return false
    // Its host was killed with it; the claim is free the next time that somebody asks.
    rmSync(claim, { force: true })
    return false
  }
  try {
    // Not what was seen before the claim: another host may have launched a server since.
    const content = pidFile(cluster)
    if (content === null) return true
    const file = fileOf(cluster)
    if (postmasterIn(content, cluster) !== null || (!content && isUnfinished(file))) return false
    rmSync(file)
    return true
  } finally {
    rmSync(claim, { force: true })
  }
}

function postmasterIn(content: string | null, cluster: string): number | null {
  const pid = Number(content?.split('\n')[0])
  return Number.isInteger(pid) && pid > 0 && isPostmasterOf(pid, cluster) ? pid : null
}

const fileOf = (cluster: string) => path.join(cluster, 'postmaster.pid')

function pidFile(cluster: string): string | null {
  try {
    return readFileSync(fileOf(cluster), 'utf8')
  } catch {
    return null
  }
}

function isUnfinished(file: string): boolean {
  const writtenAt = statSync(file, { throwIfNoEntry: false })?.mtimeMs
  return writtenAt === undefined || Math.abs(Date.now() - writtenAt) < UNFINISHED_MS
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
