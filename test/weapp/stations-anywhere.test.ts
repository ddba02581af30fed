/** Rest stations without network, and without telling anybody where one is. */
import { eventually } from '../support/eventually'
import { firstCentre, stationsNear } from '../support/riders'
import { Visitor } from '../support/visitor'
import type { WeappInChromium, WeappOptions } from '../support/weapp/chromium/weapp-in-chromium'
import { useStage } from '../support/weapp/stage'

jest.setTimeout(90_000)

const TAB = 'pages/stations/stations'
const stage = useStage()

async function onTab(
  options: Partial<WeappOptions> = {},
): Promise<{ weapp: WeappInChromium; visitor: Visitor }> {
  const weapp = await stage.open({ persona: '路上', entry: TAB, ...options })
  const visitor = new Visitor(weapp.page)
  await visitor.sees('现在开着的')
  return { weapp, visitor }
}

const cards = (visitor: Visitor) =>
  visitor.page.getByRole('button', { name: /^带我去/ }).filter({ visible: true })

const changes = (weapp: WeappInChromium) =>
  weapp.calls.filter(({ request }) => request.operation === 'stations.changes')

describe('without network', () => {
  it('the tab paints the nearest three from the copy, filters, and says when it was made', async () => {
    const { weapp, visitor } = await onTab()
    const open = await stationsNear(stage.host.url, await firstCentre(stage.host.url), 'now')
    await visitor.sees(open[0]!.name)
    await weapp.setOnline(false)
    const asked = weapp.calls.length

    await weapp.restartAt(TAB)
    await visitor.sees(/^没有网络，名单存于/)
    for (const { name } of open.slice(0, 3)) await visitor.button(`带我去${name}`).waitFor()
    expect(await cards(visitor).count()).toBe(3)

    const always = await stationsNear(stage.host.url, await firstCentre(stage.host.url), '24h')
    const swap = always.filter(({ facilities }) =>
      facilities.some(({ facility, state }) => facility === 'toilet' && state !== 'broken'),
    )
    await visitor.touch(visitor.page.getByRole('checkbox', { name: '24 小时' }))
    await visitor.touch(visitor.page.getByRole('checkbox', { name: '有厕所' }))
    await visitor.sees('最近的驿站')
    const names = swap.slice(0, 3).map(({ name }) => `带我去${name}`)
    await eventually(
      () => cards(visitor).evaluateAll((all) => all.map((one) => one.getAttribute('aria-label'))),
      (shown) => JSON.stringify(shown) === JSON.stringify(names),
    )
    await visitor.touch(visitor.button(names[0]!))
    expect((await weapp.asked()).map(({ name }) => name)).toEqual(['openLocation'])

    await visitor.touch(visitor.button(new RegExp(`^${swap[0]!.name}，`)))
    await visitor.page.getByRole('heading', { name: swap[0]!.name }).waitFor()
    await visitor.touch(visitor.button('返回'))
    expect(weapp.calls).toHaveLength(asked)

    await weapp.setOnline(true)
    await eventually(
      () =>
        visitor.page
          .getByText(/名单存于/)
          .filter({ visible: true })
          .count(),
      (notes) => notes === 0,
    )
    expect(weapp.errors).toEqual([])
  })

  it('asks for the whole list once, then for what changed', async () => {
    const { weapp, visitor } = await onTab()
    await weapp.restartAt(TAB)
    await visitor.sees('现在开着的')
    await eventually(
      () => changes(weapp).length,
      (calls) => calls === 2,
    )
    const [whole, difference] = await eventually(
      () => changes(weapp).map(({ request, answer }) => ({ request, answer })),
      (calls) => calls.every(({ answer }) => answer !== undefined),
    )
    expect(whole!.request.input).toEqual({ have: {} })
    expect(difference!.request.input).toEqual({
      have: (whole!.answer as { value: { versions: object } }).value.versions,
    })
  })

  it('says so on a phone that never had the list, and reads it once there is network', async () => {
    const weapp = await stage.open({ persona: '新手机' })
    const visitor = new Visitor(weapp.page)
    await visitor.isHome()
    await weapp.setOnline(false)
    await weapp.page.evaluate(() => localStorage.removeItem('stations'))
    await weapp.restartAt(TAB)
    await visitor.sees('没有网络')
    await weapp.setOnline(true)
    await visitor.sees('现在开着的')
  })
})

describe('where the rider is', () => {
  it('is not asked for until they tap, and then distances are from there', async () => {
    const { weapp, visitor } = await onTab()
    expect(await weapp.asked()).toEqual([])
    await visitor.touch(visitor.button(/^离.+算远近/))
    await visitor.sees(/要一次大概的位置/)
    expect(await weapp.asked()).toEqual([])
    await visitor.touch(visitor.button('用我的位置'))
    await visitor.sees(/离我的位置$/)
    expect((await weapp.asked()).map(({ name }) => name)).toEqual(['getFuzzyLocation'])
    const { latitude, longitude } = { latitude: 34.7466, longitude: 113.6089 }
    const near = await stationsNear(stage.host.url, { lat: latitude, lng: longitude }, 'now')
    await visitor.button(`带我去${near[0]!.name}`).waitFor()
    const sent = JSON.stringify(weapp.calls.map(({ request }) => request))
    expect(sent).not.toContain(String(latitude))
  })

  it('may be refused: the list stays, and a landmark does as well', async () => {
    const { weapp, visitor } = await onTab({ device: { location: 'refused' } })
    await visitor.touch(visitor.button(/^离.+算远近/))
    await visitor.touch(visitor.button('用我的位置'))
    await visitor.sees(/^没有用您的位置/)
    await visitor.touch(visitor.page.getByRole('radio', { name: /^桐福社区/ }))
    await visitor.sees(/离桐福社区$/)
    expect(await cards(visitor).count()).toBe(3)
    await weapp.restartAt(TAB)
    await visitor.sees(/离桐福社区$/)
    expect(await weapp.asked()).toEqual([])
    expect(weapp.errors).toEqual([])
  })
})
