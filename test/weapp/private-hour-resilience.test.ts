/** What a killed app, a lost answer and a hasty neighbour must not be able to spoil or to read. */
import { readFileSync } from 'node:fs'
import type { Output } from '@/contract'
import { addDays, dateOf } from '@/domain/time/date'
import { monthDayInWords } from '@/domain/time/words'
import {
  command,
  consultation,
  consultationsOf,
  publishHours,
  storageDump,
} from '../support/consultations'
import { eventually } from '../support/eventually'
import { ask, heldBy } from '../support/programme'
import { Visitor } from '../support/visitor'
import type { WeappInChromium } from '../support/weapp/chromium/weapp-in-chromium'
import { useStage } from '../support/weapp/stage'

jest.setTimeout(120_000)

const STORY = '父亲去年走了，老房子在他名下，弟弟想卖'
const SECRETS = [STORY.slice(0, 6), '示例弟弟', '王女士', 'inheritance']
/** Where the phone keeps what it shows, while it shows it. */
const OPENED = 'wxfile://usr/opened.png'
const FORM = 'pages/consultation/form/form'
const stage = useStage()
beforeAll(async () => {
  await publishHours(stage.host.url, 'legal')
  await publishHours(stage.host.url, 'mediation')
}, 60_000)

/** The free times of a service, soonest first, as a persona is told of them. */
async function slotsOf(persona: string, service: 'legal' | 'mediation') {
  const { slots } = await ask<Output<'consultation.slots'>>(
    ...([stage.host.url, persona, 'consultation.slots'] as const),
    { centreId: 'nongye', service },
  )
  return slots
}

/** Asks for a time through the operations, as another phone would. */
function asks(persona: string, service: 'legal' | 'mediation', poolId: string) {
  return command<{ consultationId: string }>(stage.host.url, persona, 'consultation.request', {
    ...{ service, poolId },
    matter: { kind: 'debt' },
    contact: { name: '示例甲', channel: 'in-person' },
    consent: { rulesVersion: '2026-11' },
  })
}

/** When the time is that was chosen in the form, `HH:MM`, tomorrow. */
async function chosenTime(weapp: WeappInChromium): Promise<string> {
  const chosen = weapp.page.getByText(/^明天 \d\d:\d\d–/).first()
  return (await chosen.innerText()).slice(3, 8)
}

/** A phone with the form filled in as far as the look over it. */
async function atReview(persona: string): Promise<{ weapp: WeappInChromium; visitor: Visitor }> {
  const weapp = await stage.open({ persona, entry: FORM })
  const visitor = new Visitor(weapp.page)
  await visitor.chooses('继承赡养')
  await visitor.page.getByRole('textbox', { name: '简单说说' }).fill(STORY)
  await visitor.touch(visitor.button('下一步'))
  await visitor.page.getByRole('textbox', { name: '对方的名字' }).fill('示例弟弟')
  await visitor.page.getByRole('textbox', { name: '称呼' }).fill('王女士')
  await visitor.touch(visitor.button('选时间'))
  await visitor.touch(weapp.page.getByRole('radio', { name: /^明天 / }).first())
  await visitor.touch(visitor.button('看一遍'))
  await visitor.touch(weapp.page.getByRole('checkbox', { name: /^我看过保密的规矩/ }))
  return { weapp, visitor }
}

const dumpOf = (weapp: WeappInChromium): Promise<string> => weapp.page.evaluate(storageDump)
const requests = (weapp: WeappInChromium) =>
  weapp.calls.filter(({ request }) => request.operation === 'consultation.request')

async function holdsNoSecret(weapp: WeappInChromium): Promise<void> {
  const dump = await dumpOf(weapp)
  expect(dump).toContain('sealed:')
  for (const secret of SECRETS) expect(dump).not.toContain(secret)
}

