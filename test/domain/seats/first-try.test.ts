import fc from 'fast-check'
import { FIRST_TRY_WITHIN_MS, firstTryAt, withinOf } from '@/domain/seats/first-try'

const OPENS = 1_800_000_000_000
const span = { opensAt: OPENS, withinMs: FIRST_TRY_WITHIN_MS }
const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })

/** A seeded source of evenly spread numbers in [0, 1) (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Pearson's chi-square of delays against an even spread over twenty equal parts of the span. */
function unevenness(delays: number[]): number {
  const parts = Array.from({ length: 20 }, () => 0)
  for (const delay of delays) parts[Math.floor((delay * 20) / FIRST_TRY_WITHIN_MS)]!++
  const expected = delays.length / 20
  return parts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
}
/** What an even spread exceeds once in a thousand times, at 19 degrees of freedom. */
const ONCE_IN_A_THOUSAND = 43.82

const crowd = (source: () => number) => Array.from({ length: 20_000 }, source)

it('spreads those who pressed before the opening evenly over the published span', () => {
  const delays = crowd(seeded(40)).map((luck) => firstTryAt(span, OPENS - 60_000, luck) - OPENS)
  expect(Math.min(...delays)).toBeGreaterThanOrEqual(0)
  expect(Math.max(...delays)).toBeLessThan(FIRST_TRY_WITHIN_MS)
  expect(unevenness(delays)).toBeLessThan(ONCE_IN_A_THOUSAND)
})

it('would be found out if it favoured the beginning or sent a crowd on few milliseconds', () => {
  const early = crowd(seeded(40)).map((luck) => firstTryAt(span, 0, luck ** 1.1) - OPENS)
  expect(unevenness(early)).toBeGreaterThan(ONCE_IN_A_THOUSAND)
  const coarse = crowd(seeded(40)).map((luck) => firstTryAt(span, 0, Math.floor(luck * 7) / 7))
  expect(unevenness(coarse.map((at) => at - OPENS))).toBeGreaterThan(ONCE_IN_A_THOUSAND)
})

it('holds nobody back beyond the span, and nobody at all after it', () => {
  fc.assert(
    fc.property(fc.integer({ min: -900_000, max: 5_000 }), chance, (after, luck) => {
      const pressed = OPENS + after
      const leaves = firstTryAt(span, pressed, luck)
      if (after >= FIRST_TRY_WITHIN_MS) return leaves === pressed
      return leaves >= Math.max(OPENS, pressed) && leaves < OPENS + FIRST_TRY_WITHIN_MS
    }),
  )
})

it('goes by the span that the server published, within reason', () => {
  expect(withinOf(undefined)).toBe(FIRST_TRY_WITHIN_MS)
  expect(withinOf(NaN)).toBe(FIRST_TRY_WITHIN_MS)
  expect(withinOf(-1)).toBe(FIRST_TRY_WITHIN_MS)
  expect(withinOf(0)).toBe(0)
  expect(withinOf(900)).toBe(900)
  expect(withinOf(3_600_000)).toBe(5_000)
  expect(firstTryAt({ opensAt: OPENS, withinMs: 0 }, OPENS - 5, 0.9)).toBe(OPENS)
})
