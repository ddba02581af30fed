import fc from 'fast-check'
import { addMonths, daysInMonth } from '@/domain/time/date'
import { dayOfWeek } from '@/domain/time/date'
import {
  dayByKey,
  daySentence,
  dotsOf,
  monthCells,
  underline,
  weekCells,
} from '@/ui/month-grid/month-cells'

const months = fc.integer({ min: 0, max: 129 * 12 }).map((count) => addMonths('1970-01', count))

test('a month is shown in whole weeks from Monday, at most six, with each of its days once', () => {
  fc.assert(
    fc.property(months, (month) => {
      const cells = monthCells(month)
      expect(cells.length % 7).toBe(0)
      expect(cells.length).toBeLessThanOrEqual(42)
      expect(dayOfWeek(cells[0]!.date)).toBe(1)
      const inside = cells.filter(({ outside }) => !outside)
      const [year, number] = month.split('-').map(Number)
      expect(inside.map(({ day }) => day)).toEqual(
        Array.from({ length: daysInMonth(year!, number!) }, (_, index) => index + 1),
      )
    }),
  )
})

test('November 2026 begins on a Sunday and needs six rows', () => {
  const cells = monthCells('2026-11')
  expect(cells).toHaveLength(42)
  expect(cells[0]).toEqual({ date: '2026-10-26', day: 26, outside: true })
  expect(cells[6]).toEqual({ date: '2026-11-01', day: 1, outside: false })
})

test('February 2027 fills four rows exactly', () => {
  expect(monthCells('2027-02')).toHaveLength(28)
})

test('a week runs from Monday to Sunday and marks the days of the other month', () => {
  const cells = weekCells('2026-12-02')
  expect(cells.map(({ date }) => date)).toEqual([
    '2026-11-30',
    '2026-12-01',
    '2026-12-02',
    '2026-12-03',
    '2026-12-04',
    '2026-12-05',
    '2026-12-06',
  ])
  expect(cells.map(({ outside }) => outside)).toEqual([true, ...Array<boolean>(6).fill(false)])
})

test('a day has one dot for each group of categories, always in the same order', () => {
  expect(dotsOf(['legal', 'lecture', 'night-school', 'clinic'])).toEqual(['course', 'care'])
  expect(dotsOf(['club', 'children'])).toEqual(dotsOf(['children', 'club']))
  expect(dotsOf([])).toEqual([])
  expect(dotsOf(undefined)).toEqual([])
})

test.each([
  [{ lunar: '十八', festival: null, holiday: null }, '十八', false],
  [{ lunar: '十四', festival: '小雪', holiday: null }, '小雪', true],
  [{ lunar: '廿一', festival: '国庆节', holiday: 'rest' as const }, '国庆节', true],
  [{ lunar: '初八', festival: '国际妇女节', holiday: null }, '国际妇女', true],
])('under the number of %j stands %s', (mark, text, festive) => {
  expect(underline(mark)).toEqual({ text, festive })
})

test('nothing stands under the number of a day that is not known yet', () => {
  expect(underline(undefined)).toEqual({ text: '', festive: false })
})

test('a day is said as one sentence', () => {
  expect(
    daySentence(
      '2026-11-26',
      { lunar: '十八', festival: null, holiday: null },
      ['lecture', 'legal'],
      '2026-11-22',
    ),
  ).toBe('11月26日 周四，农历十八，2 件事：讲座课程、坐诊咨询')
  expect(
    daySentence(
      '2026-10-01',
      { lunar: '廿一', festival: '国庆节', holiday: 'rest' },
      undefined,
      '2026-10-01',
    ),
  ).toBe('10月1日 周四，今天，农历廿一，国庆节，放假，没有安排')
})

test('arrow keys walk by days and weeks, over the end of a month; other keys do nothing', () => {
  expect(dayByKey('2026-11-30', 'ArrowRight')).toBe('2026-12-01')
  expect(dayByKey('2026-11-03', 'ArrowUp')).toBe('2026-10-27')
  expect(dayByKey('2026-11-03', 'Tab')).toBeNull()
})
