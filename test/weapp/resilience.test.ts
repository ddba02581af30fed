/** What a bad network, a hasty finger and a killed app must not be able to spoil. */
import { dateOf } from '@/domain/time/date'
import { monthDayInWords } from '@/domain/time/words'
import { eventually } from '../support/eventually'
import { type Bookable, bookables, heldBy } from '../support/programme'
import { Visitor } from '../support/visitor'
import type { WeappInChromium } from '../support/weapp/chromium/weapp-in-chromium'
import { useStage } from '../support/weapp/stage'

jest.setTimeout(90_000)

const DAY_MS = 86_400_000
const stage = useStage()
let bookable: Bookable

beforeAll(async () => {
  bookable = (await bookables(stage.host.url))[0]!
})

/** A phone on the detail page of something to book. */
async function onDetail(persona: string): Promise<{ weapp: WeappInChromium; visitor: Visitor }> {
  const { activityId, poolId } = bookable
  const weapp = await stage.open({
    persona,
    entry: `pages/activity/activity/activity?activityId=${activityId}&poolId=${poolId}`,
  })
  const visitor = new Visitor(weapp.page)
  await visitor.button('报名').waitFor()
  return { weapp, visitor }
}

const tries = (weapp: WeappInChromium, operation: string) =>
  weapp.calls.filter(({ request }) => request.operation === operation)

describe('a seat', () => {
  it('is booked once by a double tap', async () => {
    const { weapp, visitor } = await onDetail('点两下')
    const box = (await visitor.button('报名').boundingBox())!
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
    await Promise.all([
      weapp.page.touchscreen.tap(x, y),
      weapp.page.touchscreen.tap(x, y),
      weapp.page.touchscreen.tap(x, y),
    ])
    await visitor.isConfirmed()
    expect(tries(weapp, 'seats.book')).toHaveLength(1)
    expect(await heldBy(stage.host.url, '点两下')).toHaveLength(1)
  })

  it.each(['timeout', 'unreachable'] as const)(
    'is asked for again with the same requestId after a %s, and booked once',
    async (fault) => {
      const persona = `再试-${fault}`
      const { weapp, visitor } = await onDetail(persona)
      weapp.failNext('seats.book', fault)
      weapp.failNext('seats.book', fault)
      const code = await visitor.books()
      const calls = tries(weapp, 'seats.book')
      expect(calls.map((call) => call.fault)).toEqual([fault, fault, undefined])
      expect(new Set(calls.map(({ request }) => request.requestId)).size).toBe(1)
      const held = await heldBy(stage.host.url, persona)
      expect(held.map(({ checkInCode }) => checkInCode)).toEqual([code])
    },
  )

  it('is asked for again when nothing ever comes back', async () => {
    const { weapp, visitor } = await onDetail('没回音')
    visitor.page.setDefaultTimeout(20_000)
    weapp.failNext('seats.book', 'silence')
    await visitor.books()
    const calls = tries(weapp, 'seats.book')
    expect(calls.map((call) => call.fault)).toEqual(['silence', undefined])
    expect(new Set(calls.map(({ request }) => request.requestId)).size).toBe(1)
    expect(calls[1]!.answer).toEqual(calls[0]!.answer)
    expect(await heldBy(stage.host.url, '没回音')).toHaveLength(1)
  })

  it('is told truly after the app was killed before the answer came', async () => {
    const { weapp, visitor } = await onDetail('被杀掉')
    weapp.failNext('seats.book', 'silence')
    await visitor.touch(visitor.button('报名'))
    await eventually(
      () => tries(weapp, 'seats.book')[0]?.answer,
      (answer) => answer !== undefined,
    )
    await weapp.restart()
    await visitor.button('看签到码').waitFor()
    const calls = tries(weapp, 'seats.book')
    expect(new Set(calls.map(({ request }) => request.requestId)).size).toBe(1)
    expect(await heldBy(stage.host.url, '被杀掉')).toHaveLength(1)
  })

  it('is not even asked for without network, and the screen says so', async () => {
    const { weapp, visitor } = await onDetail('没网络')
    await weapp.setOnline(false)
    await visitor.touch(visitor.button('报名'))
    await visitor.page.getByRole('dialog').getByText(/网/).first().waitFor()
    expect(tries(weapp, 'seats.book')).toEqual([])
    await weapp.setOnline(true)
    expect(await heldBy(stage.host.url, '没网络')).toEqual([])
  })
})

