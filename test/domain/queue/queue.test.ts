import fc from 'fast-check'
import { isOnTheDay } from '@/domain/queue/on-the-day'
import { pollAfterMs } from '@/domain/queue/poll'
import { HOUR, MINUTE, parseInstant } from '@/domain/time/instant'

const startsAt = parseInstant('2026-11-25T09:00:00+08:00')
const clinic = { startsAt, endsAt: startsAt + 2.5 * HOUR }

test.each([
  ['2026-11-24T23:59:59+08:00', false],
  ['2026-11-25T00:00:00+08:00', true],
  ['2026-11-25T10:00:00+08:00', true],
  ['2026-11-25T23:59:59+08:00', true],
  ['2026-11-26T00:00:00+08:00', false],
])('numbers of a clinic on 25 November can be called at %s: %p', (now, can) => {
  expect(isOnTheDay(clinic, parseInstant(now))).toBe(can)
})

test.each([
  [0, true, 5_000],
  [1, true, 5_000],
  [2, true, 10_000],
  [5, true, 25_000],
  [12, true, 60_000],
  [300, true, 60_000],
  [null, true, 30_000],
  [0, false, 10 * MINUTE],
  [null, false, 10 * MINUTE],
])('with %p ahead, on the day %p, a phone asks again after %p ms', (ahead, onTheDay, ms) => {
  expect(pollAfterMs(ahead, onTheDay)).toBe(ms)
})

test('Who is further off never asks sooner', () => {
  const ahead = fc.integer({ min: 0, max: 500 })
  fc.assert(
    fc.property(ahead, ahead, (a, b) => {
      const [near, far] = a < b ? [a, b] : [b, a]
      expect(pollAfterMs(near, true)).toBeLessThanOrEqual(pollAfterMs(far, true))
    }),
  )
})
