import type { Locator, Page } from 'playwright-core'
import { dateOf, daysBetween } from '@/domain/time/date'
import { dayInWords } from '@/domain/time/words'
import { eventually } from './eventually'
import type { Bookable } from './programme'

export type Scale = 'standard' | 'large'

/** A limit for what has failed, not a speed: nothing that goes well waits for it. */
const PATIENCE_MS = 45_000
/** Further ahead than any programme reaches. */
const MOST_TURNS = 12

/** Somebody in front of a screen, of the mini-program or of the H5, who knows only what it says. */
export class Visitor {
  constructor(
    readonly page: Page,
    private readonly scale: Scale = 'standard',
    /** A phone is tapped, a desktop is clicked. */
    private readonly hand: 'finger' | 'mouse' = 'finger',
  ) {
    page.setDefaultTimeout(PATIENCE_MS)
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, ...(typeof name === 'string' && { exact: true }) })
  }

  /** While one screen slides over another, both are there. */
  async isStill(): Promise<void> {
    await eventually(
      () => this.page.getByRole('main').count(),
      (screens) => screens === 1,
    )
  }

  async touch(target: Locator): Promise<void> {
    await this.isStill()
    await target.waitFor()
    // A finger that comes down while the page still moves stops it and taps nothing.
    if (await target.evaluate(movedIntoTheOpen)) await this.page.waitForTimeout(250)
    if (this.hand === 'mouse') await target.click()
    else await this.tap(target)
  }

  /** Taps until the page felt it: a slow machine makes a tap so long, or so soon, that it is none. */
  private async tap(target: Locator): Promise<void> {
    for (let tap = 1; tap <= 3; tap++) {
      const before = await this.page.evaluate(tapsFelt)
      await target.tap()
      const felt = await this.page
        // A page that was left for another has felt it.
        .waitForFunction((count) => !(window.tapsFelt! <= count), before, { timeout: 1_500 })
        .catch(() => null)
      if (felt) return
    }
  }

  /** Chooses one of several; again, when the first tap came before the page listened. */
  async chooses(name: string | RegExp): Promise<void> {
    const chosen = this.page.getByRole('radio', { name, checked: true })
    for (let tap = 1; tap <= 3 && !(await chosen.isVisible()); tap++) {
      await this.touch(this.page.getByRole('radio', { name }))
      await chosen.waitFor({ timeout: 2_000 }).catch(() => undefined)
    }
    await chosen.waitFor()
  }

  async sees(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).filter({ visible: true }).first().waitFor()
  }

  /** Waits for the home screen with the programme on it. */
  async isHome(): Promise<void> {
    await this.sees(this.scale === 'large' ? '今天有什么' : '今天在中心')
  }

  /** From a tab's screen to another: by the tab bar, or in 大字 by the doors of the home screen. */
  async goTo(tab: '首页' | '课程' | '日历' | '驿站' | '我的'): Promise<void> {
    if (this.scale === 'standard') {
      return this.touch(this.page.getByRole('tab', { name: tab, exact: true }))
    }
    const back = this.button('返回')
    for (await this.isStill(); await back.isVisible(); await this.isStill()) {
      await this.touch(back)
      await this.page.waitForTimeout(150)
    }
    await this.isHome()
    const doors = {
      ...{ 首页: [], 课程: [/^更多/, /^找课报名/], 日历: [/^今天有什么/] },
      ...{ 驿站: [/^更多/, /^找驿站/], 我的: [/^我报的名/] },
    }
    for (const door of doors[tab]) await this.touch(this.button(door))
  }

  /** Opens a line of 设置 under 我的; in 大字 under 更多. */
  async opensOwn(line: string): Promise<void> {
    await this.goTo(this.scale === 'large' ? '首页' : '我的')
    if (this.scale === 'large') await this.touch(this.button(/^更多/))
    await this.touch(this.button(line))
  }

  /** From a tab's screen through 工作台 to a part of the work: a row, or at a desk a link beside everything. */
  async goesToWork(part: string): Promise<void> {
    await this.opensOwn('改称呼和常去的中心')
    await this.touch(this.button('工作台'))
    const beside = this.page.getByRole('link', { name: part, exact: true })
    await this.touch(this.button(part).or(beside).first())
  }

  /** In the calendar: turns to a day and opens what is on there. */
  async opensFromCalendar(
    bookable: Pick<Bookable, 'title' | 'date' | 'dayInWords'>,
  ): Promise<void> {
    const { dayInWords: day, title, date } = bookable
    if (this.scale === 'large') return this.opensFromDays(date, title)
    const month = `${Number(date.slice(0, 4))} 年 ${Number(date.slice(5, 7))} 月`
    await this.turnsTo(this.page.getByRole('heading', { name: month }), '下个月')
    await this.touch(this.page.getByRole('gridcell', { name: new RegExp(`^${day} `) }))
    await this.sees(new RegExp(`^${day}`))
    await this.touch(this.button(named(title)).last())
    await this.button('报名').waitFor()
  }

  /** In 大字: today, tomorrow, what comes after it, then week after week. */
  private async opensFromDays(date: string, title: string): Promise<void> {
    const ahead = daysBetween(dateOf(Date.now()), date)
    await this.chooses((['今天', '明天'] as const)[ahead] ?? '后几天')
    for (let week = 1; ahead >= 7 * week; week++) {
      const head = this.page.getByRole('heading').first()
      const before = await head.innerText()
      await this.touch(this.button('看下一周'))
      await eventually(
        () => head.innerText(),
        (now) => now !== before,
      )
    }
    const day = this.page.getByRole('group', { name: dayInWords(date, dateOf(Date.now())) })
    await this.touch(day.getByRole('button', { name: named(title) }).last())
    await this.button('报名').waitFor()
  }

  /** Turns the pages of the calendar until something is there, and not for ever. */
  private async turnsTo(wanted: Locator, next: '下个月'): Promise<void> {
    // A calendar that is not yet on the screen has nothing to turn: what is wanted may be first.
    await this.button(next).waitFor()
    for (let turn = 0; !(await wanted.isVisible()); turn++) {
      if (turn === MOST_TURNS) {
        throw new Error(`${next} was touched ${turn} times, and ${String(wanted)} never came`)
      }
      await this.touch(this.button(next))
      await this.page.waitForTimeout(150)
    }
  }

  /** On the detail page: takes the seat and sees that it is taken. Gives the check-in code. */
  async books(): Promise<string> {
    await this.touch(this.button('报名'))
    if (this.scale === 'large') await this.touch(this.button('报上'))
    return this.isConfirmed()
  }

  async isConfirmed(): Promise<string> {
    await this.page.getByRole('img', { name: '报上了' }).waitFor()
    const line = await this.page
      .getByText(/^签到码 \w{4} \w{4}$/)
      .filter({ visible: true })
      .innerText()
    return line.replace('签到码', '').replace(/\s/g, '')
  }

  /** Under 我的: gives the seat back, after the question that says until when. */
  async cancels({ title }: Bookable): Promise<void> {
    await this.touch(this.button(`退掉${title}`))
    const question = this.page.getByRole('dialog', { name: '退掉这一席？' })
    await question.getByText(/可以退/).waitFor()
    await this.touch(question.getByRole('button', { name: '退掉', exact: true }))
    await this.sees('还没有要去的')
  }
}

