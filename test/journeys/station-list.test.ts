/** A member of staff at a desk takes in a list of rest stations out of an Excel sheet. */
import { auditScreen } from '../support/audit'
import { screenshot } from '../support/browser'
import { DESKTOP, HAND_HELD, useH5 } from '../support/h5'
import { type Cell, workbook } from '../support/station-list'
import { Visitor } from '../support/visitor'

jest.setTimeout(120_000)

const stage = useH5()
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const ROWS: Cell[][] = [
  ['中原区驿站名单'],
  ['序号', '驿站名称', '详细地址', '服务时间', '设施', '经度', '纬度'],
  [1, '示例：导入的驿站', '建设西路 10 号', '全天', '微波炉、充电', 113.612, 34.751],
  [2, '示例：写错的驿站', '桐柏路 9 号', '看心情', '', 113.61, 34.74],
]

it('looks at the list, says which datum it is, and imports it', async () => {
  const { page, errors } = await stage.open({ ...DESKTOP, persona: 'staff' })
  const visitor = new Visitor(page, 'standard', 'mouse')
  const choose = async (name: string, buffer: Buffer) => {
    const chooser = page.waitForEvent('filechooser')
    await visitor.touch(visitor.button(/^(选文件|换一个文件)$/))
    await (await chooser).setFiles({ name, mimeType: XLSX, buffer })
  }
  await visitor.isHome()
  await visitor.goesToWork('管驿站')

  await visitor.sees('待办')
  await choose('合影.xlsx', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'))
  await visitor.sees('这个文件读不了')

  await choose('名单.xlsx', Buffer.from(workbook(ROWS)))
  await visitor.sees('新增 1 个；有错 1 行')
  await visitor.sees('第 4 行 · 服务时间')
  expect(await visitor.button('先选坐标').getAttribute('aria-disabled')).toBe('true')
  await page.waitForTimeout(350)
  await screenshot(page, 'h5/station-list-desktop')
  const wrong = await auditScreen(page, { within: '.screen', minTarget: 44, minText: 0 })
  expect(wrong).toEqual([])

  await visitor.chooses(/^GCJ-02/)
  await visitor.touch(visitor.button('导入，改 1 个'))
  await visitor.sees('导入好了')

  await choose('名单.xlsx', Buffer.from(workbook(ROWS)))
  await visitor.chooses(/^GCJ-02/)
  await visitor.sees('没变化 1 个；有错 1 行')
  await visitor.button('没有要改的').waitFor()
  expect(errors).toEqual([])
})

it('is not there for a resident', async () => {
  const { page } = await stage.open({ ...HAND_HELD, persona: 'resident' })
  const visitor = new Visitor(page)
  await visitor.isHome()
  await visitor.goTo('我的')
  await visitor.touch(visitor.button('改称呼和常去的中心'))
  await visitor.sees('常去的中心')
  expect(await visitor.button('工作台').count()).toBe(0)
  await page.goto(page.url().replace(/#.*/, '#/pages/staff/station-list/station-list'))
  await visitor.sees('这里给工作人员用')
})
