/** Rest stations on the real bundle against the real local host, as a rider uses them. */
import { firstCentre, stationsNear } from '../support/riders'
import { Visitor } from '../support/visitor'
import { Looks, MODES, writeLooks } from '../support/weapp/looks'
import { useStage } from '../support/weapp/stage'

jest.setTimeout(120_000)

/** Riders wear gloves and look at the road: both scales have large targets on these screens. */
const MIN_TARGET = 60

const stage = useStage()
const all: Looks[] = []

afterAll(() => writeLooks('weapp-stations', 'What each screen of rest stations costs', all))

describe.each(MODES)('a rider with the mini-program ($name)', (mode) => {
  const { name, scale, theme, device } = mode
  const looks = new Looks(mode, MIN_TARGET)
  all.push(looks)

  it('finds the nearest open station, the way there, and says how it was', async () => {
    const [nearest] = await stationsNear(stage.host.url, await firstCentre(stage.host.url), 'now')
    const { name: title, stationId, location } = nearest!
    const persona = `骑手-${name}`
    const weapp = await stage.open({ persona, theme, ...(device && { device }) })
    const visitor = new Visitor(weapp.page, scale)

    await visitor.isHome()
    await visitor.goTo('驿站')
    await visitor.sees('现在开着的')
    await visitor.sees(title)
    await looks.look(weapp, 'stations')

    await visitor.touch(visitor.button(`带我去${title}`))
    expect(await weapp.asked()).toContainEqual({
      name: 'openLocation',
      options: expect.objectContaining({ latitude: location.lat, longitude: location.lng }),
    })

    await visitor.touch(visitor.button(/^离.+算远近/))
    await visitor.sees('从哪儿算远近')
    await looks.look(weapp, 'stations-origin')
    await visitor.touch(visitor.button('关上'))

    await visitor.touch(visitor.button(new RegExp(`^${title}，`)))
    await visitor.touch(visitor.button('确认开着'))
    await visitor.sees('记下了，谢谢您')
    await looks.look(weapp, 'station')
    await visitor.touch(visitor.button('说一声'))
    await visitor.chooses(/^东西坏了/)
    await looks.look(weapp, 'station-report')
    await visitor.chooses('饮水坏了')
    await visitor.page.getByRole('textbox').fill('热水不热')
    await visitor.touch(visitor.button('告诉大家'))
    await visitor.sees(/^再有一个人说饮水坏了|^几个人都说饮水坏了/)
    await visitor.sees(/说饮水坏了$/)
    const told = weapp.calls.filter(({ request }) => request.operation === 'stations.report')
    expect(told.map(({ request }) => request.input)).toEqual([
      { stationId, kind: 'broken', facility: 'water', note: '热水不热' },
    ])
    await visitor.touch(visitor.button('返回'))

    await visitor.touch(visitor.button(/^(在地图上看|地图)$/))
    await visitor.sees(/周围$/)
    // The marker, which may come later than the row of the same name below the map.
    const map = visitor.page.locator('[data-native="map"]')
    await visitor.touch(map.getByRole('button', { name: new RegExp(`^${title}，`) }))
    await visitor.button(`带我去${title}`).waitFor()
    await looks.look(weapp, 'stations-map')
    expect((await weapp.asked()).map((asked) => asked.name)).toContain(
      'MapContext.initMarkerCluster',
    )
    expect(weapp.errors).toEqual([])
  })

  it('sees screens that are legible and easy to hit', () => {
    expect(Object.keys(looks.wrong)).toHaveLength(5)
    expect(looks.faults()).toEqual({})
  })

  it('is given screens within the limits of WeChat’s audits', () => {
    expect(Object.keys(looks.figures)).toHaveLength(5)
    expect(looks.overLimits()).toEqual([])
  })
})
