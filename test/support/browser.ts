import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Browser, Page } from 'playwright-core'

/** Where the tests leave pictures of what they saw; git ignores it. */
export const SCREENSHOTS = '.artifacts/screenshots'
/** As sharp as a phone's screen where somebody wants to look closely; nobody does at most runs. */
const SCALE = process.env['SHARP_PICTURES'] ? 'device' : 'css'

/**
 * A headless Chromium that speaks to nobody by itself; to be closed, which closes what was opened in it.
 * Only in the jest projects that look at screens (test/jest.config.js).
 */
export function launchBrowser(): Promise<Browser> {
  return lendBrowser()
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
  await page.screenshot({ path, animations: 'disabled', caret: 'hide', scale: SCALE })
}

declare global {
  // As test/support/screens-environment.ts gives them.
  var testFailed: boolean | undefined
  var lendBrowser: () => Promise<Browser>
}

/** Where a test ended says most about why it failed: leaves a picture of each page of one that did. */
export async function screenshotsOfFailure(pages: readonly Page[]): Promise<void> {
  if (globalThis.testFailed === false) return
  const name = (expect.getState().currentTestName ?? '').replace(/[^\w一-龥]+/g, '-')
  for (const [index, page] of pages.entries()) {
    await screenshot(page, `ends/${name}-${index}`).catch(() => undefined)
  }
}
