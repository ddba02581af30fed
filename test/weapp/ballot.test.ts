/**
 * A draw on the real bundle against the real local host: a parent enters a child with two wishes,
 * loses, sees the place and the waiting list, and has the phone draw again; and wins a term later.
 */
import type { Output } from '@/contract'
import { addDays, dateOf } from '@/domain/time/date'
import { TestBallots, entryNumberOf } from '../support/ballots'
import { command } from '../support/consultations'
import { addChild, bornFor } from '../support/families'
import { ask } from '../support/programme'
import { Visitor } from '../support/visitor'
import { asksForMessages } from '../support/weapp/asked-for-messages'
import type { WeappInChromium } from '../support/weapp/chromium/weapp-in-chromium'
import { Looks, MODES, writeLooks } from '../support/weapp/looks'
import { useStage } from '../support/weapp/stage'

jest.setTimeout(180_000)

const MINE = 'pages/ballot/mine/mine'
const stage = useStage()
const all: Looks[] = []
let ballots: TestBallots
beforeAll(async () => {
  ballots = await TestBallots.beside(stage.host)
})
afterAll(async () => {
  await ballots?.end()
  writeLooks('weapp-ballot', 'What the screens of ballots cost', all)
})

/** A parent of a child of eight years. */
async function aParent(persona: string): Promise<string> {
  const day = addDays(dateOf(Date.now()), 20)
  await addChild(stage.host.url, persona, '小满', bornFor(8, day))
  return persona
}

const activityEntry = (activityId: string, poolId: string) =>
  `pages/activity/activity/activity?activityId=${activityId}&poolId=${poolId}`

describe.each(MODES)('a draw ($name)', (mode) => {
  const { name, scale, theme, device } = mode
  const looks = new Looks(mode)
  all.push(looks)
  const large = scale === 'large'

  it('is entered with a child and two wishes, lost, and drawn again on the phone', async () => {
    const { url } = stage.host
    const persona = await aParent(`摇号家长-${name}`)
    const { ballotId, activityIds, poolIds } = await ballots.announce('示例围棋', [1, 1])
    const weapp = await stage.open({
      ...{ persona, theme, entry: activityEntry(activityIds[0]!, poolIds[0]!) },
      ...(device && { device }),
    })
    const visitor = new Visitor(weapp.page, scale)
    await visitor.sees('已有 0 份登记')
    await looks.look(weapp, 'ballot-activity')
    await visitor.touch(visitor.button('登记摇号'))
    await enters(visitor, weapp, looks, large)
    await visitor.sees('您的编号')
    await looks.look(weapp, 'ballot-entered')
    await asksForMessages(weapp, visitor, looks, {
      ...{ button: '摇出来告诉我', promise: '摇完了，微信告诉您结果。', screen: 'alerts-entered' },
    })
    await visitor.touch(visitor.button('记下这个号'))
    await visitor.sees('复制好了，发给自己存着')
    await visitor.touch(visitor.button('看我的摇号'))
    await visitor.sees('登记中')
    await looks.look(weapp, 'ballot-mine-open')
    const number = await entryNumberOf(url, persona, ballotId)

    await ballots.rivals(`对手-${name}`, poolIds, 5)
    await ballots.close(ballotId)
    await weapp.restartAt(MINE)
    await visitor.sees('该公布数字了')
    await ballots.draw(ballotId, number, false)
    await weapp.restartAt(MINE)
    await visitor.sees(/^摇在第 \d 位，候补第 \d 位/)
    await looks.look(weapp, 'ballot-mine-lost')
    await visitor.touch(visitor.button('验一验'))
    await visitor.sees('这次摇号没有人动手脚')
    await visitor.sees(/^重算的指纹一样，也是这部手机今天 \d\d:\d\d 记下的$/)
    await visitor.sees('6 份重摇一遍，次序一模一样')
    await visitor.sees(/^第 \d 位$/)
    await looks.look(weapp, 'ballot-verify')
    await visitor.touch(visitor.button('看 6 份的次序'))
    await visitor.sees(new RegExp(`编号 ${number}$`))
    await scrollsTo(visitor, '全部次序')
    await looks.look(weapp, 'ballot-order')
    await visitor.touch(visitor.button('自己再算一遍'))
    await visitor.sees('这次摇号没有人动手脚')
    expect(weapp.errors).toEqual([])
  })

  it('is legible, easy to hit and within the limits of WeChat’s audits', () => {
    expect(Object.keys(looks.wrong).length).toBeGreaterThanOrEqual(7)
    expect(looks.faults()).toEqual({})
    expect(looks.overLimits()).toEqual([])
  })
})

async function scrollsTo(visitor: Visitor, heading: string): Promise<void> {
  const target = visitor.page.getByRole('heading', { name: heading, exact: true })
  await target.evaluate((element) => element.scrollIntoView({ block: 'start' }))
}

