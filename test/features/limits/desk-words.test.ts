import {
  countOf,
  courseCounts,
  dayTileOf,
  groupInWords,
  groupsOf,
  lastDays,
  limitLine,
  type Limited,
  NONE,
  tileOf,
  untilOf,
} from '@/features/limits/desk-words'
import { limitFacts } from '@/features/activities/limit-facts'
import { parseInstant } from '@/domain/time/instant'

const NOW = parseInstant('2026-11-26T09:00:00+08:00')
const limited = (more: Partial<Limited> = {}): Limited => ({
  activityId: 'nongye.weiqi-shangwu',
  title: '少儿围棋（上午班）',
  category: 'children',
  ruleInWords: '每周六 09:30–10:30',
  wholeTerm: true,
  seatsPerTerm: null,
  parallelGroup: null,
  residentsFirstUntil: null,
  closesAt: '2026-12-01T18:00:00+08:00',
  ...more,
})

test('What limits an activity stands in one line', () => {
  expect(limitLine(limited(), NOW)).toBe('没有单独的限制')
  const all = {
    ...{ seatsPerTerm: 2, parallelGroup: '少儿围棋' },
    residentsFirstUntil: '2026-11-29T00:00:00+08:00',
  }
  expect(limitLine(limited(all), NOW)).toMatch(
    /^每人每学期最多 2 次 · “少儿围棋”只报一个 · .*24:00 前居民先报$/,
  )
})

test('A group names its other classes, and each group is there once', () => {
  const one = limited({ parallelGroup: '少儿围棋' })
  const other = { ...one, activityId: 'nongye.weiqi-xiawu', title: '少儿围棋（下午班）' }
  expect(groupInWords(limited(), [])).toBe('不和别的班分组')
  expect(groupInWords(one, [one])).toBe('“少儿围棋”组，组里还没有别的班')
  expect(groupInWords(one, [one, other])).toBe('“少儿围棋”组，和“少儿围棋（下午班）”只能报一个')
  expect(groupsOf([limited(), one, other])).toEqual(['少儿围棋'])
})

test('A tile stands for a number or for none, and what is set now is always among them', () => {
  expect([null, 3].map(tileOf).map(countOf)).toEqual([null, 3])
  expect(courseCounts(null)).toHaveLength(6)
  expect(courseCounts(9).at(-1)).toEqual({ value: '9', label: '9 门' })
})

test('Residents can be first until the end of each day before the last pool closes', () => {
  const tiles = lastDays('2026-12-01T18:00:00+08:00', NOW)
  expect(tiles.map(({ label }) => label)).toEqual(
    expect.arrayContaining(['不留', '今天', '明天', '11月30日']),
  )
  expect(tiles).toHaveLength(6)
  expect(lastDays(null, NOW)).toEqual([{ value: NONE, label: '不留' }])
  expect(untilOf('2026-11-28')).toBe('2026-11-29T00:00:00+08:00')
  expect([untilOf('2026-11-28'), untilOf(NONE)].map(dayTileOf)).toEqual(['2026-11-28', NONE])
})

test('The page of an activity tells its limits, and nothing where there are none', () => {
  expect(limitFacts({})).toEqual([])
  expect(
    limitFacts({ limits: { coursesPerTerm: null, seatsPerTerm: null, parallel: [] } }),
  ).toEqual([])
  const parallel = ['上午班', '下午班'].map((title) => ({ activityId: 'nongye.a', title }))
  const facts = limitFacts({ limits: { coursesPerTerm: 2, seatsPerTerm: 3, parallel } })
  expect(facts.map(({ title }) => title)).toEqual([
    '每人每学期最多报 3 次',
    '每人每学期最多报 2 门课',
    '这 3 个班，一人只能报一个',
  ])
  expect(facts[2]!.note).toBe('另外几个是：上午班、下午班')
})
