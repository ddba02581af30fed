import { sha256, sha256Hex } from './digest'
import { type EntryList, METHOD } from './entry-list'
import { toEnd } from './slices'
import { weightsOf } from './weights'

/** What a draw made of an entry. */
export interface Drawn {
  /** The entry's number. */
  number: number
  /** In which place it was drawn, from 1. */
  place: number
  /** Which pool of the list it won seats in, from 1; null for none. */
  won: number | null
}

/** What all steps of a draw go by: the list as it was published, and the number that came after. */
export function seedOf(listHash: string, number: string): string {
  return sha256Hex(`${METHOD}\n${listHash}\n${number}\n`)
}

/** Six bytes of a digest: the largest numbers that are whole on every phone. */
const RANGE = 2 ** 48
const BYTES = 6

/**
 * A whole number below `bound` for a step, every one equally likely: of the digests for the step the
 * first that does not fall into the rest of the range that `bound` leaves over.
 */
export function chance(seed: string, step: number, bound: number): number {
  const fair = RANGE - (RANGE % bound)
  for (let attempt = 0; ; attempt += 1) {
    const digest = sha256(`${seed}\n${step}\n${attempt}\n`)
    const value = digest.slice(0, BYTES).reduce((sum, byte) => sum * 256 + byte, 0)
    if (value < fair) return value % bound
  }
}

/** So many entries are drawn between two pauses. */
const SLICE = 100

/**
 * Draws all entries of a list, one after another, each with the odds of its weight among those that
 * are left; then each in its place gets the first of its wishes that has seats for all of its people.
 * The same list and number give the same everywhere. In the order of the places; pauses after every
 * hundred, and says how many are drawn.
 */
export function* drawInSlices(
  list: EntryList,
  listHash: string,
  number: string,
): Generator<number, Drawn[]> {
  const seed = seedOf(listHash, number)
  const entries = [...list.entries].sort((a, b) => a.number - b.number)
  const weights = weightsOf(entries.map(({ weight }) => weight))
  const left = list.pools.map(({ capacity }) => capacity)
  const drawn: Drawn[] = []
  for (let place = 1; place <= entries.length; place += 1) {
    const entry = entries[weights.take(chance(seed, place, weights.total()))]!
    const won = entry.wishes.find((wish) => left[wish - 1]! >= entry.seats) ?? null
    if (won !== null) left[won - 1] = left[won - 1]! - entry.seats
    drawn.push({ number: entry.number, place, won })
    if (place % SLICE === 0) yield place
  }
  return drawn
}

/** The same at once. */
export function draw(list: EntryList, listHash: string, number: string): Drawn[] {
  return toEnd(drawInSlices(list, listHash, number))
}
