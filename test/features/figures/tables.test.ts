import { AUDIENCES, CATEGORIES } from '@/domain/calendar/programme'
import { AGES } from '@/domain/figures/month'
import { csvOf } from '@/features/figures/csv'
import { districtTable } from '@/features/figures/district-tables'
import { spanBack } from '@/features/figures/span'
import { centreTables, type Month, sumInWords } from '@/features/figures/tables'

const OCTOBER: Month = {
  month: '2026-10',
  isOver: true,
  lessons: { held: 18, cancelled: 1, seated: 15, marked: 12 },
  seats: { offered: 320, taken: 240 },
  attendance: { marked: 200, present: 150, late: 10, absent: 30, excused: 10 },
  waiting: { entries: 14, taken: null, offered: 0, never: null },
  givenBack: null,
  categories: CATEGORIES.map((category, at) => ({
    ...{ category, lessons: at === 0 ? 18 : 0, taken: at === 0 ? 240 : 0 },
  })),
  audiences: AUDIENCES.map((audience, at) => ({
    ...{ audience, lessons: 3, taken: at === 0 ? 200 : at === 1 ? 40 : 0 },
  })),
  ages: AGES.map((age) => ({ age, taken: age === 'unknown' ? null : age === '6-12' ? null : 0 })),
}
const NOVEMBER: Month = {
  ...OCTOBER,
  month: '2026-11',
  isOver: false,
  seats: { offered: 0, taken: null },
  attendance: { marked: null, present: null, late: null, absent: null, excused: null },
}

const cellsOf = (title: string) => {
  const table = centreTables([OCTOBER, NOVEMBER], 2026).find((one) => one.title === title)!
  return table.rows.map(({ label, cells }) => [label, ...cells])
}

test('A month says how full and who came; what is withheld says so in words', () => {
  expect(cellsOf('坐满几成')).toEqual([
    ['10月', '18', '1', '320', '240', '75%'],
    ['11月至今', '18', '1', '0', '少于 5', '—'],
  ])
  expect(cellsOf('来了几成')).toEqual([
    ['10月', '15', '12', '150', '10', '30', '10', '80%'],
    ['11月至今', '15', '12', ...Array<string>(5).fill('不细列')],
  ])
  expect(cellsOf('候补和退掉的')[0]).toEqual([...['10月', '14', '不细列', '0', '不细列', '少于 5']])
})

test('Parts that are nobody’s in every month are left out; those withheld stay', () => {
  const tables = centreTables([OCTOBER], 2026)
  const columns = (title: string) => tables.find((one) => one.title === title)?.columns
  expect(columns('给谁办的课')).toEqual(['大家', '一小'])
  expect(columns('哪一类课')).toEqual(['社区大讲堂'])
  expect(columns('来的人多大')).toEqual(['6–12 岁', '不知道'])
})

test('A chart draws the numbers of its table and nothing that is withheld', () => {
  for (const { chart, rows } of centreTables([OCTOBER, NOVEMBER], 2026)) {
    if (!chart) continue
    for (const { values } of chart.series) expect(values).toHaveLength(rows.length)
  }
  const [full] = centreTables([OCTOBER, NOVEMBER], 2026)
  expect(full!.chart!.series[0]!.values).toEqual([75, null])
})

test('What centres have together is what is told of each, at least', () => {
  expect(sumInWords([3, 4])).toBe('7')
  expect(sumInWords([30, null])).toBe('至少 30')
  expect(sumInWords([null, null])).toBe('少于 5')
  const months = [OCTOBER, NOVEMBER]
  const table = districtTable([
    { centreId: 'a', shortName: '甲社区', months },
    { centreId: 'b', shortName: '乙社区', months: [OCTOBER] },
  ])
  expect(table.rows.map(({ label, cells }) => [label, cells[3], cells[4], cells[5]])).toEqual([
    ['甲社区', '至少 240', '75%', '80%'],
    ['乙社区', '240', '75%', '80%'],
    ['一共', '至少 480', '75%', '80%'],
  ])
})

test('The file says what the screen says, and nothing in it is a formula', () => {
  const [full, came] = centreTables([OCTOBER], 2026)
  const lines = csvOf([full!, came!]).split('\r\n')
  expect(lines[0]).toMatch(/^\ufeff月份,坐满几成：开了几课,/)
  expect(lines[1]).toBe('10月,18,1,320,240,75%,15,12,150,10,30,10,80%')
  expect(lines).toHaveLength(3)
  const odd = ['=1+1', '+1', '-1', '@a', '\t1', '说"好"', 'a,b', '两\n行']
  const table = { ...full!, columns: odd, rows: [{ label: '—', cells: odd }] }
  const [, ...rows] = csvOf([table]).replace('\ufeff', '').split(/\r\n/)
  expect(rows[0]).toBe(`—,'=1+1,'+1,'-1,'@a,'\t1,"说""好""","a,b","两\n行"`)
  expect(csvOf([])).toBe('')
})

test('A span reaches back so many months, the one under way among them', () => {
  const now = Date.parse('2026-02-01T00:30:00+08:00')
  expect(spanBack('3', now)).toEqual({ from: '2025-12', to: '2026-02' })
  expect(spanBack('24', now)).toEqual({ from: '2024-03', to: '2026-02' })
})
