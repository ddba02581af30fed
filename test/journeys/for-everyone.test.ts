/**
 * Every page for everybody: what axe-core finds (WCAG 2.0 to 2.2, A and AA) in 标准, by night and in
 * 大字, and what a screen reader says of it. A page that is new has to be named in every-page.ts.
 */
import { auditByAxe, COLOURS } from '../support/everyone/axe'
import { appPages } from '../support/everyone/app-pages'
import { everyPage, type Visit } from '../support/everyone/every-page'
import { missingOf, textsOf } from '../support/everyone/kept-readings'
import { openPage } from '../support/everyone/open-page'
import { nameless, readAloud } from '../support/everyone/read-aloud'
import { writeFigures } from '../support/figures'
import { type H5, HAND_HELD, useH5 } from '../support/h5'

jest.setTimeout(300_000)

const SETTINGS = 'pages/me-more/settings/settings'
/** So high that no bar at the foot lies over what could be scrolled from under it. */
const PHONE = { ...HAND_HELD, height: 2600 }
const MODES = ['标准', '夜间', '大字'] as const

const stage = useH5()
let visits: Record<string, Visit>
/** What was found wrong, by page and mode. */
const found: Record<string, Partial<Record<(typeof MODES)[number], string[]>>> = {}
const aloud: Record<string, string[]> = {}
const missing: Record<string, string[]> = {}

beforeAll(async () => {
  visits = await everyPage(stage.host)
}, 120_000)
afterAll(() => {
  const line = (name: string, cells: readonly unknown[]) =>
    name.padEnd(44) + cells.map((cell) => String(cell).padStart(8)).join('')
  writeFigures('for-everyone', 'Violations that axe-core finds, by page and mode', [
    line('page', MODES),
    ...Object.entries(found).map(([page, by]) =>
      line(
        page,
        MODES.map((mode) => by[mode]?.length ?? '–'),
      ),
    ),
  ])
})

/** Listens to what the host answers: texts that the centre and its people wrote. */
function writtenFor({ page }: H5): Set<string> {
  const texts = new Set<string>()
  page.on('response', (response) => {
    if (!response.url().endsWith('/call')) return
    response.json().then(
      (answer) => textsOf(answer, texts),
      () => undefined,
    )
  })
  return texts
}

const faults = (mode: (typeof MODES)[number]) =>
  Object.entries(found).flatMap(([page, by]) => (by[mode] ?? []).map((one) => `${page} ${one}`))

it('opens every page that the app has', async () => {
  expect(Object.keys(visits).sort()).toEqual(appPages().sort())
  const wrong: string[] = []
  for (const persona of new Set(Object.values(visits).map((visit) => visit.persona))) {
    const h5 = await stage.open({ ...PHONE, persona })
    const { page, context, errors } = h5
    const texts = writtenFor(h5)
    const session = await context.newCDPSession(page)
    const own = Object.entries(visits).filter(([, visit]) => visit.persona === persona)
    for (const [route, { query }] of own) {
      await openPage(page, route, query)
      const by: (typeof found)[string] = (found[route] = { 标准: await auditByAxe(page) })
      aloud[route] = await readAloud(session)
      missing[route] = missingOf(route, aloud[route], texts)
      await page.emulateMedia({ colorScheme: 'dark' })
      by.夜间 = await auditByAxe(page, COLOURS)
      await page.emulateMedia({ colorScheme: 'light' })
    }
    await openPage(page, SETTINGS)
    await page.getByRole('radio', { name: /^大字/ }).tap()
    await page.waitForFunction(() => document.querySelector('.screen.scale-large'))
    for (const [route, { query }] of own) {
      await openPage(page, route, query)
      found[route]!.大字 = await auditByAxe(page)
    }
    wrong.push(...errors.map((error) => `${persona}: ${error}`))
    await context.close()
  }
  expect(wrong).toEqual([])
})

it.each(MODES)('is without a violation in %s', (mode) => {
  expect(Object.values(found).filter((by) => by[mode])).toHaveLength(appPages().length)
  expect(faults(mode)).toEqual([])
})

it('has a name for every control, and a main part on every page', () => {
  const all = Object.entries(aloud)
  expect(all.flatMap(([page, lines]) => nameless(lines).map((line) => `${page} ${line}`))).toEqual(
    [],
  )
  expect(
    all
      .filter(([, lines]) => !lines.some((line) => line.startsWith('[main]')))
      .map(([page]) => page),
  ).toEqual([])
})

it('is read aloud as it was when somebody last listened (test/journeys/read-aloud)', () => {
  expect(Object.entries(missing).filter(([, lines]) => lines.length > 0)).toEqual([])
})

it('would see what is wrong', async () => {
  const { page, context } = await stage.open(HAND_HELD)
  await page.setContent(
    `<html lang="zh-CN"><title>常来</title><main class="screen">
       <p style="color:#aaa;background:#fff">太淡</p><div role="button" tabindex="0"></div>
       <div role="heading">没有级别</div></main>`,
  )
  const rules = (await auditByAxe(page)).map((line) => line.split(',')[0])
  expect(rules).toEqual(
    expect.arrayContaining(['aria-command-name', 'aria-required-attr', 'color-contrast']),
  )
  const lines = await readAloud(await context.newCDPSession(page))
  expect(nameless(lines)).toEqual(['  [button]'])
})
