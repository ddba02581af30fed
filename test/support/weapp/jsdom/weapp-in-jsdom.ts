import { resolve as absolute, relative } from 'node:path'
import exparser from 'miniprogram-exparser'
import simulate from 'miniprogram-simulate'
import simulateFiles from 'miniprogram-simulate/src/utils'
import type { Bundle } from '../bundle'
import { type CallRecord, postCall } from '../cloud-line'
import type { AppJson } from '../platform/app-json'
import { type Device, PHONE } from '../platform/device'
import type { PageFigures } from '../platform/figures'
import { type ComponentDefinition, type Logic, MiniProgram } from '../platform/mini-program'
import type { Renderer } from '../platform/page-component'
import type { OpenPage } from '../platform/router'

type Node = HTMLElement & { __wxElement?: Parameters<typeof exparser.Event.dispatchEvent>[0] }

export interface WeappInJsdomOptions {
  bundle: Bundle
  host: string
  persona?: string
  entry?: string
  scene?: number
  /** How the phone differs from the usual one. */
  device?: Partial<Device>
  /** What the server, of an older release, does not know. */
  lacks?: string[]
  /** Nothing that is asked of the cloud comes back before this. */
  answersAfter?: Promise<void>
  /** How old phones run what follows a promise: each as a task of its own. */
  promisesAsTasks?: boolean
  /** What becomes of a call; `deliver` hands it to the host. */
  line?: Line
  /** What the logic layer has in the place of the language's own, by name. */
  logic?: Record<string, unknown>
}

/** The way of a call between the phone and the host. Rejects when it is lost. */
export type Line = (
  request: CallRecord['request'],
  deliver: () => Promise<unknown>,
) => Promise<unknown>

/** The mini-program under jest: miniprogram-simulate with WeChat's own compiler, in jsdom. */
export class WeappInJsdom {
  readonly calls: CallRecord[] = []
  /** The phone; what its person agreed to may change while the app runs. */
  readonly device: Device
  private readonly miniProgram: MiniProgram

  private constructor(options: WeappInJsdomOptions) {
    const { bundle, host, persona, entry, scene } = options
    const { lacks = [], answersAfter, promisesAsTasks, line, logic } = options
    this.device = { ...PHONE, ...options.device }
    this.miniProgram = new MiniProgram({
      app: bundle.json['app.json'] as AppJson,
      readModule: (path) => bundle.modules[path],
      device: this.device,
      windowHeight: () => PHONE.height,
      storage: localStorage,
      folder: sessionStorage,
      cloudStorage: () => Promise.reject(new Error('no cloud storage here')),
      cloud: async (_name, data) => {
        const record: CallRecord = { request: data as CallRecord['request'] }
        this.calls.push(record)
        await answersAfter
        const deliver = async () =>
          (record.answer = lacks.includes(record.request.operation)
            ? { ok: false, code: 'NOT_FOUND', facts: { what: 'operation' }, traceId: '' }
            : await postCall(host, persona, record.request))
        return line ? line(record.request, deliver) : deliver()
      },
      ...(entry !== undefined && { entry }),
      ...(scene !== undefined && { scene }),
      logic: { ...logic, ...(promisesAsTasks && { Promise: PromiseOfTasks }) },
      stage: {
        mount: (page) => {
          const frame = document.createElement('div')
          document.body.appendChild(frame)
          page.attach(frame)
          return frame
        },
        shown: () => undefined,
      },
      renderer: (logic) => simulateRenderer(bundle.folder, logic),
    })
  }

  static async open(options: WeappInJsdomOptions): Promise<WeappInJsdom> {
    const weapp = new WeappInJsdom(options)
    await weapp.miniProgram.launch()
    return weapp
  }

  /** WeChat has fetched a newer version while this one runs. */
  bringNewVersion(): void {
    this.miniProgram.bringNewVersion()
  }

  /** What the phone itself was asked for, by name. */
  get asked(): string[] {
    return this.miniProgram.asked.map(({ name }) => name)
  }

  get route(): string {
    return this.miniProgram.router.top.route
  }

  /** The page on top, and how many lie one above another. */
  get top(): OpenPage {
    return this.miniProgram.router.top
  }
  get depth(): number {
    return this.miniProgram.router.stack.length
  }

