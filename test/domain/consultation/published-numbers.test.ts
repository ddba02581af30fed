import fc from 'fast-check'
import { MATTER_KINDS } from '@/domain/consultation/consultation'
import {
  FEWEST,
  FEWEST_BY_KIND,
  kindsToTell,
  publishedOfKinds,
  publishedOfService,
  publishedSatisfaction,
} from '@/domain/consultation/published-numbers'
import { addMonths } from '@/domain/time/date'

const FIRST = '2026-01'
const YEAR = Array.from({ length: 12 }, (_, index) => addMonths(FIRST, index))
const monthAt = (index: number) => YEAR[index]!
const whole = (months: number) => ({ from: FIRST, to: monthAt(months - 1) })

/** Every span of a number of months. */
const spansOf = (months: number) =>
  Array.from({ length: months }, (_, from) =>
    Array.from({ length: months - from }, (_, length) => ({
      from: monthAt(from),
      to: monthAt(from + length),
    })),
  ).flat()

const service = (counts: readonly (readonly [closed: number, settled: number])[]) =>
  counts.map(([closed, settled], index) => ({ month: monthAt(index), closed, settled }))

test('A year tells how many were helped and how many disputes settled, but for the last few', () => {
  const legal = service([3, 2, 4, 3, 2, 3, 3, 2, 3, 4, 3, 1].map((closed) => [closed, 0]))
  expect(publishedOfService(legal, whole(12))).toEqual({ closed: 29, settled: null })
  const mediation = service([2, 1, 2, 3, 2, 2].map((closed) => [closed, closed]))
  expect(publishedOfService(mediation, whole(6))).toEqual({ closed: 10, settled: 10 })
})

test('Nothing is told of a few, also when they are asked for month by month', () => {
  const few = service([
    [2, 1],
    [2, 0],
  ])
  expect(publishedOfService(few, whole(2))).toEqual({ closed: null, settled: null })
  expect(publishedOfService([], whole(1))).toEqual({ closed: null, settled: null })
})

test('A few who found no agreement are not known by subtracting', () => {
  expect(publishedOfService(service([[12, 10]]), whole(1))).toEqual({ closed: 12, settled: null })
  expect(publishedOfService(service([[12, 12]]), whole(1))).toEqual({ closed: 12, settled: 12 })
  expect(publishedOfService(service([[12, 7]]), whole(1))).toEqual({ closed: 12, settled: 7 })
})

test('What was told once stays as it was when months are added', () => {
  const months = fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { minLength: 2, maxLength: 12 })
  fc.assert(
    fc.property(months, (drawn) => {
      const all = service(drawn.map(([a, b]) => [a + b, a]))
      for (const span of spansOf(all.length - 1)) {
        expect(publishedOfService(all.slice(0, -1), span)).toEqual(publishedOfService(all, span))
      }
    }),
  )
})

/**
 * All histories of a few months with small counts, by what is told of them for every span: whoever
 * reads all answers and knows the rule knows that the truth is one of a group, and no more.
 */
function groupsByAnswers(months: number, most: number) {
  const ofMonth = Array.from({ length: most + 1 }, (_, closed) =>
    Array.from({ length: closed + 1 }, (_, settled) => [closed, settled] as const),
  ).flat()
  let histories: (readonly (readonly [number, number])[])[] = [[]]
  for (let month = 0; month < months; month += 1) {
    histories = histories.flatMap((sofar) => ofMonth.map((one) => [...sofar, one]))
  }
  const groups = new Map<string, (typeof histories)[number][]>()
  const spans = spansOf(months)
  for (const history of histories) {
    const counts = service(history)
    const told = spans.map((span) => publishedOfService(counts, span))
    const answers = told.map(({ closed, settled }) => `${closed} ${settled}`).join()
    const group = groups.get(answers)
    if (group) group.push(history)
    else groups.set(answers, [history])
  }
  return groups
}

// A month may hold four more than the last one of a block does, the others of the block being few; so
// what else could be true is looked for among months that are larger than those that are judged.
test.each([
  [2, 9],
  [3, 4],
])(
  'Of %s months with up to %s each, no count of 1 to 4 can be worked out from all answers together',
  (months, most) => {
    const small = ([closed]: readonly [number, number]) => closed <= most
    const groups = [...groupsByAnswers(months, most + FEWEST - 1)].filter(([, histories]) =>
      histories.some((history) => history.every(small)),
    )
    expect(groups.length).toBeGreaterThan(10)
    const sums = {
      closed: ([closed]: readonly [number, number]) => closed,
      settled: ([, settled]: readonly [number, number]) => settled,
      unsettled: ([closed, settled]: readonly [number, number]) => closed - settled,
    }
    const known: object[] = []
    for (const [answers, histories] of groups) {
      for (const [name, countOf] of Object.entries(sums)) {
        for (let from = 0; from < months; from += 1) {
          for (let to = from; to < months; to += 1) {
            const possible = new Set(
              histories.map((history) =>
                history.slice(from, to + 1).reduce((sum, month) => sum + countOf(month), 0),
              ),
            )
            const [count = 0] = possible
            if (possible.size === 1 && count > 0 && count < FEWEST) {
              known.push({ answers, name, from, to, count })
            }
          }
        }
      }
    }
    expect(known).toEqual([])
  },
  60_000,
)

