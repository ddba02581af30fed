import { MINUTE } from '@/domain/time/instant'
import { type NumberReader, type NumberWriter, signed, unsigned } from './packed-numbers'

/** Whole minutes since the epoch, at or before an instant. */
export const minutesOf = (instant: number) => Math.floor(instant / MINUTE)

/**
 * Writes the instants that some stations have, and of how many people each tells; as ages before
 * `since`, in minutes since the epoch, because most are recent.
 */
export function writeWords(
  words: readonly { at: number | null; by: number }[],
  since: number,
  writer: NumberWriter,
): void {
  const said = words.flatMap(({ at, by }) => (at === null ? [] : { at, by }))
  writer.places(words.flatMap(({ at }, index) => (at === null ? [] : index)))
  writer.column(said.map(({ at }) => unsigned(since - minutesOf(at))))
  writer.column(said.map(({ by }) => by))
}

export function readWords(
  since: number,
  reader: NumberReader,
): Map<number, { at: number; by: number }> {
  const places = reader.places()
  const ages = reader.column(places.length)
  const people = reader.column(places.length)
  return new Map(
    places.map((place, index) => [
      place,
      { at: (since - signed(ages[index]!)) * MINUTE, by: people[index]! },
    ]),
  )
}
