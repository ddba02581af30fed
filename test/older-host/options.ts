import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { parseArgs } from 'node:util'

export const ROOT = path.resolve(__dirname, '../..')

export interface OlderHostOptions {
  /** What git knows the older release by; null: the newest release. */
  revision: string | null
  /** Of the rush to both hosts. */
  rounds: number
  seed: number
  /** Which tests of the older release are run against it: a pattern of their paths. */
  tests: string
}

/** What `npm run older-host -- …` was asked for. Throws for what it does not know. */
export function olderHostOptions(args: string[]): OlderHostOptions {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      rounds: { type: 'string', default: '5' },
      seed: { type: 'string', default: '1' },
      tests: { type: 'string', default: 'cloud/black-box' },
    },
  })
  const [rounds, seed] = [Number(values.rounds), Number(values.seed)]
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds must be a whole number')
  if (!Number.isInteger(seed) || seed < 0) throw new Error('--seed must be a whole number')
  if (positionals.length > 1) throw new Error('One revision at a time')
  return { revision: positionals[0] ?? null, rounds, seed, tests: values.tests }
}

/** Where whoever makes a release freezes what its hosts ask of the database (docs/operations.md). */
const FROZEN_WITH_A_RELEASE = 'test/cloud/store/released/statements.sql'

/** The full name of a revision; of the newest release that was frozen where none is named. */
export function commitOf(revision: string | null): string {
  const found =
    revision === null
      ? git('log', '-1', '--format=%H', '--', FROZEN_WITH_A_RELEASE)
      : git('rev-parse', '--verify', '--end-of-options', `${revision}^{commit}`)
  if (found === '') throw new Error('This checkout has no history: name a revision that it has')
  return found
}

export function git(...args: string[]): string {
  return execFileSync('git', args, { cwd: ROOT, encoding: 'utf8', stdio: 'pipe' }).trim()
}
