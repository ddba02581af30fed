import { type Browser, chromium } from 'playwright-core'
import { findChromium } from './chromium'

/**
 * What Chromium is to leave: first what the driver of the browser turns off anyway, because the last
 * list counts; then the address bar's own pages, two of which it would load for each phone, at a second
 * of the processor.
 */
const LEFT_OUT = [
  ...['AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'HttpsUpgrades'],
  ...['HttpsFirstBalancedModeAutoEnable', 'LensOverlay', 'MediaRouter', 'PaintHolding'],
  ...['ThirdPartyStoragePartitioning', 'AvoidCorsURLLoaderRestartOnRedirect', 'AimEnabled'],
  ...['OptimizationHints', 'NetworkTimeServiceQuerying', 'PreconnectToSearch'],
  ...['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup'],
]
/** The next test file of a worker comes sooner. */
const KEPT_MS = 200
/** The first part of what jest tells a worker for which there are no more files. */
const JEST_IS_DONE = 2

let browser: { lent: Browser; end: () => Promise<void> } | undefined
let closing: Promise<void> | undefined
let nobodyComes: NodeJS.Timeout | undefined
let endsWithJest = false

/**
 * The browser of this worker, started for its first test file and lent to one file after the other: with
 * the driver's own code it would else cost each a second and more of the processor. To close it is to
 * close what was opened in it.
 */
export async function lendBrowser(): Promise<Browser> {
  clearTimeout(nobodyComes)
  await closing
  if (browser?.lent.isConnected()) return browser.lent
  const lent = await launch()
  browser = { lent, end: lent.close.bind(lent) }
  if (!endsWithJest) process.on('message', endWithJest)
  endsWithJest = true
  lent.close = async () => {
    await Promise.all(lent.contexts().map((context) => context.close()))
  }
  return lent
}

/** A test file has ended: the browser goes, unless the next file wants it. */
export function expectBrowserBack(): void {
  clearTimeout(nobodyComes)
  nobodyComes = setTimeout(() => {
    closing = browser?.end()
    browser = undefined
  }, KEPT_MS)
}

/** A browser takes longer to close than jest waits for a worker: it is ended with the worker. */
function endWithJest(message: unknown): void {
  if (Array.isArray(message) && message[0] === JEST_IS_DONE) process.exit()
}

/** Starts a headless Chromium that speaks to nobody by itself. */
async function launch(): Promise<Browser> {
  const executablePath = findChromium()
  if (executablePath === null) {
    throw new Error('no Chromium found; install chromium or set CHROMIUM_PATH')
  }
  return chromium.launch({
    executablePath,
    args: [
      ...['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-sync'],
      ...['--disable-background-networking', '--disable-component-update'],
      `--disable-features=${LEFT_OUT.join(',')}`,
      ...['--font-render-hinting=none', '--force-color-profile=srgb', '--lang=zh-CN'],
    ],
  })
}
