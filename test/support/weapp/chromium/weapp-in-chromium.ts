import type { Browser, BrowserContext, Page } from 'playwright-core'
import { watchErrors } from '../../browser'
import type { Bundle } from '../bundle'
import type { Theme } from '../platform/app-json'
import { type Device, PHONE } from '../platform/device'
import type { PageFigures } from '../platform/figures'
import { CloudFiles } from '../cloud-files'
import { type CallRecord, type Fault, postCall, type Refusal } from '../cloud-line'
import type { Controls } from './main'
import { ServedBundle } from './served-bundle'

/** 扫描小程序码. */
const SCENE_OF_CODES = 1047
const NOWHERE = 'http://nowhere.invalid'

export interface WeappOptions {
  bundle: Bundle
  /** Where the local host answers, `http://127.0.0.1:PORT`; nowhere where the answers are known. */
  host?: string
  /** Who holds the phone, a persona of the local host; nobody (a visitor) when absent. */
  persona?: string
  device?: Partial<Device>
  theme?: Theme
  /** The first page with its query, as a shared card or a code opens it. */
  entry?: string
  scene?: number
  /** How far the phone's own clock is off, in ms. */
  clockOffset?: number
  /** The instant at which the phone's clock stands still. */
  stoppedAt?: number
  /** In the place of a host. */
  answers?: (request: CallRecord['request']) => unknown
}

/** Scanning a mini-program code: WeChat hands over its scene, encoded once, as the page's query. */
export function byCode(page: string, scene: string): Pick<WeappOptions, 'entry' | 'scene'> {
  return { entry: `${page}?scene=${encodeURIComponent(scene)}`, scene: SCENE_OF_CODES }
}

/** The mini-program running in a browser's page, with the phone's switches and a log of its calls. */
export class WeappInChromium {
  /** Every call of the cloud function `api`, in order, with what came back. */
  readonly calls: CallRecord[] = []
  readonly errors: string[]
  private readonly cloudFiles: CloudFiles
  private served: ServedBundle | undefined
  private online = true
  private readonly faults: { operation: string; fault: Fault }[] = []
  private readonly refusals: { operation: string; refusal: Refusal }[] = []