describe('what was begun', () => {
  it('is there again after the app was killed in the middle, and stands nowhere in the clear', async () => {
    const { weapp, visitor } = await atReview('写一半')
    await eventually(
      () => dumpOf(weapp),
      (dump) => dump.includes('sealed:draft-legal'),
    )
    await weapp.page.waitForTimeout(500)
    await holdsNoSecret(weapp)
    await weapp.restartAt(FORM)
    await visitor.sees(/^接着.*写的/)
    await visitor.sees('看一遍，再送出')
    await visitor.sees(STORY)
    await visitor.sees('对方：示例弟弟')
    await visitor.touch(visitor.button('送出'))
    await visitor.sees('收到了')
    const [brief] = await consultationsOf(stage.host.url, '写一半')
    const { content } = await consultation(stage.host.url, '写一半', brief!.consultationId)
    expect(content?.matter.text).toBe(STORY)
    expect(await dumpOf(weapp)).not.toContain('sealed:draft-legal')
    await holdsNoSecret(weapp)
    expect(weapp.errors).toEqual([])
  })

  it('does not open for another person who takes the phone', async () => {
    const { weapp } = await atReview('原主')
    await weapp.page.waitForTimeout(500)
    const sealed = await weapp.page.evaluate(() => ({ ...localStorage }))
    const other = await stage.open({ persona: '别人', entry: 'pages/home/home' })
    // The text alone, without the key that lies beside it: as somebody would carry it away.
    await other.page.evaluate(
      (text) => localStorage.setItem('sealed:draft-legal', text),
      sealed['sealed:draft-legal'] as string,
    )
    await other.restartAt(FORM)
    const visitor = new Visitor(other.page)
    await visitor.sees('想问哪方面的事？')
    expect(await other.page.getByText(/^接着/).count()).toBe(0)
    expect(await other.page.getByRole('textbox', { name: '简单说说' }).inputValue()).toBe('')
  })
})

describe('what was sent', () => {
  it('is told truly after the app was killed before the answer came', async () => {
    const { weapp, visitor } = await atReview('被杀掉')
    weapp.failNext('consultation.request', 'silence')
    await visitor.touch(visitor.button('送出'))
    await eventually(
      () => requests(weapp)[0]?.answer,
      (answer) => answer !== undefined,
    )
    expect(await dumpOf(weapp)).toContain('sealed:intents')
    await holdsNoSecret(weapp)
    await weapp.restartAt(FORM)
    await visitor.sees('收到了')
    expect(new Set(requests(weapp).map(({ request }) => request.requestId)).size).toBe(1)
    expect(await consultationsOf(stage.host.url, '被杀掉')).toHaveLength(1)
    const dump = await dumpOf(weapp)
    expect(dump).not.toContain('sealed:intents')
    expect(dump).not.toContain('sealed:draft-legal')
  })

  it('is asked for again with the same requestId, and once, when the network is bad', async () => {
    const { weapp, visitor } = await atReview('再试')
    weapp.failNext('consultation.request', 'timeout')
    weapp.failNext('consultation.request', 'unreachable')
    await visitor.touch(visitor.button('送出'))
    await visitor.sees('收到了')
    expect(requests(weapp)).toHaveLength(3)
    expect(new Set(requests(weapp).map(({ request }) => request.requestId)).size).toBe(1)
    expect(await consultationsOf(stage.host.url, '再试')).toHaveLength(1)
  })

  it('is not sent without network; what was written stays, and goes out later', async () => {
    const { weapp, visitor } = await atReview('没网')
    await weapp.setOnline(false)
    await visitor.touch(visitor.button('送出'))
    await visitor.page.getByRole('dialog').getByText('没有网络，没有送出去').waitFor()
    expect(requests(weapp)).toEqual([])
    await weapp.setOnline(true)
    await visitor.touch(visitor.button('再试一次'))
    await visitor.sees('收到了')
    expect(await consultationsOf(stage.host.url, '没网')).toHaveLength(1)
    expect(weapp.errors).toEqual([])
  })
})

