/**
 * A timetable as an Excel sheet: how it is read, and a whole term of it, from the sheet over a resident's
 * seat and the desk at the door to the sheet that staff get back.
 */
import { OPENS_BEFORE } from '@/domain/attendance/mark'
import { addDays, dateOf, dayOfWeek } from '@/domain/time/date'
import { MINUTE, timeOf } from '@/domain/time/instant'
import { monthDayInWords, weekdayCharacter } from '@/domain/time/words'
import { auditScreen } from '../support/audit'
import { screenshot } from '../support/browser'
import { DESKTOP, HAND_HELD, useH5 } from '../support/h5'
import { savedSheet } from '../support/saved-sheet'
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

/** Chooses rows as the file that the timetable is read from. */
async function choosesSheet(visitor: Visitor, rows: Cell[][]): Promise<void> {
  const chooser = visitor.page.waitForEvent('filechooser')
  await visitor.touch(visitor.button('选文件'))
  const buffer = Buffer.from(workbook(rows))
  await (await chooser).setFiles({ name: '课程表.xlsx', mimeType: XLSX, buffer })
}

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
    await choosesSheet(visitor, ROWS)
    await visitor.sees('读出 3 门课，2 处要问，1 处排不了')
    await visitor.sees('示例李老师 · 多功能厅 · 40 人 · 30 元')
    await visitor.sees('没有2月30日这一天')
    await visitor.sees('没有写上午还是下午，先按下午算，对吗？')
    await screenshot(page, `h5/timetable-${name}`)
    expect(await auditScreen(page, { within: '.screen', minTarget: 44, minText: 0 })).toEqual([])
    expect(errors).toEqual([])
  },
)

/** A lecture that can be booked for a quarter of an hour yet, and whose roster can be marked already. */
function soonLecture() {
  const startsAt = Math.floor(Date.now() / MINUTE) * MINUTE + OPENS_BEFORE - MINUTE
  const date = dateOf(startsAt)
  return {
    ...{ title: '示例防诈大讲堂', date, dayInWords: monthDayInWords(date) },
    when: `${weeklyFrom(date)} ${timeOf(startsAt)} 每次60分钟 共4次`,
  }
}
const weeklyFrom = (date: string) =>
  `${monthDayInWords(date)}起每周${weekdayCharacter(dayOfWeek(date))}`

/** Corrects a class of which nothing was asked, which cannot be published before it is done with. */
async function correctsSeats(staff: Visitor, title: string, seats: string): Promise<void> {
  await staff.touch(staff.button(`改${title}`))
  await staff.sees('有一门课正在改：先点“用这些”或者“不改了”，再发布。')
  await staff.page.getByRole('textbox', { name: '名额', exact: true }).fill(seats)
  await screenshot(staff.page, 'h5/term-corrected')
  await staff.touch(staff.button('用这些'))
  await staff.sees(`示例民警 · 示例讲座室 · ${seats} 人 · 免费`)
}

it('goes from the sheet to the calendar, over a seat and the door, and back into a sheet', async () => {
  const lecture = soonLecture()
  const year = Number(lecture.date.slice(0, 4))
  const later = addDays(lecture.date, 2)
  const music = `${later.slice(0, 4)}年${weeklyFrom(later)} 2:30-4:00 共6次`
  const rows: Cell[][] = [
    ['示例中心这学期的课程表'],
    ['课程', '上课时间', '教室', '老师', '人数', '费用'],
    [lecture.title, lecture.when, '示例讲座室', '示例民警', '30人', '免费'],
    ['示例口琴班', music, '三楼书画室', '示例王老师', null, '材料费20元'],
    ['示例国庆联欢', `${year + 1}年10月1日 9:00-11:00`, '多功能厅', '示例李老师', '60人', '免费'],
  ]
  const { page, errors } = await stage.open({ ...DESKTOP, persona: 'staff' })
  const staff = new Visitor(page, 'standard', 'mouse')
  await staff.isHome()
  await staff.goesToWork('课程表')
  await staff.chooses(`${year} 年`)
  await choosesSheet(staff, rows)

  await staff.sees(/^读出 3 门课，\d 处要问$/)
  await staff.sees(/^还有 \d 处没答，答完就能发布。现在什么都没有改。$/)
  await screenshot(page, 'h5/term-asked')
  await staff.chooses('都要，每门 20 人')
  await staff.chooses('照常上')
  await staff.touch(page.getByRole('radio', { name: '对，就这样' }))
  await staff.sees('报上的名一个都不会动。要么整张表都发布，要么一门都不发布。')
  await screenshot(page, 'h5/term-answered')
  await correctsSeats(staff, lecture.title, '25')
  await staff.touch(staff.button('发布'))
  await staff.sees('发布这张课程表？')
  await screenshot(page, 'h5/term-sure')
  await staff.touch(page.getByRole('dialog').getByRole('button', { name: '发布' }))
  await staff.sees('发布好了')
  await staff.sees('新开的课已经在日历上了。')
  await screenshot(page, 'h5/term-published')

  const there = await stage.open({ ...DESKTOP, persona: '示例听讲的人' })
  const resident = new Visitor(there.page, 'standard', 'mouse')
  await resident.isHome()
  await resident.goTo('日历')
  await resident.opensFromCalendar(lecture)
  await screenshot(there.page, 'h5/term-lecture')
  const code = await resident.books()
  await screenshot(there.page, 'h5/term-booked')
  expect(there.errors).toEqual([])

  await staff.touch(page.getByRole('link', { name: '点名', exact: true }))
  await staff.button('后一天').waitFor()
  if (dateOf(Date.now()) !== lecture.date) await staff.touch(staff.button('后一天'))
  await staff.touch(staff.button(new RegExp(`${lecture.title}，`)))
  await staff.sees('0 / 1 到了')
  await page.getByRole('searchbox', { name: '按名字或码尾找' }).fill(code)
  await staff.touch(staff.button(`签到码末尾 ${code.slice(-4)}到了`))
  await staff.sees('1 / 1 到了')
  await staff.button(new RegExp(`^${lecture.title}，.*，1 / 1 到了$`)).waitFor()
  await screenshot(page, 'h5/term-there')

  await staff.touch(page.getByRole('link', { name: '课程表', exact: true }))
  const given = await savedSheet(page, () => staff.touch(staff.button('导出课程表')))
  expect(given.name).toMatch(/^农业银行社区课程表 .*[.]xlsx$/)
  const rowOf = (title: unknown) => given.rows.filter(([name]) => name === title)
  expect(rowOf('课程名称')).toEqual([
    ['课程名称', '上课时间', '地点', '老师', '名额', '年龄', '费用'],
  ])
  expect(rowOf(lecture.title)).toEqual([
    [lecture.title, lecture.when, '示例讲座室', '示例民警', '25人', '不限', '免费'],
  ])
  expect(rowOf('示例口琴班')).toEqual([
    ['示例口琴班', music, '三楼书画室', '示例王老师', '20人', '不限', '20元'],
  ])
  expect(errors).toEqual([])
})
