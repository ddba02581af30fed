import { distinct } from './distinct'
import { FACILITIES } from './facility'
import { readFacilities, writeFacilities } from './packed-facilities'
import { type KeyParts, readKeys, writeKeys } from './packed-keys'
import { type NameParts, readNames, writeNames } from './packed-names'
import {
  type NumberWriter,
  createNumberReader,
  createNumberWriter,
  signed,
  unsigned,
} from './packed-numbers'
import { minutesOf, readWords, writeWords } from './packed-words'
import type { Point, StationBrief } from './station'
import type { StationHours } from './station-hours'

const VERSION = 'stations 1'

/** What a list is besides its numbers. Readers pass over facilities that they do not know. */
interface Body {
  count: number
  keys: KeyParts
  names: NameParts
  facilities: readonly string[]
  /** Dictionaries, the most frequent first. */
  hours: StationHours[]
  entrances: string[]
  /** Around which the points lie, in millionths of a degree. */
  middle: Point
  /** From which instants are counted, in minutes since the epoch. */
  since: number
  numbers: string
}

/** FNV-1a over the characters: what was cut off or mangled on its way is not taken for a list. */
function checksumOf(text: string): string {
  let sum = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    sum = Math.imul(sum ^ text.charCodeAt(index), 0x01000193)
  }
  return (sum >>> 0).toString(36)
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Like names next to each other, in an order that does not depend on the one given. */
const inOrder = (stations: readonly StationBrief[]) =>
  [...stations].sort(
    (a, b) =>
      compare(a.name, b.name) || compare(a.address, b.address) || compare(a.stationId, b.stationId),
  )

const millionths = (degrees: number) => Math.round(degrees * 1e6)

function medianOf(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0
}

/** Writes one of a dictionary for each station; null is the first. */
function writeChoices(choices: readonly (string | null)[], writer: NumberWriter): string[] {
  const known = distinct(choices.flatMap((choice) => choice ?? []))
  const places = new Map(known.map((choice, place) => [choice, place + 1]))
  writer.column(choices.map((choice) => (choice === null ? 0 : places.get(choice)!)))
  return known
}

/**
 * The stations as one text that deflates to little, in an order of its own. Keys and texts survive
 * exactly; coordinates to six decimals (0.1 m), instants to the minute below them; how many people
 * confirmed or doubted counts only together with when.
 */
export function packStations(given: readonly StationBrief[]): string {
  const stations = inOrder(given)
  const of = <T>(part: (station: StationBrief) => T): T[] => stations.map(part)
  const writer = createNumberWriter()
  const keys = writeKeys(
    of(({ stationId }) => stationId),
    writer,
  )
  const names = writeNames(stations, writer)
  const middle = {
    lat: medianOf(of(({ lat }) => millionths(lat))),
    lng: medianOf(of(({ lng }) => millionths(lng))),
  }
  writer.column(of(({ lat }) => unsigned(millionths(lat) - middle.lat)))
  writer.column(of(({ lng }) => unsigned(millionths(lng) - middle.lng)))
  const hours = writeChoices(
    of((station) => station.hours && JSON.stringify(station.hours)),
    writer,
  )
  const entrances = writeChoices(
    of(({ entrance }) => entrance),
    writer,
  )
  writeFacilities(
    of(({ facilities }) => facilities),
    writer,
  )
  const confirmed = of(({ confirmedAt, confirmedBy }) => ({ at: confirmedAt, by: confirmedBy }))
  const doubted = of(({ doubtUntil, doubtedBy }) => ({ at: doubtUntil, by: doubtedBy }))
  const since = confirmed.reduce((latest, { at }) => Math.max(latest, minutesOf(at ?? 0)), 0)
  writeWords(confirmed, since, writer)
  writeWords(doubted, since, writer)
  const body: Body = {
    count: stations.length,
    keys,
    names,
    facilities: FACILITIES,
    hours: hours.map((text) => JSON.parse(text) as StationHours),
    entrances,
    middle,
    since,
    numbers: writer.text(),
  }
  const text = JSON.stringify(body)
  return `${VERSION} ${checksumOf(text)}\n${text}`
}

/** The stations of a text by `packStations`. Throws a RangeError for any other text. */
export function unpackStations(text: string): StationBrief[] {
  const line = text.indexOf('\n')
  const packed = text.slice(line + 1)
  if (line === -1 || text.slice(0, line) !== `${VERSION} ${checksumOf(packed)}`) {
    throw new RangeError('Not a list of stations')
  }
  const body = JSON.parse(packed) as Body
  const { count, middle, since } = body
  const reader = createNumberReader(body.numbers)
  const keys = readKeys(count, body.keys, reader)
  const names = readNames(count, body.names, reader)
  const lats = reader.column(count)
  const lngs = reader.column(count)
  const hours = reader.column(count)
  const entrances = reader.column(count)
  const facilities = readFacilities(count, body.facilities, reader)
  const confirmations = readWords(since, reader)
  const doubts = readWords(since, reader)
  return keys.map((stationId, index) => ({
    stationId,
    ...names[index]!,
    entrance: body.entrances[entrances[index]! - 1] ?? null,
    lat: (middle.lat + signed(lats[index]!)) / 1e6,
    lng: (middle.lng + signed(lngs[index]!)) / 1e6,
    hours: body.hours[hours[index]! - 1] ?? null,
    facilities: facilities[index]!,
    confirmedAt: confirmations.get(index)?.at ?? null,
    confirmedBy: confirmations.get(index)?.by ?? 0,
    doubtUntil: doubts.get(index)?.at ?? null,
    doubtedBy: doubts.get(index)?.by ?? 0,
  }))
}
