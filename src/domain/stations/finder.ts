import { distanceBetween } from './distance'
import type { Facility } from './facility'
import { type FinderColumns, NO_HOURS, columnsOf, maskOf } from './finder-columns'
import { createSmallest } from './nearest'
import { type StationOpening, openingDays, openingOn } from './opening'
import { chordFor, groundOf, onSphere } from './sphere'
import type { Point, StationBrief } from './station'
import type { HolidayMarks } from './station-hours'

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

/** More than rounding to metres and the two formulas of a distance can differ. */
const MARGIN_M = 2

/** The numbers of the stations that fit, and the squares of their chords; made once, used again. */
interface Candidates {
  indices: Int32Array
  chords: Float64Array
}

/** Fills in the candidates that the origin, facilities and `fits` leave; gives how many there are. */
function gather(
  columns: FinderColumns,
  { origin, facilities = [] }: StationQuery,
  fits: (index: number) => boolean,
  { indices, chords }: Candidates,
): number {
  const { xs, ys, zs, masks } = columns
  const [x, y, z] = onSphere(origin)
  const wanted = maskOf(facilities)
  let count = 0
  for (let index = 0; index < masks.length; index += 1) {
    if ((masks[index]! & wanted) !== wanted || !fits(index)) continue
    const [dx, dy, dz] = [xs[index]! - x, ys[index]! - y, zs[index]! - z]
    indices[count] = index
    chords[count] = dx * dx + dy * dy + dz * dz
    count += 1
  }
  return count
}

/** The nearest `most` of the first `count` candidates, by whole metres and then by their place. */
function nearestOf(
  stations: readonly StationBrief[],
  { indices, chords }: Candidates,
  count: number,
  origin: Point,
  most: number,
): { index: number; distance: number }[] {
  const smallest = createSmallest(most)
  for (let place = 0; place < count; place += 1) smallest.add(chords[place]!)
  const bound = chordFor(groundOf(smallest.largest()) + MARGIN_M)
  const near: { index: number; distance: number }[] = []
  for (let place = 0; place < count; place += 1) {
    if (chords[place]! > bound) continue
    const index = indices[place]!
    near.push({ index, distance: Math.round(distanceBetween(origin, stations[index]!)) })
  }
  return near.sort((a, b) => a.distance - b.distance || a.index - b.index).slice(0, most)
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
  const columns = columnsOf(stations)
  const { hours, kept, always, doubts } = columns
  const candidates: Candidates = {
    indices: new Int32Array(stations.length),
    chords: new Float64Array(stations.length),
  }

  return {
    find(query) {
      const { origin, now, marks, open, limit } = query
      const days = openingDays(now, marks)
      const openings = hours.map((one) => openingOn(days, one, now))

      function nearest(fits: (index: number) => boolean, limit: number): FoundStation[] {
        const most = Math.min(limit, stations.length)
        if (most <= 0) return []
        const count = gather(columns, query, fits, candidates)
        return nearestOf(stations, candidates, count, origin, most).map(({ index, distance }) => ({
          station: stations[index]!,
          distance,
          opening: openings[kept[index]!] ?? null,
        }))
      }

      if (open === undefined) return nearest(() => true, limit)
      const isOpen = openings.map(
        (opening, number) => opening.open && (open === 'now' || always[number]!),
      )
      if (open === '24h') return nearest((index) => isOpen[kept[index]!] === true, limit)
      const known = nearest(
        (index) => isOpen[kept[index]!] === true && doubts[index]! <= now,
        limit,
      )
      const unknown = (index: number) => kept[index] === NO_HOURS && doubts[index]! <= now
      return [...known, ...nearest(unknown, limit - known.length)]
    },
  }
}
