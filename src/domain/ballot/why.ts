import type { Drawn } from './draw'
import type { EntryList } from './entry-list'

/** How it stood with one wish when an entry's turn came. */
export interface WishInTurn {
  poolId: string
  /** How many seats were left. */
  left: number
  outcome: 'won' | 'too-few' | 'not-needed'
}

/** Why an entry won what it won: its place, its weight, and each wish in its turn. */
export interface Why {
  number: number
  seats: number
  weight: number
  place: number
  /** How many entries there were. */
  of: number
  wishes: WishInTurn[]
}

/** Why an entry of a list won or lost, by the draw's results; null for a number that is not in it. */
export function whyOf(list: EntryList, drawn: readonly Drawn[], number: number): Why | null {
  const entry = list.entries.find((one) => one.number === number)
  const own = drawn.find((one) => one.number === number)
  if (!entry || !own) return null
  const seats = new Map(list.entries.map((one) => [one.number, one.seats]))
  const left = list.pools.map(({ capacity }) => capacity)
  for (const one of drawn) {
    if (one.place >= own.place || one.won === null) continue
    left[one.won - 1] = left[one.won - 1]! - (seats.get(one.number) ?? 0)
  }
  const wonAt = own.won === null ? Infinity : entry.wishes.indexOf(own.won)
  return {
    ...{ number, seats: entry.seats, weight: entry.weight },
    ...{ place: own.place, of: list.entries.length },
    wishes: entry.wishes.map((wish, at) => ({
      poolId: list.pools[wish - 1]!.poolId,
      left: left[wish - 1]!,
      outcome: at === wonAt ? 'won' : at < wonAt ? 'too-few' : 'not-needed',
    })),
  }
}
