import { spawnSync } from 'node:child_process'

const CANDIDATES = [
  // Without the window that nobody sees, a phone opens for three quarters of the processor's time.
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** The path of a Chromium that starts: CHROMIUM_PATH if it is set, else the usual places; or null. */
export function findChromium(): string | null {
  const candidates = process.env.CHROMIUM_PATH ? [process.env.CHROMIUM_PATH] : CANDIDATES
  return candidates.find((path) => spawnSync(path, ['--version']).status === 0) ?? null
}
