import { type AppJson, type TabBar, themed, type ThemeJson } from '../platform/app-json'
import { type Device, TAB_BAR_HEIGHT } from '../platform/device'
import type { OpenPage, Stage } from '../platform/router'
import { wxCall } from '../platform/wx-call'

/** The phone's screen around the pages: status bar, capsule, native tab bar, page frames. */
export class Screen implements Stage {
  private readonly pages = byId('pages')
  private readonly tabBar = byId('tab-bar')
  private tabBarHidden = false
  private tabBarChanges: Partial<TabBar> = {}
  private top: OpenPage | null = null
  /** Set once the router exists. */
  switchTab: (url: string) => void = () => undefined

  constructor(
    private readonly app: AppJson,
    private readonly themes: ThemeJson | undefined,
    private readonly device: Device,
    private readonly styles: Record<string, string>,
  ) {
    const { style } = document.documentElement
    style.setProperty('--status-bar-height', `${device.statusBarHeight}px`)
    style.setProperty('--bottom-inset', `${device.bottomInset}px`)
    const { capsule } = device
    Object.assign(byId('capsule').style, {
      top: `${capsule.top}px`,
      left: `${capsule.right - capsule.width}px`,
      width: `${capsule.width}px`,
      height: `${capsule.height}px`,
    })
    this.addStyle('app.wxss')
  }

  /** The height that the page on top has for itself. */
  windowHeight = (): number =>
    this.device.height - (this.showsTabBar() ? TAB_BAR_HEIGHT + this.device.bottomInset : 0)

  mount(page: { attach(parent: HTMLElement): void }, route: string): HTMLElement {
    const frame = document.createElement('div')
    frame.className = 'frame'
    frame.dataset.route = route
    this.pages.appendChild(frame)
    this.addStyle(`${route}.wxss`)
    page.attach(frame)
    return frame
  }

  shown(top: OpenPage): void {
    this.top = top
    for (const sheet of Array.from(
      document.querySelectorAll<HTMLStyleElement>('style[data-page]'),
    )) {
      sheet.disabled = sheet.dataset.page !== `${top.route}.wxss`
    }
    this.draw()
    this.followScroll(top)
  }

  /** The functions of wx that change the tab bar. */
  api(): Record<string, unknown> {
    const change = <O extends object>(name: string, work: (options: O) => void) =>
      wxCall<O>(name, (options) => {
        work(options)
        this.draw()
      })
    return {
      setNavigationBarColor: wxCall<{ frontColor: string }>('setNavigationBarColor', (colours) => {
        document.documentElement.dataset.bar = colours.frontColor === '#ffffff' ? 'white' : 'black'
      }),
      hideTabBar: change('hideTabBar', () => (this.tabBarHidden = true)),
      showTabBar: change('showTabBar', () => (this.tabBarHidden = false)),
      setTabBarStyle: change<Partial<TabBar>>('setTabBarStyle', (style) => {
        this.tabBarChanges = { ...this.tabBarChanges, ...style }
      }),
      setTabBarItem: change<{ index: number } & Partial<TabBar['list'][number]>>(
        'setTabBarItem',
        ({ index, ...item }) => Object.assign(this.app.tabBar?.list[index] ?? {}, item),
      ),
    }
  }

  /** Redraws what depends on the phone's theme. */
  draw(): void {
    const bar = themed(this.app.tabBar, this.themes, this.device.theme)
    const showing = this.showsTabBar()
    document.documentElement.style.setProperty('--window-height', `${this.windowHeight()}px`)
    document.documentElement.dataset.theme = this.device.theme
    this.tabBar.hidden = !showing
    if (!bar || !showing) return
    const { color, selectedColor, backgroundColor } = { ...bar, ...this.tabBarChanges }
    this.tabBar.style.backgroundColor = backgroundColor
    this.tabBar.replaceChildren(
      ...bar.list.map((item) => {
        const selected = item.pagePath === this.top?.route
        const tab = document.createElement('div')
        tab.setAttribute('role', 'tab')
        tab.setAttribute('aria-selected', String(selected))
        tab.style.color = selected ? selectedColor : color
        const icon = selected ? item.selectedIconPath : item.iconPath
        if (icon) {
          const image = document.createElement('img')
          image.alt = ''
          image.src = `/${icon.replace(/^\//, '')}`
          tab.appendChild(image)
        }
        tab.append(item.text)
        tab.addEventListener('click', () => {
          window.tapsFelt = (window.tapsFelt ?? 0) + 1
          this.switchTab(`/${item.pagePath}`)
        })
        return tab
      }),
    )
  }

  private showsTabBar(): boolean {
    const tabs = this.app.tabBar?.list ?? []
    return !this.tabBarHidden && tabs.some((tab) => tab.pagePath === this.top?.route)
  }

  private followScroll(page: OpenPage): void {
    const scroller = page.component.dom
    scroller.onscroll = () => {
      page.instance.onPageScroll?.({ scrollTop: scroller.scrollTop })
      const left = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight
      if (left < 50) page.instance.onReachBottom?.()
    }
  }

  private addStyle(file: string): void {
    const css = this.styles[file]
    if (css === undefined || document.querySelector(`style[data-file="${file}"]`)) return
    const style = document.createElement('style')
    style.dataset.file = file
    if (file !== 'app.wxss') style.dataset.page = file
    style.textContent = css
    document.head.appendChild(style)
  }
}

function byId(id: string): HTMLElement {
  return document.getElementById(id)!
}
