/**
 * @jest-environment jsdom
 *
 * 体验评分 on every page of the executed bundle: each is opened cold by whoever it is for, with answers that
 * are long in coming, and from Moments by nobody. The table stands among the figures of the run.
 */
import '../support/weapp/jsdom/text-encoder'
import { contract, type OperationName } from '@/contract'
import { type DemoHost, startDemoHost } from '../support/demo-host'
import { everyPage, type Visit } from '../support/everyone/every-page'
import { writeFigures } from '../support/figures'
import { readBundle } from '../support/weapp/bundle'
import { WeappInJsdom } from '../support/weapp/jsdom/weapp-in-jsdom'
import { type AppJson, routesOf } from '../support/weapp/platform/app-json'

jest.setTimeout(60_000)

const KB = 1024
const MOMENTS = 1154
/** Changes something for whoever is signed in; asked by nobody it is refused. */
const REFUSED: readonly OperationName[] = ['devices.look']
const bundle = readBundle()
const routes = routesOf(bundle.json['app.json'] as AppJson)

/** What WeChat's audits allow, and ours for calls: half of what it queues. */
const RULES = {
  nodes: 999,
  depth: 29,
  children: 60,
  'setData KB': 256,
  'per s': 20,
  calls: 10,
  'reply KB': 128,
} as const
type Rule = keyof typeof RULES

const table: Record<string, Record<Rule, number>> = {}
const complaints: string[] = []
let host: DemoHost
let visits: Record<string, Visit>

beforeAll(async () => {
  host = await startDemoHost()
  visits = await everyPage(host)
}, 120_000)
afterAll(async () => {
  await host?.end()
  const line = (name: string, cells: readonly (string | number)[]) =>
    name.padEnd(42) + cells.map((cell) => String(cell).padStart(11)).join('')
  const rules = Object.keys(RULES) as Rule[]
  writeFigures('weapp-audit', '体验评分: every page of the mini-program by rule', [
    line('page', rules),
    line('at most', Object.values(RULES)),
    ...Object.entries(table).map(([page, cells]) =>
      line(
        page,
        rules.map((rule) => `${cells[rule]}${cells[rule] > RULES[rule] ? ' ✘' : ''}`),
      ),
    ),
  ])
})
beforeEach(() => {
  localStorage.clear()
  document.body.innerHTML = ''
  complaints.length = 0
  jest
    .spyOn(console, 'error')
    .mockImplementation((...words) => void complaints.push(words.join(' ')))
})
afterEach(() => jest.restoreAllMocks())

const entryOf = (route: string) => {
  const query = new URLSearchParams(visits[route]!.query).toString()
  return query ? `${route}?${query}` : route
}
const isDrawn = (weapp: WeappInJsdom) => weapp.text().length > 8
const isWaiting = () => document.querySelector('.bones') !== null

it('knows whom each page is for', () => {
  expect(Object.keys(visits).sort()).toEqual([...routes].sort())
})

it.each(routes)(
  '%s opens cold within the limits, and is not blank until it is answered',
  async (route) => {
    let answer = (): void => undefined
    const weapp = await WeappInJsdom.open({
      ...{ bundle, host: host.url, persona: visits[route]!.persona, entry: entryOf(route) },
      answersAfter: new Promise((resolve) => (answer = resolve)),
    })
    await weapp.until('more than its name', () => isWaiting() || isDrawn(weapp))
    answer()
    await weapp.until('drawn', () => isDrawn(weapp) && !isWaiting())
    const figures = weapp.figures()
    const replies = weapp.calls.map(({ answer }) => JSON.stringify(answer ?? '').length)
    table[route] = {
      nodes: figures.nodes,
      depth: figures.depth,
      children: figures.mostChildren,
      'setData KB': Math.ceil(figures.largestSetDataBytes / KB),
      'per s': figures.busiestSecond,
      calls: weapp.calls.length,
      'reply KB': Math.ceil(Math.max(0, ...replies) / KB),
    }
    const over = (Object.keys(RULES) as Rule[]).filter((rule) => table[route]![rule] > RULES[rule])
    expect(over).toEqual([])
    expect(complaints).toEqual([])
  },
)

it.each(routes)('%s stands being opened from Moments, where nobody is signed in', async (route) => {
  const weapp = await WeappInJsdom.open({
    ...{ bundle, host: host.url, scene: MOMENTS, entry: entryOf(route) },
  })
  await weapp.until('drawn', () => isDrawn(weapp) && !isWaiting())
  const changing = weapp.calls
    .map(({ request }) => request.operation as OperationName)
    .filter((operation) => contract[operation].kind === 'command' && !REFUSED.includes(operation))
  expect(changing).toEqual([])
  expect(complaints).toEqual([])
})
