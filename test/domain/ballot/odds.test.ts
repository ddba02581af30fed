import { draw } from '@/domain/ballot/draw'
import { lossesOf, weightOf } from '@/domain/ballot/losses'
import { parseInstant } from '@/domain/time/instant'
import { aList, singles } from './lists'

const DRAWS = 12_000

/** How often each case came in many draws, every one with a number of its own. */
function counted(
  list: ReturnType<typeof aList>,
  caseOf: (drawn: ReturnType<typeof draw>) => string,
) {
  const counts = new Map<string, number>()
  for (let index = 0; index < DRAWS; index += 1) {
    const key = caseOf(draw(list, 'a list that is always the same', String(100_000 + index)))
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

/** Pearson’s chi-square of counts against probabilities. */
function chiSquare(counts: Map<string, number>, expected: Record<string, number>): number {
  expect([...counts.keys()].sort()).toEqual(Object.keys(expected).sort())
  return Object.entries(expected).reduce((sum, [key, probability]) => {
    const wanted = DRAWS * probability
    return sum + ((counts.get(key) ?? 0) - wanted) ** 2 / wanted
  }, 0)
}

/** What chi-square exceeds once in a thousand fair trials, by degrees of freedom. */
const ONCE_IN_A_THOUSAND: Record<number, number> = { 1: 10.83, 3: 16.27, 5: 20.52, 23: 49.73 }

/** The chance of each order of entries, drawn one by one in proportion to their weights. */
function ordersOf(weights: Record<string, number>): Record<string, number> {
  const left = Object.entries(weights)
  if (left.length === 0) return { '': 1 }
  const total = left.reduce((sum, [, weight]) => sum + weight, 0)
  return Object.fromEntries(
    left.flatMap(([first, weight]) => {
      const rest = Object.fromEntries(left.filter(([key]) => key !== first))
      return Object.entries(ordersOf(rest)).map(
        ([order, chance]) => [`${first}${order}`, (weight / total) * chance] as const,
      )
    }),
  )
}

test('Every order of entries without losses is equally likely', () => {
  const counts = counted(aList(singles(1, 1, 1, 1)), (drawn) =>
    drawn.map(({ number }) => number).join(''),
  )
  expect(chiSquare(counts, ordersOf({ 1: 1, 2: 1, 3: 1, 4: 1 }))).toBeLessThan(
    ONCE_IN_A_THOUSAND[23]!,
  )
})

test('Every order comes with the chance that the weights give it', () => {
  const counts = counted(aList(singles(1, 2, 3, 4)), (drawn) =>
    drawn.map(({ number }) => number).join(''),
  )
  expect(chiSquare(counts, ordersOf({ 1: 1, 2: 2, 3: 3, 4: 4 }))).toBeLessThan(
    ONCE_IN_A_THOUSAND[23]!,
  )
})

test('Three lost terms make the first place four times as likely, as published', () => {
  const counts = counted(aList(singles(1, 1, 1, 4)), ([first]) => String(first!.number))
  const expected = { 1: 1 / 7, 2: 1 / 7, 3: 1 / 7, 4: 4 / 7 }
  expect(chiSquare(counts, expected)).toBeLessThan(ONCE_IN_A_THOUSAND[3]!)
})

test('A draw with other odds than published would be noticed', () => {
  const counts = counted(aList(singles(1, 1, 1, 3)), ([first]) => String(first!.number))
  const published = { 1: 1 / 7, 2: 1 / 7, 3: 1 / 7, 4: 4 / 7 }
  expect(chiSquare(counts, published)).toBeGreaterThan(ONCE_IN_A_THOUSAND[3]!)
})

test('A family has the chance of one entry, not one for each head', () => {
  const entries = [
    { number: 1, seats: 3, weight: 1, wishes: [1] },
    { number: 2, seats: 1, weight: 1, wishes: [1] },
  ]
  const counts = counted(aList(entries, [3]), ([first]) => String(first!.number))
  expect(chiSquare(counts, { 1: 1 / 2, 2: 1 / 2 })).toBeLessThan(ONCE_IN_A_THOUSAND[1]!)
})

describe('losses', () => {
  const at = (day: string) => parseInstant(`${day}T12:00:00+08:00`)
  const lost = (day: string) => ({ drawnAt: at(day), won: false })
  const won = (day: string) => ({ drawnAt: at(day), won: true })
  const now = at('2026-12-01')

  test.each([
    ['nobody who never drew', [], 0],
    ['one lost term', [lost('2026-03-01')], 1],
    ['one lost term, however often they drew in it', [lost('2026-03-01'), lost('2026-04-01')], 1],
    [
      'none where one of several draws of the term was won',
      [lost('2026-03-01'), won('2026-03-02')],
      0,
    ],
    ['those since the last win', [lost('2025-03-01'), won('2025-09-01'), lost('2026-03-01')], 1],
    ['three in turn', [lost('2025-03-01'), lost('2025-09-01'), lost('2026-03-01')], 3],
    ['terms that were left out do not end it', [lost('2025-03-01'), lost('2026-03-01')], 2],
    ['not the term of now itself', [lost('2026-09-01')], 0],
    ['nothing older than four terms', [lost('2024-03-01'), lost('2026-03-01')], 1],
  ])('%s', (_, past, losses) => {
    expect(lossesOf(past, now)).toBe(losses)
  })

  test('make a weight from one to four, by whoever of an entry lost most', () => {
    expect([[], [0], [1], [0, 2, 1], [3], [4]].map(weightOf)).toEqual([1, 1, 2, 3, 4, 4])
  })
})
