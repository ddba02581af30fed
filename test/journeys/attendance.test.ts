/** 点名 at a desk: two panes, the keyboard, a scanner that types, and the sheet for the wall. */
import { oneTimeCode } from '@/domain/attendance/one-time-code'
import { shownText } from '@/domain/attendance/shown-code'
import { MINUTE } from '@/domain/time/instant'
import { dateOf } from '@/domain/time/date'
import { auditScreen } from '../support/audit'
import { screenshot } from '../support/browser'
import { tell } from '../support/families'
import { DESKTOP, useH5 } from '../support/h5'
import { TestLessons } from '../support/lessons'
import { Visitor } from '../support/visitor'

jest.setTimeout(120_000)

const stage = useH5()
let lessons: TestLessons
beforeAll(async () => {
  lessons = await TestLessons.beside(stage.host)
}, 60_000)
afterAll(() => lessons?.end())

it.each([false, true])(
  'marks who is there beside the lessons of the day (dark: %s)',
  async (dark) => {
    const title = dark ? '古筝入门' : '零基础吉他'
    const lesson = await lessons.beginning(title, 20)
    const names = ['示例老王', '示例小李', '示例阿姨', '示例老师傅']
    const bookings = []
    for (const name of names) {
      await tell(stage.host.url, `${title}${name}`, 'me.update', { nickname: name })
      bookings.push(await lessons.book(`${title}${name}`, lesson))
    }
    const { page, errors } = await stage.open({ ...DESKTOP, persona: 'staff', dark })
    const visitor = new Visitor(page, 'standard', 'mouse')
    await visitor.isHome()
    await page.goto(`${stage.host.url}/#/pages/attendance/day/day`)
    await visitor.button('后一天').waitFor()
    if (dateOf(Date.now() + 20 * MINUTE) !== dateOf(Date.now())) {
      await visitor.touch(visitor.button('后一天'))
    }
    await visitor.sees('左边点一课，名单就在这里。')
    await visitor.touch(visitor.button(new RegExp(`^${title}，`)))
    await visitor.sees('0 / 4 到了')

    // The keyboard alone: from the field to the first name.
    await page.getByRole('searchbox', { name: '按名字或码尾找' }).focus()
    const there = visitor.button('示例小李到了')
    for (let pressed = 0; pressed < 20; pressed++) {
      await page.keyboard.press('Tab')
      if (await there.evaluate((element) => element === document.activeElement)) break
    }
    await page.keyboard.press('Enter')
    await visitor.sees('1 / 4 到了')

    // A scanner at a desk is a keyboard that types what it reads.
    const { checkInCode, checkInSecret } = bookings[0]!
    const shown = shownText({ checkInCode, oneTimeCode: oneTimeCode(checkInSecret!, Date.now()) })
    await page.getByRole('searchbox', { name: '按名字或码尾找' }).fill(shown)
    await page.keyboard.press('Enter')
    await visitor.sees('示** 到了')
    await visitor.sees('2 / 4 到了')
    const light = dark ? 'night' : 'day'
    await screenshot(page, `h5/attendance-desk-${light}`)
    expect(await auditScreen(page, { within: '.screen', minTarget: 44, minText: 0 })).toEqual([])

    await page.goto(`${stage.host.url}/#/pages/attendance/poster/poster`)
    const make = visitor.button('做一张')
    await make.or(visitor.button('换一张新的')).waitFor()
    if (await make.isVisible()) await visitor.touch(make)
    await page.getByRole('img', { name: /党群服务中心的签到码$/ }).waitFor()
    await screenshot(page, `h5/attendance-poster-${light}`)
    await page.emulateMedia({ media: 'print' })
    await screenshot(page, `h5/attendance-poster-print-${light}`)
    expect(errors).toEqual([])
  },
)
