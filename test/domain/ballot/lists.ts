import fc from 'fast-check'
import { parseInstant } from '@/domain/time/instant'
import type { DrawnEntry, EntryList } from '@/domain/ballot/entry-list'

/** A ballot with these entries, each with number, seats, weight and wishes. */
export function aList(entries: DrawnEntry[], capacities = [2]): EntryList {
  return {
    ballotId: 'nongye.autumn-ballot',
    closesAt: parseInstant('2026-12-01T18:00:00+08:00'),
    numberAt: parseInstant('2026-12-02T21:30:00+08:00'),
    numberSource: '双色球第 2026138 期',
    pools: capacities.map((capacity, at) => ({ poolId: `nongye.class-${at + 1}`, capacity })),
    entries,
  }
}

/** Entries of one seat each and one wish, of these weights, numbered from 1. */
export const singles = (...weights: number[]): DrawnEntry[] =>
  weights.map((weight, at) => ({ number: at + 1, seats: 1, weight, wishes: [1] }))

/** Any list that a ballot can close with. */
export const anyList: fc.Arbitrary<EntryList> = fc
  .array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 })
  .chain((capacities) =>
    fc
      .array(
        fc.record({
          gap: fc.integer({ min: 1, max: 3 }),
          seats: fc.integer({ min: 1, max: 7 }),
          weight: fc.integer({ min: 1, max: 4 }),
          wishes: fc
            .shuffledSubarray(
              capacities.map((_, at) => at + 1),
              { minLength: 1 },
            )
            .map((wishes) => [...wishes]),
        }),
        { maxLength: 40 },
      )
      .map((drawn) => {
        let number = 0
        return aList(
          drawn.map(({ gap, ...one }) => ({ ...one, number: (number += gap) })),
          capacities,
        )
      }),
  )

export const anyNumber = fc
  .integer({ min: 100_000, max: 999_999_999 })
  .map((number) => String(number))
