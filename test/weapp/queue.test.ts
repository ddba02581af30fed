/** The numbers of a clinic on the real bundle: whoever waits, and whoever calls. */
import type { Output } from '@/contract'
import { addDays, dateOf } from '@/domain/time/date'
import { command } from '../support/consultations'
import { ask } from '../support/programme'
import { Visitor } from '../support/visitor'
import { Looks, MODES } from '../support/weapp/looks'
import { useStage } from '../support/weapp/stage'

jest.setTimeout(120_000)

const stage = useStage()

/** The doctor's next weekly hour that is not today: numbers are called on the day alone. */
async function nextClinic(): Promise<string> {
  const today = dateOf(Date.now())
  const { occurrences } = await ask<Output<'calendar.list'>>(
    ...([stage.host.url, undefined, 'calendar.list'] as const),
    { centreId: 'nongye', from: addDays(today, 1), to: addDays(today, 7) },
  )
  const clinic = occurrences.find(
    ({ title, poolState }) => title === '医师坐诊' && poolState === 'open',
  )
  return clinic!.poolId!
}

describe.each(MODES)('a clinic with numbers ($name)', (mode) => {
  const { name, scale, theme, device } = mode
  const looks = new Looks(mode)

  it('tells a resident which number is theirs and how many are before it', async () => {
    const poolId = await nextClinic()
    const persona = `看病的人-${name}`
    const { bookingId } = await command<Output<'seats.book'>>(
      ...([stage.host.url, persona, 'seats.book', { poolId }] as const),
    )
    const { mine } = await ask<Output<'queue.now'>>(
      ...([stage.host.url, persona, 'queue.now', { poolId }] as const),
    )
    const entry = `pages/booking/ticket/ticket?bookingId=${bookingId}`
    const weapp = await stage.open({ persona, theme, entry, ...(device && { device }) })
    const visitor = new Visitor(weapp.page, scale)
    await visitor.touch(visitor.button('看叫到几号'))
    await visitor.sees('还没开始叫号')
    await visitor.sees(`您是 ${mine[0]!.number} 号`)
    await visitor.sees(`前面还有 ${mine[0]!.ahead} 位`)
    await visitor.sees(/^\d\d:\d\d 看的/)
    await looks.look(weapp, 'queue-now')
    const asked = () =>
      weapp.calls.filter(({ request }) => request.operation === 'queue.now').length
    const before = asked()
    await visitor.touch(visitor.button('再看一次'))
    await visitor.sees(/^\d\d:\d\d 看的/)
    expect(asked()).toBe(before + 1)
    expect(weapp.errors).toEqual([])
  })

  it('shows the doctor every number, and calls none before its day', async () => {
    const weapp = await stage.open({
      ...{ persona: 'doctor', theme, entry: 'pages/me-more/settings/settings' },
      ...(device && { device }),
    })
    const visitor = new Visitor(weapp.page, scale)
    await visitor.touch(visitor.button('工作台'))
    await visitor.touch(visitor.button('坐诊叫号'))
    await visitor.touch(visitor.button(/^医师坐诊/).last())
    await visitor.sees('所有的号')
    await looks.look(weapp, 'queue-desk')
    await visitor.touch(visitor.button(/^叫 \d+ 号$/))
    await visitor.sees('不是今天的号')
    await visitor.touch(visitor.button(/^2 号/))
    await visitor.button('看过了').waitFor()
    await looks.look(weapp, 'queue-number')
    expect(weapp.errors).toEqual([])
  })

  it('is legible, easy to hit and within the limits of WeChat’s audits', () => {
    expect(Object.keys(looks.wrong)).toHaveLength(3)
    expect(looks.faults()).toEqual({})
    expect(looks.overLimits()).toEqual([])
  })
})

it('lets nobody but the doctor and staff see who is numbered', async () => {
  const entry = `pages/queue/desk/desk?poolId=${await nextClinic()}`
  const weapp = await stage.open({ persona: 'resident', entry })
  await new Visitor(weapp.page).sees('这里给医师和工作人员用')
})
