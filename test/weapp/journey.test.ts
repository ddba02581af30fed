/**
 * The main job on the real bundle against the real local host, as somebody does it: open, look at
 * the calendar, book, find it under 我的, give it back. At each screen the picture is kept, the
 * painted screen is measured, and what the page cost is held against WeChat's audits.
 */
import { auditScreen } from '../support/audit'
import { screenshot } from '../support/browser'
import { writeFigures } from '../support/figures'
import { bookables, heldBy } from '../support/programme'
import { type Scale, Visitor } from '../support/visitor'
import type { WeappInChromium } from '../support/weapp/chromium/weapp-in-chromium'
import type { Theme } from '../support/weapp/platform/app-json'
import { PHONE, type Device } from '../support/weapp/platform/device'
import type { PageFigures } from '../support/weapp/platform/figures'
import { useStage } from '../support/weapp/stage'

jest.setTimeout(120_000)

const LARGE_FONT: Partial<Device> = { fontSizeSetting: 22 }
const MODES: { name: string; scale: Scale; theme: Theme; device?: Partial<Device> }[] = [
  { name: 'standard-day', scale: 'standard', theme: 'light' },
  { name: 'standard-night', scale: 'standard', theme: 'dark' },
  { name: 'large-day', scale: 'large', theme: 'light', device: LARGE_FONT },
  { name: 'large-night', scale: 'large', theme: 'dark', device: LARGE_FONT },
]

const stage = useStage()
const measured: { mode: string; screen: string; figures: PageFigures }[] = []
const system = {
  top: PHONE.statusBarHeight,
  bottom: PHONE.bottomInset,
  capsule: {
    left: PHONE.capsule.right - PHONE.capsule.width,
    bottom: PHONE.capsule.top + PHONE.capsule.height,
  },
}

afterAll(() => {
  const line = (...cells: (string | number)[]) =>
    cells.map((cell, i) => String(cell).padEnd(i < 2 ? 16 : 9)).join('')
  writeFigures('weapp-screens', 'What each screen of the mini-program costs', [
    line('mode', 'screen', 'nodes', 'depth', 'children', 'setData', 'largest', 'per s'),
    ...measured.map(({ mode, screen, figures: f }) =>
      line(
        ...[mode, screen, f.nodes, f.depth, f.mostChildren],
        ...[f.setDataCalls, f.largestSetDataBytes, f.busiestSecond],
      ),
    ),
  ])
})

describe.each(MODES)(
  'a resident with the mini-program ($name)',
  ({ name, scale, theme, device }) => {
    const wrong: Record<string, string[]> = {}
    const figures: Record<string, PageFigures> = {}

    async function look(weapp: WeappInChromium, screen: string): Promise<void> {
      await weapp.page.waitForTimeout(350)
      await screenshot(weapp.page, `weapp/${screen}-${name}`)
      wrong[screen] = await auditScreen(weapp.page, {
        within: 'wx-page',
        minTarget: scale === 'large' ? 60 : 44,
        minText: scale === 'large' ? 18 : 0,
        system,
      })
      figures[screen] = await weapp.figures()
      measured.push({ mode: name, screen, figures: figures[screen] })
    }

    it('finds a lecture, books it, sees it under 我的, and gives it back', async () => {
      const persona = `走一遍-${name}`
      const [bookable] = await bookables(stage.host.url)
      const weapp = await stage.open({ persona, theme, ...(device && { device }) })
      const visitor = new Visitor(weapp.page, scale)

      await visitor.isHome()
      await look(weapp, 'home')
      await visitor.goTo('课程')
      await visitor.sees(/余 \d+ 席|直接来/)
      await look(weapp, 'courses')
      await visitor.goTo('日历')
      await visitor.sees(/^\d+月\d+日/)
      await look(weapp, 'calendar')
      await visitor.opensFromCalendar(bookable!)
      await look(weapp, 'activity')
      const code = await visitor.books()
      await look(weapp, 'confirmed')

      const held = await heldBy(stage.host.url, persona)
      expect(held).toMatchObject([{ poolId: bookable!.poolId, checkInCode: code }])

      await visitor.touch(visitor.button('看签到码'))
      await visitor.page.getByRole('img', { name: `签到码 ${[...code].join(' ')}` }).waitFor()
      await look(weapp, 'ticket')
      await visitor.touch(visitor.button('返回'))
      await visitor.isConfirmed()
      await visitor.touch(visitor.button('返回'))
      await visitor.goTo('首页')
      await visitor.isHome()
      await look(weapp, 'home-with-ticket')
      await visitor.goTo('我的')
      await visitor.sees(bookable!.title)
      await look(weapp, 'me')
      await visitor.touch(visitor.button('改字的大小、白天和夜间'))
      await visitor.sees('字的大小')
      await look(weapp, 'settings')
      await visitor.touch(visitor.button('返回'))
      await visitor.touch(visitor.button(`退掉${bookable!.title}`))
      await visitor.sees('退掉这一席？')
      await look(weapp, 'cancel')
      await visitor.touch(visitor.button('留着'))
      await visitor.cancels(bookable!)

      expect(await heldBy(stage.host.url, persona)).toEqual([])
      expect(weapp.errors).toEqual([])
    })

    it('sees screens that are legible and easy to hit', () => {
      expect(Object.keys(wrong).length).toBeGreaterThanOrEqual(10)
      expect(
        Object.fromEntries(Object.entries(wrong).filter(([, list]) => list.length > 0)),
      ).toEqual({})
    })

    it('is given screens within the limits of WeChat’s audits', () => {
      expect(Object.keys(figures).length).toBeGreaterThanOrEqual(10)
      const over = Object.entries(figures).filter(
        ([, f]) =>
          f.nodes >= 1000 ||
          f.depth >= 30 ||
          f.mostChildren > 60 ||
          f.largestSetDataBytes > 256 * 1024 ||
          f.busiestSecond > 20,
      )
      expect(over).toEqual([])
    })
  },
)
