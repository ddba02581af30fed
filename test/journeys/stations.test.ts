/** Rest stations in a browser, on the pages that `npm start` serves. */
import { distanceInWords } from '@/domain/stations/distance'
import { gcj02Of } from '@/domain/stations/gcj02'
import { auditScreen } from '../support/audit'
import { screenshot } from '../support/browser'
import { eventually } from '../support/eventually'
import { DESKTOP, type H5Options, HAND_HELD, useH5 } from '../support/h5'
import { alwaysOpen, firstCentre, stationsNear } from '../support/riders'
import { Visitor } from '../support/visitor'

jest.setTimeout(120_000)

const stage = useH5()

const MODES: { name: string; options: H5Options }[] = [
  { name: 'phone-day', options: HAND_HELD },
  { name: 'phone-night', options: { ...HAND_HELD, dark: true } },
  { name: 'desktop-day', options: DESKTOP },
]

describe.each(MODES)('a rider with a browser ($name)', ({ name, options }) => {
  it('finds the nearest open station, the way there, and says how it was', async () => {
    const [nearest] = await stationsNear(stage.host.url, await firstCentre(stage.host.url), 'now')
    const { page, errors } = await stage.open({ ...options, persona: `浏览器骑手-${name}` })
    const visitor = new Visitor(page, 'standard', options.touch ? 'finger' : 'mouse')
    const wrong: Record<string, string[]> = {}
    const look = async (screen: string) => {
      await page.waitForTimeout(350)
      await screenshot(page, `h5/${screen}-${name}`)
      wrong[screen] = await auditScreen(page, { within: '.screen', minTarget: 60, minText: 0 })
    }

    await visitor.isHome()
    await visitor.goTo('驿站')
    await visitor.sees(nearest!.name)
    await look('stations')
    await visitor.touch(visitor.button(`带我去${nearest!.name}`))
    await visitor.button('高德地图').waitFor()
    await visitor.touch(visitor.button('关上'))

    await visitor.touch(visitor.button(new RegExp(`^${nearest!.name}，`)))
    await visitor.touch(visitor.button('确认开着'))
    await visitor.sees('记下了，谢谢您')
    await look('station')
    await visitor.touch(visitor.button('说一声'))
    await visitor.chooses(/^锁着门/)
    await look('station-report')
    await visitor.touch(visitor.button('告诉大家'))
    await visitor.sees(/说锁着门$/)
    await visitor.touch(visitor.button('返回'))

    await visitor.touch(visitor.button(/^(在地图上看|地图)$/))
    await visitor.sees(/周围$/)
    // Those of the modes before may have made a nearer one doubtful: it stands on the map all the same.
    await visitor.page.getByText(new RegExp(`^\\d+\\. ${nearest!.name}$`)).waitFor()
    await look('stations-map')

    expect(errors).toEqual([])
    expect(Object.fromEntries(Object.entries(wrong).filter(([, list]) => list.length))).toEqual({})
  })
})

it('the list opens without network and says when it was kept', async () => {
  const { page, context, errors } = await stage.open({ ...HAND_HELD, persona: '浏览器没网' })
  const visitor = new Visitor(page)
  await visitor.isHome()
  await page.evaluate(() => navigator.serviceWorker.ready)
  await visitor.goTo('驿站')
  const [nearest] = await alwaysOpen(stage.host.url)
  await visitor.button(`带我去${nearest!.name}`).waitFor()
  await page.reload()
  await visitor.button(`带我去${nearest!.name}`).waitFor()
  await context.setOffline(true)
  await page.reload()
  await visitor.sees(/^没有网络，名单存于/)
  await visitor.button(`带我去${nearest!.name}`).waitFor()
  await context.setOffline(false)
  await eventually(
    () =>
      page
        .getByText(/名单存于/)
        .filter({ visible: true })
        .count(),
    (notes) => notes === 0,
  )
  expect(errors.filter((error) => !error.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([])
})

describe('where the rider is', () => {
  it('is asked for by a tap alone, told by the browser, and measured in GCJ-02', async () => {
    const location = { latitude: 34.7466, longitude: 113.6089 }
    const { page } = await stage.open({ ...HAND_HELD, persona: '浏览器位置', location })
    const visitor = new Visitor(page)
    await visitor.isHome()
    await visitor.goTo('驿站')
    await visitor.touch(visitor.button(/^离.+算远近/))
    await visitor.touch(visitor.button('用我的位置'))
    await visitor.sees(/离我的位置$/)
    const here = gcj02Of({ lat: location.latitude, lng: location.longitude })
    const [nearest] = await stationsNear(stage.host.url, here, 'now')
    const { number, unit } = distanceInWords(nearest!.distanceM!)
    await visitor.button(new RegExp(`^${nearest!.name}，${number} ${unit}，`)).waitFor()
  })

  it('may be refused', async () => {
    const { page } = await stage.open({ ...HAND_HELD, persona: '浏览器不给' })
    const visitor = new Visitor(page)
    await visitor.isHome()
    await visitor.goTo('驿站')
    await visitor.touch(visitor.button(/^离.+算远近/))
    await visitor.touch(visitor.button('用我的位置'))
    await visitor.sees(/^没有用您的位置/)
    await visitor.touch(visitor.button('关上'))
    await visitor.sees('现在开着的')
  })
})
