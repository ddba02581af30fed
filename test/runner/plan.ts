import { existsSync } from 'node:fs'
import type { Part } from './arguments'
import type { Step } from './step'

const node = (script: string, ...args: string[]) => [
  process.execPath,
  `node_modules/${script}`,
  ...args,
]

const cruise = (config: string, ...from: string[]) =>
  node('dependency-cruiser/bin/dependency-cruise.mjs', '--config', config, ...from)

/** Where the phone starts: what it reaches is found from here, and the rest of the source need not be read. */
export const PHONE_STARTS = ['src/app.tsx', 'src/pages']

/** The other core builds meanwhile, so one thread at a time, which does nothing twice; memory is there. */
const SPARING = { GOGC: '400', GOMAXPROCS: '1' }

export const TYPECHECK: Step[] = [
  {
    name: 'typecheck',
    command: node('typescript-native/bin/tsc', '-p', '.', '--singleThreaded'),
    environment: SPARING,
    timeoutMinutes: 5,
  },
]

export const LINT: Step[] = [
  {
    name: 'oxlint',
    command: node('oxlint/bin/oxlint'),
    environment: SPARING,
    timeoutMinutes: 5,
  },
  // A fifth of its time goes into throwing away what is new; with more room for that it is a little less.
  {
    name: 'eslint',
    command: [
      process.execPath,
      '--max-semi-space-size=64',
      ...['node_modules/eslint/bin/eslint.js', '.'],
    ],
    timeoutMinutes: 5,
  },
  { name: 'oxfmt', command: node('oxfmt/bin/oxfmt', '--check', '.'), timeoutMinutes: 5 },
  { name: 'walls', command: cruise('.dependency-cruiser.cjs', 'src'), timeoutMinutes: 5 },
  {
    name: 'reach',
    command: cruise('.dependency-cruiser.runtime.cjs', ...PHONE_STARTS),
    timeoutMinutes: 5,
  },
]

const npm = (script: string): string[] => ['npm', 'run', '--silent', script]

/** Webpack throws much away: with more room for what is new, a build takes an eighth less. */
const ROOM = { NODE_OPTIONS: '--max-semi-space-size=128' }

const BUILDS: (Step & { makes: string })[] = [
  {
    name: 'build of the mini-program',
    command: npm('build:weapp'),
    environment: ROOM,
    timeoutMinutes: 6,
    makes: 'dist/weapp/app.json',
  },
  {
    name: 'build of the H5',
    command: npm('build:h5'),
    environment: ROOM,
    timeoutMinutes: 8,
    makes: 'dist/h5/index.html',
  },
  {
    name: 'build of the cloud functions',
    command: npm('build:cloud'),
    timeoutMinutes: 4,
    makes: 'dist/cloud/api/index.js',
  },
]

/** All builds when they are asked for; else those whose result is missing but looked at. */
export function buildsFor(parts: ReadonlySet<Part>): Step[] {
  if (parts.has('builds')) return BUILDS
  const looksAtBuilds = (['cloud', 'gates', 'weapp', 'journeys'] as const).some((p) => parts.has(p))
  return looksAtBuilds ? BUILDS.filter((build) => !existsSync(build.makes)) : []
}

export interface JestPart {
  project: Part
  workers: number
  timeoutMinutes: number
  environment?: Record<string, string>
}

/** Far from Shanghai on purpose: nothing may depend on the machine's own time zone. */
export const UNIT: JestPart = {
  project: 'unit',
  workers: 2,
  timeoutMinutes: 5,
  environment: { TZ: 'America/New_York' },
}

/** What computes on a built product. */
export const COMPUTING: JestPart[] = [{ project: 'cloud', workers: 2, timeoutMinutes: 25 }]

/**
 * What mostly waits there, for screens to settle, for a network that fails and for locks; it runs
 * beside the other. First what waits most: whatever is last has the machine to itself, and phones give
 * both halves of it something to do.
 */
export const WAITING: JestPart[] = [
  { project: 'race', workers: 1, timeoutMinutes: 14 },
  { project: 'journeys', workers: 2, timeoutMinutes: 20 },
  { project: 'gates', workers: 2, timeoutMinutes: 10 },
  // Alone by then on most machines, and each waits a third of its time.
  { project: 'weapp', workers: 3, timeoutMinutes: 25 },
]
