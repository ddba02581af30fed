import fc from 'fast-check'
import { ruleInWords } from '@/domain/calendar/recurrence-words'
import type { Rule } from '@/domain/calendar/rule'
import { anyRule, lunarYearly, monthlyNth, monthlyOn, onDates, weekly } from './rule-builders'

const cases: [Rule, string][] = [
  [weekly([4]), '每周四 15:00–16:30'],
  [weekly([7, 6]), '每周六、周日 15:00–16:30'],
  [weekly([1, 2, 3, 4, 5]), '每周一至周五 15:00–16:30'],
  [weekly([1, 2, 3, 4, 5, 6, 7]), '每天 15:00–16:30'],
  [weekly([1, 3, 5]), '每周一、周三、周五 15:00–16:30'],
  [weekly([4], { interval: 2 }), '每两周的周四 15:00–16:30'],
  [weekly([4], { onRestDays: 'drop' }), '每周四 15:00–16:30，逢法定假日暂停一次'],
  [
    weekly([6], {
      time: '09:30',
      count: 8,
      onRestDays: 'postpone',
      startsOn: '2026-12-01',
    }),
    '每周六 09:30–11:00，12月5日起，逢法定假日顺延，共 8 课',
  ],
  [weekly([4], { until: '2026-12-31' }), '每周四 15:00–16:30，9月3日起，到12月31日止'],
  [weekly([5], { time: '22:30', durationMinutes: 120 }), '每周五 22:30–次日 00:30'],
  [monthlyNth(2, 6), '每月第二个周六 15:00–16:30'],
  [monthlyNth(-1, 5), '每月最后一个周五 15:00–16:30'],
  [monthlyOn([15]), '每月 15 日 15:00–16:30'],
  [monthlyOn([15, 1]), '每月 1 日、15 日 15:00–16:30'],
  [monthlyOn([-1]), '每月最后一天 15:00–16:30'],
  [monthlyNth(1, 3, { interval: 2 }), '每两个月的第一个周三 15:00–16:30'],
  [onDates(['2026-12-05']), '12月5日 周六 15:00–16:30'],
  [onDates(['2026-12-12', '2026-12-05']), '12月5日、12月12日 15:00–16:30'],
  [
    onDates(['2026-12-05', '2026-12-12', '2026-12-19', '2027-01-09']),
    '12月5日至1月9日间的 4 天 15:00–16:30',
  ],
  [lunarYearly(9, 9), '每年重阳节（农历九月初九）15:00–16:30'],
  [lunarYearly(12, -1), '每年除夕（农历腊月最后一天）15:00–16:30'],
  [lunarYearly(3, 3), '每年农历三月初三 15:00–16:30'],
]

test.each(cases)('%j is told in plain Chinese', (rule, words) =>
  expect(ruleInWords(rule)).toBe(words),
)

test('any rule has words, without a gap', () => {
  fc.assert(
    fc.property(anyRule, (rule) => {
      expect(ruleInWords(rule)).not.toMatch(/undefined|NaN|null| {2}|，，|每 *\d*:/)
    }),
  )
})
