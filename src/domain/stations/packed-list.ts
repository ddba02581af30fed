import type { StationBrief } from './station'

const VERSION = 'stations 1'

/** The stations as one text that deflates well. Coordinates to six decimals, instants to the minute. */
export function packStations(stations: readonly StationBrief[]): string {
  return `${VERSION}\n${JSON.stringify(stations)}`
}

/** The stations of a text by `packStations`. Throws a RangeError for any other text. */
export function unpackStations(text: string): StationBrief[] {
  const [version, body] = text.split('\n')
  if (version !== VERSION || body === undefined) throw new RangeError('Not a list of stations')
  return JSON.parse(body) as StationBrief[]
}
