import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { execFileSync } from 'node:child_process'

/** What every build is made of, and besides the functions and the pages. */
const SETTINGS = ['package.json', 'package-lock.json', 'tsconfig.json']
const CLOUD = [
  'src/cloud',
  'src/contract',
  'src/domain',
  'config/cloud-bundles.ts',
  'config/builds',
]
const PAGES = ['src', 'config', 'types', 'babel.config.js']
const SOURCES = { weapp: PAGES, h5: PAGES, cloud: CLOUD } as const

/** A digest of what a build below `root` is made of, whatever git knows: 64 hexadecimal digits. */
export function digestOfSources(root: string, target: keyof typeof SOURCES): string {
  const digest = createHash('sha256')
  const skipped = target === 'cloud' ? null : 'src/cloud'
  for (const file of [...SOURCES[target], ...SETTINGS].flatMap((one) => filesOf(root, one))) {
    if (skipped && file.startsWith(`${skipped}/`)) continue
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
