import fc from 'fast-check'
import { instantAt, isTimeOfDay, parseInstant, timeOf, toInstantText } from '@/domain/time/instant'

describe('an instant as text', () => {
  test('is written at UTC+8, to the second below', () => {
    expect(toInstantText(Date.UTC(2026, 10, 22, 16, 30, 0, 999))).toBe('2026-11-23T00:30:00+08:00')
  })

  test('comes back from its text, which other readers of ISO 8601 read alike', () => {
    const seconds = fc.integer({ min: 0, max: 4_102_415_999 })
    fc.assert(
      fc.property(seconds, (second) => {
        const text = toInstantText(second * 1000)
        expect(parseInstant(text)).toBe(second * 1000)
        expect(new Date(text).getTime()).toBe(second * 1000)
      }),
    )
  })

  test.each([
    '2026-11-22T15:00:00Z',
    '2026-11-22T15:00:00+09:00',
    '2026-11-22 15:00:00+08:00',
    '2026-02-29T15:00:00+08:00',
    '2026-11-22T24:00:00+08:00',
    '2026-11-22T15:60:00+08:00',
    '2026-11-22T15:00:60+08:00',
    '2026-11-22T15:00+08:00',
    '',
  ])('%j is refused', (text) => expect(() => parseInstant(text)).toThrow(RangeError))
})

describe('a time of day', () => {
  test.each([
    ['00:00', true],
    ['23:59', true],
    ['24:00', false],
    ['9:30', false],
    ['09:60', false],
    ['09:30:00', false],
  ])('%j is one: %s', (text, expected) => expect(isTimeOfDay(text)).toBe(expected))

  test('of a day is an instant, whose time of day it is', () => {
    expect(toInstantText(instantAt('2026-11-26', '15:00'))).toBe('2026-11-26T15:00:00+08:00')
    expect(timeOf(instantAt('2026-11-26', '07:05'))).toBe('07:05')
  })

  test('24:00 is the beginning of the next day', () => {
    expect(instantAt('2026-11-26', '24:00')).toBe(instantAt('2026-11-27', '00:00'))
  })
})
