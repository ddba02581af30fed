import fc from 'fast-check'
import {
  confirmDeadline,
  listEndsAt,
  offerDeadline,
  savesUntil,
} from '@/domain/waitlist/offer-deadline'
import { DAY, HOUR, MINUTE, parseInstant, timeOf, toInstantText } from '@/domain/time/instant'

const at = (text: string) => parseInstant(`2026-${text}:00+08:00`)
const inWords = (instant: number | null) =>
  instant === null ? null : toInstantText(instant).slice(5, 16)

describe('an offer', () => {
  test.each([
    // Far off: twelve hours, by day.
    ['11-22T09:00', '12-10T19:00', '11-22T21:00'],
    ['11-22T10:00', '12-10T19:00', '11-22T22:00'],
    // Into the night: an hour after it.
    ['11-22T10:01', '12-10T19:00', '11-23T09:00'],
    ['11-22T15:00', '12-10T19:00', '11-23T09:00'],
    ['11-22T19:59', '12-10T19:00', '11-23T09:00'],
    ['11-22T20:00', '12-10T19:00', '11-23T09:00'],
    ['11-22T21:01', '12-10T19:00', '11-23T09:01'],
    ['11-22T23:30', '12-10T19:00', '11-23T11:30'],
    ['11-23T02:00', '12-10T19:00', '11-23T14:00'],
    // A quarter of what is left: the list ends an hour before the start.
    ['11-22T09:00', '11-24T10:00', '11-22T21:00'],
    ['11-22T09:00', '11-23T10:00', '11-22T15:00'],
    ['11-22T09:00', '11-22T18:00', '11-22T11:00'],
    ['11-22T09:00', '11-22T12:00', '11-22T09:30'],
    ['11-22T09:00', '11-22T10:30', '11-22T09:30'],
    ['11-22T09:00', '11-22T10:29', null],
    // Before an early start the night is in the way.
    ['11-22T21:00', '11-23T09:30', '11-23T08:30'],
    ['11-22T21:00', '11-23T09:00', '11-23T08:00'],
    ['11-22T21:00', '11-23T08:30', '11-22T22:00'],
    ['11-22T21:30', '11-23T08:30', '11-22T22:00'],
    ['11-22T21:31', '11-23T08:30', null],
    ['11-23T01:00', '11-23T08:30', null],
    ['11-23T01:00', '11-23T10:00', '11-23T09:00'],
  ])('made on %s for a start on %s is good until %s', (now, startsAt, until) => {
    expect(inWords(offerDeadline(at(now), at(startsAt)))).toBe(until)
  })

  test('of a draw is good for two days, or a quarter of what is left', () => {
    expect(inWords(confirmDeadline(at('11-22T09:00'), at('12-10T19:00')))).toBe('11-24T09:00')
    expect(inWords(confirmDeadline(at('11-22T23:00'), at('12-10T19:00')))).toBe('11-25T09:00')
    expect(inWords(confirmDeadline(at('11-22T09:00'), at('11-26T10:00')))).toBe('11-23T09:00')
    expect(confirmDeadline(at('11-22T09:00'), at('11-22T10:00'))).toBeNull()
  })

  test('always leaves half an hour, never ends in the night nor after the list', () => {
    const start = at('12-10T00:00')
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 7 * 24 * 60 }),
        fc.integer({ min: 0, max: 24 * 60 }),
        fc.constantFrom(offerDeadline, confirmDeadline),
        (minutesBefore, minutesIn, rule) => {
          const startsAt = start + minutesIn * MINUTE
          const now = startsAt - minutesBefore * MINUTE
          const until = rule(now, startsAt)
          if (until === null) return
          expect(until - now).toBeGreaterThanOrEqual(30 * MINUTE)
          expect(until).toBeLessThanOrEqual(listEndsAt(startsAt))
          expect(timeOf(until) >= '08:00' && timeOf(until) <= '22:00').toBe(true)
        },
      ),
      { numRuns: 2_000 },
    )
  })

  test('is to be had by day for as long as the list has half an hour and ends by day', () => {
    const startsAt = at('12-10T15:00')
    for (let before = 90; before < 10 * 24 * 60; before += 7) {
      expect(offerDeadline(startsAt - before * MINUTE, startsAt)).not.toBeNull()
    }
  })
})

test('A list ends an hour before the start, and saves seats until a day before that', () => {
  const startsAt = at('12-10T15:00')
  expect(listEndsAt(startsAt)).toBe(startsAt - HOUR)
  expect(savesUntil(startsAt)).toBe(startsAt - HOUR - DAY)
})
