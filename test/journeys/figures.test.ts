/** Staff and the district look back, say something to a class, and open a centre. */
import { readFileSync } from 'node:fs'
import { auditScreen } from '../support/audit'
import { screenshot } from '../support/browser'
import { DESKTOP, HAND_HELD, useH5 } from '../support/h5'
import { Visitor } from '../support/visitor'

jest.setTimeout(120_000)

const stage = useH5()
const settle = 350

async function atWork(
  part: string,
  persona: string,
  device: object,
  mouse: boolean,
): Promise<{ visitor: Visitor; opened: Awaited<ReturnType<typeof stage.open>> }> {
  const opened = await stage.open({ ...device, persona })
  const visitor = new Visitor(opened.page, 'standard', mouse ? 'mouse' : undefined)
  await visitor.isHome()
  await visitor.goesToWork(part)
  return { visitor, opened }
}

it.each([
  ['desktop', DESKTOP],
  ['phone', { ...HAND_HELD, dark: true }],
] as const)(
  'shows staff a table and a chart of each month on a %s, and the same as a file',
  async (name, device) => {
    const { visitor, opened } = await atWork('中心的数字', 'staff', device, name === 'desktop')
    const { page, errors } = opened
    await page.getByRole('table', { name: '坐满几成' }).waitFor()
    await page.getByRole('img', { name: '坐满几成的柱状图，数字都在下面的表里' }).waitFor()
    await page.locator('.chart .ct-bar').first().waitFor({ state: 'attached' })
    await page.waitForTimeout(settle)
    await screenshot(page, `h5/figures-${name}`)
    expect(await auditScreen(page, { within: '.screen', minTarget: 44, minText: 0 })).toEqual([])
    const cells = await page
      .getByRole('table', { name: '坐满几成' })
      .getByRole('cell')
      .allInnerTexts()
    const download = page.waitForEvent('download')
    await visitor.touch(visitor.button('存成表格'))
    const file = readFileSync(await (await download).path(), 'utf8')
    const [, first] = file.split('\r\n')
    expect(first!.split(',').slice(1, 6)).toEqual(cells.slice(0, 5))
    expect(errors).toEqual([])
  },
)

it('lets the district see all centres and open one, which everybody then finds', async () => {
  const { visitor, opened } = await atWork('区里的数字', 'district', DESKTOP, true)
  const { page, errors } = opened
  await page.getByRole('table', { name: '各个中心' }).waitFor()
  await page.waitForTimeout(settle)
  await screenshot(page, 'h5/district-figures')
  await visitor.touch(visitor.button('开一个新中心'))
  const field = (label: string) => page.getByRole('textbox', { name: label })
  await field('全名').fill('示例新社区党群服务中心')
  await field('短名').fill('示例新社区')
  await field('编号').fill('shilixin')
  await visitor.touch(visitor.button('下一步'))
  await field('地址').fill('示例路（示例门牌）')
  await field('坐标').fill('113.6106, 34.7512')
  await visitor.touch(visitor.button('下一步'))
  await field('电话').fill('0371-00000000')
  await visitor.touch(visitor.button('下一步'))
  await visitor.touch(page.getByRole('radio', { name: '农业银行社区' }))
  await visitor.touch(visitor.button('下一步'))
  await visitor.sees('每天 08:30–21:00')
  await screenshot(page, 'h5/new-centre')
  await visitor.touch(visitor.button('开这个中心'))
  await page.getByRole('radio', { name: '示例新社区' }).waitFor()
  expect(errors).toEqual([])
})
