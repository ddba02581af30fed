import fc from 'fast-check'
import { backoffMs, MAX_TRIES, retryAfterWaitMs } from '@/gateway/call/backoff'

const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })

it('never waits longer than eight seconds and never less than nothing', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 30 }), chance, (tries, luck) => {
      const ms = backoffMs(tries, luck)
      return Number.isInteger(ms) && ms >= 0 && ms <= 8_000
    }),
  )
})

it('spreads a crowd over the whole span instead of sending it back together', () => {
  expect(backoffMs(MAX_TRIES, 0)).toBe(0)
  expect(backoffMs(MAX_TRIES, 0.999)).toBeGreaterThan(3_900)
})

it('never comes back before the time that the server named', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 15_000 }), chance, (retryAfter, luck) => {
      return (retryAfterWaitMs(retryAfter, 1, luck) ?? -1) >= retryAfter
    }),
  )
})

it('does not trust a waiting time that is no number', () => {
  expect(retryAfterWaitMs(NaN, 1, 0.5)).toBeNull()
  expect(retryAfterWaitMs(undefined as unknown as number, 1, 0.5)).toBeNull()
})

it('brings thousands who were told the same time back over as long again, evenly', () => {
  const waits = Array.from({ length: 4_000 }, (_, phone) =>
    retryAfterWaitMs(2_000, 1, phone / 4_000)!,
  )
  const inEachTenth = Array.from({ length: 10 }, (_, tenth) => {
    const [from, until] = [2_000 + tenth * 200, 2_200 + tenth * 200]
    return waits.filter((wait) => wait >= from && wait < until).length
  })
  expect(inEachTenth).toEqual(Array.from({ length: 10 }, () => 400))
})
