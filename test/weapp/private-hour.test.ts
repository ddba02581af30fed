/** Somebody with a trouble asks for an hour on the real bundle, in every mode, and sees it through. */
import type { Output } from '../../src/contract'
import { addDays, dateOf } from '../../src/domain/time/date'
import { consultation, consultationsOf, publishHours } from '../support/consultations'
import { pictureOfAPhone } from '../support/files/pictures'
import { ask } from '../support/programme'
import { Visitor } from '../support/visitor'
import { asksForMessages } from '../support/weapp/asked-for-messages'
import { Looks, MODES, writeLooks } from '../support/weapp/looks'
import { useStage } from '../support/weapp/stage'

jest.setTimeout(180_000)

const STORY = '父亲去年走了，老房子在他名下，弟弟想卖'
const stage = useStage()
const all: Looks[] = []
beforeAll(async () => {
  await publishHours(stage.host.url, 'legal')
  await publishHours(stage.host.url, 'mediation')
}, 60_000)
afterAll(() => writeLooks('weapp-private-hour', 'What the screens of a private hour cost', all))

describe.each(MODES)('a resident with a trouble ($name)', (mode) => {
  const { name, scale, theme, device } = mode
  const looks = new Looks(mode)
  all.push(looks)

  it('asks for an hour, sees that it is kept, takes another time, and takes it back', async () => {
    const persona = `约一次-${name}`
    const weapp = await stage.open({ persona, theme, ...(device && { device }) })
    const visitor = new Visitor(weapp.page, scale)
    const large = scale === 'large'
    const next = () => visitor.touch(visitor.button(large ? '下一步' : /^(下一步|选时间|看一遍)$/))

    await visitor.isHome()
    await looks.look(weapp, 'home-door')
    if (large) await visitor.touch(visitor.button(/^更多/))
    await visitor.touch(visitor.button(/^问律师/))
    await visitor.sees('想问哪方面的事？')
    await visitor.chooses('继承赡养')
    if (large) await looks.look(weapp, 'form-kind')
    if (large) await next()
    await visitor.page.getByRole('textbox', { name: '简单说说' }).fill(STORY)
    if (large) await looks.look(weapp, 'form-story')
    if (large) await next()
    await weapp.hand('借条.jpg', await pictureOfAPhone('jpeg'))
    await visitor.touch(visitor.button('加照片'))
    await visitor.sees('照片 1.jpg')
    await looks.look(weapp, large ? 'form-files' : 'form-story')
    await next()
    await visitor.page.getByRole('textbox', { name: '对方的名字' }).fill('示例弟弟')
    if (large) await looks.look(weapp, 'form-others')
    if (large) await next()
    await visitor.page.getByRole('textbox', { name: '称呼' }).fill('王女士')
    if (large) await looks.look(weapp, 'form-name')
    if (large) await next()
    await looks.look(weapp, 'form-contact')
    await visitor.touch(visitor.button('选时间'))
    await visitor.sees('什么时间方便？')
    const times = weapp.page.getByRole('radio', { name: / 1[45]:[03]0$/ })
    await times.first().waitFor()
    await visitor.touch(times.first())
    await visitor.sees(/^选的是/)
    await looks.look(weapp, 'form-time')
    await visitor.touch(visitor.button('看一遍'))
    await visitor.sees('看一遍，再送出')
    await looks.look(weapp, 'form-review')
    await visitor.touch(visitor.button('看保密的规矩'))
    await visitor.sees('谁能看')
    await looks.look(weapp, 'rules')
    await visitor.touch(visitor.button('返回'))
    await visitor.touch(weapp.page.getByRole('checkbox', { name: /^我看过保密的规矩/ }))
    await visitor.touch(visitor.button('送出'))
    await visitor.sees('收到了')
    await looks.look(weapp, 'sent')
    await asksForMessages(weapp, visitor, looks, {
      button: '有消息时告诉我',
      promise: '微信里只说“您的预约有新消息”。',
      screen: 'alerts-private',
    })

    const [brief] = await consultationsOf(stage.host.url, persona)
    const asked = await consultation(stage.host.url, persona, brief!.consultationId)
    expect(asked.content?.matter).toMatchObject({
      ...{ kind: 'inheritance-support', text: STORY, otherParties: ['示例弟弟'] },
    })
    expect(asked.content?.attachments).toMatchObject([{ name: '照片 1.jpg', kind: 'jpeg' }])
    expect(asked.meeting).not.toBeNull()

    await visitor.touch(visitor.button('看这个预约'))
    await visitor.sees('时间留好了')
    expect(await weapp.page.getByText(STORY).count()).toBe(0)
    await looks.look(weapp, 'one')
    await visitor.touch(visitor.button(/^我写的/))
    await visitor.sees(STORY)
    await looks.look(weapp, 'one-open')

    await visitor.touch(visitor.button('换个时间'))
    await visitor.sees('换到什么时间？')
    await visitor.touch(weapp.page.getByRole('radio', { name: / 15:30$/ }).last())
    await looks.look(weapp, 'times')
    await visitor.touch(visitor.button('就这个时间'))
    await visitor.sees('时间留好了')
    const moved = await consultation(stage.host.url, persona, brief!.consultationId)
    expect(moved.meeting?.startsAt).toContain('T15:30')
    expect(moved.meeting?.startsAt).not.toBe(asked.meeting?.startsAt)

    await visitor.touch(visitor.button('改一改、补一补'))
    await visitor.page.getByRole('textbox', { name: '简单说说' }).fill(`${STORY}，我不同意`)
    await looks.look(weapp, 'amend')
    await visitor.touch(visitor.button('存好'))
    await visitor.sees('时间留好了')
    const amended = await consultation(stage.host.url, persona, brief!.consultationId)
    expect(amended.content?.matter.text).toBe(`${STORY}，我不同意`)

    await visitor.touch(visitor.button('不用了，撤回'))
    await visitor.sees('撤回？')
    await looks.look(weapp, 'withdraw')
    await visitor.touch(visitor.button('撤回'))
    await visitor.sees('已经撤回')
    expect(await consultationsOf(stage.host.url, persona)).toMatchObject([{ state: 'withdrawn' }])
    expect(weapp.errors).toEqual([])
  })

  it('finds the form on the page of the lawyer’s hours, which does not tell whose time is taken', async () => {
    const { url } = stage.host
    const today = dateOf(Date.now())
    const { occurrences } = await ask<Output<'calendar.list'>>(url, undefined, 'calendar.list', {
      ...{ centreId: 'nongye', from: today, to: addDays(today, 30), category: 'legal' },
    })
    const { activityId, intake } = occurrences.find((one) => one.intake?.service === 'legal')!
    expect(intake!.free).toBeGreaterThan(0)
    const weapp = await stage.open({
      ...{ persona: `看一看-${name}`, theme, ...(device && { device }) },
      entry: `pages/activity/activity/activity?activityId=${activityId}`,
    })
    const visitor = new Visitor(weapp.page, scale)
    await visitor.sees('一对一，保密')
    await looks.look(weapp, 'hours-page')
    expect(await weapp.page.getByText(/余 \d+ 席|报满了/).count()).toBe(0)
    await visitor.touch(visitor.button('去填表'))
    await visitor.sees('想问哪方面的事？')
    expect(weapp.errors).toEqual([])
  })

  it('says something about the centre, and finds all of it under 我的', async () => {
    const persona = `约一次-${name}`
    const entry = 'pages/consultation/mine/mine'
    const weapp = await stage.open({ persona, theme, entry, ...(device && { device }) })
    const visitor = new Visitor(weapp.page, scale)
    await visitor.sees('办完的')
    await visitor.touch(visitor.button(/^投诉建议/))
    await visitor.chooses(/^建议/)
    await visitor.page.getByRole('textbox', { name: '怎么回事' }).fill('开水间的灯坏了')
    await looks.look(weapp, 'feedback')
    await visitor.touch(visitor.button('送出'))
    await visitor.sees('开水间的灯坏了')
    await looks.look(weapp, 'said')
    await visitor.touch(visitor.button('返回'))
    await visitor.sees(/^反映 · /)
    await looks.look(weapp, 'mine')
    for (const word of ['律师有', '继承', '开水间']) {
      expect(await weapp.page.getByText(word).filter({ visible: true }).count()).toBe(0)
    }
    expect(weapp.errors).toEqual([])
  })

  it('sees screens that are legible and easy to hit', () => {
    expect(Object.keys(looks.wrong).length).toBeGreaterThanOrEqual(14)
    expect(looks.faults()).toEqual({})
  })

  it('is given screens within the limits of WeChat’s audits', () => {
    expect(looks.overLimits()).toEqual([])
  })
})
