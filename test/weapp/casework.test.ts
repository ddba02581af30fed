/**
 * A lawyer at work on the real bundle against the real local host: finds what came, opens it by a tap
 * that the resident can see, asks, proposes, closes. The resident is driven over the wire.
 */
import { openStore } from '@/cloud/store'
import { parseInstant } from '@/domain/time/instant'
import { whenInWords } from '@/domain/time/words'
import { asksFor, type FreeSlot, freeSlots, SECRETS, sends } from '../support/casework'
import { command, consultation, publishHours, storageDump } from '../support/consultations'
import { eventually } from '../support/eventually'
import { pictureOfAPhone } from '../support/files/pictures'
import { silentLog } from '../support/silent-log'
import { Visitor } from '../support/visitor'
import type { WeappInChromium } from '../support/weapp/chromium/weapp-in-chromium'
import { Looks, MODES, writeLooks } from '../support/weapp/looks'
import { useStage } from '../support/weapp/stage'

jest.setTimeout(180_000)

const GATE = '打开看（会记下来，居民能看到）'
const stage = useStage()
const all: Looks[] = []
/** Each test takes its own. */
let slots: FreeSlot[]
beforeAll(async () => {
  await publishHours(stage.host.url, 'legal')
  slots = (await freeSlots(stage.host.url)).slice(4)
}, 60_000)
afterAll(() => writeLooks('weapp-casework', 'What the screens of casework cost', all))

const whenOf = ({ startsAt, endsAt }: FreeSlot): string =>
  whenInWords(parseInstant(startsAt), parseInstant(endsAt), Date.now())

/** Nothing of a matter stands on the phone outside what is on the screen. */
async function keepsNothing(weapp: WeappInChromium): Promise<void> {
  const kept = await weapp.page.evaluate(storageDump)
  for (const secret of SECRETS) expect(kept).not.toContain(secret)
}

async function openings(persona: string, consultationId: string): Promise<number> {
  const { openings: all } = await consultation(stage.host.url, persona, consultationId)
  return all.length
}

