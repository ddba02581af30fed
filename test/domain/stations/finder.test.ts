import fc from 'fast-check'
import { FACILITIES } from '@/domain/stations/facility'
import { type StationQuery, createStationFinder } from '@/domain/stations/finder'
import type { HolidayMarks } from '@/domain/stations/station-hours'
import { parseInstant } from '@/domain/time/instant'
import { naiveFind } from '../../support/naive-finder'
import { realisticStations } from '../../support/stations'
import { anyMarks, anyMoment, anyStations } from './arbitraries'

const NOW = parseInstant('2026-11-22T02:14:00+08:00')
const CENTRE = { lat: 34.7512, lng: 113.6087 }

const filters = {
  open: fc.constantFrom(undefined, 'now' as const, '24h' as const),
  facilities: fc.option(fc.uniqueArray(fc.constantFrom(...FACILITIES), { maxLength: 3 }), {
    nil: undefined,
  }),
}

describe('the finder', () => {
  test('finds what naive code finds, among a district’s stations', () => {
    const stations = realisticStations(300, NOW)
    const finder = createStationFinder(stations)
    const query: fc.Arbitrary<StationQuery> = fc.record({
      ...filters,
      origin: fc.record({
        lat: fc.double({ min: 34.6, max: 34.9, noNaN: true }),
        lng: fc.double({ min: 113.4, max: 113.8, noNaN: true }),
      }),
      now: fc.integer({ min: 0, max: 7 * 1440 }).map((minute) => NOW + minute * 60_000),
      marks: fc.constantFrom<HolidayMarks[]>(
        {},
        { '2026-11-23': 'rest' as const, '2026-11-28': 'work' as const },
      ),
      limit: fc.oneof(fc.integer({ min: 0, max: 20 }), fc.constant(320)),
    })
    fc.assert(
      fc.property(query, (asked) => {
        expect(finder.find(asked)).toEqual(naiveFind(stations, asked))
      }),
      { numRuns: 60 },
    )
  })

  test('finds what naive code finds, whatever the stations, marks and moment are', () => {
    fc.assert(
      fc.property(
        anyStations(10),
        fc.record({
          ...filters,
          // On the points of a coarse grid many are equally far.
          origin: fc.record({
            lat: fc.integer({ min: -90, max: 90 }),
            lng: fc.integer({ min: -180, max: 180 }),
          }),
          now: anyMoment,
          marks: anyMarks,
          limit: fc.integer({ min: 0, max: 12 }),
        }),
        fc.boolean(),
        (given, asked, onGrid) => {
          const stations = onGrid
            ? given.map((one) => ({ ...one, lat: Math.round(one.lat), lng: Math.round(one.lng) }))
            : given
          const finder = createStationFinder(stations)
          expect(finder.find(asked)).toEqual(naiveFind(stations, asked))
        },
      ),
      { numRuns: 200 },
    )
  })

  test('answers again and again alike, and the limit only cuts', () => {
    const stations = realisticStations(2000, NOW)
    const finder = createStationFinder(stations)
    const asked = { origin: CENTRE, now: NOW, marks: {}, open: 'now' as const }
    const all = finder.find({ ...asked, limit: 2000 })
    expect(all.length).toBeGreaterThan(300)
    expect(finder.find({ ...asked, limit: 3 })).toEqual(all.slice(0, 3))
    expect(finder.find({ ...asked, limit: 2000 })).toEqual(all)
  })

  test('at two in the night: open for certain first, then where nobody wrote the hours down', () => {
    const stations = realisticStations(2000, NOW)
    const found = createStationFinder(stations).find({
      origin: CENTRE,
      now: NOW,
      marks: {},
      open: 'now',
      facilities: ['charging'],
      limit: 2000,
    })
    const known = found.map(({ opening }) => opening !== null)
    expect(known.lastIndexOf(true)).toBeLessThan(known.indexOf(false))
    expect(found.every(({ opening }) => opening?.open !== false)).toBe(true)
    expect(found.every(({ station }) => station.facilities.charging !== 'broken')).toBe(true)
    expect(found.every(({ station }) => (station.doubtUntil ?? 0) <= NOW)).toBe(true)
  })

  test('of no stations finds none', () => {
    const asked = { origin: CENTRE, now: NOW, marks: {}, limit: 3 }
    expect(createStationFinder([]).find(asked)).toEqual([])
    expect(createStationFinder([]).find({ ...asked, open: 'now' })).toEqual([])
  })
})
