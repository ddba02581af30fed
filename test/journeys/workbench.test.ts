/** 工作台 at a desk, by the keyboard alone: today, a lesson, a mark, somebody who comes by, the sheet. */
import type { Locator, Page } from 'playwright-core'
import type { Output } from '@/contract'
import { dateOf } from '@/domain/time/date'
import { MINUTE } from '@/domain/time/instant'
import { auditScreen } from '../support/audit'
import { screenshot } from '../support/browser'
import { tell } from '../support/families'
import { DESKTOP, HAND_HELD, useH5 } from '../support/h5'
import { TestLessons } from '../support/lessons'
import { savedSheet } from '../support/saved-sheet'
import { Visitor } from '../support/visitor'

jest.setTimeout(180_000)

const stage = useH5()
let lessons: TestLessons
beforeAll(async () => {
  lessons = await TestLessons.beside(stage.host)
}, 60_000)
afterAll(() => lessons?.end())

const TITLE = '零基础尤克里里'
const NAMES = ['示例老王', '示例小李', '示例阿姨']

/** Presses Tab until something is in focus. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor()
  for (let pressed = 0; pressed < 80; pressed++) {
    await page.keyboard.press('Tab')
    if (await isFocused(wanted)) return
  }
  throw new Error(`80 times Tab did not lead to ${String(wanted)}`)
}
const isFocused = (wanted: Locator) =>
  wanted.evaluate((element) => element === document.activeElement).catch(() => false)

it('shows today and marks, books and prints by the keyboard alone', async () => {
  // A lesson before midnight is one of today: begun a little ago, it is on in any case.
  const inMinutes = dateOf(Date.now() - MINUTE) === dateOf(Date.now()) ? -1 : 1
  const closesAt = Date.now() + 60 * MINUTE
  const lesson = await lessons.beginning(TITLE, inMinutes, { capacity: 6, closesAt })
  for (const name of NAMES) {
    await tell(stage.host.url, `${TITLE}${name}`, 'me.update', { nickname: name })
    await lessons.book(`${TITLE}${name}`, lesson)
  }
  const { page, errors } = await stage.open({ ...DESKTOP, persona: 'staff' })
  const visitor = new Visitor(page, 'standard', 'mouse')
  await visitor.isHome()
  await page.goto(`${stage.host.url}/#/pages/staff/workbench/workbench`)
  const row = visitor.button(new RegExp(`^${TITLE}，`))
  await row.waitFor()
  await page.getByRole('listitem', { name: /^应到 \d+$/ }).waitFor()
  await page.getByRole('navigation', { name: '工作台' }).waitFor()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await screenshot(page, `h5/workbench-desk-${colorScheme}`)
    expect(await auditScreen(page, { within: '.screen', minTarget: 44, minText: 0 })).toEqual([])
  }
  await page.emulateMedia({ colorScheme: 'light' })

  // The first stop jumps over the way there, the arrows walk through the lessons.
  await tabTo(page, page.getByRole('link', { name: '跳到内容' }))
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('group', { name: '接下来' }).getByRole('button').first())
  for (let pressed = 0; pressed < 8 && !(await isFocused(row)); pressed++) {
    await page.keyboard.press('ArrowDown')
  }
  await page.keyboard.press('Enter')
  await visitor.sees('0 / 3 到了')

  // What is chosen stands in the address.
  expect(page.url()).toContain(lesson.occurrenceId)
  await page.reload()
  await visitor.sees('0 / 3 到了')
  const search = page.getByRole('searchbox', { name: '按名字或码尾找' })
  await tabTo(page, search)
  await page.keyboard.type('小李')
  await tabTo(page, visitor.button('示例小李到了'))
  await page.keyboard.press('Enter')
  await visitor.sees('1 / 3 到了')
  await page.keyboard.press('Shift+Tab')
  for (let tries = 0; tries < 8 && !(await isFocused(search)); tries++) {
    await page.keyboard.press('Shift+Tab')
  }
  for (const _ of '小李') await page.keyboard.press('Backspace')
  await visitor.button('示例老王到了').waitFor()

  // A name opens what else can be said; Escape closes it.
  await tabTo(page, visitor.button(/^示例阿姨，.*，改$/))
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: '示例阿姨' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.keyboard.press('Enter')
  await tabTo(page, visitor.button('迟到'))
  await page.keyboard.press('Enter')
  await visitor.sees('2 / 3 到了')

  // Somebody comes by and reads out their code.
  await tell(stage.host.url, `${TITLE}路过`, 'me.update', { nickname: '示例路过的' })
  const { code } = await tell<Output<'family.code'>>(
    ...([stage.host.url, `${TITLE}路过`, 'family.code', {}] as const),
  )
  await tabTo(page, visitor.button('临时来的，报上（余 3 席）'))
  await page.keyboard.press('Enter')
  const spoken = page.getByRole('textbox', { name: '对方念的口令' })
  await tabTo(page, spoken)
  await page.keyboard.type(code)
  expect(await spoken.inputValue()).toBe(code)
  await tabTo(page, visitor.button(/^(替对方报名|还是要报)$/))
  await page.keyboard.press('Enter')
  await visitor.sees(/^签到码 /)
  await tabTo(page, visitor.button('好了'))
  await page.keyboard.press('Enter')
  await visitor.sees('2 / 4 到了')
  await screenshot(page, 'h5/workbench-day-light')

  await tabTo(page, visitor.button('签到表和名单（打印、Excel）'))
  await page.keyboard.press('Enter')
  await visitor.sees('找到自己那一行，签上名字。签完由工作人员收好。')
  await tabTo(page, visitor.button('存成 Excel'))
  const { name, rows } = await savedSheet(page, () => page.keyboard.press('Enter'))
  expect(name).toMatch(new RegExp(`${TITLE} 签到表[.]xlsx$`))
  expect(rows.slice(4, 8).map((line) => [line[1], line[3]])).toEqual(
    Array.from({ length: 4 }, () => ['示*', '']),
  )
  await screenshot(page, 'h5/workbench-sheet-light')
  await page.emulateMedia({ media: 'print' })
  await screenshot(page, 'h5/workbench-sheet-print')
  await page.emulateMedia({ media: 'screen' })
  const kept = page.getByRole('radio', { name: /^名单/ })
  await tabTo(page, kept)
  await page.keyboard.press('Enter')
  await visitor.sees('示例路过的')
  expect(errors).toEqual([])
})

it('shows a volunteer the lessons of today and no sheet with names', async () => {
  const lesson = await lessons.beginning('示例合唱', -1, { closesAt: Date.now() + 60 * MINUTE })
  await lessons.book('示例合唱来的', lesson)
  const { page, errors } = await stage.open({ ...HAND_HELD, persona: 'volunteer' })
  const visitor = new Visitor(page)
  await visitor.isHome()
  await visitor.goTo('我的')
  await visitor.touch(visitor.button('改称呼和常去的中心'))
  await visitor.touch(visitor.button('工作台'))
  await visitor.button('点名').waitFor()
  expect(await visitor.button('管受理').count()).toBe(0)
  await screenshot(page, 'h5/workbench-phone')
  await visitor.touch(visitor.button(/^示例合唱，/))
  await visitor.touch(visitor.button('签到表和名单（打印、Excel）'))
  await visitor.button('存成 Excel').waitFor()
  expect(await page.getByRole('radio').count()).toBe(0)
  expect(errors).toEqual([])
})
