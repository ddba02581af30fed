import { distanceBetween } from '../../src/domain/stations/distance'
import type { FoundStation, StationQuery } from '../../src/domain/stations/finder'
import { isAlwaysOpen, stationOpening } from '../../src/domain/stations/opening'
import type { StationBrief } from '../../src/domain/stations/station'

/** What domain/stations/finder does, written the way one would at first: filter, sort, cut. */
export function naiveFind(
  stations: readonly StationBrief[],
  { origin, now, marks, open, facilities = [], limit }: StationQuery,
): FoundStation[] {
  const found = stations.map((station, index) => ({
    index,
    station,
    distance: Math.round(distanceBetween(origin, station)),
    opening: station.hours && stationOpening(station.hours, now, marks),
  }))
  const matching = found.filter(({ station, opening }) => {
    const equipped = facilities.every((facility) =>
      ['working', 'doubted'].includes(station.facilities[facility] ?? 'none'),
    )
    if (!equipped) return false
    if (open === undefined) return true
    if (open === '24h') return station.hours && isAlwaysOpen(station.hours) && opening?.open
    return opening?.open !== false && !(station.doubtUntil !== null && station.doubtUntil > now)
  })
  const unknownLast = (one: FoundStation) => (open === 'now' && one.opening === null ? 1 : 0)
  matching.sort(
    (a, b) => unknownLast(a) - unknownLast(b) || a.distance - b.distance || a.index - b.index,
  )
  return matching
    .slice(0, limit)
    .map(({ station, distance, opening }) => ({ station, distance, opening }))
}
