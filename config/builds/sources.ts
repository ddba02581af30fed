import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { execFileSync } from 'node:child_process'

/** All that any build is made of. One release is one state of it. */
const SOURCES = [
  ...['src', 'config', 'types'],
  ...['package.json', 'package-lock.json', 'tsconfig.json', 'babel.config.js'],
]

/** A digest of the sources below `root`, whatever git knows of them: 64 hexadecimal digits. */
export function digestOfSources(root: string): string {
  const digest = createHash('sha256')
  for (const file of SOURCES.flatMap((source) => filesOf(root, source))) {
    digest
      .update(`${file}\0`)
      .update(readFileSync(path.join(root, file)))
      .update('\0')
  }
  return digest.digest('hex')
}

function filesOf(root: string, file: string): string[] {
  const found = statSync(path.join(root, file), { throwIfNoEntry: false })
  if (!found) return []
  if (!found.isDirectory()) return [file]
  const names = readdirSync(path.join(root, file)).sort()
  return names.flatMap((name) => filesOf(root, `${file}/${name}`))
}

/** What git says of a checkout: the commit, and whether anything in it differs from that. */
export interface Checkout {
  commit: string
  changed: boolean
}

/** Null where the sources lie without git. */
export function checkoutAt(root: string): Checkout | null {
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  try {
    const commit = git('rev-parse', 'HEAD').trim()
    return { commit, changed: git('status', '--porcelain').trim() !== '' }
  } catch {
    return null
  }
}
