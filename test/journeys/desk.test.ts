/** A browser at a desk: the column, the keyboard, the persona switcher, a network that fails. */
import type { Page, Request } from 'playwright-core'
import { DESKTOP, HAND_HELD, useH5 } from '../support/h5'
import { type Bookable, bookables, heldBy } from '../support/programme'
import { Visitor } from '../support/visitor'

jest.setTimeout(90_000)

const stage = useH5()
let bookable: Bookable
beforeAll(async () => {
  bookable = (await bookables(stage.host.url))[0]!
})

const detail = ({ activityId, poolId }: Bookable) =>
  `/#/pages/activity/activity/activity?activityId=${activityId}&poolId=${poolId}`

/** The operations that a page asks for from now on, with their requestIds. */
function watchCalls(page: Page): { operation: string; requestId?: string }[] {
  const calls: { operation: string; requestId?: string }[] = []
  page.on('request', (request: Request) => {
    if (request.url().endsWith('/call')) calls.push(request.postDataJSON() as (typeof calls)[0])
  })
  return calls
}

describe('a desktop', () => {
  it('shows a column as wide as a phone, in the middle', async () => {
    const { page, errors } = await stage.open({ ...DESKTOP, persona: 'resident' })
    const visitor = new Visitor(page, 'standard', 'mouse')
    await visitor.isHome()
    for (const tab of ['首页', '课程', '日历', '我的'] as const) {
      await visitor.goTo(tab)
      await page.getByRole('tab', { name: tab, exact: true, selected: true }).waitFor()
      await visitor.isStill()
      const column = page.locator('.screen').filter({ visible: true }).first()
      const { x, width } = (await column.boundingBox())!
      expect(width).toBeLessThanOrEqual(480)
      expect(width).toBeGreaterThanOrEqual(375)
      expect(Math.abs(x + width / 2 - DESKTOP.width / 2)).toBeLessThanOrEqual(10)
    }
    expect(errors).toEqual([])
  })

  it('books by the keyboard alone', async () => {
    const { page, errors } = await stage.open({ ...DESKTOP, persona: '键盘手' })
    const visitor = new Visitor(page, 'standard', 'mouse')
    await visitor.isHome()
    await focusByTab(page, '日历', 'tab')
    await page.keyboard.press('Enter')
    await page.getByRole('grid').waitFor()
    await focusByTab(page, /今天/, 'gridcell')
    const { title, dayInWords } = bookable
    await walkTo(page, dayInWords)
    await focusByTab(page, new RegExp(title), 'button')
    await page.keyboard.press('Enter')
    await visitor.button('报名').waitFor()
    await focusByTab(page, '报名', 'button')
    await page.keyboard.press('Enter')
    await visitor.isConfirmed()
    expect(await heldBy(stage.host.url, '键盘手')).toHaveLength(1)
    expect(errors).toEqual([])
  })
})

/** Presses Tab until what has a role and a name is in focus, and sees that focus is shown. */
async function focusByTab(page: Page, name: string | RegExp, role: string): Promise<void> {
  for (let pressed = 0; pressed < 80; pressed++) {
    await page.keyboard.press('Tab')
    const focused = page.locator(':focus')
    const matches = page.getByRole(role as 'button', {
      name,
      ...(typeof name === 'string' && { exact: true }),
    })
    if ((await focused.count()) > 0 && (await focused.and(matches).count()) > 0) {
      const { outlineStyle, boxShadow } = await focused.evaluate((element) => {
        const style = getComputedStyle(element)
        return { outlineStyle: style.outlineStyle, boxShadow: style.boxShadow }
      })
      expect(outlineStyle !== 'none' || boxShadow !== 'none').toBe(true)
      return
    }
  }
  throw new Error(`80 times Tab did not lead to ${role} ${String(name)}`)
}

