import fc from 'fast-check'
import { type StationChange, mergeChanges } from '@/domain/stations/merge-changes'
import type { StationBrief } from '@/domain/stations/station'
import { anyStation } from './arbitraries'

const byId = (stations: Iterable<StationBrief>) =>
  [...stations].sort((a, b) => (a.stationId < b.stationId ? -1 : 1))

/** An edit of the server's list: a station written, or the one with this number removed. */
const edit = fc.oneof(
  fc.tuple(fc.integer({ min: 0, max: 8 }), anyStation).map(([number, station]) => ({
    stationId: `nongye.s${number}`,
    station: { ...station, stationId: `nongye.s${number}` },
  })),
  fc
    .integer({ min: 0, max: 8 })
    .map((number) => ({ stationId: `nongye.s${number}`, station: null })),
)

test('a list after any differences is the server’s list', () => {
  fc.assert(
    fc.property(fc.array(fc.array(edit, { maxLength: 6 }), { maxLength: 6 }), (rounds) => {
      const server = new Map<string, StationBrief>()
      let phone: StationBrief[] = []
      for (const edits of rounds) {
        const touched = new Set<string>()
        for (const { stationId, station } of edits) {
          touched.add(stationId)
          if (station) server.set(stationId, station)
          else server.delete(stationId)
        }
        const change: StationChange = {
          stations: [...touched].flatMap((stationId) => server.get(stationId) ?? []),
          removed: [...touched].filter((stationId) => !server.has(stationId)),
        }
        phone = mergeChanges(phone, change)
        expect(mergeChanges(phone, change)).toEqual(phone)
        expect(byId(phone)).toEqual(byId(server.values()))
      }
    }),
  )
})

test('what changed keeps its place, what is new comes last, the list given stays as it was', () => {
  const [a, b, c] = fc
    .sample(anyStation, { numRuns: 3, seed: 1 })
    .map((station, index) => ({ ...station, stationId: `nongye.${'abc'.charAt(index)}` })) as [
    StationBrief,
    StationBrief,
    StationBrief,
  ]
  const have = [a, b]
  const renamed = { ...a, name: '换了名字' }
  expect(mergeChanges(have, { stations: [c, renamed], removed: [] })).toEqual([renamed, b, c])
  expect(mergeChanges(have, { stations: [], removed: ['nongye.a', 'nongye.x'] })).toEqual([b])
  expect(have).toEqual([a, b])
})
