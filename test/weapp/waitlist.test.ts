/**
 * A waiting list on the real bundle: a mother waits with her child for two seats of a full class, reads
 * why staff put somebody before her, is offered the seats that another gives back, and takes them.
 */
import type { Output } from '@/contract'
import { MAX_TRIES } from '@/gateway/call/backoff'
import { addChild, bornFor, tell } from '../support/families'
import { ask, heldBy } from '../support/programme'
import { Visitor } from '../support/visitor'
import { aFullClass, type FullClass } from '../support/waiting'
import { asksForMessages } from '../support/weapp/asked-for-messages'
import { Looks, MODES, writeLooks } from '../support/weapp/looks'
import { useStage } from '../support/weapp/stage'

jest.setTimeout(120_000)

const REASON = '开课时间改了，补给原来的学员'
const stage = useStage()
const all: Looks[] = []
let full: FullClass
beforeAll(async () => {
  full = await aFullClass(stage.host.url)
}, 60_000)
afterAll(() => writeLooks('weapp-waitlist', 'What the screens of a waiting list cost', all))

const entryOf = ({ activity, pool }: FullClass) =>
  `pages/activity/activity/activity?activityId=${activity.activityId}&poolId=${pool.poolId}`

describe.each(MODES)('a mother who waits with her child ($name)', (mode) => {
  const { name, scale, theme, device } = mode
  const looks = new Looks(mode)
  all.push(looks)
  const large = scale === 'large'
  const joins = (persona: string) =>
    tell<Output<'waitlist.join'>>(stage.host.url, persona, 'waitlist.join', {
      poolId: full.pool.poolId,
    })
  const leaves = (persona: string, entryId: string) =>
    tell(stage.host.url, persona, 'waitlist.leave', { entryId })

  it('joins, reads why another was put first, is offered the seats and takes them', async () => {
    const { url } = stage.host
    const mother = `候补的妈妈-${name}`
    const { ages, firstDay, pool, activity } = full
    await addChild(url, mother, '小满', bornFor(ages.min + 1, firstDay))
    const before = await joins(`排在前面的-${name}`)

    const open = { theme, ...(device && { device }) }
    const weapp = await stage.open({ ...open, persona: mother, entry: entryOf(full) })
    const visitor = new Visitor(weapp.page, scale)
    await visitor.sees('给谁报名')
    if (large) await visitor.touch(visitor.button('小满'))
    await visitor.touch(weapp.page.getByRole('checkbox', { name: /^我自己/ }))
    if (large) await visitor.touch(visitor.button('选好了'))
    await visitor.button('候补 2 席').waitFor()
    await looks.look(weapp, 'waitlist-full')
    await visitor.touch(visitor.button('候补 2 席'))
    await visitor.sees('会排第 2 位')
    await visitor.sees(/^这个中心过去排到第 2 位的，\d+ 位里有 \d+ 位等到了。$/)
    await looks.look(weapp, 'waitlist-before')
    await visitor.touch(visitor.button('排上候补'))
    await visitor.sees('排第 2 位')
    await looks.look(weapp, 'waitlist-joined')
    await visitor.touch(visitor.button('好了'))
    await visitor.sees('候补第 2 位')
    await looks.look(weapp, 'waitlist-waiting')

    const after = await joins(`排在后面的-${name}`)
    const staff = await stage.open({ ...open, persona: 'staff', entry: entryOf(full) })
    const colleague = new Visitor(staff.page, scale)
    if (large) await colleague.touch(colleague.button('看详细'))
    await colleague.touch(colleague.button('候补名单（3 位在等）'))
    await colleague.sees('3 位在等')
    await looks.look(staff, 'waitlist-desk')
    await colleague.touch(colleague.button(/^第 3 位 · 等 1 席/))
    await staff.page.getByRole('textbox', { name: '为什么' }).fill(REASON)
    await colleague.button('提到最前').waitFor()
    await looks.look(staff, 'waitlist-move')
    await colleague.touch(colleague.button('提到最前'))
    await colleague.sees(`提到过最前：${REASON}`)
    await staff.restartAt('pages/waitlist/lists/lists')
    await colleague.button(new RegExp(`^${activity.title}，.*3 位在等$`)).waitFor()
    await looks.look(staff, 'waitlist-lists')

    await weapp.restartAt('pages/me/me')
    if (large) await visitor.touch(visitor.button(/^更多/))
    await visitor.touch(visitor.button('我的候补'))
    await visitor.sees('排第 3 位')
    await visitor.sees(new RegExp(`工作人员把第 3 位提到了最前：${REASON}$`))
    await looks.look(weapp, 'waitlist-mine')
    await asksForMessages(weapp, visitor, looks, {
      ...{
        button: '有座位时告诉我',
        promise: '给您留了座，微信说一声。',
        screen: 'alerts-waiting',
      },
    })
    await weapp.restartAt('pages/waitlist/mine/mine')
    await visitor.sees('微信还会告诉您：轮到座位 1 条。再点多一条。')
    await visitor.button('有座位时告诉我').scrollIntoViewIfNeeded()
    await looks.look(weapp, 'alerts-waiting-left')

    await leaves(`排在前面的-${name}`, before.entryId)
    await leaves(`排在后面的-${name}`, after.entryId)
    await full.givesTwoBack()
    const { entries } = await ask<Output<'waitlist.mine'>>(url, mother, 'waitlist.mine', {})
    expect(entries).toMatchObject([{ state: 'offered', seats: 2 }])
    await weapp.restartAt('pages/home/home')
    await visitor.button(/^留给您 2 席：.*，留到/).waitFor()
    await looks.look(weapp, 'waitlist-home')
    await visitor.goTo('我的')
    await visitor.button(/^留给您 2 席/).waitFor()
    await looks.look(weapp, 'waitlist-me')
    await visitor.touch(visitor.button(/^留给您 2 席/))
    await visitor.sees('留给您 2 席')
    await looks.look(weapp, 'waitlist-offer')
    await visitor.touch(visitor.button(`不要${activity.title}了`))
    await visitor.sees('不要这 2 席了？')
    await looks.look(weapp, 'waitlist-refuse')
    await visitor.touch(visitor.button('先留着'))
    await visitor.touch(visitor.button(`要，报上${activity.title}`))
    const code = await visitor.isConfirmed()
    const [held, ...others] = await heldBy(url, mother)
    expect(others).toEqual([])
    expect(held).toMatchObject({ poolId: pool.poolId, checkInCode: code })
    expect(new Set(held!.attendees!.map((one) => one.name))).toEqual(new Set([null, '小满']))

    await weapp.restartAt('pages/waitlist/mine/mine')
    await visitor.sees('没有在等的')
    await visitor.touch(visitor.button('看以前的候补'))
    await visitor.sees('报上了')
    await looks.look(weapp, 'waitlist-ended')
    await tell(url, mother, 'seats.cancel', { bookingId: held!.bookingId })
    await full.takesTwoAgain()
    expect([...weapp.errors, ...staff.errors]).toEqual([])
  })

  it('sees screens that are legible, easy to hit and within the limits of WeChat’s audits', () => {
    expect(Object.keys(looks.wrong)).toHaveLength(17)
    expect(looks.faults()).toEqual({})
    expect(looks.overLimits()).toEqual([])
  })
})

