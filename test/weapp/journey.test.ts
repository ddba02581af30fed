/**
 * The main job on the real bundle against the real local host, as somebody does it: open, look at
 * the calendar, book, find it under 我的, give it back. At each screen the picture is kept, the
 * painted screen is measured, and what the page cost is held against WeChat's audits.
 */
import { bookables, heldBy } from '../support/programme'
import { Visitor } from '../support/visitor'
import { Looks, MODES, writeLooks } from '../support/weapp/looks'
import { useStage } from '../support/weapp/stage'

jest.setTimeout(120_000)

const stage = useStage()
const all: Looks[] = []

afterAll(() => writeLooks('weapp-screens', 'What each screen of the mini-program costs', all))

describe.each(MODES)('a resident with the mini-program ($name)', (mode) => {
  const { name, scale, theme, device } = mode
  const looks = new Looks(mode)
  all.push(looks)

  it('finds a lecture, books it, sees it under 我的, and gives it back', async () => {
    const persona = `走一遍-${name}`
    const [bookable] = await bookables(stage.host.url)
    const weapp = await stage.open({ persona, theme, ...(device && { device }) })
    const visitor = new Visitor(weapp.page, scale)

    await visitor.isHome()
    await looks.look(weapp, 'home')
    await visitor.goTo('课程')
    await visitor.sees(/余 \d+ 席|直接来/)
    await looks.look(weapp, 'courses')
    await visitor.goTo('日历')
    await visitor.sees(scale === 'large' ? '看明天' : /^\d+月\d+日/)
    await looks.look(weapp, 'calendar')
    await visitor.opensFromCalendar(bookable!)
    await looks.look(weapp, 'activity')
    const code = await visitor.books()
    await looks.look(weapp, 'confirmed')

    const held = await heldBy(stage.host.url, persona)
    expect(held).toMatchObject([{ poolId: bookable!.poolId, checkInCode: code }])

    if (scale === 'large') {
      await visitor.touch(visitor.button('好了'))
      await visitor.isHome()
      await visitor.touch(visitor.button(new RegExp(`^${bookable!.title}`)))
    } else {
      await visitor.touch(visitor.button('看签到码'))
    }
    await visitor.page.getByRole('img', { name: `签到码 ${[...code].join(' ')}` }).waitFor()
    await looks.look(weapp, 'ticket')
    await visitor.touch(visitor.button('返回'))
    if (scale === 'standard') {
      await visitor.isConfirmed()
      await visitor.touch(visitor.button('返回'))
    }
    await visitor.goTo('首页')
    await visitor.isHome()
    await looks.look(weapp, 'home-with-ticket')
    await visitor.goTo('我的')
    await visitor.sees(bookable!.title)
    await looks.look(weapp, 'me')
    await visitor.opensOwn('改字的大小、白天和夜间')
    await visitor.sees('字的大小')
    await looks.look(weapp, 'settings')
    await visitor.touch(visitor.button('返回'))
    await visitor.goTo('我的')
    await visitor.touch(visitor.button(`退掉${bookable!.title}`))
    await visitor.sees('退掉这一席？')
    await looks.look(weapp, 'cancel')
    await visitor.touch(visitor.button('留着'))
    await visitor.cancels(bookable!)

    expect(await heldBy(stage.host.url, persona)).toEqual([])
    expect(weapp.errors).toEqual([])
  })

  it('sees screens that are legible and easy to hit', () => {
    expect(Object.keys(looks.wrong).length).toBeGreaterThanOrEqual(10)
    expect(looks.faults()).toEqual({})
  })

  it('is given screens within the limits of WeChat’s audits', () => {
    expect(Object.keys(looks.figures).length).toBeGreaterThanOrEqual(10)
    expect(looks.overLimits()).toEqual([])
  })
})