describe.each(MODES)('a lawyer ($name)', (mode) => {
  const { name, scale, theme, device } = mode
  const looks = new Looks(mode)
  all.push(looks)

  it('opens what came, says yes, asks, proposes another time, and closes', async () => {
    const host = stage.host.url
    const persona = `问事的人-${name}`
    const slot = slots.shift()!
    const { consultationId } = await asksFor(host, persona, { poolId: slot.poolId, urgent: true })
    const weapp = await stage.open({ persona: 'lawyer', theme, ...(device && { device }) })
    const visitor = new Visitor(weapp.page, scale)
    const sheet = (title: string) => weapp.page.getByRole('dialog', { name: title })

    await visitor.isHome()
    await visitor.goesToWork('我的受理')
    await visitor.button(new RegExp(`^${whenOf(slot)}，`)).waitFor()
    await looks.look(weapp, 'cases')
    await visitor.touch(visitor.button(new RegExp(`^${whenOf(slot)}，`)))
    await visitor.button(GATE).waitFor()
    await looks.look(weapp, 'gate')
    expect(await openings(persona, consultationId)).toBe(0)
    expect(weapp.calls.some(({ request }) => request.operation === 'casework.open')).toBe(false)

    await visitor.touch(visitor.button(GATE))
    for (const secret of SECRETS) await visitor.sees(new RegExp(secret))
    await looks.look(weapp, 'case')
    expect(await openings(persona, consultationId)).toBe(1)
    await keepsNothing(weapp)
    await visitor.touch(visitor.button('打电话'))
    expect(await weapp.asked()).toContainEqual({
      ...{ name: 'makePhoneCall', options: { phoneNumber: SECRETS[3] } },
    })

    await visitor.touch(visitor.button('接下'))
    await visitor.sees('居民会看到。到时候见面，或者先问一句。')
    expect((await consultation(host, persona, consultationId)).state).toBe('accepted')

    await visitor.touch(visitor.button('别的办法'))
    await visitor.button('问居民一句').waitFor()
    await looks.look(weapp, 'menu')
    await visitor.touch(visitor.button('问居民一句'))
    await visitor.page.getByRole('textbox', { name: '想问什么' }).fill('房产证上是谁的名字？')
    await looks.look(weapp, 'ask')
    await visitor.touch(visitor.button('送给居民'))
    await visitor.sees('问好了')
    await visitor.sees('房产证上是谁的名字？')

    await visitor.touch(visitor.button('别的办法'))
    await visitor.touch(visitor.button('提另一个时间'))
    const later = sheet('提另一个时间')
    if (scale === 'large') {
      await visitor.touch(later.getByRole('button', { name: '看后面几天' }))
      await looks.look(weapp, 'propose-days')
      await visitor.touch(later.getByRole('button', { name: /空 \d+ 个$/ }).first())
    }
    await visitor.touch(later.getByRole('radio', { name: / \d\d:\d\d–\d\d:\d\d$/ }).last())
    await looks.look(weapp, 'propose')
    if (scale === 'large') await visitor.touch(visitor.button('下一步'))
    await visitor.touch(visitor.button('提这个时间'))
    await visitor.sees('提好了')
    const asked = await consultation(host, persona, consultationId)
    expect(asked.entries.map(({ kind, text }) => [kind, text])).toEqual([
      ['question', '房产证上是谁的名字？'],
      ['proposal', null],
    ])
    expect(asked.awaiting).toBe('resident')
    const { poolId } = asked.proposal!
    await command(host, persona, 'consultation.reschedule', { consultationId, poolId })

    await visitor.touch(visitor.button('办完了'))
    await visitor.chooses('给了建议')
    if (scale === 'large') {
      await looks.look(weapp, 'outcome')
      await visitor.touch(visitor.button('下一步'))
    }
    await visitor.page.getByRole('textbox', { name: /^给居民一句/ }).fill('先去查档，再来找我')
    await looks.look(weapp, 'close')
    await visitor.touch(visitor.button('办完，结束'))
    await visitor.sees('居民会看到结果，可以说一次满不满意。')
    const closed = await consultation(host, persona, consultationId)
    expect(closed).toMatchObject({ state: 'closed', outcome: 'advised' })
    // Everything after the first opening was done without opening it again.
    expect(closed.openings).toHaveLength(1)
    await keepsNothing(weapp)
    expect(weapp.errors).toEqual([])
  })

  it('sees the hours of a month', async () => {
    const entry = 'pages/casework/hours/hours'
    const weapp = await stage.open({ persona: 'lawyer', theme, entry, ...(device && { device }) })
    const visitor = new Visitor(weapp.page, scale)
    await visitor.sees('每周什么时候在')
    await looks.look(weapp, 'hours')
    if (scale === 'large') {
      await visitor.touch(visitor.button(/^周三/))
      await visitor.sees('好了')
      await looks.look(weapp, 'hours-day')
    }
    expect(weapp.errors).toEqual([])
  })

  it('sees screens that are legible and easy to hit', () => {
    expect(Object.keys(looks.wrong).length).toBeGreaterThanOrEqual(8)
    expect(looks.faults()).toEqual({})
  })

  it('is given screens within the limits of WeChat’s audits', () => {
    expect(looks.overLimits()).toEqual([])
  })
})

/** A lawyer on the page of a consultation that somebody just asked for. */
async function atCase(persona: string, more: Parameters<typeof asksFor>[2] = {}) {
  const slot = slots.shift()!
  const { consultationId } = await asksFor(stage.host.url, persona, {
    ...{ poolId: slot.poolId },
    ...more,
  })
  const entry = `pages/casework/case/case?consultationId=${consultationId}`
  const weapp = await stage.open({ persona: 'lawyer', entry })
  return { weapp, visitor: new Visitor(weapp.page), consultationId, slot }
}

it('drops what was read when the screen is left, and has it opened and written down anew', async () => {
  const { weapp, visitor, consultationId } = await atCase('离开的人')
  await visitor.touch(visitor.button(GATE))
  await visitor.sees(new RegExp(SECRETS[0]))
  await visitor.touch(visitor.button('别的办法'))
  await visitor.touch(visitor.button('开转介单'))
  await visitor.sees(/^给司法所的单子只写五样/)
  await visitor.touch(visitor.button('返回'))
  await visitor.button(GATE).waitFor()
  expect(await weapp.page.getByText(new RegExp(SECRETS[0])).count()).toBe(0)
  await visitor.touch(visitor.button(GATE))
  await visitor.sees(new RegExp(SECRETS[0]))
  expect(await openings('离开的人', consultationId)).toBe(2)
})

