import type { FoundStation, StationFinder, StationQuery } from '@/domain/stations/finder'
import type { Point } from '@/domain/stations/station'

/** More than these are not drawn: a map full of dots says nothing, and each crosses to native. */
export const MOST_ON_MAP = 200
const METRES_PER_DEGREE = 111_195

/** The stations around the origin, nearest first; all of them, open or not. */
export function aroundOf(
  finder: StationFinder,
  question: Pick<StationQuery, 'origin' | 'now' | 'marks'>,
  limit = MOST_ON_MAP,
): FoundStation[] {
  return finder.find({ ...question, limit })
}

/** Where a point lies from the origin: metres to the east and to the north, on a flat town. */
export function offsetOf(origin: Point, point: Point): { east: number; north: number } {
  const shrink = Math.cos((origin.lat * Math.PI) / 180)
  return {
    east: (point.lng - origin.lng) * METRES_PER_DEGREE * shrink,
    north: (point.lat - origin.lat) * METRES_PER_DEGREE,
  }
}
