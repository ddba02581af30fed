/**
 * @jest-environment jsdom
 *
 * Every page as the tenth of a pile, above which WeChat opens no more: whatever can be tapped on it is,
 * and each way on arrives and comes back. And what was typed into a field is there again afterwards.
 * Commands are never answered here, so that nothing is changed and nothing counts as sent.
 */
import '../support/weapp/jsdom/text-encoder'
import { contract, type OperationName } from '@/contract'
import { type DemoHost, startDemoHost } from '../support/demo-host'
import { everyPage, type Visit } from '../support/everyone/every-page'
import { fields, holds, tapBack, tappables, typeInto } from '../support/everyone/fingers'
import { readBundle } from '../support/weapp/bundle'
import { HeldClock } from '../support/weapp/held-clock'
import { WeappInJsdom } from '../support/weapp/jsdom/weapp-in-jsdom'
import { type AppJson, routesOf } from '../support/weapp/platform/app-json'

jest.setTimeout(120_000)

const FULL = 10
/** A form of many parts has more to tap than is worth the time. */
const MOST_TAPS = 40
/** Asks for nothing and leads nowhere: what lies below. */
const BELOW = 'pages/consultation/rules/rules'
const bundle = readBundle()
const app = bundle.json['app.json'] as AppJson
const beyondTabs = routesOf(app).filter((route) => !app.pages.includes(route))

/** Pages that give their place to the next one wherever they lie: going back skips what is done. */
const REPLACED = ['pages/consultation/sent/sent', 'pages/programme/new/new']

/** What is typed and not kept, and why nothing is lost by it. */
const NOT_KEPT: Readonly<Record<string, string>> = {
  'pages/consultation/amend/amend 对方的名字':
    'with two of them it is called 第 1 位, which is kept',
  'pages/consultation/form/form 对方的名字': 'with two of them it is called 第 1 位, which is kept',
  'pages/attendance/check-in/check-in 墙上的字母': 'six letters that are on the wall',
  'pages/attendance/roster/roster 找': 'searched by',
  'pages/attendance/roster/roster 对方念的口令': 'read out by somebody there, good for minutes',
  'pages/ballot/verify/verify 编号': 'searched by',
  'pages/programme/list/list 找': 'searched by',
  'pages/programme/new/new 找': 'searched by',
}

/** Some of the pages that lead on: a walk that finds none of their ways is no walk. */
const KNOWN_TO_LEAD_ON = [
  'pages/activity/activity/activity',
  'pages/me-more/settings/settings',
  'pages/consultation/one/one',
  'pages/family/family/family',
  'pages/staff/workbench/workbench',
]

const isCommand = (operation: string) => contract[operation as OperationName].kind === 'command'

let host: DemoHost
let visits: Record<string, Visit>
let clock: HeldClock
let weapp: WeappInJsdom
let persona: string | undefined

beforeAll(async () => {
  host = await startDemoHost()
  visits = await everyPage(host)
}, 120_000)
afterAll(() => host?.end())

async function settled(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 15))
  await weapp.until('answered', () =>
    weapp.calls.every(
      ({ request, answer }) => answer !== undefined || isCommand(request.operation),
    ),
  )
  // What is written down soon after it was typed.
  for (const until = clock.now + 1_000; clock.next(until - clock.now););
  await new Promise((resolve) => setTimeout(resolve, 10))
}

/** A phone of somebody, with a pile that is full but for one page. */
async function phoneOf(somebody: string): Promise<void> {
  if (persona === somebody) return
  persona = somebody
  localStorage.clear()
  document.body.innerHTML = ''
  clock = new HeldClock()
  weapp = await WeappInJsdom.open({
    ...{ bundle, host: host.url, persona, entry: BELOW, logic: clock.logic },
    line: (request, deliver) =>
      isCommand(request.operation) ? new Promise(() => undefined) : deliver(),
  })
}

async function onTop(url: string): Promise<void> {
  while (weapp.depth >= FULL) await weapp.navigateBack()
  while (weapp.depth < FULL - 1) await weapp.navigateTo(BELOW)
  await weapp.navigateTo(url)
  await settled()
}

/** What was found of one page: where it leads, and what can be typed into it. */
interface Walked {
  ways: string[]
  wrong: string[]
  typed: Map<string, { words: string; opener: string | null }>
}

async function walk(route: string, url: string): Promise<Walked> {
  const walked: Walked = { ways: [], wrong: [], typed: new Map() }
  const done = new Set<string>()
  const write = async (opener: string | null): Promise<void> => {
    for (const { key, element } of fields(weapp)) {
      if (walked.typed.has(key)) continue
      const words = `记${walked.typed.size + 1}`
      walked.typed.set(key, { words, opener })
      typeInto(element, words)
      await settled()
    }
  }
  const next = () => tappables(weapp).find(({ key }) => !done.has(key))
  await onTop(url)
  await write(null)
  for (let target = next(); target && done.size < MOST_TAPS; target = next()) {
    done.add(target.key)
    weapp.tapOn(target.element)
    await settled()
    if (weapp.route === route && weapp.depth === FULL) {
      await write(target.key)
      continue
    }
    const arrived = weapp.route
    walked.ways.push(`${target.key} → ${arrived}`)
    await weapp.until('more than its name', () => weapp.text().length > 8)
    if (weapp.depth === FULL) {
      tapBack(weapp)
      await settled()
      const isBack = REPLACED.includes(route) ? weapp.depth < FULL : weapp.route === route
      if (!isBack) walked.wrong.push(`${target.key} → ${arrived}, and back to ${weapp.route}`)
    }
    if (weapp.route !== route) await onTop(url)
  }
  return walked
}

/** The fields whose words are gone after the page was left and opened again. */
async function forgotten(url: string, { typed }: Walked): Promise<string[]> {
  const gone: string[] = []
  for (const [key, { words, opener }] of typed) {
    const find = () => fields(weapp).find((field) => field.key === key)
    const reopen = async (): Promise<void> => {
      await onTop(url)
      const way = find() ? undefined : tappables(weapp).find((one) => one.key === opener)
      if (way) weapp.tapOn(way.element)
      await settled()
    }
    await reopen()
    if (holds(weapp, words)) continue
    // Something that was tapped later may have written over it.
    const field = find()
    if (field) typeInto(field.element, words)
    await settled()
    await reopen()
    if (!field || !holds(weapp, words)) gone.push(key)
  }
  return gone
}

const leadOn = new Set<string>()

it.each(beyondTabs)(
  '%s leads on from the top of a full pile, and keeps what is typed',
  async (route) => {
    const { persona: somebody, query } = visits[route]!
    await phoneOf(somebody)
    const url = `${route}?${new URLSearchParams(query).toString()}`
    const walked = await walk(route, url)
    expect(walked.wrong).toEqual([])
    expect(weapp.refused).toEqual([])
    if (walked.ways.length > 0) leadOn.add(route)
    const gone = (await forgotten(url, walked)).map((key) => `${route} ${key}`)
    expect(gone.filter((one) => !(one in NOT_KEPT))).toEqual([])
  },
)

it('finds the ways on of the pages that are known to have some', () => {
  expect([...leadOn]).toEqual(expect.arrayContaining(KNOWN_TO_LEAD_ON))
})
