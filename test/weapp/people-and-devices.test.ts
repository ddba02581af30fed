/**
 * Roles and signing in at a desk on the real bundle: a director invites, somebody takes it up, the
 * director reads what was done; and a phone lets a desk in, by its letters, and sees it afterwards.
 */
import type { Output } from '@/contract'
import { ask } from '../support/programme'
import { Visitor } from '../support/visitor'
import { command } from '../support/consultations'
import { Looks, MODES, writeLooks } from '../support/weapp/looks'
import { useStage } from '../support/weapp/stage'

jest.setTimeout(150_000)

const stage = useStage()
const all: Looks[] = []
afterAll(() => writeLooks('weapp-people', 'What the screens of roles and devices cost', all))

describe.each(MODES)('roles and devices ($name)', (mode) => {
  const { name, scale, theme, device } = mode
  const open = { theme, ...(device && { device }) }
  const looks = new Looks(mode)
  all.push(looks)
  const helper = `示例帮手-${name}`

  it('invites somebody, who takes the role up, and reads of it', async () => {
    await command(stage.host.url, helper, 'me.update', { nickname: `示例小${scale[0]}` })
    const desk = await stage.open({
      ...{ ...open, persona: 'director', entry: 'pages/people/people/people' },
    })
    const director = new Visitor(desk.page, scale)
    await director.button(/^示例职员，工作人员/).waitFor()
    await looks.look(desk, 'people')
    await director.touch(director.button('邀请一位'))
    const role = desk.page.getByRole('radio', { name: /^工作人员/ })
    await role.waitFor()
    await looks.look(desk, 'people-invite')
    await director.touch(role)
    await desk.page.getByRole('textbox', { name: /^给谁/ }).fill('示例王阿姨')
    await director.button('生成口令').waitFor()
    await looks.look(desk, 'people-invite-whom')
    await director.touch(director.button('生成口令'))
    const letters = desk.page.getByRole('img', { name: /^口令/ })
    const code = (await letters.getAttribute('aria-label'))!.replace(/口令|\s/g, '')
    await looks.look(desk, 'people-code')
    await director.touch(director.button('关上'))
    await director.button(/^给示例王阿姨的邀请/).waitFor()
    await looks.look(desk, 'people-waiting')

    const phone = await stage.open({
      ...{ ...open, persona: helper, entry: 'pages/people/invited/invited' },
    })
    const invited = new Visitor(phone.page, scale)
    await invited.button('先填全 12 位').waitFor()
    await looks.look(phone, 'invited-code')
    await phone.page.getByRole('textbox', { name: '邀请的口令' }).fill(code)
    await invited.touch(invited.button('看看是什么邀请'))
    await invited.sees(/，当工作人员$/)
    await looks.look(phone, 'invited')
    await invited.touch(invited.button('接受'))
    await invited.sees(/^您现在是.*的工作人员/)
    await looks.look(phone, 'invited-taken')

    await desk.restartAt('pages/people/people/people')
    await director.touch(director.button(new RegExp(`^示例小${scale[0]}，工作人员`)))
    await director.button('拿掉身份').waitFor()
    await looks.look(desk, 'people-grant')
    await director.touch(director.button('拿掉身份'))
    await director.button('先不动').waitFor()
    await looks.look(desk, 'people-remove')
    await director.touch(director.button('先不动'))
    await director.touch(director.button('看做过什么'))
    await director.sees('接受邀请，当工作人员')
    await director.isStill()
    await looks.look(desk, 'audit-of-one')
    await desk.restartAt(`pages/people/audit/audit?workerKey=nongye.${'0'.repeat(20)}`)
    await director.sees('没有找到')
    await looks.look(desk, 'audit-none')
    await desk.restartAt('pages/people/audit/audit')
    await director.sees('邀请一位工作人员')
    await looks.look(desk, 'audit')
    expect([...desk.errors, ...phone.errors]).toEqual([])
  })

  it('lets a desk in by its letters, and lists it', async () => {
    const { url } = stage.host
    const begun = await ask<Output<'devices.begin'>>(url, undefined, 'devices.begin', {})
    const phone = await stage.open({ ...open, persona: helper, entry: 'pages/devices/mine/mine' })
    const holder = new Visitor(phone.page, scale)
    await holder.sees('没有电脑登录着')
    await looks.look(phone, 'devices-none')
    await holder.touch(holder.button('登录一台电脑'))
    const letters = phone.page.getByRole('textbox', { name: '电脑上的六位' })
    await letters.waitFor()
    await holder.isStill()
    await looks.look(phone, 'devices-letters')
    await letters.fill(begun.code)
    await holder.touch(holder.button('下一步'))
    await holder.chooses(begun.check)
    await looks.look(phone, 'devices-approve')
    await holder.touch(holder.button('同意登录'))
    await holder.sees('好了，电脑登录上了')
    await looks.look(phone, 'devices-approved')
    const { requestKey, secret } = begun
    await ask(url, undefined, 'devices.claim', { requestKey, secret })
    await holder.touch(holder.button('看我的设备'))
    await holder.button(/^让.*退出$/).waitFor()
    await holder.isStill()
    await looks.look(phone, 'devices-mine')
    const sheet = await stage.open({ ...open, entry: 'pages/devices/sign-in/sign-in' })
    await new Visitor(sheet.page, scale).sees('这一页在电脑上用')
    await looks.look(sheet, 'devices-on-phone')
    expect([...phone.errors, ...sheet.errors]).toEqual([])
  })

  it('is legible, easy to hit and within the limits of WeChat’s audits', () => {
    expect(Object.keys(looks.wrong)).toHaveLength(19)
    expect(looks.faults()).toEqual({})
    expect(looks.overLimits()).toEqual([])
  })
})