describe('kinds', () => {
  const table = fc.array(fc.oneof(fc.nat(6), fc.nat(40)), {
    minLength: MATTER_KINDS.length,
    maxLength: MATTER_KINDS.length,
  })
  const swapped = (counts: readonly number[], a: number, b: number) =>
    counts.map((count, at) => (at === a ? counts[b]! : at === b ? counts[a]! : count))

  test('What is left out could be another kind’s just as well, and is several people', () => {
    fc.assert(
      fc.property(table, (counts) => {
        const told = kindsToTell(counts)
        const left = counts.flatMap((_, at) => (told[at] === null ? [at] : []))
        for (const [at, count] of told.entries()) {
          if (count !== null) expect(count).toBe(counts[at])
          if (count !== null) expect(count).toBeGreaterThanOrEqual(FEWEST)
        }
        // With nothing told there is nothing to subtract.
        if (left.length === 0 || left.length === counts.length) return
        expect(left.reduce((sum, at) => sum + counts[at]!, 0)).toBeGreaterThanOrEqual(FEWEST)
        for (const at of left) {
          const other = left.find((one) => counts[one] !== counts[at])
          expect(other).toBeDefined()
          expect(kindsToTell(swapped(counts, at, other!))).toEqual(told)
        }
      }),
      { numRuns: 1_000 },
    )
  })

  test('One small kind takes the smallest of the others with it', () => {
    expect(kindsToTell([30, 12, 8, 2])).toEqual([30, 12, null, null])
    expect(kindsToTell([30, 8, 8, 2])).toEqual([30, null, null, null])
    expect(kindsToTell([9, 8, 7, 6])).toEqual([9, 8, 7, 6])
    expect(kindsToTell([30, 4, 4])).toEqual([null, null, null])
    expect(kindsToTell([30, 0, 0])).toEqual([null, null, null])
  })

  const month = (index: number, debt: number, labour: number, rest: number) => ({
    month: monthAt(index),
    kinds: { debt, labour, neighbours: rest, other: rest + 1 },
  })

  test('are told of months together that have enough of them, and only where each of these tells', () => {
    const quarters = [month(0, 9, 0, 0), month(1, 9, 3, 2), month(2, 2, 20, 3), month(3, 1, 1, 1)]
    const told = (from: number, to: number) =>
      publishedOfKinds(quarters, { from: monthAt(from), to: monthAt(to) })
    expect(told(0, 0).get('debt')).toBeNull()
    expect(told(0, 1).get('debt')).toBe(18)
    expect(told(0, 1).get('labour')).toBeNull()
    expect(told(2, 2).get('labour')).toBe(20)
    expect(told(0, 3).get('debt')).toBeNull()
    expect([...told(0, 3).keys()]).toEqual([...MATTER_KINDS])
  })

  test('Any two answers differ by whole blocks', () => {
    const months = fc.array(fc.tuple(fc.nat(20), fc.nat(20), fc.nat(9)), { maxLength: 10 })
    fc.assert(
      fc.property(months, (drawn) => {
        const all = drawn.map(([debt, labour, rest], at) => month(at, debt, labour, rest))
        for (const a of spansOf(all.length)) {
          for (const b of spansOf(all.length)) {
            if (a.from !== b.from || a.to > b.to) continue
            const [small, large] = [publishedOfKinds(all, a), publishedOfKinds(all, b)]
            for (const kind of MATTER_KINDS) {
              const [less, more] = [small.get(kind), large.get(kind)]
              if (typeof less !== 'number' || typeof more !== 'number') continue
              const difference = more - less
              expect(difference === 0 || difference >= FEWEST).toBe(true)
            }
          }
        }
      }),
    )
    expect(FEWEST_BY_KIND).toBeGreaterThanOrEqual(FEWEST * 5)
  })
})

test('Satisfaction is the average of five answers or more, to one decimal', () => {
  const answers = (...months: [rated: number, sum: number][]) =>
    months.map(([rated, sum], at) => ({ month: monthAt(at), rated, sum }))
  expect(publishedSatisfaction(answers([4, 20]), whole(1))).toBeNull()
  expect(publishedSatisfaction(answers([4, 20], [3, 9]), whole(2))).toBe(4.1)
  expect(publishedSatisfaction(answers([4, 20], [3, 9]), whole(1))).toBeNull()
  expect(publishedSatisfaction([], whole(1))).toBeNull()
})
