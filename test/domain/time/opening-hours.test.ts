import fc from 'fast-check'
import {
  type OpeningHours,
  nextOpening,
  openUntil,
  openingInWords,
} from '@/domain/time/opening-hours'
import { DAY, HOUR, MINUTE, instantAt, parseInstant, toInstantText } from '@/domain/time/instant'

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7]
const CENTRE: OpeningHours = [
  { days: [1, 2, 3, 4, 5], opens: '08:30', closes: '21:00' },
  { days: [6, 7], opens: '09:00', closes: '18:00' },
]
const NIGHT: OpeningHours = [{ days: [5, 6], opens: '18:00', closes: '02:00' }]
const at = (text: string) => parseInstant(`${text.replace(' ', 'T')}:00+08:00`)
const said = (hours: OpeningHours, now: string) => openingInWords(hours, at(now))

describe('opening hours', () => {
  test.each([
    ['2026-11-22 09:00', '今天开到 18:00'],
    ['2026-11-22 08:59', '今天 09:00 开门'],
    ['2026-11-22 17:59', '今天开到 18:00'],
    ['2026-11-22 18:00', '明天 08:30 开门'],
    ['2026-11-23 20:59', '今天开到 21:00'],
  ])('of a centre at %s: %s', (now, words) => expect(said(CENTRE, now)).toBe(words))

  test.each([
    ['2026-11-27 23:00', '开到明天 02:00'],
    ['2026-11-28 01:59', '今天开到 02:00'],
    ['2026-11-28 02:00', '今天 18:00 开门'],
    ['2026-11-29 02:00', '12月4日 周五 18:00 开门'],
  ])('past midnight at %s: %s', (now, words) => expect(said(NIGHT, now)).toBe(words))

  test.each([
    ['00:00', '24:00'],
    ['00:00', '23:59'],
    ['00:00', '00:00'],
  ])('from %s to %s every day never close, at any minute', (opens, closes) => {
    const hours = [{ days: EVERY_DAY, opens, closes }]
    for (const now of ['2026-11-22 00:00', '2026-11-22 23:59', '2026-11-25 12:00']) {
      expect(said(hours, now)).toBe('24 小时开放')
    }
  })

  test('spans that touch are one', () => {
    const hours = [
      { days: EVERY_DAY, opens: '08:00', closes: '12:00' },
      { days: EVERY_DAY, opens: '12:00', closes: '17:00' },
    ]
    expect(said(hours, '2026-11-22 09:00')).toBe('今天开到 17:00')
  })

  test('a day without a break ends at 24:00', () => {
    const hours = [{ days: [7], opens: '00:00', closes: '24:00' }]
    expect(said(hours, '2026-11-22 09:00')).toBe('今天开到 24:00')
  })

  test('that are empty never open', () => {
    expect(openUntil([], at('2026-11-22 09:00'))).toBeNull()
    expect(nextOpening([], at('2026-11-22 09:00'))).toBeNull()
    expect(said([], '2026-11-22 09:00')).toBe('暂不开放')
  })

  test('agree with themselves: open until the end said, closed at it', () => {
    const minute = fc.integer({ min: 0, max: 1439 })
    const time = minute.map((m) => toInstantText(m * MINUTE - 8 * HOUR).slice(11, 16))
    const days = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 })
    const hours = fc.array(fc.record({ days, opens: time, closes: time }), { maxLength: 3 })
    const moment = fc.integer({ min: 0, max: 7 * 1440 })
    fc.assert(
      fc.property(hours, moment, (given, minutes) => {
        const now = instantAt('2026-11-23', '00:00') + minutes * MINUTE
        const until = openUntil(given, now)
        if (typeof until === 'number') {
          expect(until).toBeGreaterThan(now)
          expect(until - now).toBeLessThanOrEqual(7 * DAY)
          expect(openUntil(given, until - 1)).toBe(until)
          expect(openUntil(given, until)).toBeNull()
        }
        const opens = until === null ? nextOpening(given, now) : null
        if (opens !== null) {
          expect(openUntil(given, opens - 1)).toBeNull()
          expect(openUntil(given, opens)).not.toBeNull()
        }
      }),
    )
  })
})
