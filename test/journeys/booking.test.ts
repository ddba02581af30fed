/** The main job in a browser, on the pages that `npm start` serves. */
import { auditScreen } from '../support/audit'
import { screenshot } from '../support/browser'
import { DESKTOP, type H5Options, HAND_HELD, useH5 } from '../support/h5'
import { type Bookable, bookables, heldBy } from '../support/programme'
import { type Scale, Visitor } from '../support/visitor'

jest.setTimeout(120_000)

const stage = useH5()
let bookable: Bookable
beforeAll(async () => {
  bookable = (await bookables(stage.host.url))[0]!
})

const MODES: { name: string; scale: Scale; options: H5Options }[] = [
  { name: 'phone-day', scale: 'standard', options: HAND_HELD },
  { name: 'phone-night', scale: 'standard', options: { ...HAND_HELD, dark: true } },
  { name: 'phone-large', scale: 'large', options: HAND_HELD },
  { name: 'desktop-day', scale: 'standard', options: DESKTOP },
]

describe.each(MODES)('somebody with a browser ($name)', ({ name, scale, options }) => {
  it('finds a lecture, books it, sees it under 我的, and gives it back', async () => {
    const persona = `浏览器-${name}`
    const { page, errors } = await stage.open({ ...options, persona })
    const hand = options.touch ? 'finger' : 'mouse'
    const wrong: Record<string, string[]> = {}
    const look = async (screen: string) => {
      await page.waitForTimeout(350)
      await screenshot(page, `h5/${screen}-${name}`)
      const large = scale === 'large'
      const rules = { minTarget: large ? 60 : 44, minText: large ? 18 : 0 }
      wrong[screen] = await auditScreen(page, { within: '.screen', ...rules })
    }

    if (scale === 'large') await choosesLargeType(new Visitor(page, 'standard', hand))
    const visitor = new Visitor(page, scale, hand)
    await visitor.isHome()
    await look('home')
    await visitor.goTo('课程')
    await visitor.sees(/余 \d+ 席|直接来/)
    await look('courses')
    await visitor.goTo('日历')
    await visitor.sees(scale === 'large' ? '看明天' : /^\d+月\d+日/)
    await look('calendar')
    await visitor.opensFromCalendar(bookable)
    await look('activity')
    const code = await visitor.books()
    await look('confirmed')
    const held = await heldBy(stage.host.url, persona)
    expect(held).toMatchObject([{ poolId: bookable.poolId, checkInCode: code }])

    if (scale === 'large') {
      await visitor.touch(visitor.button('好了'))
      await visitor.isHome()
      await visitor.touch(visitor.button(new RegExp(`^${bookable.title}`)))
    } else {
      await visitor.touch(visitor.button('看签到码'))
    }
    await page.getByRole('img', { name: `签到码 ${[...code].join(' ')}` }).waitFor()
    await look('ticket')
    await page.goBack()
    if (scale === 'standard') {
      await visitor.isConfirmed()
      await visitor.touch(visitor.button('返回'))
    }
    await visitor.goTo('我的')
    await visitor.sees(bookable.title)
    await look('me')
    await visitor.cancels(bookable)

    expect(await heldBy(stage.host.url, persona)).toEqual([])
    expect(errors).toEqual([])
    expect(Object.fromEntries(Object.entries(wrong).filter(([, list]) => list.length))).toEqual({})
  })
})

async function choosesLargeType(visitor: Visitor): Promise<void> {
  await visitor.isHome()
  await visitor.goTo('我的')
  await visitor.touch(visitor.button('改字的大小、白天和夜间'))
  await visitor.touch(visitor.page.getByRole('radio', { name: /^大字/ }))
  await visitor.touch(visitor.button('返回'))
  await visitor.touch(visitor.button('返回'))
}
