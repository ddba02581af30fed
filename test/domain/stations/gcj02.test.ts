import fc from 'fast-check'
import gcoord from 'gcoord'
import { gcj02Of } from '@/domain/stations/gcj02'

const degrees = (min: number, max: number) => fc.double({ min, max, noNaN: true })

it('bends a point of the satellites as gcoord does, to a millimetre, all over the mainland', () => {
  fc.assert(
    fc.property(degrees(20, 50), degrees(80, 130), (lat, lng) => {
      const [x, y] = gcoord.transform([lng, lat], gcoord.WGS84, gcoord.GCJ02)
      const point = gcj02Of({ lat, lng })
      expect(Math.abs(point.lat - y)).toBeLessThan(1e-8)
      expect(Math.abs(point.lng - x)).toBeLessThan(1e-8)
    }),
  )
})

it('moves a point of Zhengzhou by some hundred metres', () => {
  const point = gcj02Of({ lat: 34.7472, lng: 113.6253 })
  expect(point.lat - 34.7472).toBeCloseTo(-0.0012, 3)
  expect(point.lng - 113.6253).toBeCloseTo(0.0061, 3)
})
