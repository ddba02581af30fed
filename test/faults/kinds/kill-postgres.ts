import { execFileSync } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import { runningPostmaster } from '../../../src/cloud/store/embedded/postmaster-file'
import { SPAN_MS } from '../cast'
import type { Fault } from '../fault'

/**
 * `kill -9` of PostgreSQL at a random moment: of its first process, whose children may still finish
 * what they are at; of all at once, as when a machine dies; or of one connection's, after which
 * PostgreSQL itself ends and restarts all the others. Who keeps the server starts it again.
 */
export type Killed = 'postmaster' | 'everything' | 'one backend'

const WAYS: Killed[] = ['postmaster', 'everything', 'one backend']

export const killPostgres: Fault = {
  name: 'kill-postgres',
  async strike({ stage, chance }) {
    const atMs = chance.between(50, SPAN_MS - 100)
    const killed = chance.oneOf(WAYS)
    await wait(atMs)
    killServer(stage.cluster, killed)
    return { did: { atMs, killed } }
  },
}

/** Ends processes of the server of a cluster without warning. */
export function killServer(cluster: string, killed: Killed): void {
  const postmaster = runningPostmaster(cluster)
  if (postmaster === null) throw new Error('no server runs that could be killed')
  const children = childrenOf(postmaster, killed === 'one backend' ? 'changlai_app' : '')
  if (killed === 'one backend') return end(children[0]!)
  end(postmaster)
  if (killed === 'everything') children.forEach(end)
}

/** Has the process stand still that writes down later what was committed without waiting for it. */
export function pauseWriter(cluster: string): void {
  const postmaster = runningPostmaster(cluster)
  if (postmaster === null) throw new Error('no server runs that could be paused')
  for (const pid of childrenOf(postmaster, 'walwriter')) process.kill(pid, 'SIGSTOP')
}

function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It ended by itself meanwhile.
  }
}

function childrenOf(pid: number, command: string): number[] {
  const pids = execFileSync('pgrep', ['-P', String(pid), '-f', command], { encoding: 'utf8' })
  return pids.trim().split('\n').map(Number)
}
