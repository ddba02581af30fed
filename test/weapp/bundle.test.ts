/**
 * @jest-environment jsdom
 *
 * The built bundle under jest: miniprogram-simulate with WeChat's own compiler, the logic without a
 * browser's names, against the real local host.
 */
import '../support/weapp/jsdom/text-encoder'
import { type Bookable, bookables, heldBy } from '../support/programme'
import { type DemoHost, startDemoHost } from '../support/demo-host'
import { alwaysOpen, type ListedStation } from '../support/riders'
import { readBundle } from '../support/weapp/bundle'
import { WeappInJsdom } from '../support/weapp/jsdom/weapp-in-jsdom'
import { type AppJson, routesOf } from '../support/weapp/platform/app-json'
import { logicRequire } from '../support/weapp/platform/logic-scope'

jest.setTimeout(60_000)

const bundle = readBundle()
const app = bundle.json['app.json'] as AppJson
let host: DemoHost
let bookable: Bookable
let station: ListedStation

beforeAll(async () => {
  host = await startDemoHost()
  bookable = (await bookables(host.url))[0]!
  station = (await alwaysOpen(host.url))[0]!
}, 120_000)
afterAll(() => host.end())
beforeEach(() => {
  localStorage.clear()
  document.body.innerHTML = ''
})

describe('the bundle under WeChat’s compiler', () => {
  it.each(routesOf(app))('draws %s within the limits of WeChat’s audits', async (route) => {
    const queries = [
      { of: /activity/, query: `?activityId=${bookable.activityId}` },
      { of: /station\/station/, query: `?stationId=${station.stationId}` },
    ]
    const query = queries.find(({ of }) => of.test(route))?.query ?? ''
    const weapp = await WeappInJsdom.open({
      ...{ bundle, host: host.url, persona: '看一看', entry: `${route}${query}` },
    })
    await weapp.until('drawn', () => weapp.text().length > 20 || weapp.figures().nodes > 12)
    const figures = weapp.figures()
    expect(figures.nodes).toBeLessThan(1000)
    expect(figures.depth).toBeLessThan(30)
    expect(figures.mostChildren).toBeLessThanOrEqual(60)
    expect(figures.largestSetDataBytes).toBeLessThanOrEqual(256 * 1024)
  })

  it('hides what an older server does not have, and takes a newer version at the next start', async () => {
    const lacks = ['attendance.mine']
    const me = { ...{ bundle, host: host.url, persona: '先来的', lacks }, entry: 'pages/me/me' }
    const weapp = await WeappInJsdom.open(me)
    await weapp.until('the doors', () => weapp.shows('没来的记录'))
    await weapp.navigateTo('pages/attendance/mine/mine')
    await weapp.until('the words', () => weapp.text().includes('这一样还没开通'))
    await weapp.switchTab('pages/me/me')
    await weapp.until('no door', () => !weapp.shows('没来的记录'))
    expect(weapp.shows('我的摇号')).toBe(true)
    weapp.bringNewVersion()
    await weapp.until('the notice', () => weapp.text().includes('下次打开就是新的'))
    expect(weapp.asked).not.toContain('applyUpdate')

    const later = await WeappInJsdom.open(me)
    await later.until('the doors', () => later.shows('我的摇号'))
    expect(later.shows('没来的记录')).toBe(false)
  })

  it('books a seat and gives it back by taps alone', async () => {
    const persona = '点一遍'
    const { activityId, poolId, title } = bookable
    const weapp = await WeappInJsdom.open({ bundle, host: host.url, persona })
    await weapp.until('at home', () => weapp.text().includes('今天在中心'))
    await weapp.navigateTo(
      `pages/activity/activity/activity?activityId=${activityId}&poolId=${poolId}`,
    )
    await weapp.until('open to book', () => weapp.shows('报名'))
    weapp.tap('报名')
    await weapp.until('confirmed', () => weapp.route === 'pages/booking/confirmed/confirmed')
    expect(await heldBy(host.url, persona)).toMatchObject([{ poolId }])

    await weapp.switchTab('pages/me/me')
    await weapp.until('listed', () => weapp.text().includes(title) && weapp.shows('退掉'))
    weapp.tap('退掉')
    await weapp.until('asked', () => weapp.text().includes('退掉这一席？'))
    weapp.tap('退掉')
    await weapp.until('given back', () => weapp.text().includes('还没有要去的'))
    expect(await heldBy(host.url, persona)).toEqual([])
  })
})

describe('the logic layer that the bundle runs in', () => {
  const run = (code: string) => logicRequire(() => code, { wx: { known: true } })('planted.js')

  it.each([
    'window.document',
    'localStorage.getItem("a")',
    'fetch("/call")',
    'new AbortController()',
    'new URL("http://a")',
    'new Intl.DateTimeFormat()',
    'process.env.HOME',
    'new Function("return 1")',
    'Function("return 1")',
  ])('breaks on %s, as a phone does', (code) => {
    expect(() => run(`module.exports = ${code}`)).toThrow()
  })

  it('gives what a phone gives', () => {
    expect(run('module.exports = [typeof wx, typeof globalThis.fetch, typeof Promise]')).toEqual([
      'object',
      'undefined',
      'function',
    ])
  })
})
