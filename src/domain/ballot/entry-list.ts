import { parseInstant, toInstantText } from '@/domain/time/instant'

/** How the list is written and the draw made; a change of either is another method. */
export const METHOD = 'changlai-ballot-1'

/** What is drawn for: some seats. */
export interface DrawnPool {
  poolId: string
  capacity: number
}

/** One entry, without names; `wishes` are positions in the list of pools, from 1, the dearest first. */
export interface DrawnEntry {
  number: number
  seats: number
  weight: number
  wishes: number[]
}

/** Everything that a draw goes by but the public number; instants in milliseconds since the epoch. */
export interface EntryList {
  ballotId: string
  closesAt: number
  numberAt: number
  numberSource: string
  pools: DrawnPool[]
  entries: DrawnEntry[]
}

/**
 * The list as the text that is published and hashed: a line for each thing, words with one space
 * between, each line ended by a line feed, entries by number. There is one text for one list.
 */
export function writeList(list: EntryList): string {
  const entries = [...list.entries].sort((a, b) => a.number - b.number)
  const lines = [
    METHOD,
    `ballot ${list.ballotId}`,
    `closes ${toInstantText(list.closesAt)}`,
    `number-at ${toInstantText(list.numberAt)}`,
    `number-source ${list.numberSource}`,
    ...list.pools.map(({ poolId, capacity }, at) => `pool ${at + 1} ${poolId} ${capacity}`),
    ...entries.map(
      ({ number, seats, weight, wishes }) =>
        `entry ${number} ${seats} ${weight} ${wishes.join(',')}`,
    ),
    'end',
  ]
  return lines.map((line) => `${line}\n`).join('')
}

/** The list that a text is of; null for a text that `writeList` cannot have written. */
export function readList(text: string): EntryList | null {
  const lines = text.split('\n')
  const [method, ballot, closes, numberAt, source, ...rest] = lines
  if (method !== METHOD || !ballot || !closes || !numberAt || !source) return null
  const pools = rest
    .map((line) => /^pool \d+ (\S+) (\d+)$/.exec(line))
    .filter((one) => one !== null)
  const entries = rest
    .map((line) => /^entry (\d+) (\d+) (\d+) (\d+(?:,\d+)*)$/.exec(line))
    .filter((one) => one !== null)
  try {
    const list: EntryList = {
      ballotId: after('ballot ', ballot),
      closesAt: parseInstant(after('closes ', closes)),
      numberAt: parseInstant(after('number-at ', numberAt)),
      numberSource: after('number-source ', source),
      pools: pools.map(([, poolId, capacity]) => ({ poolId: poolId!, capacity: Number(capacity) })),
      entries: entries.map(([, number, seats, weight, wishes]) => ({
        number: Number(number),
        seats: Number(seats),
        weight: Number(weight),
        wishes: wishes!.split(',').map(Number),
      })),
    }
    return writeList(list) === text && isSound(list) ? list : null
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

function after(word: string, line: string): string {
  if (!line.startsWith(word)) throw new RangeError(`No line begins with ${word}`)
  return line.slice(word.length)
}

/** Whether a draw can go by it: each number once, weights and seats from 1, wishes that are there. */
function isSound({ pools, entries }: EntryList): boolean {
  const numbers = new Set(entries.map(({ number }) => number))
  const wished = ({ wishes }: DrawnEntry) =>
    new Set(wishes).size === wishes.length &&
    wishes.every((wish) => wish >= 1 && wish <= pools.length)
  return (
    numbers.size === entries.length &&
    entries.every((one) => one.seats >= 1 && one.weight >= 1 && wished(one))
  )
}
