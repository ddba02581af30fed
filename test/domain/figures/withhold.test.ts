import fc from 'fast-check'
import { type Counted, FEWEST, sumOfTold, toldAlone, toldOf } from '@/domain/figures/withhold'

/** Parts in which everybody is once, so that there are as many people as the number says. */
const each = (...counts: number[]): Counted => ({
  counts,
  people: counts.map((people, at) => ({ parts: 1 << at, people })),
})

test('Nothing is withheld where many are behind each number, and nobody at all is told as nobody', () => {
  expect(toldOf(each(12, 30, 0))).toEqual({ total: 42, parts: [12, 30, 0] })
  expect(toldOf(each(0, 0))).toEqual({ total: 0, parts: [0, 0] })
})

test('A few take one more with them, so that subtracting does not give them back', () => {
  expect(toldOf(each(3, 30, 12, 0))).toEqual({ total: 45, parts: [null, 30, null, 0] })
})

test('Two few that are fewer than five together take one more with them as well', () => {
  expect(toldOf(each(1, 3, 30, 12))).toEqual({ total: 46, parts: [null, null, 30, null] })
  expect(toldOf(each(2, 4, 30, 12))).toEqual({ total: 48, parts: [null, null, 30, 12] })
})

test('Two that are equal could be halved: one more is withheld', () => {
  expect(toldOf(each(4, 4, 30, 12))).toEqual({ total: 50, parts: [null, null, 30, null] })
})

test('Of a few in all no part is told', () => {
  expect(toldOf(each(4, 0))).toEqual({ total: null, parts: [null, null] })
  expect([toldAlone(4, 4), toldAlone(9, 3), toldAlone(0, 0), toldAlone(5, 5)]).toEqual([
    ...[null, null, 0, 5],
  ])
})

test('Many seats of a few people are withheld: it is people that are few', () => {
  const people = [
    { parts: 0b01, people: 20 },
    { parts: 0b10, people: 2 },
    { parts: 0b11, people: 1 },
  ]
  expect(toldOf({ counts: [40, 18], people })).toEqual({ total: 58, parts: [null, null] })
})

/** All tables of so many parts with small numbers, by what is told of them. */
function groupsByWhatIsTold(parts: number, most: number) {
  let tables: number[][] = [[]]
  for (let part = 0; part < parts; part += 1) {
    tables = tables.flatMap((sofar) =>
      Array.from({ length: most + 1 }, (_, count) => [...sofar, count]),
    )
  }
  const groups = new Map<string, number[][]>()
  for (const table of tables) {
    const told = JSON.stringify(toldOf(each(...table)))
    groups.set(told, [...(groups.get(told) ?? []), table])
  }
  return groups
}

// Whoever reads a table and knows the rule knows that the truth is one of a group, and no more. A total
// that is larger than a part can be here stands for others that were not tried, so it is passed over.
test.each([
  [2, 12],
  [3, 12],
  [4, 8],
  [5, 5],
])('In %i parts up to %i no number that is withheld can be worked out', (parts, most) => {
  for (const [told, truths] of groupsByWhatIsTold(parts, most)) {
    const { total, parts: shown } = JSON.parse(told) as ReturnType<typeof toldOf>
    if (total !== null && total > most) continue
    shown.forEach((number, at) => {
      if (number === null) {
        const could = new Set(truths.map((truth) => truth[at]))
        expect({ told, could: could.size > 1 }).toEqual({ told, could: true })
      }
    })
    if (total === null) {
      const sums = new Set(truths.map((truth) => truth.reduce((a, b) => a + b, 0)))
      expect(sums.size).toBeGreaterThan(1)
    }
  }
})

const someTable = fc
  .array(
    fc.record({ parts: fc.integer({ min: 1, max: 31 }), people: fc.integer({ min: 1, max: 9 }) }),
    {
      maxLength: 8,
    },
  )
  .chain((people) =>
    fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 5, maxLength: 5 }).map((times) => ({
      counts: times.map((often, at) =>
        people.reduce((sum, one) => (one.parts & (1 << at) ? sum + often * one.people : sum), 0),
      ),
      people,
    })),
  )
const behind = ({ people }: Counted, parts: number) =>
  people.reduce((sum, one) => (one.parts & parts ? sum + one.people : sum), 0)

test('What is told and what is left of the total always belong to five people at least, or to nobody', () => {
  fc.assert(
    fc.property(someTable, (table) => {
      const { total, parts } = toldOf(table)
      const few = (bits: number) => behind(table, bits) > 0 && behind(table, bits) < FEWEST
      parts.forEach((number, at) => expect(number !== null && few(1 << at)).toBe(false))
      if (total === null) return expect(parts.every((part) => part === null)).toBe(true)
      const left = parts.reduce<number>(
        (bits, part, at) => (part === null ? bits | (1 << at) : bits),
        0,
      )
      expect(few(left)).toBe(false)
      expect(parts.filter((part) => part === null)).not.toHaveLength(1)
      expect(behind(table, -1) === 0 || behind(table, -1) >= FEWEST).toBe(true)
    }),
  )
})

test('Any two that are withheld and differ could be each other’s: all that is told stays the same', () => {
  fc.assert(
    fc.property(someTable, (table) => {
      const told = toldOf(table)
      const withheld = told.parts.flatMap((part, at) => (part === null ? [at] : []))
      for (const one of withheld) {
        for (const other of withheld) {
          expect(toldOf(exchanged(table, one, other))).toEqual(told)
        }
      }
    }),
  )
})

/** The same people, those of one part in another and the other way round. */
function exchanged({ counts, people }: Counted, one: number, other: number): Counted {
  const swap = (at: number) => (at === one ? other : at === other ? one : at)
  return {
    counts: counts.map((_, at) => counts[swap(at)]!),
    people: people.map((each) => ({
      people: each.people,
      parts: counts.reduce(
        (bits, _, at) => (each.parts & (1 << at) ? bits | (1 << swap(at)) : bits),
        0,
      ),
    })),
  }
}

/*
 * Months, and centres of a district, are told one by one, and their sum is that of what is told. So the
 * equations that a reader has are, for each month, that its parts add up to its total: none of them
 * has a single unknown, and none shares an unknown with another.
 */
test('No sum of months, of whatever span, says more than the months do', () => {
  fc.assert(
    fc.property(fc.array(someTable, { minLength: 2, maxLength: 6 }), (months) => {
      const told = months.map(toldOf)
      for (let from = 0; from < told.length; from += 1) {
        for (let to = from + 1; to <= told.length; to += 1) {
          const span = told.slice(from, to).map(({ total }) => total)
          const known = span.flatMap((total) => total ?? [])
          expect(sumOfTold(span)).toEqual({
            sum: known.reduce((a, b) => a + b, 0),
            atLeast: known.length < span.length,
          })
        }
      }
    }),
  )
})
