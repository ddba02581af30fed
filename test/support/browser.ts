import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { findChromium } from './chromium'

/** Where the tests leave pictures of what they saw; git ignores it. */
export const SCREENSHOTS = '.artifacts/screenshots'

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

/** Starts a headless Chromium that speaks to nobody by itself. */
export async function launchBrowser(): Promise<Browser> {
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

/** Collects what a page reports as wrong: exceptions, console errors, unanswered requests. */
export function watchErrors(page: Page): string[] {
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.stack ?? error.message))
  page.on('console', (message) => {
    // WeChat's compiler warns of a template that is missing: something is not drawn.
    const broken = message.type() === 'error' || message.text().startsWith('WXMLRT')
    if (broken) errors.push(`${message.text()} (${message.location().url})`)
  })
  return errors
}

/** Leaves a picture under .artifacts/screenshots. */
export async function screenshot(page: Page, name: string): Promise<void> {
  const path = join(SCREENSHOTS, `${name}.png`)
  mkdirSync(dirname(path), { recursive: true })
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' })
}

declare global {
  // As test/support/told-of-failures.ts keeps it.
  var testFailed: boolean | undefined
}

/** Where a test ended says most about why it failed: leaves a picture of each page of one that did. */
export async function screenshotsOfFailure(pages: readonly Page[]): Promise<void> {
  if (globalThis.testFailed === false) return
  const name = (expect.getState().currentTestName ?? '').replace(/[^\w一-龥]+/g, '-')
  for (const [index, page] of pages.entries()) {
    await screenshot(page, `ends/${name}-${index}`).catch(() => undefined)
  }
}
