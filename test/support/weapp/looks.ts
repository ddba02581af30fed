import { auditScreen } from '../audit'
import { screenshot } from '../browser'
import { writeFigures } from '../figures'
import type { Scale } from '../visitor'
import type { WeappInChromium } from './chromium/weapp-in-chromium'
import type { Theme } from './platform/app-json'
import { type Device, PHONE } from './platform/device'
import type { PageFigures } from './platform/figures'

export interface Mode {
  name: string
  scale: Scale
  theme: Theme
  device?: Partial<Device>
}

const LARGE_FONT: Partial<Device> = { fontSizeSetting: 22 }
export const MODES: Mode[] = [
  { name: 'standard-day', scale: 'standard', theme: 'light' },
  { name: 'standard-night', scale: 'standard', theme: 'dark' },
  { name: 'large-day', scale: 'large', theme: 'light', device: LARGE_FONT },
  { name: 'large-night', scale: 'large', theme: 'dark', device: LARGE_FONT },
]

const SYSTEM = {
  top: PHONE.statusBarHeight,
  bottom: PHONE.bottomInset,
  capsule: {
    left: PHONE.capsule.right - PHONE.capsule.width,
    bottom: PHONE.capsule.top + PHONE.capsule.height,
  },
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

  /** Keeps the picture of a screen, measures it as painted, and takes down what it cost. */
  async look(weapp: WeappInChromium, screen: string): Promise<void> {
    await weapp.page.waitForTimeout(350)
    await screenshot(weapp.page, `weapp/${screen}-${this.mode.name}`)
    this.wrong[screen] = await auditScreen(weapp.page, {
      within: 'wx-page',
      minTarget: this.minTarget,
      minText: this.mode.scale === 'large' ? 18 : 0,
      system: SYSTEM,
    })
    this.figures[screen] = await weapp.figures()
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
