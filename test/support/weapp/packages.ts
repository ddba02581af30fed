import { readdirSync, statSync } from 'node:fs'
import { join, posix } from 'node:path'
import { type AppJson, subpackagesOf } from './platform/app-json'

export interface PackageSize {
  /** The subpackage's root, or `main`. */
  name: string
  bytes: number
  files: { path: string; bytes: number }[]
}

/** What each package of a built mini-program weighs, every file of the folder counted, main first. */
export function packageSizes(folder: string, app: AppJson): PackageSize[] {
  const roots = subpackagesOf(app).map(({ root }) => `${root.replace(/\/$/, '')}/`)
  const packages = new Map<string, PackageSize>(
    ['main', ...roots].map((name) => [name, { name, bytes: 0, files: [] }]),
  )
  for (const path of filesUnder(folder)) {
    const { size } = statSync(join(folder, path))
    const owner = packages.get(roots.find((root) => path.startsWith(root)) ?? 'main')!
    owner.bytes += size
    owner.files.push({ path, bytes: size })
  }
  return [...packages.values()]
}

/** Every file below a folder, relative to it, with forward slashes. */
export function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => posix.relative(folder, join(entry.parentPath, entry.name)))
    .sort()
}