it('keeps what was written when sending fails, and sends it once', async () => {
  const { weapp, visitor, consultationId } = await atCase('断线的人')
  const question = '断线也还在的话'
  await visitor.touch(visitor.button(GATE))
  await visitor.touch(visitor.button('别的办法'))
  await visitor.touch(visitor.button('问居民一句'))
  const field = visitor.page.getByRole('textbox', { name: '想问什么' })
  await field.fill(question)
  await weapp.setOnline(false)
  await visitor.touch(visitor.button('送给居民'))
  await visitor.page.getByRole('alert').getByText('没有网络，没有送出去').waitFor()
  expect(await weapp.page.evaluate(storageDump)).not.toContain(question)
  await visitor.touch(visitor.button('关上'))
  await weapp.setOnline(true)
  await visitor.touch(visitor.button('别的办法'))
  await visitor.touch(visitor.button('问居民一句'))
  expect(await field.inputValue()).toBe(question)
  weapp.failNext('casework.ask', 'timeout')
  await visitor.touch(visitor.button('送给居民'))
  await visitor.sees('问好了')
  const { entries } = await consultation(stage.host.url, '断线的人', consultationId)
  expect(entries.map(({ text }) => text)).toEqual([question])
  expect(await weapp.page.evaluate(storageDump)).not.toContain(question)
})

it('says when the resident took it back meanwhile, and reads it anew where it stands', async () => {
  const { visitor, consultationId } = await atCase('回话的人')
  await visitor.touch(visitor.button(GATE))
  await visitor.sees(new RegExp(SECRETS[0]))
  const reply = '房产证上是我父亲的名字'
  await command(stage.host.url, '回话的人', 'consultation.amend', { consultationId, reply })
  await visitor.touch(visitor.button('别的办法'))
  await visitor.touch(visitor.button('重新打开看看'))
  await visitor.sees(reply)
  expect(await openings('回话的人', consultationId)).toBe(2)
  await command(stage.host.url, '回话的人', 'consultation.withdraw', { consultationId })
  await visitor.touch(visitor.button('接下'))
  await visitor.page.getByRole('alert').waitFor()
  expect((await consultation(stage.host.url, '回话的人', consultationId)).state).toBe('withdrawn')
})

it('shows an attachment by the phone’s own viewer and leaves no file behind', async () => {
  const picture = await pictureOfAPhone('jpeg')
  const fileId = await sends(stage.host.url, '有附件的人', '示例照片.jpg', picture)
  const { weapp, visitor } = await atCase('有附件的人', { fileIds: [fileId] })
  await visitor.touch(visitor.button(GATE))
  await visitor.touch(visitor.button('看附件示例照片.jpg'))
  const shown = await eventually(
    async () => (await weapp.asked()).find(({ name }) => name === 'previewImage'),
    (asked) => asked !== undefined,
  )
  // A JPEG, drawn anew without what the phone had written into it.
  expect(shown!.options).toMatchObject({ begins: [0xff, 0xd8, 0xff, expect.any(Number)] })
  await visitor.touch(visitor.button('返回'))
})

it('gives back what it cannot take, and cannot open it any more', async () => {
  const { visitor, consultationId } = await atCase('被退的人')
  await visitor.touch(visitor.button(GATE))
  await visitor.touch(visitor.button('别的办法'))
  await visitor.touch(visitor.button('不接'))
  await visitor.page.getByRole('textbox', { name: /^为什么不接/ }).fill('这天临时开庭')
  await visitor.touch(visitor.button('不接，还给中心'))
  await visitor.sees('还给中心了')
  const back = await consultation(stage.host.url, '被退的人', consultationId)
  expect(back).toMatchObject({ state: 'received', meeting: null })
  expect(back.entries.map(({ text }) => text)).toEqual(['这天临时开庭'])
})

