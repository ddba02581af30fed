/**
 * 大字 on the executed bundle, with the eyes and the thumb of an elder: what is on today, a seat in
 * something, what was booked, somebody who helps, a call. Each screen has at most one button in brick,
 * targets of 60 px as painted, and no letter cut off at 320 px; how many taps each takes stands among
 * the figures of the run.
 */
import type { Locator } from 'playwright-core'
import type { Output } from '@/contract'
import { lostText } from '../support/everyone/lost-text'
import { writeFigures } from '../support/figures'
import { ask, type Bookable, bookables, heldBy } from '../support/programme'
import { Visitor } from '../support/visitor'
import type { WeappInChromium } from '../support/weapp/chromium/weapp-in-chromium'
import { CARE_FONT, LARGE_PHONES } from '../support/weapp/large-phones'
import { Looks } from '../support/weapp/looks'
import { useStage } from '../support/weapp/stage'

jest.setTimeout(180_000)

const stage = useStage()
const taps: Record<string, number[]> = {}

afterAll(() =>
  writeFigures('large-type', '大字: taps from the first screen, by phone', [
    ...Object.entries(taps).map(([task, counts]) => `${task.padEnd(24)}${counts.join('  ')}`),
  ]),
)

/** Counts what she taps. */
class Elder extends Visitor {
  taps = 0
  override async touch(target: Locator): Promise<void> {
    this.taps++
    await super.touch(target)
  }
  /** How many taps a task took, from the first screen on. */
  async does(task: string, work: () => Promise<unknown>): Promise<number> {
    this.taps = 0
    await work()
    taps[task] = [...(taps[task] ?? []), this.taps]
    return this.taps
  }
}

/** The buttons in brick that are on top: of a sheet, where one lies over the screen. */
function inBrick({ page }: WeappInChromium): Promise<string[]> {
  return page.evaluate(() => {
    const isShown = (element: HTMLElement) => element.offsetWidth > 0
    const all = (selector: string, within: ParentNode = document) =>
      Array.from(within.querySelectorAll<HTMLElement>(selector)).filter(isShown)
    const [sheet] = all('.sheet-open .sheet')
    return all('.button-primary', sheet ?? document).map((button) => button.innerText)
  })
}

/** What can be tapped and lies under what was just said. */
function underNotice({ page }: WeappInChromium): Promise<string[]> {
  return page.evaluate(() => {
    const shown = (selector: string) =>
      Array.from(document.querySelectorAll<HTMLElement>(selector)).filter((e) => e.offsetWidth > 0)
    const [said] = shown('.notice')
    const { top, bottom } = said!.getBoundingClientRect()
    return shown('.tap, .button')
      .filter((element) => !said!.contains(element))
      .filter((element) => {
        const box = element.getBoundingClientRect()
        return box.top < bottom && box.bottom > top
      })
      .map(({ innerText }) => innerText)
  })
}

/** What it is called where it stands in a row or on a card. */
const named = ({ title }: Bookable) => new RegExp(title)

