import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'

/** An account of this machine, by its numbers. */
export interface ServerUser {
  uid: number
  gid: number
}

/**
 * The account that the database server must run as, or null for our own. PostgreSQL refuses root;
 * under root it is the owner of an existing `cluster` directory, else `postgres`, else `nobody`.
 */
export function serverUser(cluster: string | null): ServerUser | null {
  if (process.getuid?.() !== 0) return null
  const owner = cluster === null ? undefined : statSync(cluster, { throwIfNoEntry: false })
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  return account('postgres') ?? account('nobody') ?? { uid: 65534, gid: 65534 }
}

/** Whether `user` may enter the directory (and, with `write`, make files in it). */
export function mayEnter(user: ServerUser | null, directory: string, write = false): boolean {
  const probe = write ? 'cd "$1" && test -w .' : 'cd "$1"'
  const options = { ...user, cwd: '/', stdio: 'ignore' as const }
  return spawnSync('/bin/sh', ['-c', probe, 'sh', directory], options).status === 0
}

function account(name: string): ServerUser | null {
  const uid = numberFrom('id', ['-u', name])
  const gid = numberFrom('id', ['-g', name])
  return uid === null || gid === null || uid === 0 ? null : { uid, gid }
}

function numberFrom(command: string, parameters: string[]): number | null {
  const { status, stdout } = spawnSync(command, parameters, { encoding: 'utf8' })
  return status === 0 && /^\d+\s*$/.test(stdout) ? Number(stdout) : null
}
