import { spawnSync } from 'node:child_process'
import { findChromium } from '../support/chromium'
import { postgresqlTools } from '../support/postgresql-tools'
import type { Part } from './arguments'

/** What some tests need of the machine beside Node and the packages. */
interface Prerequisite {
  name: string
  neededBy: readonly Part[]
  /** What of it is not there, in words. */
  missing: () => string[]
  /** Debian's packages that bring it; of several in one, the first that there is. */
  packages: readonly (readonly string[])[]
  /** Whose tests they are, and what else than those packages would do. */
  sentence: { tests: string; otherwise: string }
  /** Whether somebody named one, and wants no other. */
  isNamed: boolean
}

const PREREQUISITES: readonly Prerequisite[] = [
  {
    name: 'browser',
    neededBy: ['weapp', 'journeys', 'gates'],
    missing: () => [
      ...(findChromium() === null ? ['Chromium'] : []),
      ...(hasChineseFont() ? [] : ['a Chinese font']),
    ],
    packages: [['chromium-headless-shell', 'chromium'], ['fontconfig'], ['fonts-noto-cjk']],
    sentence: {
      tests: 'The tests that look at screens need',
      otherwise: 'or point CHROMIUM_PATH at a browser',
    },
    isNamed: Boolean(process.env.CHROMIUM_PATH),
  },
  {
    name: 'tools of PostgreSQL',
    neededBy: ['cloud'],
    missing: () => (postgresqlTools() === null ? ['pg_dump with its server'] : []),
    packages: [['postgresql']],
    sentence: {
      tests: 'The test that restores a database needs',
      otherwise: 'or have the pg_config of a whole PostgreSQL on the PATH',
    },
    isNamed: false,
  },
]

/**
 * Finds what the tests of these parts need of the machine, or installs Debian's packages where that is
 * allowed. Gives what is still missing, each with a sentence that says what and what to do about it.
 */
export function prepareMachine(
  parts: ReadonlySet<Part>,
  say: (line: string) => void,
): { name: string; lacks: string }[] {
  const needed = PREREQUISITES.filter(({ neededBy }) => neededBy.some((part) => parts.has(part)))
  const lacking = needed.filter((one) => one.missing().length > 0)
  install(
    lacking.filter(({ isNamed }) => !isNamed),
    say,
  )
  return lacking.flatMap(({ name, missing, packages, sentence }) => {
    const still = missing()
    if (still.length === 0) return []
    const { tests, otherwise } = sentence
    const lacks =
      `${tests} ${still.join(' and ')}. Install them ` +
      `(Debian, Ubuntu: apt-get install ${packages.map((one) => one.at(-1)).join(' ')}) ${otherwise}.`
    return [{ name, lacks }]
  })
}

function install(lacking: readonly Prerequisite[], say: (line: string) => void): void {
  const wanted = lacking.flatMap((one) => one.packages)
  const apt = wanted.length > 0 ? asAdministrator() : null
  if (apt === null || !has('apt-get')) return
  run([...apt, 'apt-get', 'update', '-qq'])
  const packages = wanted.map((names) => names.find(isPackage) ?? names[0]!)
  const missing = lacking.flatMap((one) => one.missing())
  say(`installing ${packages.join(' ')} with apt-get (missing: ${missing.join(', ')})`)
  run([...apt, 'apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...packages])
}

/** Without fontconfig's tool there is no way to ask; macOS and the like bring Chinese fonts. */
function hasChineseFont(): boolean {
  if (process.platform !== 'linux') return true
  const list = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' })
  return list.status === 0 && list.stdout.trim() !== ''
}

function asAdministrator(): string[] | null {
  if (process.getuid?.() === 0) return []
  return spawnSync('sudo', ['-n', 'true']).status === 0 ? ['sudo', '-n'] : null
}

function isPackage(name: string): boolean {
  return spawnSync('apt-cache', ['show', name]).status === 0
}

function has(program: string): boolean {
  return spawnSync(program, ['--version']).status === 0
}

function run([program, ...args]: string[]): void {
  spawnSync(program!, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
}
