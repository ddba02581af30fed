/** Who works in a centre: invited by a code, taken away again, and written down. */
import { auditScreen } from '../support/audit'
import { screenshot } from '../support/browser'
import { command } from '../support/consultations'
import { DESKTOP, HAND_HELD, useH5 } from '../support/h5'
import { Visitor } from '../support/visitor'

jest.setTimeout(180_000)

const stage = useH5()
const AT_A_DESK = { within: '.screen', minTarget: 24, minText: 0 }
const NEW = '示例新帮手'

it('a director invites, somebody takes it up and sees the doors, loses them, and it is all written down', async () => {
  const { host } = stage
  await command(host.url, NEW, 'me.update', { nickname: NEW })
  const desk = await stage.open({ ...DESKTOP, persona: 'director' })
  const director = new Visitor(desk.page, 'standard', 'mouse')
  await director.isHome()
  await director.goesToWork('谁在这里工作')
  await director.button(/^示例职员，工作人员/).waitFor()
  await screenshot(desk.page, 'h5/people-desktop')
  expect(await auditScreen(desk.page, AT_A_DESK)).toEqual([])
  await director.touch(director.button('邀请一位'))
  await desk.page.getByRole('radio', { name: /^工作人员/ }).click()
  await desk.page.getByRole('textbox', { name: /^给谁/ }).fill('示例王阿姨')
  await director.touch(director.button('生成口令'))
  const letters = desk.page.getByRole('img', { name: /^口令/ })
  await letters.waitFor()
  await screenshot(desk.page, 'h5/people-code-desktop')
  const said = (await letters.getAttribute('aria-label'))!
  const code = said.replace('口令', '').replace(/ /g, '')
  expect(code).toMatch(/^[2-9A-HJKMNP-Z]{12}$/)
  await director.touch(director.button('关上'))
  await director.button(/^给示例王阿姨的邀请/).waitFor()

  const phone = await stage.open({ ...HAND_HELD, persona: NEW })
  const helper = new Visitor(phone.page)
  await helper.isHome()
  await phone.page.goto(`${host.url}/#/pages/people/invited/invited?code=${code.toLowerCase()}`)
  await helper.sees(/当工作人员/)
  await screenshot(phone.page, 'h5/people-invited')
  expect(await auditScreen(phone.page, { within: '.screen', minTarget: 44, minText: 0 })).toEqual(
    [],
  )
  await helper.touch(helper.button('接受'))
  await helper.sees(/^您现在是.*的工作人员/)
  await helper.touch(helper.button('去看看'))
  await helper.touch(helper.button('报名限制'))
  await phone.page.getByRole('radio', { name: '4 门', checked: true }).waitFor()

  await desk.page.reload()
  await director.touch(director.button(new RegExp(`^${NEW}，工作人员`)))
  await director.touch(director.button('拿掉身份'))
  await director.touch(director.button('拿掉这个身份'))
  await director.sees('拿掉了，马上就算数')
  const refused = await fetch(`${host.url}/call`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-local-persona': encodeURIComponent(NEW) },
    body: JSON.stringify({ operation: 'limits.get', input: { centreId: 'nongye' } }),
  })
  expect(await refused.json()).toMatchObject({ ok: false, code: 'FORBIDDEN' })

  await desk.page.goto(`${host.url}/#/pages/people/audit/audit`)
  await director.sees(`把${NEW}的工作人员身份拿掉`)
  await director.chooses('人员')
  await director.sees('邀请一位工作人员')
  await director.sees('接受邀请，当工作人员')
  await director.sees(`把${NEW}的工作人员身份拿掉`)
  await screenshot(desk.page, 'h5/audit-desktop')
  expect(await auditScreen(desk.page, AT_A_DESK)).toEqual([])
  await director.chooses('限制')
  await director.sees(`${NEW}（工作人员）`)
  expect([...desk.errors, ...phone.errors]).toEqual([])
})

it('the district sees its own people beside those of each centre', async () => {
  const { page, errors } = await stage.open({ ...HAND_HELD, persona: 'district' })
  const district = new Visitor(page)
  await district.isHome()
  await page.goto(`${stage.host.url}/#/pages/people/people/people`)
  await district.button(/^示例职员，工作人员/).waitFor()
  await district.chooses('区里')
  await district.button(/^示例区管理员，区里的管理员/).waitFor()
  await screenshot(page, 'h5/people-district')
  await district.touch(district.button('邀请一位'))
  await page.getByRole('radio', { name: /^区里的管理员/ }).waitFor()
  await screenshot(page, 'h5/people-district-invite')
  await district.touch(district.button('关上'))
  await district.touch(district.button(/^示例区管理员，区里的管理员/))
  await district.touch(district.button('看做过什么'))
  await page.getByRole('radio', { name: '区里', checked: true }).waitFor()
  await district.sees('看谁在这里工作')
  await screenshot(page, 'h5/audit-district')
  expect(errors).toEqual([])
})
