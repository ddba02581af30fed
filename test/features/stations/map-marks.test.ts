import fc from 'fast-check'
import { placeOnRing } from '@/features/stations/map-marks'

const point = fc.record({
  east: fc.double({ min: -2000, max: 2000, noNaN: true }),
  north: fc.double({ min: -2000, max: 2000, noNaN: true }),
})
type Point = { east: number; north: number }
const gap = (place: Point, dots: readonly Point[]) =>
  Math.min(...dots.map(({ east, north }) => Math.hypot(east - place.east, north - place.north)))

it('puts the words of a ring below the middle where nothing is in the way', () => {
  expect(placeOnRing(500, [], 300)).toEqual({ east: 0, north: -500 })
  expect(placeOnRing(500, [{ east: 0, north: 500 }], 300)).toEqual({ east: 0, north: -500 })
})

it('puts them beside a dot that stands below the middle', () => {
  const { east, north } = placeOnRing(1000, [{ east: 0, north: -1000 }], 330)
  expect(east).toBeCloseTo(500)
  expect(north).toBeCloseTo(-866, 0)
})

it('always stays on the ring, and clear of dots where any place is', () => {
  fc.assert(
    fc.property(fc.array(point, { minLength: 1, maxLength: 9 }), (dots) => {
      const place = placeOnRing(1000, dots, 330)
      expect(Math.hypot(place.east, place.north)).toBeCloseTo(1000, 5)
      const elsewhere = [0, 60, 120, 180, 240, 300].map((degrees) => ({
        east: 1000 * Math.sin((degrees * Math.PI) / 180),
        north: -1000 * Math.cos((degrees * Math.PI) / 180),
      }))
      const best = Math.max(...elsewhere.map((one) => gap(one, dots)))
      expect(gap(place, dots)).toBeGreaterThanOrEqual(Math.min(330, best) - 1e-6)
    }),
  )
})