describe('a time', () => {
  it('that somebody else took meanwhile is said, and another one taken with nothing lost', async () => {
    const { weapp, visitor } = await atReview('慢一步')
    const from = await chosenTime(weapp)
    const slots = await slotsOf('快一步', 'legal')
    const same = slots.filter(({ startsAt }) => startsAt.includes(`T${from}`)).slice(0, 2)
    for (const [index, { poolId }] of same.entries()) await asks(`快一步${index}`, 'legal', poolId)
    await visitor.touch(visitor.button('送出'))
    await visitor.page.getByRole('dialog').getByText('这个时间刚被别人约走').waitFor()
    await visitor.touch(visitor.button('换个时间'))
    await visitor.sees('什么时间方便？')
    const times = weapp.page.getByRole('radio', { name: /后天 15:30$/ })
    await visitor.touch(times)
    await visitor.touch(visitor.button('看一遍'))
    await visitor.sees(STORY)
    await visitor.touch(visitor.button('送出'))
    await visitor.sees('收到了')
    const [brief] = await consultationsOf(stage.host.url, '慢一步')
    expect(brief!.meeting?.startsAt).toContain('T15:30')
  })

  it('at which they have something already is asked about, and taken all the same', async () => {
    const persona = '两头忙'
    const { weapp, visitor } = await atReview(persona)
    const at = `${addDays(dateOf(Date.now()), 1)}T${await chosenTime(weapp)}`
    const slots = await slotsOf(persona, 'mediation')
    await asks(persona, 'mediation', slots.find(({ startsAt }) => startsAt.startsWith(at))!.poolId)
    await visitor.touch(visitor.button('送出'))
    await visitor.page
      .getByRole('dialog')
      .getByText(/已经报了“预约”/)
      .waitFor()
    await visitor.touch(visitor.button('两个都要'))
    await visitor.sees('收到了')
    const both = await consultationsOf(stage.host.url, persona)
    expect(both.map(({ meeting }) => meeting?.startsAt.slice(0, 16))).toEqual([at, at])
    const legal = both.find(({ service }) => service === 'legal')!
    const { content } = await consultation(stage.host.url, persona, legal.consultationId)
    expect(content!.matter).toMatchObject({ text: STORY, otherParties: ['示例弟弟'] })
    expect(weapp.errors).toEqual([])
  })

  it('that the lawyer proposed instead is taken by one tap', async () => {
    const persona = '换一天'
    const { url } = stage.host
    const slots = await slotsOf(persona, 'legal')
    const [wished, proposed] = [slots.at(-2)!, slots.at(-1)!]
    const { consultationId } = await asks(persona, 'legal', wished.poolId)
    const another = { consultationId, poolId: proposed.poolId, text: '这天宽裕，能多谈一会儿' }
    await command(url, 'lawyer', 'casework.propose', another)
    const entry = `pages/consultation/one/one?consultationId=${consultationId}`
    const weapp = await stage.open({ persona, entry })
    const visitor = new Visitor(weapp.page)
    await visitor.sees('律师提了一个时间')
    await visitor.touch(visitor.button(/^来往的话/))
    await visitor.sees(another.text)
    await visitor.touch(visitor.button('就这个时间'))
    await visitor.button('就这个时间').waitFor({ state: 'detached' })
    await visitor.sees('时间留好了')
    const day = monthDayInWords(proposed.startsAt.slice(0, 10))
    await visitor.sees(new RegExp(`^${day} .*${proposed.startsAt.slice(11, 16)}`))
    const [brief] = await consultationsOf(url, persona)
    expect(brief!.meeting?.startsAt).toBe(proposed.startsAt)
    expect(weapp.errors).toEqual([])
  })

  it('that was given shows under 我的 as nothing but 预约', async () => {
    const { weapp, visitor } = await atReview('邻居在旁边')
    await visitor.touch(visitor.button('送出'))
    await visitor.sees('收到了')
    const held = await heldBy(stage.host.url, '邻居在旁边')
    expect(held.map(({ title }) => title)).toEqual(['预约'])
    await weapp.restartAt('pages/me/me')
    await visitor.sees('预约')
    for (const word of ['律师', '法律', '继承']) {
      expect(await weapp.page.getByText(word).filter({ visible: true }).count()).toBe(0)
    }
  })
})

it('shows an attachment in the phone’s own viewer, and leaves none of it behind', async () => {
  const persona = '带照片'
  const picture = readFileSync('docs/screenshots/home.png')
  const upload = await fetch(`${stage.host.url}/upload`, {
    method: 'POST',
    headers: { 'x-local-persona': encodeURIComponent(persona), 'x-file-name': 'a.png' },
    body: picture,
  })
  const { value } = (await upload.json()) as { value: { fileId: string } }
  const { consultationId } = await command<{ consultationId: string }>(
    ...([stage.host.url, persona, 'consultation.request'] as const),
    {
      service: 'legal',
      centreId: 'nongye',
      matter: { kind: 'housing' },
      contact: { name: '示例乙', channel: 'in-person' },
      fileIds: [value.fileId],
      consent: { rulesVersion: '2026-11' },
    },
  )
  const weapp = await stage.open({
    persona,
    entry: `pages/consultation/one/one?consultationId=${consultationId}`,
  })
  const visitor = new Visitor(weapp.page)
  await visitor.touch(visitor.button(/^我写的/))
  await visitor.touch(visitor.button('打开a.png'))
  const shown = await eventually(
    () => weapp.asked(),
    (list) => list.length > 0,
  )
  expect(shown).toMatchObject([{ name: 'previewImage', options: { urls: [OPENED] } }])
  // The stage keeps the mini-program's own folder there.
  const lies = () => weapp.page.evaluate((path) => sessionStorage.getItem(path), OPENED)
  expect(
    Buffer.from((await lies()) ?? '', 'base64')
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG')
  await visitor.touch(visitor.button('返回'))
  await eventually(lies, (left) => left === null)
  expect(weapp.errors).toEqual([])
})
