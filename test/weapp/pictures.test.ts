/**
 * How a few screens of the painted bundle look, beside how they looked when somebody last agreed to it.
 * The phone's clock stands still and the answers are those of that day, so that no hour and no day of the
 * year changes a picture. `KEEP_PICTURES=1` takes them anew; an `answers/….jsonl` that was removed first is
 * asked anew of a host with the sample programme.
 */
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { launchBrowser, SCREENSHOTS } from '../support/browser'
import { type DemoHost, startDemoHost } from '../support/demo-host'
import { everyPage, type Visit } from '../support/everyone/every-page'
import {
  answersFrom,
  callsOf,
  keepAnswers,
  type KeptAnswers,
  outdated,
  readAnswers,
} from '../support/look/kept-answers'
import {
  CELLS_ALLOWED,
  differingCells,
  inFewColours,
  sharper,
  smoother,
} from '../support/look/picture'
import { type Bundle, readBundle } from '../support/weapp/bundle'
import { WeappInChromium } from '../support/weapp/chromium/weapp-in-chromium'

const FOLDER = 'test/weapp/pictures'
const KEEP = process.env['KEEP_PICTURES'] === '1'
const LARGEST_ALTOGETHER = 1.2 * 1024 * 1024
const LARGE_FONT = 22

type Mode = 'standard' | 'large' | 'night'
const PICTURES: [page: string, ...modes: Mode[]][] = [
  ['home/home', 'standard'],
  ['courses/courses', 'standard'],
  ['calendar/calendar', 'standard', 'night'],
  ['stations/stations', 'standard', 'large'],
  ['activity/activity/activity', 'standard', 'night'],
  ['me/me', 'standard'],
  ['consultation/form/form', 'standard', 'large'],
  ['booking/ticket/ticket', 'large'],
  ['notices/mine/mine', 'standard', 'night'],
]
const ALL = PICTURES.flatMap(([page, ...modes]) => modes.map((mode) => [page, mode] as const))

const nameOf = (page: string) => page.split('/').slice(-2).join('-')
const answersFile = (page: string) => join(FOLDER, 'answers', `${nameOf(page)}.jsonl`)
const pictureFile = (page: string, mode: Mode) => join(FOLDER, `${nameOf(page)}-${mode}.png`)

let browser: Browser
let bundle: Bundle
const opened: WeappInChromium[] = []

beforeAll(async () => {
  bundle = readBundle()
  browser = await launchBrowser()
  if (KEEP) await askWhatIsMissing()
}, 300_000)
afterEach(async () => {
  await Promise.all(opened.splice(0).map((weapp) => weapp.close()))
})
afterAll(() => browser?.close())

/** Opens the pages without kept answers on a host with the sample, and keeps what it answers. */
async function askWhatIsMissing(): Promise<void> {
  const missing = PICTURES.map(([page]) => page).filter((page) => !existsSync(answersFile(page)))
  if (missing.length === 0) return
  const host: DemoHost = await startDemoHost()
  const visits: Record<string, Visit> = await everyPage(host)
  for (const page of missing) {
    const at = Date.now()
    const { persona, query = {} } = visits[`pages/${page}`]!
    const weapp = await WeappInChromium.open(browser, {
      ...{ bundle, host: host.url, persona, entry: entryOf(page, query) },
    })
    await isDrawn(weapp)
    keepAnswers(answersFile(page), { at, persona, query, calls: callsOf(weapp.calls) })
    await weapp.close()
  }
  await host.end()
}

const entryOf = (page: string, query: Record<string, string>) =>
  `pages/${page}?${new URLSearchParams(query).toString()}`

async function isDrawn(weapp: WeappInChromium): Promise<void> {
  await weapp.page.waitForFunction(
    () =>
      !document.querySelector('.bones') &&
      (document.querySelector('wx-page')?.textContent ?? '').length > 8,
  )
  await weapp.page.waitForTimeout(300)
}

/** A page as it looks on that day, to be told apart from how it looked. */
async function look(page: string, mode: Mode): Promise<WeappInChromium> {
  const kept: KeptAnswers = readAnswers(answersFile(page))!
  const weapp = await WeappInChromium.open(browser, {
    ...{ bundle, persona: kept.persona, entry: entryOf(page, kept.query), stoppedAt: kept.at },
    answers: answersFrom(kept),
    theme: mode === 'night' ? 'dark' : 'light',
    ...(mode === 'large' && { device: { fontSizeSetting: LARGE_FONT } }),
  })
  opened.push(weapp)
  await isDrawn(weapp)
  return weapp
}

const shot = ({ page }: WeappInChromium) =>
  page.screenshot({ scale: 'css', animations: 'disabled', caret: 'hide' })

test.each(PICTURES.map(([page]) => page))('what %s was told is an answer today too', (page) => {
  expect(outdated(readAnswers(answersFile(page))!)).toEqual([])
})

test.each(ALL)('%s in %s looks as it did', async (page, mode) => {
  const weapp = await look(page, mode)
  const now = await inFewColours(await shot(weapp))
  const file = pictureFile(page, mode)
  if (KEEP) writeFileSync(file, now)
  const differing = await differingCells(readFileSync(file), now)
  if (differing > CELLS_ALLOWED) {
    mkdirSync(join(SCREENSHOTS, 'pictures'), { recursive: true })
    writeFileSync(join(SCREENSHOTS, 'pictures', `${nameOf(page)}-${mode}.png`), now)
  }
  expect(weapp.errors).toEqual([])
  expect(differing).toBeLessThanOrEqual(CELLS_ALLOWED)
})

test('the pictures are few and small', () => {
  const bytes = ALL.map(([page, mode]) => statSync(pictureFile(page, mode)).size)
  expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThan(LARGEST_ALTOGETHER)
})

describe('an eye', () => {
  const WRONG: [what: string, css: string][] = [
    ['another colour of tags', '.tag-free { color: #2f5878; background: #e3edf4 }'],
    ['a button that moved', '.ticket-show { transform: translateX(4px) }'],
    ['an icon that is missing', '.icon-qr { -webkit-mask-size: 0 }'],
    ['a corner that is square', '.ticket { border-radius: 0 !important }'],
  ]

  test('sees each thing that is wrong', async () => {
    const weapp = await look('home/home', 'standard')
    const before = await shot(weapp)
    const seen: string[] = []
    for (const [what, css] of WRONG) {
      const style = await weapp.page.addStyleTag({ content: css })
      const differing = await differingCells(before, await shot(weapp))
      await style.evaluate((element) => (element as Element).remove())
      if (differing > CELLS_ALLOWED) seen.push(what)
    }
    expect(seen).toEqual(WRONG.map(([what]) => what))
  })

  test.each(ALL)(
    'does not see that letters of %s in %s are smoothed otherwise',
    async (page, mode) => {
      const kept = readFileSync(pictureFile(page, mode))
      for (const other of [smoother(kept), sharper(kept)]) {
        expect((await other).equals(kept)).toBe(false)
        expect(await differingCells(kept, await other)).toBeLessThanOrEqual(CELLS_ALLOWED)
      }
    },
  )
})
