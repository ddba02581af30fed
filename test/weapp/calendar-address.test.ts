/** The address of one's own calendar on the real bundle: made, copied, read by a calendar, ended. */
import nodeIcal from 'node-ical'
import type { Output } from '@/contract'
import { addDays, dateOf } from '@/domain/time/date'
import { tell } from '../support/families'
import { ask } from '../support/programme'
import { Visitor } from '../support/visitor'
import { Looks, MODES } from '../support/weapp/looks'
import { useStage } from '../support/weapp/stage'

jest.setTimeout(120_000)

const stage = useStage()

/** Books the first seat that anybody may have; gives what it is for. */
async function aBookingOf(persona: string): Promise<string> {
  const { url } = stage.host
  const today = dateOf(Date.now())
  const span = { centreId: 'nongye', from: addDays(today, 2), to: addDays(today, 20) }
  const { occurrences } = await ask<Output<'calendar.list'>>(url, undefined, 'calendar.list', span)
  const { poolId, title } = occurrences.find(
    (one) => one.poolState === 'open' && one.audience === 'everyone',
  )!
  await tell(url, persona, 'seats.book', { poolId })
  return title
}

describe.each(MODES)('one’s own calendar ($name)', (mode) => {
  const { name, scale, theme, device } = mode
  const looks = new Looks(mode)

  it('is given an address, which opens until it is ended', async () => {
    const persona = `日历-${name}`
    const title = await aBookingOf(persona)
    const options = { persona, theme, entry: 'pages/me/me', ...(device && { device }) }
    const weapp = await stage.open(options)
    const visitor = new Visitor(weapp.page, scale)
    if (scale === 'large') await visitor.touch(visitor.button(/^更多/))
    await visitor.touch(visitor.button('放进手机日历'))
    await visitor.sees(/^谁拿到这个地址/)
    await looks.look(weapp, 'calendar-address-none')

    await visitor.touch(visitor.button('要一个日历地址'))
    await visitor.sees(/^只显示这一次/)
    const shown = weapp.page.getByText(/^http\S+\.ics$/)
    const address = (await shown.textContent())!
    await looks.look(weapp, 'calendar-address-made')
    const events = Object.values(nodeIcal.sync.parseICS(await (await fetch(address)).text()))
    const titles = events.flatMap((event) => (event?.type === 'VEVENT' ? [event.summary] : []))
    expect(titles[0]).toContain(title)
    await visitor.touch(visitor.button('复制地址'))
    await visitor.sees('地址复制好了')
    await visitor.chooses('安卓手机')
    await visitor.sees(/有的安卓手机没有这一项/)
    await looks.look(weapp, 'calendar-address-steps')

    // Told once: whoever comes back finds that there is one, and no more.
    await weapp.restartAt('pages/me-more/calendar/calendar')
    await visitor.sees(/要的，在用着/)
    expect(await shown.count()).toBe(0)
    await looks.look(weapp, 'calendar-address-since')
    await visitor.touch(visitor.button('停用这个地址'))
    await visitor.sees('停用这个地址？')
    await visitor.touch(visitor.button('停用'))
    await visitor.sees('停用了，原来的地址没用了')
    expect((await fetch(address)).status).toBe(404)
    await visitor.button('要一个日历地址').waitFor()
    expect(weapp.errors).toEqual([])
  })

  it('is shown on screens that are legible and easy to hit', () => {
    expect(Object.keys(looks.wrong)).toHaveLength(4)
    expect(looks.faults()).toEqual({})
    expect(looks.overLimits()).toEqual([])
  })
})