it('hands over to mediation only what the resident agreed to; staff ask a mediator, who opens it', async () => {
  const { visitor, consultationId } = await atCase('转调解的人')
  await visitor.touch(visitor.button(GATE))
  await visitor.touch(visitor.button('别的办法'))
  await visitor.touch(visitor.button('转给调解'))
  const send = visitor.button('先问过居民')
  expect(await send.getAttribute('aria-disabled')).toBe('true')
  await visitor.touch(visitor.page.getByRole('checkbox', { name: '问过了，居民同意转给调解' }))
  await visitor.touch(visitor.button('转给调解').last())
  await visitor.sees('转给调解了')

  const staff = await stage.open({ persona: 'staff', entry: 'pages/casework/waiting/waiting' })
  const desk = new Visitor(staff.page)
  await desk.touch(desk.button(/^矛盾调解，/))
  await desk.chooses('示例调解员')
  await desk.touch(desk.button('请这一位'))
  await desk.sees('请了示例调解员')
  const answers = JSON.stringify(staff.calls.map(({ answer }) => answer))
  for (const secret of SECRETS) expect(answers).not.toContain(secret)

  const mediator = await stage.open({
    ...{ persona: 'mediator', entry: `pages/casework/case/case?consultationId=${consultationId}` },
  })
  const next = new Visitor(mediator.page)
  await next.touch(next.button(GATE))
  await next.sees(new RegExp(SECRETS[0]))
  await next.sees('律师转给调解')
})

it('lets staff give what is overdue to somebody else, also after a yes; the resident is told', async () => {
  const { url, databaseUrl } = stage.host
  const persona = '等急的人'
  const { poolId } = slots.shift()!
  const { consultationId } = await asksFor(url, persona, { poolId })
  await command(url, 'lawyer', 'casework.accept', { consultationId })
  await command(url, '另一位律师', 'me.update', { nickname: '示例律师乙' })
  // What only time and the operator can do: the day it was due has passed, another lawyer is there.
  const store = await openStore({ databaseUrl, log: silentLog })
  try {
    await store.pool.query(
      `insert into changlai.role_grant (centre_id, person_id, role)
       select 'nongye', person_id, 'lawyer' from changlai.person where nickname = '示例律师乙'`,
    )
    await store.pool.query(
      `update changlai.consultation set due_at = now() - interval '1 hour'
       where consultation_id = $1`,
      [consultationId],
    )
  } finally {
    await store.close()
  }

  const staff = await stage.open({ persona: 'staff', entry: 'pages/casework/waiting/waiting' })
  const desk = new Visitor(staff.page)
  await desk.touch(desk.button(/^法律咨询，.*有人接了，还没有结果/))
  await desk.sees('换了以后，原来那位马上打不开，约好的时间也退掉。居民会看到换了人。')
  await desk.chooses('示例律师乙')
  await desk.touch(desk.button('请这一位'))
  await desk.sees('请了示例律师乙')
  const answers = JSON.stringify(staff.calls.map(({ answer }) => answer))
  for (const secret of SECRETS) expect(answers).not.toContain(secret)

  const page = `?consultationId=${consultationId}`
  const before = await stage.open({ persona: 'lawyer', entry: `pages/casework/case/case${page}` })
  const former = new Visitor(before.page)
  await former.touch(former.button(GATE))
  await former.page.getByRole('alert').waitFor()
  const hers = await stage.open({ persona, entry: `pages/consultation/one/one${page}` })
  const resident = new Visitor(hers.page)
  await resident.sees('已经转给律师')
  await resident.touch(resident.button(/^来往的话/))
  await resident.sees(/换了一位来办/)
})

it('is not there for a resident', async () => {
  for (const page of ['cases/cases', 'hours/hours', 'waiting/waiting']) {
    const weapp = await stage.open({ persona: 'resident', entry: `pages/casework/${page}` })
    await new Visitor(weapp.page).sees(/^这里给/)
  }
  const { consultationId } = await asksFor(stage.host.url, '别人')
  const entry = `pages/casework/case/case?consultationId=${consultationId}`
  const weapp = await stage.open({ persona: 'resident', entry })
  const visitor = new Visitor(weapp.page)
  await visitor.touch(visitor.button(GATE))
  await visitor.page.getByRole('alert').waitFor()
  expect(weapp.calls.map(({ request }) => request.operation)).toContain('casework.open')
})

it('answers what residents said about the centre', async () => {
  await command(stage.host.url, '提意见的人', 'consultation.sendFeedback', {
    ...{ centreId: 'nongye', kind: 'complaint', text: '开水间的灯坏了三天', reach: '' },
  })
  const weapp = await stage.open({ persona: 'staff', entry: 'pages/casework/waiting/waiting' })
  const visitor = new Visitor(weapp.page)
  await visitor.sees('开水间的灯坏了三天')
  await visitor.touch(visitor.button('答复').first())
  await visitor.page.getByRole('textbox', { name: /^答复/ }).fill('换好了，谢谢您')
  await visitor.touch(visitor.button('答复').last())
  await visitor.sees('中心：换好了，谢谢您')
})
