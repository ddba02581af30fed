import { randomBytes } from 'node:crypto'
import { lchownSync, linkSync, lstatSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { EmbeddedServerError } from './embedded-server-error'
import { type ServerUser, mayEnter } from './server-user'

/** Writes the whole file, or nothing when it is there already; mode 0600. */
export function writeOnce(file: string, content: string): boolean {
  const unfinished = `${file}.${randomBytes(6).toString('hex')}`
  writeFileSync(unfinished, content, { mode: 0o600, flush: true })
  try {
    linkSync(unfinished, file)
    return true
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw cause
  } finally {
    rmSync(unfinished, { force: true })
  }
}

/** Makes a directory of mode 0700 for the account, or sees that the one there is the account's. */
export function makePrivateDirectory(directory: string, user: ServerUser | null): void {
  const owner = user?.uid ?? process.getuid?.() ?? 0
  try {
    mkdirSync(directory, { mode: 0o700 })
    if (user) lchownSync(directory, user.uid, user.gid)
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw notUsable(directory, cause)
    const there = lstatSync(directory)
    // Another host that runs as root may be between its mkdir and its chown.
    if (user && there.uid === 0 && there.isDirectory()) lchownSync(directory, user.uid, user.gid)
    else if (!there.isDirectory() || there.uid !== owner) throw notUsable(directory, cause)
  }
  if (user && !mayEnter(user, directory, true)) throw notUsable(directory)
}

function notUsable(directory: string, cause?: unknown): EmbeddedServerError {
  return new EmbeddedServerError(
    `${directory} cannot be used for the database: it belongs to another account or cannot be ` +
      'reached. Start as the account that made it, or set DATA_DIR to another directory.',
    { cause },
  )
}
