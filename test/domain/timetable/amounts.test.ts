import { agesOfStage, takeAges } from '@/domain/timetable/ages'
import { takeCapacity, takeFee } from '@/domain/timetable/amounts'
import { Scanner } from '@/domain/timetable/scanner'
import { uniform } from '@/domain/timetable/written'

const scan = (text: string) => new Scanner(uniform(text))

test.each([
  ['6-10岁', 6, 10],
  ['６—１０周岁', 6, 10],
  ['小学一至三年级', 6, 9],
  ['1-3年级', 6, 9],
  ['三、四年级', 8, 10],
  ['初一至初三年级', 12, 15],
  ['60岁以上', 60, null],
  ['年满55周岁', 55, null],
  ['12岁以下', null, 12],
  ['未满12周岁', null, 11],
  ['18周岁及以上', 18, null],
  ['六至八岁', 6, 8],
  ['四年级以上', 9, 12],
])('ages of %s', (text, min, max) => {
  expect(takeAges(scan(text))?.ages).toEqual({ min, max })
})

test('stages of school', () => {
  expect(agesOfStage('幼儿园大班')?.ages).toEqual({ min: 5, max: 6 })
  expect(agesOfStage('小学生')?.ages).toEqual({ min: 6, max: 12 })
  expect(agesOfStage('成人')).toBeNull()
})

test.each([
  ['30人/班', 30],
  ['限20人', 20],
  ['名额：15', 15],
  ['15-20人', 20],
  ['每班不超过25人', 25],
  ['招收30名', 30],
  ['20组家庭', 20],
  ['二十人', 20],
  ['1200人', 1200],
])('seats of %s', (text, capacity) => {
  expect(takeCapacity(scan(text))).toEqual({ capacity })
})

test('no limit, and nothing said', () => {
  expect(takeCapacity(scan('不限'))).toBe('unlimited')
  expect(takeCapacity(scan('书法'))).toBeNull()
})

test.each([
  ['免费', 0, null],
  ['500元/期', 50_000, '期'],
  ['材料费30元', 3_000, null],
  ['¥20.5/次', 2_050, '次'],
  ['公益课', 0, null],
])('fee of %s', (text, fen, per) => {
  expect(takeFee(scan(text))).toEqual({ fen, per })
})
