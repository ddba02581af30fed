import fc from 'fast-check'
import { distanceBetween, distanceInWords } from '@/domain/stations/distance'
import type { Point } from '@/domain/stations/station'

const RADIAN = Math.PI / 180

/** Metres on the ellipsoid WGS 84 between near points, by its radii of curvature half way. */
function onEllipsoid(a: Point, b: Point): number {
  const [axis, flattening] = [6_378_137, 1 / 298.257223563]
  const eccentricity = flattening * (2 - flattening)
  const middle = ((a.lat + b.lat) / 2) * RADIAN
  const bend = 1 - eccentricity * Math.sin(middle) ** 2
  const north = (b.lat - a.lat) * RADIAN * ((axis * (1 - eccentricity)) / bend ** 1.5)
  const east = (b.lng - a.lng) * RADIAN * (axis / Math.sqrt(bend)) * Math.cos(middle)
  return Math.hypot(north, east)
}

const inChina = fc.record({
  lat: fc.double({ min: 18, max: 54, noNaN: true }),
  lng: fc.double({ min: 73, max: 135, noNaN: true }),
})
const step = fc.double({ min: -0.2, max: 0.2, noNaN: true })

test('is within 0.5 % of the ellipsoid, anywhere in China, for ways up to 50 km', () => {
  fc.assert(
    fc.property(inChina, step, step, (from, north, east) => {
      const to = { lat: from.lat + north, lng: from.lng + east }
      const exact = onEllipsoid(from, to)
      expect(Math.abs(distanceBetween(from, to) - exact)).toBeLessThanOrEqual(0.005 * exact + 1e-6)
    }),
  )
})

test('is the same both ways, and nothing to where one stands', () => {
  fc.assert(
    fc.property(inChina, inChina, (a, b) => {
      expect(distanceBetween(a, b)).toBeCloseTo(distanceBetween(b, a), 6)
      expect(distanceBetween(a, a)).toBe(0)
    }),
  )
})

test('of two points in Zhengzhou', () => {
  const metres = distanceBetween({ lat: 34.7505, lng: 113.6283 }, { lat: 34.7522, lng: 113.6385 })
  expect(Math.round(metres)).toBe(951)
})

test.each([
  [0, '0', '米'],
  [7.4, '7', '米'],
  [99.4, '99', '米'],
  [99.6, '100', '米'],
  [284, '280', '米'],
  [994, '990', '米'],
  [996, '1.0', '公里'],
  [1_000, '1.0', '公里'],
  [1_140, '1.1', '公里'],
  [9_949, '9.9', '公里'],
  [9_951, '10', '公里'],
  [12_400, '12', '公里'],
  [688_000, '688', '公里'],
])('%d metres are read as %s %s', (metres, number, unit) => {
  expect(distanceInWords(metres)).toEqual({ number, unit })
})