  private constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
    private readonly options: WeappOptions,
  ) {
    this.errors = watchErrors(page)
    this.cloudFiles = new CloudFiles(options.host ?? NOWHERE, options.persona)
  }

  static async open(browser: Browser, options: WeappOptions): Promise<WeappInChromium> {
    const device = { ...PHONE, ...options.device }
    const context = await browser.newContext({
      viewport: { width: device.width, height: device.height },
      deviceScaleFactor: 2,
      hasTouch: true,
      isMobile: true,
      colorScheme: options.theme ?? 'light',
      reducedMotion: 'reduce',
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
    })
    const page = await context.newPage()
    const weapp = new WeappInChromium(page, context, options)
    if (options.clockOffset) await page.addInitScript(shiftClock, options.clockOffset)
    if (options.stoppedAt !== undefined) await page.clock.setFixedTime(options.stoppedAt)
    await weapp.serve({ ...device, theme: options.theme ?? device.theme })
    await weapp.start()
    return weapp
  }

  /** Closes the app and opens it again on the same phone: what it stored is still there. */
  async restart(): Promise<void> {
    await this.start()
  }

  /** The same, opened on another page than before. */
  async restartAt(entry: string): Promise<void> {
    this.options.entry = entry
    await this.start()
  }

  /** Lets the next call of an operation fail in a given way. */
  failNext(operation: string, fault: Fault): void {
    this.faults.push({ operation, fault })
  }

  /** Has the next call of an operation refused on the way, as by a host in front of ours. */
  refuseNext(operation: string, refusal: Refusal): void {
    this.refusals.push({ operation, refusal })
  }

  async setOnline(online: boolean): Promise<void> {
    this.online = online
    await this.page.evaluate((on) => window.miniProgram.setOnline(on), online)
  }

  async setTheme(theme: Theme): Promise<void> {
    await this.page.emulateMedia({ colorScheme: theme })
    await this.page.evaluate((to) => window.miniProgram.setTheme(to), theme)
  }

  /** Where the phone is from now on, or that its person tells nobody. */
  async setLocation(location: Device['location']): Promise<void> {
    await this.page.evaluate((to) => window.miniProgram.setLocation(to), location)
  }

  /** What this phone's person chooses when they are next asked for a file. */
  async hand(name: string, content: Buffer): Promise<void> {
    const file = { name, content: content.toString('base64') }
    await this.page.evaluate((chosen) => window.miniProgram.hand(chosen), file)
  }

  /** Holds a code before the scanner, once the app has opened it. */
  async showsCode(text: string): Promise<void> {
    await this.page.waitForFunction((code) => window.miniProgram.showCode(code), text)
  }

  async closesScanner(): Promise<void> {
    await this.page.waitForFunction(() => window.miniProgram.closeScanner())
  }

  /** What this phone's person says when WeChat asks them for messages. */
  async says(answer: Parameters<Controls['says']>[0]): Promise<void> {
    await this.page.evaluate((said) => window.miniProgram.says(said), answer)
  }

  /** What the page on top cost so far. */
  figures(): Promise<PageFigures> {
    return this.page.evaluate(() => window.miniProgram.figures())
  }

  stack(): Promise<string[]> {
    return this.page.evaluate(() => window.miniProgram.stack())
  }

  /** What the app asked the phone for: a call, a map, a calendar entry. */
  asked(): Promise<ReturnType<Controls['asked']>> {
    return this.page.evaluate(() => window.miniProgram.asked())
  }

  async close(): Promise<void> {
    await this.context.close()
    await this.served?.close()
  }

  private async start(): Promise<void> {
    await this.page.goto(this.served!.url)
    await this.page.waitForFunction(() => window.miniProgram?.stack().length > 0)
  }

  private async serve(device: Device): Promise<void> {
    const { bundle, scene } = this.options
    this.served = await ServedBundle.start(bundle, () => ({
      device,
      ...(this.options.entry !== undefined && { entry: this.options.entry }),
      ...(scene !== undefined && { scene }),
      online: this.online,
    }))
    await this.page.exposeFunction('callCloud', (_name: string, data: CallRecord['request']) =>
      this.call(data),
    )
    await this.page.exposeFunction('putCloudFile', (cloudPath: string, content: string) =>
      this.cloudFiles.put(cloudPath, content),
    )
    // The inset of the home indicator, as env(safe-area-inset-bottom) tells it.
    const session = await this.context.newCDPSession(this.page)
    await session.send(
      'Emulation.setSafeAreaInsetsOverride' as never,
      {
        insets: { top: device.statusBarHeight, bottom: device.bottomInset },
      } as never,
    )
  }

  private async call(request: CallRecord['request']): Promise<{ lost?: string; result?: unknown }> {
    const index = this.faults.findIndex(({ operation }) => operation === request.operation)
    const fault = index < 0 ? undefined : this.faults.splice(index, 1)[0]!.fault
    const record: CallRecord = { request, at: Date.now(), ...(fault && { fault }) }
    this.calls.push(record)
    const refused = this.refusals.findIndex(({ operation }) => operation === request.operation)
    if (refused >= 0) {
      const { refusal } = this.refusals.splice(refused, 1)[0]!
      return { result: (record.answer = { ok: false, ...refusal, traceId: 'on-the-way' }) }
    }
    if (fault === 'unreachable') return { lost: 'request:fail' }
    try {
      record.answer =
        this.options.answers?.(request) ??
        (await this.cloudFiles.answer(request.operation, request.input)) ??
        (await postCall(this.options.host ?? NOWHERE, this.options.persona, request))
    } catch (error) {
      return { lost: String(error) }
    }
    if (fault === 'timeout') return { lost: 'timeout' }
    if (fault === 'silence') return new Promise(() => undefined)
    return { result: record.answer }
  }
}

/** Runs in the page before anything else: a phone whose clock is wrong. */
function shiftClock(offset: number): void {
  const Right = Date
  class Wrong extends Right {
    constructor(...args: number[]) {
      super(...((args.length === 0 ? [Right.now() + offset] : args) as [number]))
    }
    static override now(): number {
      return Right.now() + offset
    }
  }
  globalThis.Date = Wrong as DateConstructor
}
