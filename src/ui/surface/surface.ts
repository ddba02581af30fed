import Taro from '@tarojs/taro'
import type { Scheme } from '../appearance'
import { TAB_COLOURS, tabs } from '../tab-bar/tabs'

/** What the bar at the top has to leave free, in px. */
export interface BarMetrics {
  /** The system's status bar above ours. */
  statusBar: number
  /** Our bar below it. */
  bar: number
  /** Room on the right for WeChat's capsule. */
  right: number
}

let measured: BarMetrics | undefined

/** Measured once: the capsule does not move while the program runs. */
export function barMetrics(): BarMetrics {
  if (measured) return measured
  const { statusBarHeight = 20, windowWidth } = Taro.getWindowInfo
    ? Taro.getWindowInfo()
    : Taro.getSystemInfoSync()
  const capsule = Taro.getMenuButtonBoundingClientRect()
  const gap = Math.max(4, capsule.top - statusBarHeight)
  measured = {
    statusBar: statusBarHeight,
    bar: capsule.height + 2 * gap,
    right: Math.max(0, windowWidth - capsule.left),
  }
  return measured
}

/** Asks the platform for something that only looks better; an old version may not know it. */
function wish(asked: Promise<unknown> | undefined) {
  asked?.catch(() => undefined)
}

/** Colours what lies outside our own views: status bar, the page behind, the tab bar. */
export function paintSurroundings(scheme: Scheme, tab: boolean) {
  const night = scheme === 'night'
  const paper = night ? '#14110e' : '#faf6f0'
  wish(
    Taro.setNavigationBarColor({
      frontColor: night ? '#ffffff' : '#000000',
      backgroundColor: paper,
    }),
  )
  wish(
    Taro.setBackgroundColor({
      backgroundColor: paper,
      backgroundColorTop: paper,
      backgroundColorBottom: paper,
    }),
  )
  wish(Taro.setBackgroundTextStyle({ textStyle: night ? 'light' : 'dark' }))
  if (!tab) return
  wish(Taro.setTabBarStyle(TAB_COLOURS[scheme]))
  tabs.forEach(({ icon }, index) => {
    wish(
      Taro.setTabBarItem({
        index,
        iconPath: `ui/tab-bar/icons/${icon}-${scheme}.png`,
        selectedIconPath: `ui/tab-bar/icons/${icon}-${scheme}-on.png`,
      }),
    )
  })
}

/** Shows or hides the native tab bar of a tab's screen. */
export function showTabs(shown: boolean) {
  wish(shown ? Taro.showTabBar({ animation: false }) : Taro.hideTabBar({ animation: false }))
}
