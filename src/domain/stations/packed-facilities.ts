import { FACILITIES, FACILITY_STATES, type Facilities, type Facility } from './facility'
import type { NumberReader, NumberWriter } from './packed-numbers'

/** Writes what each station has and how it stands; the reader needs FACILITIES as it is now. */
export function writeFacilities(all: readonly Facilities[], writer: NumberWriter): void {
  const there = all.map((facilities) => FACILITIES.filter((facility) => facilities[facility]))
  writer.column(
    there.map((own) => own.reduce((mask, facility) => mask + 2 ** FACILITIES.indexOf(facility), 0)),
  )
  // Nearly everything works: only the exceptions are named, by their place among all there is.
  const states = all.flatMap((facilities, index) =>
    there[index]!.map((facility) => FACILITY_STATES.indexOf(facilities[facility]!)),
  )
  writer.places(states.flatMap((state, place) => (state > 0 ? place : [])))
  writer.column(states.filter((state) => state > 0))
}

/** `names` is FACILITIES as the writer knew it; what this version does not know is passed over. */
export function readFacilities(
  count: number,
  names: readonly string[],
  reader: NumberReader,
): Facilities[] {
  const masks = reader.column(count)
  const places = reader.places()
  const exceptions = reader.column(places.length)
  const states = new Map(
    places.map((place, index) => [place, FACILITY_STATES[exceptions[index]!]!]),
  )
  let place = 0
  return masks.map((mask) => {
    const own: Facilities = {}
    names.forEach((name, bit) => {
      if (Math.floor(mask / 2 ** bit) % 2 === 0) return
      if ((FACILITIES as readonly string[]).includes(name)) {
        own[name as Facility] = states.get(place) ?? 'working'
      }
      place += 1
    })
    return own
  })
}
