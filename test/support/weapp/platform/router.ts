import { type AppJson, routesOf } from './app-json'
import type { SetDataMeter } from './figures'
import type { PageComponent, PageInstance, Renderer } from './page-component'
import { wxCall, WxError } from './wx-call'

/** How many pages WeChat keeps one above another. */
const MAX_STACK = 10
const LOAD_MS = 30

export interface OpenPage {
  route: string
  query: Record<string, string>
  component: PageComponent
  instance: PageInstance
  /** The element that holds the page; hidden while another page covers it. */
  frame: HTMLElement
}

/** What shows pages: a place for them, and a chance to redraw when another one is on top. */
export interface Stage {
  mount(page: PageComponent, route: string): HTMLElement
  shown(top: OpenPage): void
}

/** The page stack of a mini-program, with tabs that stay alive. */
export class Router {
  readonly stack: OpenPage[] = []
  /** What was to be opened over a full pile, and was not. */
  readonly refused: string[] = []
  private readonly sleepingTabs = new Map<string, OpenPage>()
  private readonly routes: string[]
  private readonly tabs: string[]

  constructor(
    app: AppJson,
    private readonly renderer: Renderer,
    private readonly stage: Stage,
    private readonly meter: SetDataMeter,
  ) {
    this.routes = routesOf(app)
    this.tabs = app.tabBar?.list.map((tab) => tab.pagePath) ?? []
  }

  get top(): OpenPage {
    const top = this.stack.at(-1)
    if (!top) throw new Error('no page is open')
    return top
  }

  isTab(route: string): boolean {
    return this.tabs.includes(route)
  }

  async open(url: string): Promise<void> {
    const { route, query } = parse(url)
    const component = this.renderer.create(route)
    const frame = this.stage.mount(component, route)
    const { instance } = component
    Object.assign(instance, {
      route,
      __route__: route,
      options: query,
      getOpenerEventChannel: () => ({ on() {}, once() {}, off() {}, emit() {} }),
    })
    this.meter.watch(route, instance)
    const page = { route, query, component, instance, frame }
    this.stack.push(page)
    this.show()
    instance.onLoad?.(query)
    instance.onShow?.()
    await new Promise((resolve) => setTimeout(resolve, LOAD_MS))
    instance.onReady?.()
  }

  /** The functions of wx that go from page to page. */
  api(): Record<string, unknown> {
    const known = (name: string, url: string, tab: boolean): string => {
      const { route } = parse(url)
      if (!this.routes.includes(route)) throw new WxError(name, `page "${route}" is not found`)
      if (this.isTab(route) !== tab) {
        throw new WxError(
          name,
          tab ? 'can not switch to no-tabBar page' : `can not ${name} a tabbar page`,
        )
      }
      return route
    }
    return {
      navigateTo: wxCall<{ url: string }>('navigateTo', async ({ url }) => {
        known('navigateTo', url, false)
        if (this.stack.length >= MAX_STACK) {
          this.refused.push(url)
          throw new WxError('navigateTo', 'page limit exceeded')
        }
        this.top.instance.onHide?.()
        await this.open(url)
      }),
      redirectTo: wxCall<{ url: string }>('redirectTo', async ({ url }) => {
        known('redirectTo', url, false)
        this.close(this.stack.pop()!)
        await this.open(url)
      }),
      reLaunch: wxCall<{ url: string }>('reLaunch', async ({ url }) => {
        const { route } = parse(url)
        if (!this.routes.includes(route))
          throw new WxError('reLaunch', `page "${route}" is not found`)
        this.clear()
        for (const page of this.sleepingTabs.values()) this.close(page)
        this.sleepingTabs.clear()
        await this.open(url)
      }),
      switchTab: wxCall<{ url: string }>('switchTab', async ({ url }) => {
        const route = known('switchTab', url, true)
        if (this.stack.length === 1 && this.top.route === route) return
        this.clear()
        await this.wakeTab(route)
      }),
      navigateBack: wxCall<{ delta?: number }>('navigateBack', ({ delta = 1 }) => {
        if (this.stack.length === 1) {
          throw new WxError('navigateBack', 'cannot navigate back at first page.')
        }
        for (let i = 0; i < delta && this.stack.length > 1; i++) this.close(this.stack.pop()!)
        this.show()
        this.top.instance.onShow?.()
      }),
    }
  }

  private async wakeTab(route: string): Promise<void> {
    const sleeping = this.sleepingTabs.get(route)
    if (!sleeping) return this.open(route)
    this.sleepingTabs.delete(route)
    this.stack.push(sleeping)
    this.show()
    sleeping.instance.onShow?.()
  }

  private clear(): void {
    for (let page = this.stack.pop(); page; page = this.stack.pop()) {
      if (!this.isTab(page.route)) this.close(page)
      else {
        page.instance.onHide?.()
        this.sleepingTabs.set(page.route, page)
      }
    }
  }

  private close(page: OpenPage): void {
    page.instance.onUnload?.()
    page.component.detach()
    page.frame.remove()
  }

  private show(): void {
    for (const page of [...this.stack, ...this.sleepingTabs.values()]) {
      page.frame.style.display = page === this.top ? '' : 'none'
    }
    this.stage.shown(this.top)
  }
}

function parse(url: string): { route: string; query: Record<string, string> } {
  const [route, text = ''] = url.replace(/^\//, '').split('?')
  return { route: route!, query: queryOf(text) }
}

/** The query of a page as WeChat hands it over: nothing is decoded, and a second `=` ends a value. */
export function queryOf(text: string): Record<string, string> {
  const pairs = text.split('&').filter((pair) => pair !== '')
  return Object.fromEntries(pairs.map((pair) => pair.split('=', 2) as [string, string]))
}
