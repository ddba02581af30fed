import { auditScreen } from '../audit'
import { screenshot } from '../browser'
import { writeFigures } from '../figures'
import type { Scale } from '../visitor'
import type { WeappInChromium } from './chromium/weapp-in-chromium'
import type { Theme } from './platform/app-json'
import { type Device, PHONE } from './platform/device'
import type { PageFigures } from './platform/figures'

/** How somebody's phone is set while they go through the screens. */
export interface Mode {
  name: string
  scale: Scale
  theme: Theme
  device?: Partial<Device>
}

const LARGE_FONT: Partial<Device> = { fontSizeSetting: 22 }
/** Each scale is gone through once, one by day and one by night; every screen is looked at by both. */
export const MODES: Mode[] = [
  { name: 'standard', scale: 'standard', theme: 'light' },
  { name: 'large', scale: 'large', theme: 'dark', device: LARGE_FONT },
]
/** What a screen needs to be drawn, where nothing moves. */
const SETTLING_MS = 150
const LIGHTS = { light: 'day', dark: 'night' } as const

/** What a phone keeps for itself: bars and the capsule. */
function systemOf(device: Partial<Device> = {}) {
  const { statusBarHeight, bottomInset, capsule } = { ...PHONE, ...device }
  return {
    top: statusBarHeight,
    bottom: bottomInset,
    capsule: { left: capsule.right - capsule.width, bottom: capsule.top + capsule.height },
  }
}

/** What was seen of the screens of one mode. */
export class Looks {
  /** What is wrong with each screen, in sentences. */
  readonly wrong: Record<string, string[]> = {}
  readonly figures: Record<string, PageFigures> = {}

  /** `minTarget`: both sides of what can be tapped, in px; by default what the scale asks for. */
  constructor(
    readonly mode: Mode,
    private readonly minTarget = mode.scale === 'large' ? 60 : 44,
  ) {}

  /**
   * Keeps the pictures of a screen by day and by night, measures it as painted, and takes down what it
   * cost.
   */
  async look(weapp: WeappInChromium, screen: string): Promise<void> {
    await weapp.page.waitForTimeout(SETTLING_MS)
    this.figures[screen] = await weapp.figures()
    const { theme } = this.mode
    this.wrong[screen] = await this.seen(weapp, screen, theme)
    const other = theme === 'light' ? 'dark' : 'light'
    await weapp.setTheme(other)
    await weapp.page.waitForTimeout(SETTLING_MS)
    const wrong = await this.seen(weapp, screen, other)
    this.wrong[screen].push(...wrong.map((sentence) => `by ${LIGHTS[other]}: ${sentence}`))
    await weapp.setTheme(theme)
  }

  private async seen(weapp: WeappInChromium, screen: string, theme: Theme): Promise<string[]> {
    const { scale } = this.mode
    await screenshot(weapp.page, `weapp/${screen}-${scale}-${LIGHTS[theme]}`)
    return auditScreen(weapp.page, {
      within: 'wx-page',
      minTarget: this.minTarget,
      minText: scale === 'large' ? 18 : 0,
      system: systemOf(this.mode.device),
    })
  }

  /** The screens with something wrong. */
  faults(): Record<string, string[]> {
    return Object.fromEntries(Object.entries(this.wrong).filter(([, list]) => list.length > 0))
  }

  /** The screens beyond the limits of WeChat's audits. */
  overLimits(): [string, PageFigures][] {
    return Object.entries(this.figures).filter(
      ([, f]) =>
        f.nodes >= 1000 ||
        f.depth >= 30 ||
        f.mostChildren > 60 ||
        f.largestSetDataBytes > 256 * 1024 ||
        f.busiestSecond > 20,
    )
  }
}

/** Leaves the figures of all modes as one table. */
export function writeLooks(name: string, title: string, all: Looks[]): void {
  const line = (...cells: (string | number)[]) =>
    cells.map((cell, i) => String(cell).padEnd(i < 2 ? 16 : 9)).join('')
  writeFigures(name, title, [
    line('mode', 'screen', 'nodes', 'depth', 'children', 'setData', 'largest', 'per s'),
    ...all.flatMap(({ mode, figures }) =>
      Object.entries(figures).map(([screen, f]) =>
        line(
          ...[mode.name, screen, f.nodes, f.depth, f.mostChildren],
          ...[f.setDataCalls, f.largestSetDataBytes, f.busiestSecond],
        ),
      ),
    ),
  ])
}
