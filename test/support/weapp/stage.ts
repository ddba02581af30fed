import type { Browser } from 'playwright-core'
import { launchBrowser, screenshotsOfFailure } from '../browser'
import { type DemoHost, startDemoHost } from '../demo-host'
import { type Bundle, readBundle } from './bundle'
import { WeappInChromium, type WeappOptions } from './chromium/weapp-in-chromium'

export interface Stage {
  host: DemoHost
  browser: Browser
  bundle: Bundle
  /** Opens the mini-program on a phone; it is closed after the test. */
  open(options?: Partial<WeappOptions>): Promise<WeappInChromium>
}

/** For one test file: the local host with the sample programme, a browser, the built bundle. */
export function useStage(): Stage {
  const stage = {} as Stage
  const opened: WeappInChromium[] = []
  beforeAll(async () => {
    // What may be missing first: without it there is nothing to start a host for.
    const bundle = (stage.bundle = readBundle())
    const browser = (stage.browser = await launchBrowser())
    const host = (stage.host = await startDemoHost())
    stage.open = async (options = {}) => {
      const weapp = await WeappInChromium.open(browser, { bundle, host: host.url, ...options })
      opened.push(weapp)
      return weapp
    }
  }, 120_000)
  afterEach(async () => {
    await screenshotsOfFailure(opened.map(({ page }) => page))
    await Promise.all(opened.splice(0).map((weapp) => weapp.close()))
  })
  afterAll(async () => {
    await stage.browser?.close()
    await stage.host?.end()
  })
  return stage
}
