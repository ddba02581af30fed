/**
 * @jest-environment jsdom
 *
 * Every page on a line that takes three seconds and loses three calls of ten, and on one that loses all
 * of them: never blank, soon its content or a way to try again, of which one tap is enough once the line is good. And
 * what is sent on such a line is sent once, and stays in its field until it was.
 */
import '../support/weapp/jsdom/text-encoder'
import { randomUUID } from 'node:crypto'
import type { Output } from '@/contract'
import { type DemoHost, startDemoHost } from '../support/demo-host'
import { everyPage, type Visit } from '../support/everyone/every-page'
import { fields, holds, typeInto } from '../support/everyone/fingers'
import { ask } from '../support/programme'
import { readBundle } from '../support/weapp/bundle'
import { HeldClock } from '../support/weapp/held-clock'
import { type Line, WeappInJsdom } from '../support/weapp/jsdom/weapp-in-jsdom'
import { type AppJson, routesOf } from '../support/weapp/platform/app-json'
import { passes, WeakLine, type Weather } from '../support/weapp/weak-line'

jest.setTimeout(60_000)

/** Four tries that are never answered, and the pauses between them. */
const PATIENCE_MS = 40_000
const SEED = 7
/** Pauses between tries are the same in every run. */
const steady = Object.assign(Object.create(Math) as Math, { random: () => 0.5 })
const AGAIN = '再试一次'
/** What they say needs no answer. */
const READ_ANYWAY = [
  'pages/me-more/about/about',
  'pages/me-more/more/more',
  'pages/consultation/rules/rules',
  'pages/consultation/sent/sent',
  'pages/casework/case/case',
  'pages/casework/referral/referral',
  'pages/devices/sign-in/sign-in',
  'pages/family/rules/rules',
  'pages/family/code/code',
]
const bundle = readBundle()
const routes = routesOf(bundle.json['app.json'] as AppJson)

let host: DemoHost
let visits: Record<string, Visit>
let clock: HeldClock
let weak: WeakLine
let weapp: WeappInJsdom

beforeAll(async () => {
  host = await startDemoHost()
  visits = await everyPage(host)
}, 120_000)
afterAll(() => host?.end())

interface Phone {
  persona: string
  entry: string
  weather: Weather
  /** What happens to a call before it goes onto the line. */
  before?: (request: Parameters<Line>[0]) => void
}

async function open({ persona, entry, weather, before }: Phone): Promise<void> {
  localStorage.clear()
  document.body.innerHTML = ''
  clock = new HeldClock()
  weak = new WeakLine(clock, SEED)
  weak.weather = weather
  weapp = await WeappInJsdom.open({
    ...{ bundle, host: host.url, persona, entry, logic: { ...clock.logic, Math: steady } },
    line: (request, deliver) => {
      before?.(request)
      return weak.line(request, deliver)
    },
  })
  await weapp.until('there', () => weapp.top.frame.querySelector('.screen') !== null)
}

const within = (ms: number, held: () => boolean) => passes(clock, weak, ms, held)
const words = () => weapp.top.frame.querySelector('.screen-body')?.textContent ?? ''
const isWaiting = () => weapp.top.frame.querySelector('.bones') !== null
const isRead = () => !isWaiting() && words() !== ''

describe.each(['weak', 'dead'] as const)('on a line that is %s', (weather) => {
  it.each(routes)('%s waits, says so, and is there when tried again', async (route) => {
    const { persona, query } = visits[route]!
    await open({ ...{ persona, weather }, entry: `${route}?${new URLSearchParams(query)}` })
    let blank = 0
    const isNow = (): boolean => {
      if (!isWaiting() && words() === '') blank++
      return isRead()
    }
    const mustSay = weather === 'dead' && !READ_ANYWAY.includes(route)
    const said = await within(PATIENCE_MS, () => isNow() && (!mustSay || weapp.shows(AGAIN)))
    expect({ blank, said, words: words() }).toMatchObject({ blank: 0, said: true })
    weak.weather = 'good'
    const isThere = () => isNow() && !weapp.shows(AGAIN)
    if (weapp.shows(AGAIN)) weapp.tap(AGAIN)
    const read = await within(PATIENCE_MS, isThere)
    expect({ blank, read, words: words() }).toMatchObject({ blank: 0, read: true })
  })
})