  /** What the platform did not open because too many pages lay one above another. */
  get refused(): readonly string[] {
    return this.miniProgram.router.refused
  }

  /** Opens a page alone, as a card or a code does while the app still runs. */
  async reLaunch(url: string): Promise<void> {
    const { reLaunch } = this.miniProgram.wx as { reLaunch: (o: object) => Promise<object> }
    await reLaunch({ url: `/${url}` })
  }

  /** The text of the page on top, and what is said aloud of things that have no text. */
  text(): string {
    return this.miniProgram.router.top.frame.textContent ?? ''
  }

  figures(): PageFigures {
    const { router, meter } = this.miniProgram
    return meter.figures(router.top.route, router.top.component.dom)
  }

  /** Goes where a tab of the native tab bar leads. */
  async switchTab(route: string): Promise<void> {
    const { switchTab } = this.miniProgram.wx as { switchTab: (o: object) => Promise<object> }
    await switchTab({ url: `/${route}` })
  }

  /** Opens a page by its address, as a card or the page before would. */
  async navigateTo(url: string): Promise<void> {
    const { navigateTo } = this.miniProgram.wx as { navigateTo: (o: object) => Promise<object> }
    await navigateTo({ url: `/${url}` })
  }

  /** What the phone's own way back does. */
  async navigateBack(): Promise<void> {
    const { navigateBack } = this.miniProgram.wx as { navigateBack: () => Promise<object> }
    await navigateBack()
  }

  /** Whether an element of the page on top says exactly this. */
  shows(text: string): boolean {
    return this.find(text) !== undefined
  }

  /** Taps what says exactly this; the last of several, which lies on top. */
  tap(text: string): void {
    const target = this.find(text)
    if (!target?.__wxElement) throw new Error(`nothing says 「${text}」 on ${this.route}`)
    this.tapOn(target)
  }

  /** Taps an element of the page on top. */
  tapOn(target: Element): void {
    const { __wxElement: element } = target as Node
    if (!element) throw new Error('no element of the page')
    const more = {
      ...{ bubbles: true, capturePhase: true, composed: true },
      extraFields: { touches: [], changedTouches: [] },
    }
    exparser.Event.dispatchEvent(element, exparser.Event.create('tap', {}, more))
  }

  /** What says exactly this, or words like these; the last of several, which lies on top. */
  saying(words: string | RegExp): Element | undefined {
    return this.find(words)
  }

  private find(words: string | RegExp): Node | undefined {
    const nodes = Array.from(this.miniProgram.router.top.frame.querySelectorAll<Node>('*'))
    const says = (text: string): boolean =>
      typeof words === 'string' ? text === words : words.test(text)
    return nodes.filter((node) => says(node.textContent?.trim() ?? '')).at(-1)
  }

  /** Waits until something holds; fails with what was on screen. */
  async until(what: string, holds: () => boolean, seconds = 30): Promise<void> {
    const deadline = Date.now() + seconds * 1000
    while (!holds()) {
      if (Date.now() > deadline) throw new Error(`not ${what}: ${this.route} shows ${this.text()}`)
      await new Promise((resolve) => setTimeout(resolve, 25))
    }
  }
}

/** iOS up to 15: what follows a promise waits for its turn among the timers. */
class PromiseOfTasks<T> extends Promise<T> {
  override then<A = T, B = never>(
    fulfilled?: ((value: T) => A | PromiseLike<A>) | null,
    rejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    const later =
      <I, O>(work: (input: I) => O | PromiseLike<O>) =>
      (input: I): Promise<O> =>
        new Promise((resolve) => setTimeout(resolve, 0)).then(() => work(input))
    return super.then(fulfilled && later(fulfilled), rejected && later(rejected))
  }
}

/** simulate finds, compiles and renders; the page's code runs in our logic layer. */
function simulateRenderer(folder: string, logic: Logic): Renderer {
  const root = absolute(folder)
  const ids = new Map<string, string>()
  const { Component } = globalThis as unknown as { Component: (d: ComponentDefinition) => void }
  logic.onComponent(Component)
  simulateFiles.runJs = (path) => void logic.require(relative(root, path))
  return {
    create: (route) => {
      const id =
        ids.get(route) ??
        simulate.load(absolute(root, route), 'page', { rootPath: root, compiler: 'official' })
      ids.set(route, id)
      return simulate.render(id)
    },
  }
}
