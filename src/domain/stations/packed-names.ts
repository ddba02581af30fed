import type { NumberReader, NumberWriter } from './packed-numbers'
import { markShared, patternOf, sharedEnds, textOf, unmark } from './packed-texts'

/** What names and addresses leave besides numbers, in the order of the stations. */
export interface NameParts {
  names: string
  addresses: string
}

const BETWEEN = '|'

const numbersIn = (patterns: readonly string[]) =>
  patterns.reduce((count, pattern) => count + pattern.split('#').length - 1, 0)

/** Gives numbers one after another. */
function oneByOne(numbers: readonly number[]): () => number {
  let next = 0
  return () => numbers[next++]!
}

/** Writes names, each by what it does not share with the one before, and addresses by their names. */
export function writeNames(
  stations: readonly { name: string; address: string }[],
  writer: NumberWriter,
): NameParts {
  const names = stations.map(({ name }) => patternOf(name))
  const ends = names.map(({ pattern }, index) =>
    sharedEnds(pattern, names[index - 1]?.pattern ?? ''),
  )
  writer.column(ends.map(([start]) => start))
  writer.column(ends.map(([, end]) => end))
  writer.column(names.flatMap(({ numbers }) => numbers))
  const addresses = stations.map(({ address }) => patternOf(address))
  const marked = addresses.map(({ pattern }, index) => markShared(pattern, names[index]!.pattern))
  const shared = marked.flatMap((one) => one.shared ?? [])
  writer.column(shared.map(({ from }) => from))
  writer.column(shared.map(({ length }) => length))
  writer.column(addresses.flatMap(({ numbers }) => numbers))
  const rests = names.map(({ pattern }, index) =>
    pattern.slice(ends[index]![0], pattern.length - ends[index]![1]),
  )
  return { names: rests.join(BETWEEN), addresses: marked.map(({ rest }) => rest).join(BETWEEN) }
}

export function readNames(
  count: number,
  parts: NameParts,
  reader: NumberReader,
): { name: string; address: string }[] {
  const starts = reader.column(count)
  const ends = reader.column(count)
  let before = ''
  const names = parts.names.split(BETWEEN).map((rest, index) => {
    const end = before.slice(before.length - ends[index]!)
    before = before.slice(0, starts[index]) + rest + end
    return before
  })
  const nameNumbers = oneByOne(reader.column(numbersIn(names)))
  const rests = parts.addresses.split(BETWEEN)
  const sharing = rests.filter((rest) => rest.includes('@')).length
  const froms = oneByOne(reader.column(sharing))
  const lengths = oneByOne(reader.column(sharing))
  const addresses = rests.map((rest, index) =>
    unmark(rest, names[index]!, () => ({ from: froms(), length: lengths() })),
  )
  const addressNumbers = oneByOne(reader.column(numbersIn(addresses)))
  return Array.from({ length: count }, (_, index) => ({
    name: textOf(names[index]!, nameNumbers),
    address: textOf(addresses[index]!, addressNumbers),
  }))
}