/** Something that is typed and sent, and how many of it the host has afterwards. */
interface Form {
  persona: string
  entry: string
  begin?: string
  field: string
  choose?: string
  send: string
  isTold: (words: string) => boolean
  effects: (persona: string, words: string) => Promise<number>
}

const FORMS: Readonly<Record<string, Form>> = {
  'what to call me': {
    persona: '改称呼的',
    entry: 'pages/me-more/settings/settings',
    field: '怎么称呼',
    send: '存下来',
    isTold: () => weapp.text().includes('记住了'),
    effects: async (persona, typed) => {
      const { nickname } = await ask<Output<'me.get'>>(host.url, persona, 'me.get', {})
      return nickname === typed ? 1 : 0
    },
  },
  'a word about the centre': {
    persona: '有话说的',
    entry: 'pages/consultation/feedback/feedback',
    field: '怎么回事',
    choose: '建议',
    send: '送出',
    isTold: () => weapp.route === 'pages/consultation/said/said',
    effects: async (persona) => {
      const mine = await ask<Output<'consultation.mine'>>(
        ...([host.url, persona, 'consultation.mine', {}] as const),
      )
      return mine.consultations.length
    },
  },
  'somebody of the family': {
    persona: '添家人的',
    entry: 'pages/family/member/member',
    begin: '老人，我来替他报',
    field: '称呼',
    send: '记下',
    isTold: (typed) => weapp.text().includes(`${typed}添好了`),
    effects: async (persona, typed) => {
      const { members } = await ask<Output<'family.list'>>(host.url, persona, 'family.list', {})
      return members.filter(({ name }) => name === typed).length
    },
  },
}
const COMMANDS = ['me.update', 'consultation.sendFeedback', 'family.save']

/** What can go wrong on the way, for a control. */
interface Spoilt {
  before?: Phone['before']
  /** Happens after an answer was lost. */
  forgets?: boolean
}

/** Types into a form and sends: first no answer comes, then some are lost, until it is told. */
async function sends(form: Form, persona: string, { before, forgets }: Spoilt = {}) {
  const typed = '示例李奶奶'
  await open({ persona, entry: form.entry, weather: 'good', ...(before && { before }) })
  const field = () => fields(weapp).find(({ key }) => key === form.field)
  if (form.begin) {
    await within(PATIENCE_MS, () => weapp.shows(form.begin!))
    weapp.tap(form.begin)
  }
  await within(PATIENCE_MS, () => field() !== undefined)
  typeInto(field()!.element, typed)
  if (form.choose) weapp.tap(form.choose)
  const tries = () => weapp.calls.filter(({ request }) => COMMANDS.includes(request.operation))
  const stays: boolean[] = []
  const isTold = () => form.isTold(typed)
  let told = false
  for (const weather of ['deaf', 'dead', 'weak', 'weak', 'good'] as const) {
    weak.weather = weather
    const sent = tries().length
    await within(PATIENCE_MS, () => weapp.shows(form.send))
    weapp.tap(form.send)
    await within(PATIENCE_MS, () => tries().length > sent)
    told = await within(3 * PATIENCE_MS, isTold)
    if (told) break
    if (forgets) typeInto(field()!.element, '')
    await within(0, () => true)
    stays.push(holds(weapp, typed))
    if (forgets) break
    if (weapp.shows('知道了')) weapp.tap('知道了')
  }
  const requestIds = new Set(tries().map(({ request }) => request.requestId))
  return {
    ...{ told, stays, tries: tries().length, requestIds: requestIds.size },
    effects: await form.effects(persona, typed),
  }
}

describe.each(Object.entries(FORMS))('%s, sent on a weak line', (_, form) => {
  it('is sent once, and stays in its field until then', async () => {
    const { tries, ...rest } = await sends(form, form.persona)
    expect(rest).toEqual({ told: true, stays: [true, true], requestIds: 1, effects: 1 })
    expect(tries).toBeGreaterThan(4)
  })
})

describe('what would be wrong is seen', () => {
  const form = FORMS['a word about the centre']!

  it('as more than one, when each try is another request', async () => {
    const before: Phone['before'] = (request) => {
      if (COMMANDS.includes(request.operation)) request.requestId = randomUUID()
    }
    const { requestIds, effects } = await sends(form, '每次另送', { before })
    expect(requestIds).toBeGreaterThan(1)
    expect(effects).toBeGreaterThan(1)
  })

  it('as gone, when a field forgets', async () => {
    const { stays } = await sends(form, '忘掉的', { forgets: true })
    expect(stays).toContain(false)
  })
})
