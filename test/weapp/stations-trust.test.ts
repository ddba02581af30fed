/** What riders say of a station reaches other riders and staff, and the answer comes back. */
import type { Output } from '@/contract'
import { eventually } from '../support/eventually'
import { ask } from '../support/programme'
import { alwaysOpen, type ListedStation } from '../support/riders'
import { Visitor } from '../support/visitor'
import {
  byCode,
  type WeappInChromium,
  type WeappOptions,
} from '../support/weapp/chromium/weapp-in-chromium'
import { useStage } from '../support/weapp/stage'

jest.setTimeout(120_000)

const PAGE = 'pages/station/station/station'
const stage = useStage()
let stations: ListedStation[]
beforeAll(async () => {
  stations = await alwaysOpen(stage.host.url)
})

/** A phone whose person opened a page of the mini-program. */
async function at(
  persona: string,
  opened: Partial<WeappOptions>,
): Promise<{ weapp: WeappInChromium; visitor: Visitor }> {
  const weapp = await stage.open({ persona, ...opened })
  return { weapp, visitor: new Visitor(weapp.page) }
}

/** Standing at the door: scans its code and says that it is locked. */
async function saysLocked(persona: string, station: ListedStation): Promise<Visitor> {
  const { visitor } = await at(persona, byCode(PAGE, `d=${station.doorCode}`))
  await visitor.page.getByRole('heading', { name: station.name }).waitFor()
  await visitor.touch(visitor.button('说一声'))
  await visitor.chooses(/^锁着门/)
  await visitor.touch(visitor.button('告诉大家'))
  return visitor
}

describe('the code at a door', () => {
  it('opens the page of its station', async () => {
    const { weapp, visitor } = await at('扫码', byCode(PAGE, `d=${stations[0]!.doorCode}`))
    await visitor.page.getByRole('heading', { name: stations[0]!.name }).waitFor()
    await visitor.touch(visitor.button(/^打电话给驿站/))
    expect(await weapp.asked()).toMatchObject([
      { name: 'makePhoneCall', options: { phoneNumber: stations[0]!.phone } },
    ])
    expect(weapp.errors).toEqual([])
  })

  it.each(['d=AAAAAA', 'd=', 'x', ''])(
    'that leads nowhere (%j) leads to the list',
    async (scene) => {
      const { weapp, visitor } = await at('扫错', byCode(PAGE, scene))
      await visitor.touch(visitor.button('看附近的驿站'))
      await visitor.sees('现在开着的')
      expect(weapp.errors).toEqual([])
    },
  )
})

describe('a word', () => {
  it('is sent once, with one requestId, however the network fails', async () => {
    const { stationId } = stations[1]!
    const { weapp, visitor } = await at('再试', { entry: `${PAGE}?stationId=${stationId}` })
    weapp.failNext('stations.confirm', 'timeout')
    weapp.failNext('stations.confirm', 'unreachable')
    await visitor.touch(visitor.button('确认开着'))
    await visitor.sees('记下了，谢谢您')
    const calls = weapp.calls.filter(({ request }) => request.operation === 'stations.confirm')
    expect(calls.map(({ fault }) => fault)).toEqual(['timeout', 'unreachable', undefined])
    expect(new Set(calls.map(({ request }) => request.requestId)).size).toBe(1)
    const mine = await ask<Output<'stations.mine'>>(stage.host.url, '再试', 'stations.mine', {})
    expect(mine.reports).toMatchObject([{ stationId, kind: 'fine' }])
  })

  it('is not sent without network; what was written stays', async () => {
    const { stationId } = stations[1]!
    const { weapp, visitor } = await at('没网', { entry: `${PAGE}?stationId=${stationId}` })
    await visitor.button('说一声').waitFor()
    await weapp.setOnline(false)
    await visitor.touch(visitor.button('说一声'))
    await visitor.chooses(/^锁着门/)
    await visitor.page.getByRole('textbox').fill('门上贴着封条')
    await visitor.touch(visitor.button('告诉大家'))
    await visitor.page.getByRole('alert').getByText(/网/).first().waitFor()
    await visitor.touch(visitor.button('关上'))
    await visitor.touch(visitor.button('说一声'))
    await weapp.setOnline(true)
    expect(await visitor.page.getByRole('textbox').inputValue()).toBe('门上贴着封条')
    await visitor.touch(visitor.button('告诉大家'))
    await visitor.sees('再有一个人这样说，就会提醒附近的骑手。')
    const mine = await ask<Output<'stations.mine'>>(stage.host.url, '没网', 'stations.mine', {})
    expect(mine.reports).toHaveLength(1)
  })
})

it('of two people makes it 可能关闭 for a third; staff answer, and both read the answer', async () => {
  // One that several found open before: what was said since counts, and of this centre's staff.
  const station = stations
    .slice(2)
    .find(({ stationId, lastConfirmed }) => stationId.startsWith('nongye.') && lastConfirmed)!
  const third = await at('第三个人', { entry: 'pages/stations/stations' })
  const says = (words: string) =>
    third.visitor.page.getByRole('button', { name: new RegExp(`^${station.name}，.*${words}`) })
  await says('24 小时').waitFor()

  const first = await saysLocked('第一个人', station)
  await first.sees('再有一个人这样说，就会提醒附近的骑手。')
  const second = await saysLocked('第二个人', station)
  await second.sees('几个人都这样说，附近的骑手会看到“可能关闭”，中心也会去看。')

  await third.weapp.restartAt('pages/stations/stations')
  await third.visitor.sees('现在开着的')
  await eventually(
    () => says('24 小时').count(),
    (shown) => shown === 0,
  )
  await third.visitor.touch(third.visitor.page.getByRole('checkbox', { name: '24 小时' }))
  await third.visitor.touch(says('可能关闭'))
  await third.visitor.sees('近半天 2 人说锁门')

  const staff = await at('staff', { entry: 'pages/staff/station-list/station-list' })
  await staff.visitor.sees('也可以用电脑打开常来的网页来传')
  await staff.visitor.touch(staff.visitor.button(new RegExp(`^${station.name}.*2 个人说锁着门`)))
  await staff.visitor.sees('2 个人说锁着门')
  await staff.visitor.touch(staff.visitor.button('答复'))
  await staff.visitor.chooses(/^办好了/)
  const question = staff.visitor.page.getByRole('dialog', { name: '怎么答复' })
  await question.getByRole('textbox').fill('门锁换好了')
  await staff.visitor.touch(question.getByRole('button', { name: '答复', exact: true }))
  await staff.visitor.sees('说过的 2 个人会看到。')

  for (const persona of ['第一个人', '第二个人']) {
    const { visitor } = await at(persona, { entry: `${PAGE}?stationId=${station.stationId}` })
    await visitor.sees('答复：门锁换好了')
  }
  await third.weapp.restartAt('pages/stations/stations')
  await says('24 小时').waitFor()
})
