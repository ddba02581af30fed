/**
 * @jest-environment jsdom
 *
 * Pages opened by the code on a wall, a door or a desk, with the scene that the cloud prints into it:
 * what it is about is there. Whatever else the scene is, the screen is calm and not blank, and nothing
 * is sent that would change anything. Every other page, too, with a scene that is none of its own and
 * without what it needs.
 */
import '../support/weapp/jsdom/text-encoder'
import { contract, type OperationName, type Output } from '@/contract'
import { type DemoHost, startDemoHost } from '../support/demo-host'
import { command } from '../support/consultations'
import { ask } from '../support/programme'
import { alwaysOpen } from '../support/riders'
import { readBundle } from '../support/weapp/bundle'
import { WeappInJsdom } from '../support/weapp/jsdom/weapp-in-jsdom'
import { type AppJson, routesOf } from '../support/weapp/platform/app-json'

jest.setTimeout(60_000)

/** Scanned with WeChat's own scanner. */
const SCANNED = 1047
const bundle = readBundle()
const routes = routesOf(bundle.json['app.json'] as AppJson)
const CODED = [
  'pages/station/station/station',
  'pages/attendance/check-in/check-in',
  'pages/devices/approve/approve',
  'pages/people/invited/invited',
]
/** What no code brings: scenes of others, of nothing, and broken ones. */
const SCENES: Readonly<Record<string, string>> = {
  'of nothing known': 'd%3DZZZZZZ',
  'of another page': 's%3DABCDEF',
  'cut short': 'd%3DAB',
  'with a broken escape': '%E0%A4%A',
  'too long': 'd%3D'.padEnd(200, 'A'),
  'with what nobody types': '%3Cscript%3E%00%F0%9F%98%80',
  empty: '',
}

let host: DemoHost
let weapp: WeappInJsdom
const complaints: string[] = []

beforeAll(async () => {
  host = await startDemoHost()
  localStorage.clear()
  const entry = `${CODED[0]}?scene=d%3DZZZZZZ`
  weapp = await WeappInJsdom.open({
    ...{ bundle, host: host.url, persona: '扫到码的人', scene: SCANNED, entry },
  })
}, 120_000)
afterAll(() => host?.end())
beforeEach(() => {
  complaints.length = 0
  jest
    .spyOn(console, 'error')
    .mockImplementation((...words) => void complaints.push(words.join(' ')))
})
afterEach(() => jest.restoreAllMocks())

async function isCalm(route: string, scene: string): Promise<void> {
  const before = weapp.calls.length
  await weapp.reLaunch(`${route}?scene=${scene}`)
  await weapp.until('drawn', () => {
    const isWaiting = weapp.top.frame.querySelector('.bones') !== null
    return weapp.text().length > 8 && !isWaiting
  })
  const changing = weapp.calls
    .slice(before)
    .map(({ request }) => request.operation as OperationName)
    .filter((operation) => contract[operation].kind === 'command' && operation !== 'devices.look')
  expect(changing).toEqual([])
  expect(complaints).toEqual([])
}

/** What the cloud prints into a code: its page, its scene, and what is to be read there. */
const PRINTED: Readonly<
  Record<string, () => Promise<{ page: string; scene: string; read: string }>>
> = {
  'a station’s door': async () => {
    const [station] = await alwaysOpen(host.url)
    const { stationId, name } = station!
    const sign = await ask<Output<'stations.doorSign'>>(
      ...([host.url, 'district', 'stations.doorSign', { stationId }] as const),
    )
    return { ...sign, read: name }
  },
  'the wall of a centre': async () => {
    const { poster } = await ask<Output<'attendance.poster'>>(
      ...([host.url, 'staff', 'attendance.poster', { centreId: 'nongye' }] as const),
    )
    return { ...poster!, read: '现在的课农业银行社区' }
  },
  'the screen of a desk': async () => {
    const desk = await ask<Output<'devices.begin'>>(host.url, undefined, 'devices.begin', {})
    return { ...desk, read: '有一台电脑想用您的身份登录' }
  },
  'an invitation': async () => {
    const { code } = await command<Output<'roles.invite'>>(
      ...([host.url, 'director', 'roles.invite'] as const),
      { centreId: 'nongye', role: 'staff', note: '示例王阿姨' },
    )
    return { page: 'pages/people/invited/invited', scene: code!, read: '当工作人员' }
  },
}

it.each(Object.entries(PRINTED))('what %s is about is there', async (_, print) => {
  const { page, scene, read } = await print()
  expect(CODED).toContain(page)
  // WeChat hands a scene over with what stands around its code escaped.
  await isCalm(page, encodeURIComponent(scene))
  expect(weapp.text()).toContain(read)
})

describe.each(CODED)('%s', (route) => {
  it.each(Object.entries(SCENES))('is calm with a scene %s', (_, scene) => isCalm(route, scene))
})

it.each(routes.filter((route) => !CODED.includes(route)))(
  '%s is calm with a scene that is none of its own',
  (route) => isCalm(route, SCENES['with a broken escape']!),
)
