/**
 * @jest-environment jsdom
 *
 * The built bundle under jest: miniprogram-simulate with WeChat's own compiler, the logic without a
 * browser's names, against the real local host.
 */
import '../support/weapp/jsdom/text-encoder'
import { type Bookable, bookables, heldBy } from '../support/programme'
import { type DemoHost, startDemoHost } from '../support/demo-host'
import { readBundle } from '../support/weapp/bundle'
import { WeappInJsdom } from '../support/weapp/jsdom/weapp-in-jsdom'
import { logicRequire } from '../support/weapp/platform/logic-scope'

jest.setTimeout(60_000)

const bundle = readBundle()
let host: DemoHost
let bookable: Bookable

beforeAll(async () => {
  host = await startDemoHost()
  bookable = (await bookables(host.url))[0]!
}, 120_000)
afterAll(() => host.end())
beforeEach(() => {
  localStorage.clear()
  document.body.innerHTML = ''
})

describe('the bundle under WeChat’s compiler', () => {
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

  it.each([
    ['as the language says', false],
    ['as tasks, as on old phones', true],
  ])('books a seat and gives it back, with promises %s', async (_, promisesAsTasks) => {
    const persona = promisesAsTasks ? '旧手机点一遍' : '点一遍'
    const { activityId, poolId, title } = bookable
    const weapp = await WeappInJsdom.open({
      ...{ bundle, host: host.url, persona, promisesAsTasks },
    })
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
