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

/** Where a ring's words may stand, below the middle first: degrees from south towards east. */
const PLACES = [0, 30, -30, 60, -60, 90, -90, 120, -120, 150, -150, 180]

/**
 * Where on a ring (metres) its words stand so that no dot covers them: the first place that has
 * `room` metres around it, else the one with most.
 */
export function placeOnRing(
  ring: number,
  dots: readonly { east: number; north: number }[],
  room: number,
): { east: number; north: number } {
  const places = PLACES.map((degrees) => {
    const angle = (degrees * Math.PI) / 180
    const place = { east: ring * Math.sin(angle), north: -ring * Math.cos(angle) }
    const gaps = dots.map((dot) => Math.hypot(dot.east - place.east, dot.north - place.north))
    return { place, gap: Math.min(Infinity, ...gaps) }
  })
  const free = places.find(({ gap }) => gap >= room)
  return (free ?? places.reduce((best, one) => (one.gap > best.gap ? one : best))).place
}