describe.each(LARGE_PHONES)('an elder with 大字 on a phone of $name', (mode) => {
  const looks = new Looks(mode)
  const brick: Record<string, string[]> = {}
  const lost: Record<string, string[]> = {}

  it('finds what is on, books it, sees when and where, is helped, and calls', async () => {
    const { url } = stage.host
    const persona = `奶奶-${mode.name}`
    const [bookable] = await bookables(url)
    const { theme, device, name } = mode
    const weapp = await stage.open({ persona, theme, ...(device && { device }) })
    const elder = new Elder(weapp.page, 'large')
    const look = async (screen: string) => {
      await looks.look(weapp, `elder-${name}-${screen}`)
      brick[screen] = await inBrick(weapp)
      lost[screen] = await lostText(weapp.page, 'wx-page')
    }

    await elder.isHome()
    await look('home')
    for (const door of [/^今天有什么/, /^我报的名/, /^找人帮我/, /^打电话/]) {
      expect(await elder.button(door).count()).toBe(1)
    }

    const today = await elder.does('今天有什么', async () => {
      await elder.touch(elder.button(/^今天有什么/))
      await elder.button('看明天').waitFor()
    })
    expect(today).toBe(1)
    await look('today')

    await elder.touch(elder.button('返回'))
    await elder.isHome()
    const weeks = Math.floor((Date.parse(bookable!.date) - Date.now()) / (7 * 86_400_000))
    const booking = await elder.does('报名', async () => {
      await elder.touch(elder.button(/^今天有什么/))
      await elder.opensFromCalendar(bookable!)
      await look('thing')
      await elder.touch(elder.button('报名'))
      await elder.sees('就报这个？')
      await look('sure')
      await elder.touch(elder.button('报上'))
      await elder.isConfirmed()
    })
    // 今天有什么, the day, the thing, 报名, 报上.
    expect(booking).toBeLessThanOrEqual(5 + Math.max(0, weeks))
    await look('done')
    expect(await heldBy(url, persona)).toMatchObject([{ poolId: bookable!.poolId }])
    await elder.touch(elder.button('好了'))
    await elder.button(named(bookable!)).waitFor()
    await look('home-with-visit')

    const mine = await elder.does('我报的名', async () => {
      await elder.touch(elder.button(/^我报的名/))
      await elder.sees(named(bookable!))
      await elder.sees(bookable!.place)
    })
    expect(mine).toBe(1)
    await look('mine')
    await elder.touch(elder.button(`去看${bookable!.title}的签到码`))
    await elder.sees('到了给工作人员看')
    await look('ticket')
    await elder.touch(elder.button('返回'))
    await elder.touch(elder.button(`退掉${bookable!.title}`))
    await look('not-going')
    await elder.touch(elder.button('留着'))
    await elder.cancels(bookable!)
    await elder.sees('退好了，座位让给别人')
    await look('told')
    expect(await underNotice(weapp)).toEqual([])
    await elder.touch(elder.button('收起这句话'))
    await weapp.page.waitForFunction(() => document.querySelector('.notice') === null)
    expect(await heldBy(url, persona)).toEqual([])
    await look('mine-empty')
    await elder.touch(elder.button('返回'))

    await elder.isHome()
    const help = await elder.does('让家里人替我报', async () => {
      await elder.touch(elder.button(/^找人帮我/))
      await elder.sees(/^电话 /)
      await look('help')
      await elder.touch(elder.button(/^让家里人替我报/))
      await elder.touch(elder.button('显示我的口令'))
      await elder.sees(/^把这六位念给对方/)
    })
    expect(help).toBe(3)
    await elder.goTo('首页')

    const call = await elder.does('打电话', () => elder.touch(elder.button('打电话给中心')))
    expect(call).toBe(1)
    const { centres } = await ask<Output<'centres.list'>>(url, persona, 'centres.list', {})
    expect(await weapp.asked()).toContainEqual(
      expect.objectContaining({
        name: 'makePhoneCall',
        options: expect.objectContaining({ phoneNumber: centres[0]!.phone }),
      }),
    )

    await elder.touch(elder.button(/^更多/))
    await elder.button(/^找驿站/).waitFor()
    await look('more')
    await elder.touch(elder.button(/^找课报名/))
    await elder.button('找一找').waitFor()
    await look('courses')
    const field = weapp.page.locator('.search-field').filter({ visible: true })
    expect(await field.count()).toBe(0)
    expect(await elder.does('找一门课', () => elder.touch(elder.button('找一找')))).toBe(1)
    await field.waitFor()
    await look('courses-looking')
    await elder.touch(elder.button('不找了，看全部'))
    await elder.button('找一找').waitFor()
    expect(weapp.errors).toEqual([])
  })

  it('has at most one button in brick on a screen', () => {
    expect(Object.keys(brick).length).toBeGreaterThanOrEqual(12)
    expect(Object.entries(brick).filter(([, buttons]) => buttons.length > 1)).toEqual([])
  })

  it('has targets of 60 px, legible text, and nothing of it lost', () => {
    expect(looks.faults()).toEqual({})
    expect(Object.entries(lost).filter(([, pieces]) => pieces.length > 0)).toEqual([])
    expect(looks.overLimits()).toEqual([])
  })
})

describe('the scale of the first start', () => {
  const scaleOf = async ({ page }: WeappInChromium) => {
    await page.locator('.screen').first().waitFor()
    return (await page.locator('.screen.scale-large').count()) > 0 ? '大字' : '标准'
  }

  /** As WeChat's guide for elders has its sizes: the standard, one and two steps up, 关怀模式, an iPad. */
  it.each([
    [17, '标准'],
    [18.5, '标准'],
    [20, '大字'],
    [CARE_FONT, '大字'],
    [29.75, '大字'],
  ])('follows WeChat’s font setting of %s px: %s', async (fontSizeSetting, scale) => {
    const weapp = await stage.open({ device: { fontSizeSetting } })
    expect(await scaleOf(weapp)).toBe(scale)
  })

  it('follows it no more once somebody chose', async () => {
    const weapp = await stage.open({
      ...{ persona: '自己选的', device: { fontSizeSetting: CARE_FONT } },
    })
    expect(await scaleOf(weapp)).toBe('大字')
    const elder = new Visitor(weapp.page, 'large')
    await elder.isHome()
    await elder.opensOwn('改字的大小、白天和夜间')
    await elder.touch(weapp.page.getByRole('radio', { name: /^标准/ }))
    await weapp.page.locator('.screen.scale-standard').filter({ visible: true }).waitFor()
    await weapp.restart()
    expect(await scaleOf(weapp)).toBe('标准')
  })
})
