import { strToU8 } from 'fflate'
import { ListRefused } from '@/cloud/sheets/list-refused'
import { readTimetable } from '@/cloud/timetable-import/read-timetable'
import { understandTimetable } from '@/domain/timetable/understand'
import { inShort } from '../../domain/timetable/in-short'
import { type Cell, csv, gb18030, workbook } from '../../support/station-list'

const ROWS: Cell[][] = [
  ['示例中心2026年秋季课程表', null, null, null],
  ['课程', '上课时间', '教室', '人数'],
  ['少儿书法（6-10岁）', '9月6日起\n每周六 上午9点-10点半 共8次', '３０１教室', 30],
]
const MEANS = ['少儿书法 | 8 × 09-12 09:00–10:30 … 10-31 | - @ 301教室 | 30 | 6–10 | -']

const means = (bytes: Uint8Array) =>
  understandTimetable(readTimetable(bytes), 2026).activities.map(inShort)

describe('a timetable', () => {
  test.each<[string, Uint8Array]>([
    ['CSV in UTF-8', strToU8(csv(ROWS))],
    ['CSV in GB18030', gb18030(csv(ROWS))],
    ['Excel', workbook(ROWS)],
    ['Excel 97', workbook(ROWS, { bookType: 'biff8' })],
  ])('is read from %s', (_, bytes) => expect(means(bytes)).toEqual(MEANS))

  it('keeps the lines of a cell, and the addresses that the clerk sees', () => {
    const [sheet] = readTimetable(workbook(ROWS))
    const cell = sheet!.cells.find(({ address }) => address === 'B3')
    expect(cell?.text).toBe('9月6日起\n每周六 上午9点-10点半 共8次')
  })

  it('reads days and times that Excel keeps as numbers', () => {
    const rows: Cell[][] = [
      ['活动', '日期', '时间'],
      ['读书会', 46271, 0.625],
    ]
    const bytes = workbook(rows, {
      change: (sheet) => {
        sheet['B2'].z = 'm"月"d"日"'
        sheet['C2'].z = 'h:mm'
      },
    })
    expect(means(bytes)).toEqual(['读书会 | 1 × 09-06 15:00–? … 09-06 | - @ - | - | - | -'])
  })

  it('has a merged cell once, with what it covers', () => {
    const bytes = workbook(ROWS, {
      change: (sheet) => (sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 3 } }]),
    })
    const [title] = readTimetable(bytes)[0]!.cells
    expect(title).toMatchObject({ address: 'A1', rows: 1, columns: 4 })
  })

  it('runs no formula: a cell is what was saved with it', () => {
    const bytes = workbook(ROWS, {
      change: (sheet) =>
        (sheet['A3'] = { t: 's', v: '少儿书法', f: 'WEBSERVICE("https://example.org")' }),
    })
    expect(readTimetable(bytes)[0]!.cells.find(({ address }) => address === 'A3')?.text).toBe(
      '少儿书法',
    )
  })
})

describe('what is no timetable', () => {
  const many = Array.from({ length: 5001 }, (_, row): Cell[] => [`课 ${row}`, '周一 9:00'])
  test.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), '空的'],
    ['more than 5 MB', new Uint8Array(5 * 1024 * 1024 + 1), '超过 5 MB'],
    ['too many rows in CSV', strToU8(csv(many)), '超过 5000 行'],
    ['too many rows in Excel', workbook(many), '超过 5000 行'],
    ['a picture', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), '图片'],
    ['a zip file of something else', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0), '坏的'],
  ])('%s is refused in words', (_, bytes, words) => {
    expect(() => readTimetable(bytes)).toThrow(ListRefused)
    expect(() => readTimetable(bytes)).toThrow(words)
  })
})