/** Walks the month grid by arrow keys to a day. */
async function walkTo(page: Page, dayInWords: string): Promise<void> {
  for (let pressed = 0; pressed < 40; pressed++) {
    const name = (await page.locator(':focus').getAttribute('aria-label')) ?? ''
    if (name.startsWith(`${dayInWords} `)) return
    await page.keyboard.press('ArrowRight')
    await page.waitForTimeout(120)
  }
  throw new Error(`40 times → did not lead to ${dayInWords}`)
}

describe('a visitor', () => {
  it('looks around without being anybody, and is asked who to be at the first booking', async () => {
    const { page, context, errors } = await stage.open(DESKTOP)
    const visitor = new Visitor(page, 'standard', 'mouse')
    await visitor.isHome()
    await page.goto(`${stage.host.url}${detail(bookable)}`)
    await visitor.touch(visitor.button('报名'))
    const sheet = page.getByRole('dialog', { name: '用谁的身份' })
    await visitor.touch(sheet.getByRole('radio').first())
    await visitor.isConfirmed()
    const cookie = (await context.cookies()).find(({ name }) => name === 'local-persona')
    const held = await heldBy(stage.host.url, decodeURIComponent(cookie!.value))
    expect(held.map(({ poolId }) => poolId)).toContain(bookable.poolId)
    expect(errors).toEqual([])
  })

  it('becomes somebody else under 我的, and sees only what is theirs', async () => {
    const { page } = await stage.open({ ...DESKTOP, persona: '换之前' })
    const visitor = new Visitor(page, 'standard', 'mouse')
    await page.goto(`${stage.host.url}${detail(bookable)}`)
    await visitor.books()
    await visitor.touch(visitor.button('返回'))
    await visitor.goTo('我的')
    await visitor.sees(bookable.title)
    await visitor.touch(visitor.button('换个身份试试'))
    const sheet = page.getByRole('dialog', { name: '用谁的身份' })
    await visitor.touch(sheet.getByRole('radio', { name: /只是看看/ }))
    await visitor.sees('还没选身份')
    expect(await page.getByText(bookable.title).filter({ visible: true }).count()).toBe(0)
  })
})

describe('a network that fails', () => {
  it('makes the page ask again with the same requestId, and books once', async () => {
    const { page } = await stage.open({ ...HAND_HELD, persona: '网不好' })
    const visitor = new Visitor(page)
    await page.goto(`${stage.host.url}${detail(bookable)}`)
    await visitor.button('报名').waitFor()
    let lost = 0
    await page.route('**/call', async (route) => {
      const { operation } = route.request().postDataJSON() as { operation: string }
      if (operation !== 'seats.book' || lost > 0) return route.continue()
      lost += 1
      // The host carries it out; the answer never arrives.
      await route.fetch()
      return route.abort('timedout')
    })
    const calls = watchCalls(page)
    await visitor.books()
    const books = calls.filter(({ operation }) => operation === 'seats.book')
    expect(books).toHaveLength(2)
    expect(new Set(books.map(({ requestId }) => requestId)).size).toBe(1)
    expect(await heldBy(stage.host.url, '网不好')).toHaveLength(1)
  })

  it('leaves the programme and one’s own bookings readable, with the time of the copy', async () => {
    const { page, context } = await stage.open({ ...HAND_HELD, persona: '断网前' })
    const visitor = new Visitor(page)
    await visitor.isHome()
    await page.goto(`${stage.host.url}${detail(bookable)}`)
    const code = await visitor.books()
    await visitor.touch(visitor.button('返回'))
    await visitor.goTo('日历')
    await visitor.sees(/^\d+月\d+日 周/)
    await visitor.goTo('我的')
    await visitor.sees(bookable.title)
    await context.setOffline(true)
    await visitor.goTo('日历')
    await visitor.sees(/^没有网络，下面的内容存于/)
    await visitor.sees(/^\d+月\d+日 周/)
    await visitor.goTo('我的')
    await visitor.sees(/^没有网络，下面的内容存于/)
    await visitor.touch(visitor.button(`${bookable.title}的签到码`))
    await page.getByRole('img', { name: `签到码 ${[...code].join(' ')}` }).waitFor()
    await context.setOffline(false)
  })
})