describe('without network', () => {
  it('the last calendar, one’s bookings and the check-in code open, and say when they were kept', async () => {
    const { weapp, visitor } = await onDetail('存一份')
    const code = await visitor.books()
    await visitor.touch(visitor.button('返回'))
    await visitor.isHome()
    await visitor.goTo('日历')
    await visitor.sees(/^\d+月\d+日 周/)
    await visitor.goTo('我的')
    await visitor.sees(bookable.title)

    await weapp.setOnline(false)
    const asked = weapp.calls.length
    await weapp.restartAt('pages/home/home')
    await visitor.isHome()
    await visitor.sees(/^没有网络，下面的内容存于/)
    await visitor.goTo('日历')
    await visitor.sees(/^没有网络，下面的内容存于/)
    await visitor.sees(/^\d+月\d+日 周/)
    await visitor.goTo('我的')
    await visitor.sees(/^没有网络，下面的内容存于/)
    await visitor.touch(visitor.button(`${bookable.title}的签到码`))
    await visitor.page.getByRole('img', { name: `签到码 ${[...code].join(' ')}` }).waitFor()
    expect(weapp.calls).toHaveLength(asked)

    await weapp.setOnline(true)
    await visitor.touch(visitor.button('返回'))
    await eventually(
      () => visitor.page.getByText(/存于/).filter({ visible: true }).count(),
      (notes) => notes === 0,
    )
    expect(weapp.errors).toEqual([])
  })
})

describe('a phone', () => {
  it.each([-2 * DAY_MS, 2 * DAY_MS])(
    'whose clock is wrong by %d ms sees the server’s day and books all the same',
    async (clockOffset) => {
      const persona = `钟不准${clockOffset}`
      const weapp = await stage.open({ persona, clockOffset })
      const visitor = new Visitor(weapp.page)
      await visitor.sees(new RegExp(`^${monthDayInWords(dateOf(Date.now()))}`))
      await visitor.goTo('日历')
      await visitor.opensFromCalendar(bookable)
      await visitor.books()
      expect(await heldBy(stage.host.url, persona)).toHaveLength(1)
    },
  )

  it.each([-40 * DAY_MS, 40 * DAY_MS])(
    'whose clock is wrong by %d ms and that opens on the calendar turns it to the server’s day',
    async (clockOffset) => {
      const weapp = await stage.open({ clockOffset, entry: 'pages/calendar/calendar' })
      const visitor = new Visitor(weapp.page)
      const today = dateOf(Date.now())
      const [year, month] = today.split('-').map(Number)
      await weapp.page.getByRole('heading', { name: `${year} 年 ${month} 月` }).waitFor()
      await visitor.sees(new RegExp(`^${monthDayInWords(today)} 周`))
    },
  )

  it('that opens a shared page from Moments shows it and asks nothing about the person', async () => {
    const { activityId } = bookable
    const weapp = await stage.open({
      scene: 1154,
      entry: `pages/activity/activity/activity?activityId=${activityId}`,
    })
    const visitor = new Visitor(weapp.page)
    await visitor.sees(bookable.title)
    await visitor.sees('介绍')
    expect(await visitor.button('报名').count()).toBe(0)
    const operations = weapp.calls.map(({ request }) => request.operation)
    expect(operations.filter((name) => /^(seats|me)\./.test(name))).toEqual([])
    expect(weapp.errors).toEqual([])
  })
})