it('keeps what was chosen when no answer comes, and asks again with the same key', async () => {
  const persona = '没回音的人'
  const weapp = await stage.open({ persona, entry: entryOf(full) })
  const visitor = new Visitor(weapp.page)
  await visitor.touch(visitor.button('候补'))
  for (let tries = 0; tries < MAX_TRIES; tries++) weapp.failNext('waitlist.join', 'timeout')
  await visitor.touch(visitor.button('排上候补'))
  await visitor.sees('还没等到回音')
  await visitor.touch(visitor.button('再试一次'))
  await visitor.sees('排第 1 位')
  const calls = weapp.calls.filter(({ request }) => request.operation === 'waitlist.join')
  expect(calls).toHaveLength(MAX_TRIES + 1)
  expect(new Set(calls.map(({ request }) => request.requestId)).size).toBe(1)
  const sheet = weapp.page.getByRole('dialog')
  await visitor.touch(sheet.getByRole('button', { name: '我的候补', exact: true }))
  await visitor.touch(visitor.button(`退出候补${full.activity.title}`))
  await visitor.touch(sheet.getByRole('button', { name: '退出', exact: true }))
  await visitor.sees('没有在等的')
  const { entries } = await ask<Output<'waitlist.mine'>>(
    ...([stage.host.url, persona, 'waitlist.mine', {}] as const),
  )
  expect(entries).toMatchObject([{ state: 'left' }])
})

it('lets nobody but staff see who waits', async () => {
  const { activity, pool } = full
  const entry = `pages/waitlist/desk/desk?activityId=${activity.activityId}&poolId=${pool.poolId}`
  const weapp = await stage.open({ persona: 'resident', entry })
  await new Visitor(weapp.page).sees('这里给工作人员用')
})
