import type { Point } from './station'

/** The ellipsoid of Krasovsky 1940, on which GCJ-02 is computed: metres, and its eccentricity². */
const AXIS = 6_378_245
const ECCENTRICITY = 0.006693421622965943

/** The swings that both bends of GCJ-02 share. */
const waves = (x: number) =>
  ((20 * Math.sin(6 * x * Math.PI) + 20 * Math.sin(2 * x * Math.PI)) * 2) / 3

/** How far GCJ-02 bends a point to the north and to the east; `x`, `y` in degrees from 105 E, 35 N. */
function bend(x: number, y: number): { north: number; east: number } {
  const root = Math.sqrt(Math.abs(x))
  const north =
    -100 +
    2 * x +
    3 * y +
    0.2 * y * y +
    0.1 * x * y +
    0.2 * root +
    waves(x) +
    ((20 * Math.sin(y * Math.PI) + 40 * Math.sin((y / 3) * Math.PI)) * 2) / 3 +
    ((160 * Math.sin((y / 12) * Math.PI) + 320 * Math.sin((y * Math.PI) / 30)) * 2) / 3
  const east =
    300 +
    x +
    2 * y +
    0.1 * x * x +
    0.1 * x * y +
    0.1 * root +
    waves(x) +
    ((20 * Math.sin(x * Math.PI) + 40 * Math.sin((x / 3) * Math.PI)) * 2) / 3 +
    ((150 * Math.sin((x / 12) * Math.PI) + 300 * Math.sin((x / 30) * Math.PI)) * 2) / 3
  return { north, east }
}

/** A point of the satellites (WGS-84) in the datum of Chinese maps (GCJ-02), within China. */
export function gcj02Of({ lat, lng }: Point): Point {
  const { north, east } = bend(lng - 105, lat - 35)
  const radian = (lat / 180) * Math.PI
  const magic = 1 - ECCENTRICITY * Math.sin(radian) ** 2
  const root = Math.sqrt(magic)
  return {
    lat: lat + (north * 180) / (((AXIS * (1 - ECCENTRICITY)) / (magic * root)) * Math.PI),
    lng: lng + (east * 180) / ((AXIS / root) * Math.cos(radian) * Math.PI),
  }
}
