import { EARTH_RADIUS } from './distance'
import type { Point } from './station'

const RADIAN = Math.PI / 180

/**
 * A point of the unit sphere. Straight lines (chords) between such points grow with the way on the
 * ground, and take three multiplications to compare where the ground takes six angles.
 */
export function onSphere({ lat, lng }: Point): [x: number, y: number, z: number] {
  const level = Math.cos(lat * RADIAN)
  return [level * Math.cos(lng * RADIAN), level * Math.sin(lng * RADIAN), Math.sin(lat * RADIAN)]
}

/** Metres on the ground of the square of a chord; the way round the earth for more than any has. */
export const groundOf = (squared: number) =>
  2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(squared) / 2))

/** The square of the chord of metres on the ground; Infinity where no way is longer. */
export function chordFor(metres: number): number {
  const half = metres / (2 * EARTH_RADIUS)
  return half < Math.PI / 2 ? 4 * Math.sin(half) ** 2 : Infinity
}
