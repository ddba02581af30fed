/** Somebody signs in at a desk with their phone, works there, and ends it from the phone. */
import type { Page } from 'playwright-core'
import { auditScreen } from '../support/audit'
import { screenshot } from '../support/browser'
import { DESKTOP, HAND_HELD, useH5 } from '../support/h5'
import { Visitor } from '../support/visitor'

jest.setTimeout(180_000)

const stage = useH5()
const TOKEN = /changlai-desk/
/** Nothing of it lies where a page can read it. */
const readable = (page: Page) =>
  page.evaluate(() => `${document.cookie} ${JSON.stringify({ ...localStorage })}`)
const sound = (page: Page, minText = 0) =>
  auditScreen(page, { within: '.screen', minTarget: 44, minText })

it('a desk is let in by a phone, serves its staff, and is signed out by the phone', async () => {
  const desk = await stage.open(DESKTOP)
  const clerk = new Visitor(desk.page, 'standard', 'mouse')
  await clerk.isHome()
  await clerk.goTo('我的')
  await clerk.touch(clerk.button('在电脑上登录'))
  await clerk.sees('等手机扫码')
  expect(await sound(desk.page)).toEqual([])
  await screenshot(desk.page, 'h5/sign-in-desktop')
  const spoken = desk.page.getByRole('img', { name: /^六位 / })
  const code = (await spoken.getAttribute('aria-label'))!.replace(/六位|\s/g, '')
  const check = await desk.page.locator('.sign-in-check-number').innerText()

  const { page, errors } = await stage.open({ ...HAND_HELD, persona: 'staff' })
  const holder = new Visitor(page)
  await holder.isHome()
  await holder.goTo('我的')
  await holder.touch(holder.button('改称呼和常去的中心'))
  await holder.touch(holder.button('我的设备'))
  await holder.sees('没有电脑登录着')
  await screenshot(page, 'h5/devices-none')
  await holder.touch(holder.button('登录一台电脑'))
  await page.getByRole('textbox', { name: '电脑上的六位' }).fill(code.toLowerCase())
  await holder.touch(holder.button('下一步'))
  await holder.sees('有一台电脑想用您的身份登录')
  await holder.sees(/电脑，谷歌浏览器$/)
  await holder.sees(/^今天 \d\d:\d\d 提出来的$/)
  await clerk.sees('手机看到了，在手机上点“同意”')
  await holder.chooses(check)
  expect(await sound(page)).toEqual([])
  await screenshot(page, 'h5/approve-phone')
  await holder.touch(holder.button('同意登录'))
  await holder.sees('好了，电脑登录上了')

  await clerk.button('退出这台电脑').waitFor()
  expect(await readable(desk.page)).not.toMatch(TOKEN)
  const [cookie] = (await desk.context.cookies()).filter(({ name }) => TOKEN.test(name))
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', expires: -1 })
  await clerk.goesToWork('报名限制')
  await clerk.sees('每人每学期')

  await holder.touch(holder.button('看我的设备'))
  await holder.sees(/登录，今天 \d\d:\d\d 用过/)
  expect(await sound(page)).toEqual([])
  await screenshot(page, 'h5/devices-phone')
  await holder.touch(holder.button(/^让.*退出$/))
  await holder.touch(
    page
      .getByRole('dialog', { name: '让这台电脑退出？' })
      .getByRole('button', { name: '退出', exact: true }),
  )
  await holder.sees('没有电脑登录着')

  await desk.page.goto(`${stage.host.url}/#/pages/me/me`)
  await desk.page.reload()
  await clerk.sees('还没选身份')
  expect((await desk.context.cookies()).filter(({ name }) => TOKEN.test(name))).toEqual([])
  expect([...desk.errors, ...errors]).toEqual([])
})

it('a desk with a narrow window shows the code too, and a new one once the phone has refused', async () => {
  const desk = await stage.open({ width: 390, height: 844, dark: true })
  await desk.page.goto(`${stage.host.url}/#/pages/devices/sign-in/sign-in`)
  const clerk = new Visitor(desk.page, 'standard', 'mouse')
  await clerk.sees('等手机扫码')
  await screenshot(desk.page, 'h5/sign-in-narrow-night')
  const spoken = desk.page.getByRole('img', { name: /^六位 / })
  const code = (await spoken.getAttribute('aria-label'))!.replace(/六位|\s/g, '')
  const { page, errors } = await stage.open({ ...HAND_HELD, persona: 'resident' })
  const scanned = `${stage.host.url}/#/pages/devices/approve/approve?scene=s%3D${code}`
  await page.goto(scanned)
  const holder = new Visitor(page)
  await holder.touch(holder.button('不是我'))
  await holder.sees('没有让它登录')
  await clerk.sees('手机上没有同意')
  await screenshot(desk.page, 'h5/sign-in-refused')
  await clerk.touch(clerk.button('换一个新的码'))
  await clerk.sees('等手机扫码')
  expect(errors).toEqual([])
})
