import fc from 'fast-check'
import gcoord from 'gcoord'
import { datumIn, datumOf, guessDatum, toGcj02 } from '@/cloud/stations-import/datum'
import { DATUMS, type Datum } from '@/domain/stations/datum'
import { distanceBetween } from '@/domain/stations/distance'
import type { Point } from '@/domain/stations/station'

const CRS = { 'GCJ-02': gcoord.GCJ02, 'WGS-84': gcoord.WGS84, 'BD-09': gcoord.BD09 }

/** What a list in some datum says of a point of GCJ-02. */
function writtenIn(datum: Datum, { lat, lng }: Point): Point {
  const [east, north] = gcoord.transform([lng, lat], gcoord.GCJ02, CRS[datum])
  return { lat: north, lng: east }
}
const inZhengzhou = fc.record({
  lat: fc.double({ min: 34.6, max: 34.9, noNaN: true }),
  lng: fc.double({ min: 113.4, max: 113.8, noNaN: true }),
})
const PLACES = Array.from({ length: 12 }, (_, place) => ({
  lat: 34.7 + place * 0.0071,
  lng: 113.55 + ((place * 7) % 12) * 0.0093,
}))

describe('the datum of a list', () => {
  test.each(DATUMS)('%s becomes GCJ-02 to within a metre', (datum) => {
    fc.assert(
      fc.property(inZhengzhou, (point) => {
        expect(distanceBetween(toGcj02(writtenIn(datum, point), datum), point)).toBeLessThan(1)
      }),
    )
  })

  test('is no small matter: a mistaken one is hundreds of metres off', () => {
    const point = { lat: 34.75, lng: 113.61 }
    for (const written of DATUMS) {
      for (const read of DATUMS.filter((one) => one !== written)) {
        const metres = distanceBetween(toGcj02(writtenIn(written, point), read), point)
        expect(metres).toBeGreaterThan(400)
        expect(metres).toBeLessThan(2500)
      }
    }
  })

  test.each(DATUMS)('%s is guessed from stations of the same names', (datum) => {
    const known = PLACES.map((point, place) => ({ nameKey: `站${place}`, point }))
    // One has moved, some are new: the middle one decides.
    const points = PLACES.map((point, place) => ({
      nameKey: place < 9 ? `站${place}` : `新${place}`,
      point: writtenIn(datum, place === 0 ? { lat: 34.9, lng: 113.9 } : point),
    }))
    const guess = guessDatum(points, known)
    expect(guess).toMatchObject({ datum, basis: 'same-name', measured: 9 })
    expect(guess!.medians[datum]).toBeLessThan(1)
  })

  test('is guessed from the nearest places where no name is known, and says so', () => {
    const known = PLACES.map((point) => ({ nameKey: null, point }))
    const points = PLACES.map((point) => ({ nameKey: '新', point: writtenIn('WGS-84', point) }))
    expect(guessDatum(points, known)).toMatchObject({ datum: 'WGS-84', basis: 'nearest' })
  })

  test('is not guessed from nothing', () => {
    expect(guessDatum([], [{ nameKey: null, point: PLACES[0]! }])).toBeNull()
    expect(guessDatum([{ nameKey: '新', point: PLACES[0]! }], [])).toBeNull()
  })

  test.each([
    ['GCJ-02', 'GCJ-02'],
    ['gcj02', 'GCJ-02'],
    ['wgs84', 'WGS-84'],
    ['BD_09', 'BD-09'],
    ['EPSG:4326', null],
    ['', null],
  ])('is written %s: %s', (text, datum) => expect(datumOf(text)).toBe(datum))

  test.each([
    ['经度(WGS84)', 'WGS-84'],
    ['经度（ＷＧＳ－８４）', 'WGS-84'],
    ['百度坐标', 'BD-09'],
    ['高德经度', 'GCJ-02'],
    ['火星坐标系', 'GCJ-02'],
    ['CGCS2000', 'WGS-84'],
    ['经度', null],
  ])('is named in %s: %s', (text, datum) => expect(datumIn(text)).toBe(datum))
})
