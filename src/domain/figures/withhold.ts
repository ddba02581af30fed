/** Fewer people than this are not counted: each of them might be known. */
export const FEWEST = 5

/**
 * A table of one row: how many of each part, adding up to the total. `people` is who is behind them:
 * how many people have seats in just these parts, a bit for each part.
 */
export interface Counted {
  counts: readonly number[]
  people: readonly { parts: number; people: number }[]
}

/** The same as it may be told; null where a number is withheld. */
export interface Told {
  total: number | null
  parts: (number | null)[]
}

/*
 * The rules are those of statistical disclosure control (A. Hundepool et al., Statistical Disclosure
 * Control, 2012, chapter 4; Eurostat's handbook of the same): a minimum frequency of people behind a
 * number (primary), and so many more numbers withheld that none comes back by subtracting (secondary).
 * Which number is withheld for which of the two reasons is not told: it would say that one is small.
 * Nobody at all is told as 0: it is about no one.
 */

/**
 * What of a table may be told. The total, unless fewer than FEWEST people are behind it; then no part
 * either. Of the parts those with at least FEWEST people. Where some are withheld, so many more are,
 * the smallest first and equal ones together, that those withheld belong to at least FEWEST people and
 * are not one number throughout. Then any two that differ could have each other's number, and all that
 * is told would be the same: nobody can work out either. Where every part with somebody in it is
 * withheld, those with nobody are as well: else as many parts as people would be one each.
 */
export function toldOf({ counts, people }: Counted): Told {
  const behind = (parts: number) =>
    people.reduce((sum, one) => ((one.parts & parts) === 0 ? sum : sum + one.people), 0)
  const total = counts.reduce((sum, count) => sum + count, 0)
  if (total > 0 && behind(-1) < FEWEST) return { total: null, parts: counts.map(() => null) }
  const withheld = new Set(
    counts.flatMap((count, at) => (count > 0 && behind(1 << at) < FEWEST ? [at] : [])),
  )
  while (withheld.size > 0) {
    const together = [...withheld].reduce((parts, at) => parts | (1 << at), 0)
    const differ = new Set([...withheld].map((at) => counts[at])).size > 1
    const shown = counts.filter((count, at) => count > 0 && !withheld.has(at))
    if (shown.length === 0) return { total, parts: counts.map(() => null) }
    if (differ && behind(together) >= FEWEST) break
    const smallest = Math.min(...shown)
    counts.forEach((count, at) => {
      if (count === smallest) withheld.add(at)
    })
  }
  return { total, parts: counts.map((count, at) => (withheld.has(at) ? null : count)) }
}

/** A number that stands alone, of so many people. */
export function toldAlone(count: number, people: number): number | null {
  return count > 0 && people < FEWEST ? null : count
}

/**
 * The sum of what is told, and whether something of it is withheld, so that it is that much at least.
 * A sum of what was withheld too would give the months of one span back by those of another.
 */
export function sumOfTold(numbers: readonly (number | null)[]): {
  sum: number
  atLeast: boolean
} {
  return {
    sum: numbers.reduce<number>((sum, number) => sum + (number ?? 0), 0),
    atLeast: numbers.includes(null),
  }
}
