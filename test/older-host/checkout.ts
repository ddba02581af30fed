import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from './options'
import { type Lock, lackingOf } from './packages'

/** An older release in a folder of its own, with its packages, its host built from its own source. */
export interface OlderRelease {
  folder: string
  /** What node is started with for its container host. */
  host: string[]
  /** How many packages are others than here; none: it runs with those that are installed here. */
  otherPackages: number
  remove(): void
}

/** Takes a commit out of the repository's history, without telling the repository. */
export function checkOut(commit: string): OlderRelease {
  const folder = path.join(ROOT, '.artifacts/older-host', commit)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const files = execFileSync('git', ['archive', commit], { cwd: ROOT, maxBuffer: 2 ** 30 })
  execFileSync('tar', ['-x', '-C', folder], { input: files })
  const otherPackages = lackingOf(lockIn(folder), lockIn(ROOT)).length
  if (otherPackages === 0)
    symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'))
  else run(folder, ['ci'])
  run(folder, ['run', '--silent', 'build:cloud'])
  return {
    ...{ folder, otherPackages },
    host: [path.join(folder, 'dist/container/index.js')],
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

const lockIn = (folder: string) =>
  JSON.parse(readFileSync(path.join(folder, 'package-lock.json'), 'utf8')) as Lock

function run(folder: string, args: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync('npm', args, { cwd: folder, encoding: 'utf8' })
  if (status !== 0) throw new Error(`npm ${args.join(' ')} in ${folder}:\n${stdout}${stderr}`)
}
