import type { Browser, BrowserContext, Page } from 'playwright-core'
import { launchBrowser, screenshotsOfFailure, watchErrors } from './browser'
import { type DemoHost, startDemoHost } from './demo-host'

export interface H5Options {
  /** Who is at the screen; nobody, a visitor, when absent. */
  persona?: string
  width?: number
  height?: number
  dark?: boolean
  touch?: boolean
  /** Where the browser is (WGS-84), for pages that ask; refused when absent. */
  location?: { latitude: number; longitude: number }
}

export interface H5 {
  page: Page
  context: BrowserContext
  errors: string[]
}

export interface H5Stage {
  host: DemoHost
  /** Opens the pages in a browser of its own; it is closed after the test. */
  open(options?: H5Options): Promise<H5>
}

export const DESKTOP = { width: 1280, height: 800 }
export const HAND_HELD = { width: 390, height: 844, touch: true }

/** For one test file: the local host with the sample programme, serving the built pages. */
export function useH5(): H5Stage {
  const stage = {} as H5Stage
  const opened: H5[] = []
  let browser: Browser | undefined
  beforeAll(async () => {
    // The browser first: without one there is nothing to start a host for.
    const launched = (browser = await launchBrowser())
    const host = (stage.host = await startDemoHost())
    stage.open = async ({ persona, location, touch = false, ...options } = {}) => {
      const { width = 390, height = 844, dark } = options
      const context = await launched.newContext({
        viewport: { width, height },
        hasTouch: touch,
        isMobile: touch,
        deviceScaleFactor: touch ? 2 : 1,
        colorScheme: dark ? 'dark' : 'light',
        // Far away on purpose: the pages show the centre's time, not the machine's.
        timezoneId: 'America/New_York',
        locale: 'zh-CN',
        ...(location && { geolocation: location, permissions: ['geolocation'] }),
      })
      if (persona !== undefined) {
        const value = encodeURIComponent(persona)
        await context.addCookies([{ name: 'local-persona', value, url: host.url }])
      }
      const page = await context.newPage()
      const h5 = { page, context, errors: watchErrors(page) }
      opened.push(h5)
      await page.goto(`${host.url}/`)
      return h5
    }
  }, 120_000)
  afterEach(async () => {
    await screenshotsOfFailure(opened.map(({ page }) => page))
    await Promise.all(opened.splice(0).map(({ context }) => context.close()))
  })
  afterAll(async () => {
    await browser?.close()
    await stage.host?.end()
  })
  return stage
}