/** Chooses the second class as the second wish, and enters. */
async function enters(
  visitor: Visitor,
  weapp: WeappInChromium,
  looks: Looks,
  large: boolean,
): Promise<void> {
  if (large) {
    await visitor.button('小满').waitFor()
    await looks.look(weapp, 'ballot-whom')
    await visitor.touch(visitor.button('下一步'))
  }
  const wish = (name: RegExp) => visitor.page.getByRole('checkbox', { name })
  await wish(/^第一志愿，示例围棋/).waitFor()
  await visitor.touch(wish(/^示例围棋.*下午班/))
  await wish(/^第二志愿，示例围棋.*下午班/).waitFor()
  await looks.look(weapp, 'ballot-enter')
  if (large) {
    await visitor.touch(visitor.button('下一步'))
    await visitor.sees('给 小满 登记')
    await looks.look(weapp, 'ballot-rules')
  }
  await visitor.touch(visitor.button('登记'))
}

const day = MODES[0]!
const looks = new Looks(day)
all.push(looks)

describe('a parent', () => {
  it('keeps what was chosen when the network fails, takes an entry back, and enters again', async () => {
    const persona = await aParent('断网登记')
    const { ballotId, activityIds, poolIds } = await ballots.announce('示例断网', [2, 2])
    const entry = `pages/ballot/enter/enter?activityId=${activityIds[0]}&poolId=${poolIds[0]}`
    const weapp = await stage.open({ persona, entry })
    const visitor = new Visitor(weapp.page)
    const wish = (name: RegExp) => visitor.page.getByRole('checkbox', { name })
    await visitor.touch(wish(/^第一志愿，.*上午班/))
    await visitor.touch(wish(/^示例断网.*下午班/))
    await visitor.touch(wish(/^示例断网.*上午班/))
    await wish(/^第二志愿，.*上午班/).waitFor()
    await weapp.setOnline(false)
    await visitor.touch(visitor.button('登记'))
    await visitor.sees('没有网络，没有送出去')
    await looks.look(weapp, 'ballot-offline')
    await weapp.restart()
    await weapp.setOnline(true)
    await wish(/^第一志愿，.*下午班/).waitFor()
    await wish(/^第二志愿，.*上午班/).waitFor()
    await visitor.touch(visitor.button('登记'))
    await visitor.sees('您的编号')
    expect(await entryNumberOf(stage.host.url, persona, ballotId)).toBe(1)

    await weapp.restartAt(entry)
    await visitor.sees('已经登记了')
    await visitor.touch(visitor.button('撤回编号 1 的登记'))
    const question = weapp.page.getByRole('dialog', { name: '撤回这份登记？' })
    await visitor.touch(question.getByRole('button', { name: '撤回', exact: true }))
    await visitor.touch(visitor.button('登记'))
    await visitor.sees('您的编号')
    expect(await entryNumberOf(stage.host.url, persona, ballotId)).toBe(2)
  })

  it('who lost a term ago has two chances, wins, and is told to confirm', async () => {
    const { url } = stage.host
    const persona = await aParent('上次没中')
    const before = await ballots.announce('示例上学期', [1])
    const { members } = await familyOf(persona)
    await enter(persona, before.poolIds, [members[0]!.memberId])
    await ballots.rivals('上学期对手', before.poolIds, 2)
    await ballots.close(before.ballotId)
    await ballots.draw(before.ballotId, 1, false)
    await ballots.wasLastTerm(before.ballotId)

    const { ballotId, activityIds, poolIds } = await ballots.announce('示例这学期', [1])
    const entry = `pages/ballot/enter/enter?activityId=${activityIds[0]}&poolId=${poolIds[0]}`
    const weapp = await stage.open({ persona, entry })
    const visitor = new Visitor(weapp.page)
    await visitor.touch(visitor.button('登记'))
    await visitor.sees(/^2 份机会/)
    await looks.look(weapp, 'ballot-two-chances')
    await ballots.rivals('这学期对手', poolIds, 2)
    await ballots.close(ballotId)
    await ballots.draw(ballotId, await entryNumberOf(url, persona, ballotId), true)
    await weapp.restartAt(MINE)
    await visitor.sees('摇中了示例这学期（上午班）')
    await visitor.sees(/前确认。不确认，席位就给下一位。$/)
    await visitor.button('去确认').waitFor()
    await looks.look(weapp, 'ballot-mine-won')
  })

  it('is told clearly when what was published does not follow from list and number', async () => {
    const { ballotId, poolIds } = await ballots.announce('示例被改', [1])
    await ballots.rivals('被改的', poolIds, 4)
    await ballots.close(ballotId)
    await ballots.draw(ballotId, 1, true)
    await ballots.tamper(ballotId)
    const entry = `pages/ballot/verify/verify?ballotId=${ballotId}`
    const weapp = await stage.open({ entry })
    const visitor = new Visitor(weapp.page)
    await visitor.sees('这次摇号对不上')
    await visitor.sees('重新摇出来的结果和公布的不一样')
    await looks.look(weapp, 'ballot-wrong')
    expect(looks.faults()).toEqual({})
    expect(weapp.errors).toEqual([])
  })
})

function familyOf(persona: string): Promise<Output<'family.list'>> {
  return ask(stage.host.url, persona, 'family.list', {})
}

function enter(persona: string, poolIds: readonly string[], attendeeIds: string[]) {
  const wishes = poolIds.map((poolId) => ({ poolId }))
  return command(stage.host.url, persona, 'ballot.enter', { wishes, attendeeIds })
}
