import type { Point } from './station'

/** The mean radius of the earth (IUGG), in metres. */
export const EARTH_RADIUS = 6_371_008.8
const RADIAN = Math.PI / 180

/**
 * Metres between two points as the crow flies, by the haversine formula on a sphere: within 0.5 %
 * of the ellipsoid. GCJ-02 bends the map by less than that between points of one city.
 */
export function distanceBetween(a: Point, b: Point): number {
  const north = Math.sin(((b.lat - a.lat) * RADIAN) / 2)
  const east = Math.sin(((b.lng - a.lng) * RADIAN) / 2)
  const half = north * north + Math.cos(a.lat * RADIAN) * Math.cos(b.lat * RADIAN) * east * east
  return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(half)))
}

/**
 * Metres as people read them, number and unit apart so that the number can be large: 280 米,
 * 1.1 公里, 12 公里. To ten metres from 100 on: nobody's phone knows more.
 */
export function distanceInWords(metres: number): { number: string; unit: '米' | '公里' } {
  const rounded = metres < 100 ? Math.round(metres) : Math.round(metres / 10) * 10
  if (rounded < 1000) return { number: String(rounded), unit: '米' }
  const kilometres = metres / 1000
  // 9.95 and more would read 10.0.
  return { number: kilometres < 9.95 ? kilometres.toFixed(1) : kilometres.toFixed(0), unit: '公里' }
}
