import { distanceBetween } from '../../src/domain/stations/distance'
import type { FoundStation, StationQuery } from '../../src/domain/stations/finder'
import { isAlwaysOpen, stationOpening } from '../../src/domain/stations/opening'
import type { StationBrief } from '../../src/domain/stations/station'

/** What domain/stations/finder does, written the way one would at first: filter, sort, cut. */
export function naiveFind(
  stations: readonly StationBrief[],
  { origin, now, marks, open, facilities = [], limit }: StationQuery,
): FoundStation[] {
  const openingOf = ({ hours }: StationBrief) => hours && stationOpening(hours, now, marks)
  const fits = (station: StationBrief) => {
    const equipped = facilities.every((facility) =>
      ['working', 'doubted'].includes(station.facilities[facility] ?? 'none'),
    )
    if (!equipped || open === undefined) return equipped
    if (open === '24h') {
      return station.hours !== null && isAlwaysOpen(station.hours) && openingOf(station)!.open
    }
    const doubted = station.doubtUntil !== null && station.doubtUntil > now
    return !doubted && openingOf(station)?.open !== false
  }
  const unknownLast = ({ hours }: StationBrief) => (open === 'now' && hours === null ? 1 : 0)
  return stations
    .filter(fits)
    .map((station) => ({ station, distance: Math.round(distanceBetween(origin, station)) }))
    .sort((a, b) => unknownLast(a.station) - unknownLast(b.station) || a.distance - b.distance)
    .slice(0, limit)
    .map(({ station, distance }) => ({ station, distance, opening: openingOf(station) }))
}
