import { EARTH_RADIUS, distanceBetween } from './distance'
import { FACILITIES, type Facilities, type Facility } from './facility'
import { createSmallest } from './nearest'
import { type StationOpening, isAlwaysOpen, openingDays, openingOn } from './opening'
import type { Point, StationBrief } from './station'
import type { HolidayMarks, StationHours } from './station-hours'

/** What is asked of the list; `now` in milliseconds since the epoch. */
export interface StationQuery {
  origin: Point
  now: number
  marks: HolidayMarks
  /** `now`: neither closed by its hours nor doubted; `24h`: round the clock, and not shut today. */
  open?: 'now' | '24h' | undefined
  /** A station must have all of these, none of them known broken; a doubted one counts. */
  facilities?: readonly Facility[] | undefined
  limit: number
}

/** A station with its distance from the origin in whole metres; `opening` null where hours are unknown. */
export interface FoundStation {
  station: StationBrief
  distance: number
  opening: StationOpening | null
}

export interface StationFinder {
  find(query: StationQuery): FoundStation[]
}

const RADIAN = Math.PI / 180
const NO_HOURS = -1

/** One bit for each facility, in the order of FACILITIES. */
function maskOf(facilities: readonly Facility[]): number {
  return facilities.reduce((mask, facility) => mask | (1 << FACILITIES.indexOf(facility)), 0)
}

const usable = (facilities: Facilities) =>
  FACILITIES.filter((facility) => (facilities[facility] ?? 'broken') !== 'broken')

/** A point of the unit sphere: straight lines between such points grow with the way on the ground. */
function onSphere({ lat, lng }: Point): [x: number, y: number, z: number] {
  const level = Math.cos(lat * RADIAN)
  return [level * Math.cos(lng * RADIAN), level * Math.sin(lng * RADIAN), Math.sin(lat * RADIAN)]
}

/** The square of the straight line through the unit sphere for metres on the ground. */
function chordOf(metres: number): number {
  const half = metres / (2 * EARTH_RADIUS)
  return half < Math.PI / 2 ? 4 * Math.sin(half) ** 2 : Infinity
}

const groundOf = (chord: number) => 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(chord) / 2))

/** The different hours of the list, and which of them each station keeps. */
function tellHoursApart(stations: readonly StationBrief[]) {
  const hours: StationHours[] = []
  const byText = new Map<string, number>()
  const known = new Map<StationHours, number>()
  const kept = new Int32Array(stations.length).fill(NO_HOURS)
  stations.forEach((station, index) => {
    if (!station.hours) return
    let number = known.get(station.hours)
    if (number === undefined) {
      const text = JSON.stringify(station.hours)
      number = byText.get(text) ?? hours.push(station.hours) - 1
      byText.set(text, number)
      known.set(station.hours, number)
    }
    kept[index] = number
  })
  return { hours, kept }
}

/**
 * Makes a list ready to be asked for the nearest stations again and again: what does not depend on
 * the question is computed once, and a question looks at numbers alone until the answer is known.
 *
 * Nearest first; of stations equally far to the metre, the one that stands first in the list. With
 * `open: 'now'` stations whose hours nobody wrote down come after all that are open for certain;
 * with `24h` they are left out; without `open` nothing is left out and they stand by distance.
 */
export function createStationFinder(stations: readonly StationBrief[]): StationFinder {
  const count = stations.length
  const [xs, ys, zs] = [new Float64Array(count), new Float64Array(count), new Float64Array(count)]
  const masks = new Int32Array(count)
  const doubts = new Float64Array(count)
  const chords = new Float64Array(count)
  const candidates = new Int32Array(count)
  stations.forEach((station, index) => {
    ;[xs[index], ys[index], zs[index]] = onSphere(station)
    masks[index] = maskOf(usable(station.facilities))
    doubts[index] = station.doubtUntil ?? 0
  })
  const { hours, kept } = tellHoursApart(stations)
  const always = hours.map(isAlwaysOpen)

  return {
    find({ origin, now, marks, open, facilities = [], limit }) {
      const days = openingDays(now, marks)
      const openings = hours.map((one) => openingOn(days, one, now))
      const fits = openings.map((opening, number) =>
        open === undefined ? true : opening.open && (open === 'now' || always[number]!),
      )
      const wanted = maskOf(facilities)
      const [x, y, z] = onSphere(origin)

      /** The nearest `most` of the stations whose hours are known, or are not. */
      function nearest(hoursKnown: boolean | null, most: number): FoundStation[] {
        if (most <= 0 || count === 0) return []
        const smallest = createSmallest(Math.min(most, count))
        let found = 0
        for (let index = 0; index < count; index += 1) {
          if ((masks[index]! & wanted) !== wanted) continue
          const number = kept[index]!
          if (hoursKnown !== null && hoursKnown !== (number !== NO_HOURS)) continue
          if (number !== NO_HOURS && !fits[number]) continue
          if (open === 'now' && doubts[index]! > now) continue
          const [dx, dy, dz] = [xs[index]! - x, ys[index]! - y, zs[index]! - z]
          chords[found] = dx * dx + dy * dy + dz * dz
          candidates[found] = index
          smallest.add(chords[found]!)
          found += 1
        }
        // Metres are rounded by the reference formula: a margin keeps what that could put in order.
        const bound = chordOf(groundOf(smallest.largest()) + 2)
        const near: { index: number; distance: number }[] = []
        for (let place = 0; place < found; place += 1) {
          if (chords[place]! > bound) continue
          const index = candidates[place]!
          near.push({ index, distance: Math.round(distanceBetween(origin, stations[index]!)) })
        }
        near.sort((a, b) => a.distance - b.distance || a.index - b.index)
        return near.slice(0, most).map(({ index, distance }) => ({
          station: stations[index]!,
          distance,
          opening: kept[index] === NO_HOURS ? null : openings[kept[index]!]!,
        }))
      }

      if (open === undefined) return nearest(null, limit)
      const certain = nearest(true, limit)
      return open === '24h' ? certain : [...certain, ...nearest(false, limit - certain.length)]
    },
  }
}
