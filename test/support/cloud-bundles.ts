import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, rmdirSync, statSync } from 'node:fs'
import path from 'node:path'

const ROOT = path.resolve(__dirname, '../..')
const BUILT = [
  'dist/cloud/api/index.js',
  'dist/cloud/api/pdf-worker.js',
  'dist/cloud/clock/index.js',
  'dist/container/index.js',
  'dist/container/package-lock.json',
  'dist/container/pdf-worker.js',
  'dist/verify-ballot/index.js',
  'dist/maps/cloud/api/index.js.map',
]
const SOURCES = [
  'src/cloud',
  'src/contract',
  'src/domain',
  'config/cloud-bundles.ts',
  'config/builds',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
]
const LOCK = path.join(ROOT, '.artifacts/cloud-bundles.lock')

const changedAt = (file: string) =>
  statSync(path.join(ROOT, file), { throwIfNoEntry: false })?.mtimeMs ?? 0

function newest(file: string): number {
  const found = statSync(path.join(ROOT, file))
  if (!found.isDirectory()) return found.mtimeMs
  return Math.max(...readdirSync(path.join(ROOT, file)).map((name) => newest(`${file}/${name}`)))
}

/**
 * Builds the cloud functions, the container host and the verifier when they are missing or older than their
 * sources. Test files that run at the same time wait for one another.
 */
export async function currentCloudBundles(): Promise<void> {
  mkdirSync(path.dirname(LOCK), { recursive: true })
  while (!taken()) await new Promise((resolve) => setTimeout(resolve, 100))
  try {
    const oldest = Math.min(...BUILT.map(changedAt))
    if (SOURCES.every((source) => newest(source) <= oldest)) return
    const args = [
      '--import',
      'tsx',
      'config/cloud-bundles.ts',
      'config/builds',
      'package.json',
      'package-lock.json',
      'tsconfig.json',
    ]
    execFileSync(process.execPath, args, { cwd: ROOT, stdio: 'pipe' })
  } finally {
    rmdirSync(LOCK)
  }
}

/** Longer than any build: who holds the lock for so long was killed. */
const ABANDONED_MS = 60_000

function taken(): boolean {
  try {
    mkdirSync(LOCK)
    return true
  } catch {
    const since = statSync(LOCK, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()
    if (Date.now() - since > ABANDONED_MS) rmdirSync(LOCK)
    return false
  }
}
