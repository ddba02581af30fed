/**
 * @jest-environment jsdom
 *
 * What a screen says in a line: in 标准 it stands as long as it takes to be read, in 大字 until somebody
 * has done with it; and it is never said of a screen that was left.
 */
import '../support/weapp/jsdom/text-encoder'
import { type DemoHost, startDemoHost } from '../support/demo-host'
import { fields, tapBack, typeInto } from '../support/everyone/fingers'
import { readBundle } from '../support/weapp/bundle'
import { HeldClock } from '../support/weapp/held-clock'
import { WeappInJsdom } from '../support/weapp/jsdom/weapp-in-jsdom'
import { passes, WeakLine } from '../support/weapp/weak-line'

jest.setTimeout(60_000)

const SAID = '记住了'
const READING_MS = 3000
/** A glance at a line, and a tap. */
const READ_MS = 1500
const LONG_MS = 3_600_000
const SEED = 7
const bundle = readBundle()

let host: DemoHost
let clock: HeldClock
let line: WeakLine
let weapp: WeappInJsdom

beforeAll(async () => {
  host = await startDemoHost()
}, 120_000)
afterAll(() => host?.end())

const within = (ms: number, held: () => boolean) => passes(clock, line, ms, held)
const isSaid = () => weapp.top.frame.querySelector('.notice')?.textContent?.includes(SAID) ?? false
const field = () => fields(weapp).find(({ key }) => key === '怎么称呼')

/** Saves what to be called, in a scale, and waits until the screen says so. */
async function saves(scale: 'standard' | 'large', persona: string): Promise<void> {
  localStorage.clear()
  document.body.innerHTML = ''
  clock = new HeldClock()
  line = new WeakLine(clock, SEED)
  line.weather = 'good'
  const entry = 'pages/me-more/settings/settings'
  weapp = await WeappInJsdom.open({
    ...{ bundle, host: host.url, persona, entry, logic: clock.logic, line: line.line },
    device: { fontSizeSetting: scale === 'large' ? 22 : 17 },
  })
  expect(await within(LONG_MS, () => field() !== undefined)).toBe(true)
  expect(weapp.top.frame.querySelector(`.scale-${scale}`)).not.toBeNull()
  typeInto(field()!.element, persona)
  weapp.tap('存下来')
  expect(await within(READING_MS, isSaid)).toBe(true)
}

it('goes by itself in 标准, and not before it was read', async () => {
  await saves('standard', '常见的人')
  expect(await within(READING_MS, () => !isSaid())).toBe(false)
  expect(await within(LONG_MS, () => !isSaid())).toBe(true)
})

it('stays in 大字 until it is closed', async () => {
  await saves('large', '看得慢的')
  expect(await within(LONG_MS, () => !isSaid())).toBe(false)
  weapp.tapOn(weapp.top.frame.querySelector('.notice-close')!)
  expect(await within(READING_MS, () => !isSaid())).toBe(true)
})

it('goes along to the screen before at once, as what was done is told there', async () => {
  await saves('large', '走得快的')
  tapBack(weapp)
  await within(READING_MS, () => weapp.route === 'pages/home/home')
  expect(await within(READING_MS, isSaid)).toBe(true)
})

it('stays behind with the screen that somebody leaves after a look at it', async () => {
  await saves('large', '看过才走的')
  await within(READ_MS, () => false)
  expect(isSaid()).toBe(true)
  tapBack(weapp)
  expect(await within(LONG_MS, () => weapp.route === 'pages/home/home')).toBe(true)
  expect(await within(READING_MS, isSaid)).toBe(false)
})

it('is said in what lies on top alone, while a sheet lies over the screen', async () => {
  await saves('large', '点开一层的')
  tapBack(weapp)
  expect(await within(READING_MS, () => weapp.route === 'pages/home/home' && isSaid())).toBe(true)
  const frame = () => weapp.top.frame
  const places = () =>
    Array.from(frame().querySelectorAll('.notice'), (notice) =>
      notice.closest('.sheet') ? 'sheet' : 'screen',
    )
  expect(places()).toEqual(['screen'])
  weapp.tap('农业银行社区')
  expect(await within(READING_MS, () => frame().querySelector('.sheet') !== null)).toBe(true)
  expect(places()).toEqual(['sheet'])
  weapp.tapOn(frame().querySelector('.sheet-close')!)
  expect(await within(READING_MS, () => frame().querySelector('.sheet') === null)).toBe(true)
  expect(places()).toEqual(['screen'])
})
