/**
 * Text at 200 % without loss (WCAG 1.4.4): every page of the H5 with its letters twice as large as in 标准,
 * by a browser's own text size in 标准, and by what is left to 200 % in 大字. Nothing is cut off, sticks out
 * of what it stands in, lies over other text or pushes the screen wider. And 大字 by itself at 320 px.
 */
import { appPages } from '../support/everyone/app-pages'
import { everyPage, type Visit } from '../support/everyone/every-page'
import { lostText } from '../support/everyone/lost-text'
import { openPage } from '../support/everyone/open-page'
import { writeFigures } from '../support/figures'
import { HAND_HELD, useH5 } from '../support/h5'

jest.setTimeout(300_000)

const NARROW = 320
/** 大字 is 21 px where 标准 is 16. */
const MODES = [
  { name: '标准 200 %', scale: 'standard', percent: 200, width: HAND_HELD.width },
  { name: '大字 152 %', scale: 'large', percent: 152, width: HAND_HELD.width },
  { name: '大字 320 px', scale: 'large', percent: 100, width: NARROW },
] as const

const stage = useH5()
let visits: Record<string, Visit>
const lost: Record<string, Record<string, string[]>> = {}
beforeAll(async () => {
  visits = await everyPage(stage.host)
}, 120_000)
afterAll(() =>
  writeFigures(
    'text-at-200',
    'Pieces of text that are lost, by page and mode',
    Object.entries(lost).flatMap(([mode, pages]) => [
      mode,
      ...Object.entries(pages)
        .filter(([, pieces]) => pieces.length > 0)
        .flatMap(([page, pieces]) => [`  ${page}`, ...pieces.map((piece) => `    ${piece}`)]),
    ]),
  ),
)

it.each(MODES)('loses no text of any page: $name', async ({ name, scale, percent, width }) => {
  const pages: Record<string, string[]> = (lost[name] = {})
  for (const persona of new Set(Object.values(visits).map((visit) => visit.persona))) {
    const { page, context } = await stage.open({ ...HAND_HELD, width, persona })
    await page.evaluate((chosen) => {
      const choice = JSON.stringify({ scale: chosen, scheme: 'day' })
      localStorage.setItem('appearance', JSON.stringify({ data: choice }))
    }, scale)
    await page.reload()
    await page.waitForFunction((on) => document.querySelector(`.screen.scale-${on}`), scale)
    const adjust = `text-size-adjust: ${percent}% !important`
    await page.addStyleTag({ content: `* { ${adjust}; -webkit-${adjust} }` })
    for (const [route, { query }] of Object.entries(visits)) {
      if (visits[route]!.persona !== persona) continue
      await openPage(page, route, query)
      // A chart comes after the rest of its page.
      await page.waitForFunction(() => document.querySelector('.chart-place:empty') === null)
      pages[route] = await lostText(page, '.screen')
    }
    await context.close()
  }
  expect(Object.keys(pages).sort()).toEqual(appPages().sort())
  const losing = Object.entries(pages).filter(([, pieces]) => pieces.length > 0)
  expect(losing).toEqual([])
})

it('would see what is lost, and that letters grow', async () => {
  const { page } = await stage.open(HAND_HELD)
  const see = async (body: string) => {
    await page.setContent(
      `<meta name="viewport" content="width=device-width"><style>*{margin:0;text-size-adjust:200%}
       .screen{font:16px/1.5 sans-serif;width:390px}</style><main class="screen">${body}</main>`,
    )
    return lostText(page, '.screen')
  }
  expect(await see('<p>放得下的字</p><p>第二行</p>')).toEqual([])
  const height = await page.evaluate(() => {
    const range = document.createRange()
    range.selectNodeContents(document.querySelector('p')!)
    return range.getBoundingClientRect().width
  })
  expect(height).toBeGreaterThan(16 * 5 * 1.9)
  expect(
    await see('<p style="width:60px;overflow:hidden;white-space:nowrap">放不下的字</p>'),
  ).toEqual(['「放不下的字」 is cut off'])
  expect(await see('<p style="width:60px;height:30px;border:1px solid">放不下的字</p>')).toEqual([
    '「放不下的字」 sticks out of its box',
  ])
  expect(await see('<p>下面的字</p><p style="margin-top:-40px">上面的字</p>')).toEqual([
    '「下面的字」 lies over 「上面的字」',
  ])
})