const named = (title: string): RegExp => new RegExp(title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))

/**
 * Runs in the page: what is off the screen, or lies under a bar that stays, is pushed into the open, as a
 * finger does. Gives whether it had to move, or moves of itself. All in one go: to find an element by what
 * it says is most of what a touch costs.
 */
async function movedIntoTheOpen(element: Element): Promise<boolean> {
  const before = element.getBoundingClientRect()
  const scrolled = element as Element & { scrollIntoViewIfNeeded(): void }
  scrolled.scrollIntoViewIfNeeded()
  const { left, top, width, height } = element.getBoundingClientRect()
  const there = document.elementFromPoint(left + width / 2, top + height / 2)
  if (there && !element.contains(there)) element.scrollIntoView({ block: 'center' })
  for (const _ of [1, 2]) await new Promise(requestAnimationFrame)
  const after = element.getBoundingClientRect()
  return before.x !== after.x || before.y !== after.y
}

declare global {
  interface Window {
    tapsFelt?: number
  }
}

/**
 * Runs in the page: how many taps it has felt. A mini-program counts them itself; in a browser they
 * are its clicks since the first time that somebody asked.
 */
function tapsFelt(): number {
  if (window.tapsFelt === undefined) {
    window.tapsFelt = 0
    document.addEventListener('click', () => window.tapsFelt!++, true)
  }
  return window.tapsFelt
}
