/** The measuring of screens must itself be able to fail. */
import type { Browser, Page } from 'playwright-core'
import { auditScreen } from '../support/audit'
import { launchBrowser } from '../support/browser'

let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await launchBrowser()
  page = await browser.newPage({ viewport: { width: 390, height: 844 } })
})
afterAll(() => browser.close())

const SYSTEM = { top: 47, bottom: 34, capsule: { left: 296, bottom: 83 } }

async function audit(body: string): Promise<string[]> {
  await page.setContent(
    `<style>*{margin:0}[role]{display:block;width:80px;height:60px}</style><main style="background:#fff;font:18px/1.5 sans-serif;color:#222">${body}</main>`,
  )
  return auditScreen(page, { within: 'main', minTarget: 60, minText: 18, system: SYSTEM })
}

describe('the measuring of a screen', () => {
  it('finds nothing wrong with a good one', async () => {
    expect(await audit('<p>清楚的字</p><div role="button">好按</div>')).toEqual([])
  })

  it.each([
    ['<p style="color:#999">太淡的字</p>', '「太淡的字」 has a contrast of 2.85:1'],
    ['<p style="opacity:.5">半透明</p>', '「半透明」 has a contrast of'],
    ['<p style="background:#eee;color:#888">灰底灰字</p>', '「灰底灰字」 has a contrast of'],
    ['<p style="font-size:16px">小字</p>', '「小字」 is 16 px'],
    ['<div role="button" style="height:44px">矮</div>', '「矮」 is 80 × 44 px'],
    ['<div role="link" aria-label="窄" style="width:30px"></div>', '「窄」 is 30 × 60 px'],
    [
      '<p style="width:100px;line-height:1.1">行距太小的一段文字有好几行</p>',
      'has a line spacing of 1.10',
    ],
    ['<p style="width:500px;background:#fff">宽</p>', 'the screen is 500 px wide in 390 px'],
    [
      '<div role="button" style="position:fixed;bottom:0;left:0">贴底</div>',
      '「贴底」 lies under the home indicator',
    ],
    [
      '<div role="button" style="position:fixed;top:0;left:0">贴顶</div>',
      '「贴顶」 lies under the status bar',
    ],
    [
      '<div role="button" style="position:fixed;top:50px;right:0">挡住</div>',
      '「挡住」 lies under the capsule',
    ],
  ])('sees what is wrong with %s', async (body, sentence) => {
    expect(await audit(body)).toEqual([expect.stringContaining(sentence)])
  })

  it('lets large letters be lighter, and what is disabled be faint', async () => {
    expect(await audit('<p style="font-size:24px;color:#8a8a8a">大字</p>')).toEqual([])
    expect(
      await audit('<div role="button" aria-disabled="true" style="color:#aaa">不能按</div>'),
    ).toEqual([])
  })
})
