import fc from 'fast-check'
import { MINUTE, instantAt, parseInstant } from '@/domain/time/instant'
import {
  agoInWords,
  dateInWords,
  dayInWords,
  deadlineInWords,
  momentInWords,
  monthInWords,
  timeRangeInWords,
  untilInWords,
  whenInWords,
} from '@/domain/time/words'

const at = (text: string) => parseInstant(`${text.replace(' ', 'T')}:00+08:00`)
/** A Wednesday afternoon. */
const NOW = at('2026-11-25 17:00')

describe('a day in words', () => {
  test.each([
    ['2026-11-26', '11月26日 周四'],
    ['2026-01-04', '1月4日 周日'],
  ])('%s is %s', (date, words) => expect(dateInWords(date)).toBe(words))

  test.each([
    ['2026-11-23', '前天'],
    ['2026-11-24', '昨天'],
    ['2026-11-25', '今天'],
    ['2026-11-26', '明天'],
    ['2026-11-27', '后天'],
    ['2026-11-28', '本周六'],
    ['2026-11-29', '本周日'],
    ['2026-11-30', '11月30日 周一'],
    ['2026-11-22', '11月22日 周日'],
    ['2027-01-02', '1月2日 周六'],
    ['2027-04-05', '2027年4月5日 周一'],
    ['2025-11-25', '2025年11月25日 周二'],
  ])('seen from Wednesday, %s is %s', (date, words) =>
    expect(dayInWords(date, '2026-11-25')).toBe(words),
  )

  test('a Sunday has no days of this week left', () => {
    expect(dayInWords('2026-11-25', '2026-11-22')).toBe('11月25日 周三')
  })

  test('a month has its year', () => expect(monthInWords('2027-02')).toBe('2027 年 2 月'))
})

describe('a time in words', () => {
  test.each([
    ['2026-11-26 15:00', '2026-11-26 16:30', '15:00–16:30'],
    ['2026-11-26 22:00', '2026-11-27 00:00', '22:00–24:00'],
    ['2026-11-26 22:00', '2026-11-27 02:00', '22:00–次日 02:00'],
    ['2026-11-26 09:00', '2026-11-28 17:00', '09:00–11月28日 17:00'],
  ])('from %s to %s is %s', (from, to, words) =>
    expect(timeRangeInWords(at(from), at(to))).toBe(words),
  )

  test.each([
    ['2026-11-25 19:00', '今晚 19:00–20:30'],
    ['2026-11-25 17:30', '今天 17:30–19:00'],
    ['2026-11-26 19:00', '明天 19:00–20:30'],
    ['2026-12-05 09:30', '12月5日 周六 09:30–11:00'],
  ])('an hour and a half from %s is %s', (from, words) =>
    expect(whenInWords(at(from), at(from) + 90 * MINUTE, NOW)).toBe(words),
  )

  test('a moment of yesterday', () =>
    expect(momentInWords(at('2026-11-24 22:40'), NOW)).toBe('昨天 22:40'))

  test.each([
    ['2026-11-26 15:00', '明天 15:00 前'],
    ['2026-12-05 00:00', '12月4日 周五 24:00 前'],
    ['2026-11-26 00:00', '今天 24:00 前'],
  ])('the deadline %s is %s', (until, words) => expect(deadlineInWords(at(until), NOW)).toBe(words))
})

describe('how long until', () => {
  test.each([
    ['2026-11-25 17:00', null],
    ['2026-11-25 16:00', null],
    ['2026-11-25 17:01', '还有 1 分钟'],
    ['2026-11-25 17:40', '还有 40 分钟'],
    ['2026-11-25 18:00', '还有 1 小时'],
    ['2026-11-25 18:20', '还有 1 小时 20 分钟'],
    ['2026-11-25 19:00', '还有 2 小时'],
    ['2026-11-25 22:20', '还有 5 小时'],
    ['2026-11-26 16:59', '还有 23 小时'],
    ['2026-11-26 17:00', '还有 1 天'],
    ['2026-11-28 09:00', '还有 3 天'],
  ])('%s: %s', (text, words) => expect(untilInWords(at(text), NOW)).toBe(words))

  test('is said for every moment to come, without a zero, and for none that has come', () => {
    const minutes = fc.integer({ min: -100_000, max: 100_000 })
    fc.assert(
      fc.property(minutes, fc.integer({ min: 0, max: 59_999 }), (away, milliseconds) => {
        const words = untilInWords(NOW + away * MINUTE + milliseconds, NOW)
        if (away * MINUTE + milliseconds <= 0) expect(words).toBeNull()
        else expect(words).toMatch(/^还有 [1-9]\d* (分钟|天|小时( [1-9]\d? 分钟)?)$/)
      }),
    )
  })
})

test.each([
  ['2026-11-25 17:00', '刚刚'],
  ['2026-11-25 16:20', '40 分钟前'],
  ['2026-11-25 14:00', '3 小时前'],
  ['2026-11-24 22:40', '昨天 22:40'],
])('%s was %s', (text, words) => expect(agoInWords(at(text), NOW)).toBe(words))

test('a copy made seconds after midnight is not from yesterday', () => {
  const now = instantAt('2026-11-25', '00:00') + 30_000
  expect(agoInWords(now - 60_000, now)).toBe('1 分钟前')
})
