/** A member of staff at a desk sees how their sheet is read, and publishes another. */
import type { Output } from '@/contract'
import { auditScreen } from '../support/audit'
import { screenshot } from '../support/browser'
import { DESKTOP, HAND_HELD, useH5 } from '../support/h5'
import { ask } from '../support/programme'
import { type Cell, workbook } from '../support/station-list'
import { Visitor } from '../support/visitor'

jest.setTimeout(120_000)

const stage = useH5()
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const ROWS: Cell[][] = [
  ['示例中心2026年秋季课程表'],
  ['课程', '上课时间', '教室', '老师', '人数', '费用'],
  [
    '少儿书法（6-10岁）',
    '9月5日起每周六9:00-10:30共8次',
    '三楼书画室',
    '示例王老师',
    '20人',
    '免费',
  ],
  ['合唱', '每周二、四 下午2点半到4点 9月', '多功能厅', '示例李老师', 40, '材料费30元'],
  ['茶艺', '2月30日 9:00', '一楼', null, null, null],
  ['英语角', '每周三 2:30-4:00 9月', null, null, null, null],
]

it.each([
  ['desktop', DESKTOP],
  ['phone', HAND_HELD],
] as const)(
  'is read class by class on a %s, and says what it did not understand',
  async (name, device) => {
    const { page, errors } = await stage.open({ ...device, persona: 'staff' })
    const visitor = new Visitor(page, 'standard', name === 'desktop' ? 'mouse' : undefined)
    await visitor.isHome()
    await visitor.goesToWork('课程表')
    await visitor.sees('没写年份的日子，算哪一年')
    const chooser = page.waitForEvent('filechooser')
    await visitor.touch(visitor.button('选文件'))
    await (
      await chooser
    ).setFiles({
      ...{ name: '课程表.xlsx', mimeType: XLSX, buffer: Buffer.from(workbook(ROWS)) },
    })
    await visitor.sees('读出 3 门课，2 处要问，1 处排不了')
    await visitor.sees('示例李老师 · 多功能厅 · 40 人 · 30 元')
    await visitor.sees('没有2月30日这一天')
    await visitor.sees('没有写上午还是下午，先按下午算，对吗？')
    await page.waitForTimeout(350)
    await screenshot(page, `h5/timetable-${name}`)
    expect(await auditScreen(page, { within: '.screen', minTarget: 44, minText: 0 })).toEqual([])
    expect(errors).toEqual([])
  },
)

it('is published as it is read, and is in the programme then', async () => {
  const { page, errors } = await stage.open({ ...DESKTOP, persona: 'staff' })
  const visitor = new Visitor(page, 'standard', 'mouse')
  await visitor.isHome()
  await visitor.goesToWork('课程表')
  const nextYear = new Date().getUTCFullYear() + 1
  await visitor.chooses(`${nextYear} 年`)
  const chooser = page.waitForEvent('filechooser')
  await visitor.touch(visitor.button('选文件'))
  const rows: Cell[][] = [
    ['课程', '上课时间', '教室', '老师', '人数', '费用'],
    ['示例口琴班', '3月1日起每周六9:00-10:30共4次', '三楼书画室', '示例王老师', '20人', '免费'],
  ]
  await (
    await chooser
  ).setFiles({ name: '新课.xlsx', mimeType: XLSX, buffer: Buffer.from(workbook(rows)) })
  await visitor.sees('读出 1 门课')
  await visitor.touch(visitor.button('发布'))
  await page.waitForTimeout(350)
  await screenshot(page, 'h5/timetable-sure')
  await visitor.touch(page.getByRole('dialog').getByRole('button', { name: '发布' }))
  await visitor.sees('新开 1 门，改 0 门，不变 0 门')
  await screenshot(page, 'h5/timetable-published')
  const { activities } = await ask<Output<'programme.list'>>(
    stage.host.url,
    'staff',
    'programme.list',
    { centreId: 'nongye', text: '示例口琴班' },
  )
  expect(activities).toMatchObject([{ title: '示例口琴班', state: 'published', capacity: 20 }])
  expect(errors).toEqual([])
})
