import fc from 'fast-check'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { inflateSync, strFromU8 } from 'fflate'
import { packStations, unpackStations } from '@/domain/stations/packed-list'
import type { StationBrief } from '@/domain/stations/station'
import { DAY, HOUR, parseInstant } from '@/domain/time/instant'
import { realisticStations } from '../../support/stations'
import { anyStations } from './arbitraries'
import { anyCharacter } from '../../support/builders/characters'

const NOW = parseInstant('2026-11-22T02:14:00+08:00')

const byId = (stations: readonly StationBrief[]) =>
  [...stations].sort((a, b) => (a.stationId < b.stationId ? -1 : 1))

/** As the server sends a text: deflated and in base64. */
const wire = (text: string) => deflateRawSync(text, { level: 9 }).toString('base64')

describe('the packed list', () => {
  test('gives back what was packed, whatever the keys, texts, hours and instants are', () => {
    fc.assert(
      fc.property(anyStations(12), (stations) => {
        const sent = inflateRawSync(Buffer.from(wire(packStations(stations)), 'base64'))
        expect(byId(unpackStations(sent.toString('utf8')))).toEqual(byId(stations))
      }),
      { numRuns: 200 },
    )
  })

  test('does not depend on the order of the stations', () => {
    const stations = realisticStations(200, NOW)
    expect(packStations([...stations].reverse())).toBe(packStations(stations))
  })

  test.each([
    ['another day', 1, NOW],
    ['other stations', 2, NOW],
    ['the day after', 3, NOW + DAY],
  ])('of 2,000 stations of a district takes at most 64 KB on the wire: %s', (_, seed, now) => {
    const stations = realisticStations(2000, now, { seed })
    const packed = wire(packStations(stations))
    expect(packed.length).toBeLessThanOrEqual(64 * 1024)
    // With room for names that repeat themselves less than these.
    expect(packed.length).toBeLessThanOrEqual(56 * 1024)
    expect(Buffer.from(packed, 'base64').length).toBeGreaterThan(16 * 1024)
    const text = strFromU8(inflateSync(Buffer.from(packed, 'base64')))
    expect(byId(unpackStations(text))).toEqual(byId(stations))
  })

  test('keeps coordinates to six decimals and instants to the minute below them', () => {
    const [station] = realisticStations(1, NOW)
    const given: StationBrief = {
      ...station!,
      lat: 34.7500004,
      lng: 113.6199996,
      confirmedAt: NOW + 59_999,
      confirmedBy: 3,
      doubtUntil: NOW + 2 * HOUR + 1,
      doubtedBy: 2,
    }
    expect(unpackStations(packStations([given]))).toEqual([
      { ...given, lat: 34.75, lng: 113.62, confirmedAt: NOW, doubtUntil: NOW + 2 * HOUR },
    ])
  })

  test('holds no station, or one, or the same station in two centres', () => {
    expect(unpackStations(packStations([]))).toEqual([])
    const [one] = realisticStations(1, NOW)
    const twin = { ...one!, stationId: `other.${one!.stationId.split('.')[1]}` }
    expect(byId(unpackStations(packStations([one!, twin])))).toEqual(byId([one!, twin]))
  })

  test('of a later version names facilities that this one passes over', () => {
    const text = packStations(realisticStations(50, NOW))
    const known = unpackStations(text)
    // What a version that calls microwaves otherwise would have written, its checksum included.
    const body = text.slice(text.indexOf('\n') + 1).replace('"microwave"', '"steam-oven"')
    const checksum = Array.from(body).reduce(
      (sum, letter) => Math.imul(sum ^ letter.charCodeAt(0), 0x01000193),
      0x811c9dc5,
    )
    const later = `stations 1 ${(checksum >>> 0).toString(36)}\n${body}`
    expect(unpackStations(later)).toEqual(
      known.map(({ facilities: { microwave: _, ...facilities }, ...rest }) => ({
        ...rest,
        facilities,
      })),
    )
  })

  test('is refused when it is none, or was cut off or changed on its way', () => {
    const text = packStations(realisticStations(20, NOW))
    const place = fc.integer({ min: 0, max: text.length - 1 })
    const spoilt = fc.oneof(
      place.map((cut) => text.slice(0, cut)),
      place.map((cut) => text.slice(cut + 1)),
      fc
        .tuple(place, fc.string({ unit: anyCharacter, minLength: 1, maxLength: 1 }))
        .filter(([at, letter]) => text.charAt(at) !== letter)
        .map(([at, letter]) => text.slice(0, at) + letter + text.slice(at + 1)),
      fc.string({ unit: anyCharacter }),
      fc.json(),
    )
    fc.assert(
      fc.property(spoilt, (other) => {
        expect(() => unpackStations(other)).toThrow(RangeError)
      }),
      { numRuns: 300 },
    )
  })
})
