import { spawnSync } from 'node:child_process'
import { findChromium } from '../support/chromium'

const PACKAGES = ['chromium', 'fonts-noto-cjk']

/**
 * Finds a browser and Chinese fonts for the tests that look at screens, or installs Debian's where
 * that is allowed. Gives null when all is there, else a sentence that says what is missing.
 */
export function prepareBrowser(say: (line: string) => void): string | null {
  const missing = whatIsMissing()
  if (missing.length === 0) return null
  // Whoever names a browser wants that one.
  const apt = process.env.CHROMIUM_PATH ? null : asAdministrator()
  if (apt === null || !has('apt-get')) return sentence(missing)
  say(`installing ${PACKAGES.join(' ')} with apt-get (missing: ${missing.join(', ')})`)
  run([...apt, 'apt-get', 'update', '-qq'])
  run([...apt, 'apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...PACKAGES])
  const still = whatIsMissing()
  return still.length === 0 ? null : sentence(still)
}

function whatIsMissing(): string[] {
  return [
    ...(findChromium() === null ? ['Chromium'] : []),
    ...(hasChineseFont() ? [] : ['a Chinese font']),
  ]
}

function sentence(missing: string[]): string {
  return (
    `The tests that look at screens need ${missing.join(' and ')}. Install them ` +
    `(Debian, Ubuntu: apt-get install ${PACKAGES.join(' ')}) or point CHROMIUM_PATH at a browser.`
  )
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

function has(program: string): boolean {
  return spawnSync(program, ['--version']).status === 0
}

function run([program, ...args]: string[]): void {
  spawnSync(program!, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
}
