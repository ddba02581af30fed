import { createDispatch } from '../../../src/cloud/dispatch'
import { fixedClock } from '../../../src/cloud/clock'
import type { Input } from '../../../src/contract'
import { distanceBetween } from '../../../src/domain/stations/distance'
import { dateOf } from '../../../src/domain/time/date'
import { HOUR, toInstantText } from '../../../src/domain/time/instant'
import { callerOf, refusalOf, valueOf } from '../../support/builders/caller'
import { NOW, aCentre } from '../../support/builders/programme'
import {
  ROUND_THE_CLOCK,
  type StationWish,
  aStation,
  everyDay,
  onWeekdays,
} from '../../support/builders/station'
import { type TestDatabase, testDatabase } from '../../support/database'
import { silentLog } from '../../support/silent-log'

type Wish = Input<'stations.list'>

let database: TestDatabase
const clock = fixedClock(NOW)
const visitor = () =>
  callerOf(createDispatch({ store: database.store, clock, log: silentLog }), null)

beforeEach(async () => {
  clock.set(NOW)
  database = await testDatabase()
})
afterEach(() => database.drop())

const HERE = { lat: 34.7492, lng: 113.6206 }
/** A point so many metres north of here. */
const north = (metres: number) => ({ lat: HERE.lat + metres / 111_195, lng: HERE.lng })

async function pagesOf(wish: Wish) {
  const pages = []
  let after: string | undefined
  do {
    const page = valueOf(await visitor()('stations.list', { ...wish, ...(after ? { after } : {}) }))
    pages.push(page.stations)
    after = page.after ?? undefined
  } while (after)
  return pages
}
const listed = async (wish: Wish) => (await pagesOf(wish)).flat().map(({ stationId }) => stationId)

test('Stations come nearest first, with their distance as the domain computes it', async () => {
  const centreId = await aCentre(database.store)
  const wishes = [900, 120, 2_400, 121].map(north)
  const keys = []
  for (const at of wishes) keys.push(await aStation(database.store, centreId, at))
  const far = await aStation(database.store, centreId, { lat: 30.5, lng: 104.1 })
  const [stations] = await pagesOf({ near: HERE })
  expect(stations!.map(({ stationId }) => stationId)).toEqual([
    ...[keys[1], keys[3], keys[0], keys[2], far],
  ])
  for (const { location, distanceM } of stations!) {
    expect(Math.abs(distanceM! - distanceBetween(HERE, location))).toBeLessThanOrEqual(0.51)
  }
})

test('Without an origin they come by centre and key, without a distance', async () => {
  const [here, there] = [await aCentre(database.store), await aCentre(database.store)]
  const other = await aStation(database.store, there)
  const [b, a] = [
    await aStation(database.store, here, { station_id: `${here}.b` }),
    await aStation(database.store, here, { station_id: `${here}.a` }),
  ]
  expect(await listed({})).toEqual([a, b, other].sort())
  expect(await listed({ centreId: there })).toEqual([other])
  const [stations] = await pagesOf({})
  expect(stations!.every(({ distanceM }) => distanceM === null)).toBe(true)
})

test.each([{}, { near: HERE }, { near: HERE, open: 'now' as const }, { open: '24h' as const }])(
  'Every station is on exactly one page of 20, also those at one distance: %j',
  async (wish) => {
    const centreId = await aCentre(database.store)
    const keys: string[] = []
    for (let index = 0; index < 57; index += 1) {
      const hours = index < 45 ? ROUND_THE_CLOCK : everyDay('22:00', '23:00')
      keys.push(await aStation(database.store, centreId, { ...north((index % 5) * 10), hours }))
    }
    const pages = await pagesOf(wish)
    const expected = 'open' in wish ? keys.slice(0, 45) : keys
    expect(pages.map((page) => page.length)).toEqual('open' in wish ? [20, 20, 5] : [20, 20, 17])
    const seen = pages.flat().map(({ stationId }) => stationId)
    expect([...seen].sort()).toEqual([...expected].sort())
  },
)

test('Reading on finds the few that are open behind many that are closed', async () => {
  const centreId = await aCentre(database.store)
  for (let index = 0; index < 230; index += 1) {
    await aStation(database.store, centreId, { ...north(index), hours: everyDay('22:00', '23:00') })
  }
  const open = await aStation(database.store, centreId, north(3_000))
  expect(await listed({ near: HERE, open: 'now' })).toEqual([open])
})

const WORKDAY_NOON = '2026-11-23T12:00:00+08:00'

test.each<[string, string, StationWish['hours'], boolean | null]>([
  ['two in the morning', '2026-11-24T02:00:00+08:00', ROUND_THE_CLOCK, true],
  ['two in the morning', '2026-11-24T02:00:00+08:00', everyDay('06:00', '22:00'), false],
  [
    'a minute before it closes at two',
    '2026-11-24T01:59:59+08:00',
    everyDay('17:00', '02:00'),
    true,
  ],
  ['two in the morning', '2026-11-24T02:00:00+08:00', everyDay('17:00', '02:00'), false],
  ['a Monday noon', WORKDAY_NOON, onWeekdays('09:00', '17:00'), true],
  ['a Sunday noon', '2026-11-22T12:00:00+08:00', onWeekdays('09:00', '17:00'), false],
  ['National Day, a Thursday', '2026-10-01T12:00:00+08:00', onWeekdays('09:00', '17:00'), false],
  [
    'National Day with hours of its own',
    '2026-10-01T12:00:00+08:00',
    onWeekdays('09:00', '17:00', [{ opens: '10:00', closes: '13:00' }]),
    true,
  ],
  [
    'a Sunday that is worked in exchange',
    '2026-09-20T12:00:00+08:00',
    onWeekdays('09:00', '17:00'),
    true,
  ],
  [
    'a special day',
    WORKDAY_NOON,
    { ...ROUND_THE_CLOCK, special: [{ from: '2026-11-23', to: '2026-11-23', spans: [] }] },
    false,
  ],
  ['any time, where nobody knows the hours', WORKDAY_NOON, null, null],
])('Whether it is open at %s (%s)', async (_, instant, hours, openNow) => {
  clock.set(instant)
  const stationId = await aStation(database.store, await aCentre(database.store), { hours })
  const value = valueOf(await visitor()('stations.get', { stationId }))
  expect(value).toMatchObject({ now: instant, openNow, hours })
  expect(value.hoursInWords === null).toBe(hours === null)
  // What is not known to be closed is shown.
  expect(await listed({ open: 'now' })).toEqual(openNow === false ? [] : [stationId])
})

test('Open now leaves out what several people found locked, until that lapses', async () => {
  const centreId = await aCentre(database.store)
  const doubted = { doubt_until: new Date(NOW + HOUR), doubted_by: 2 }
  const locked = await aStation(database.store, centreId, { ...doubted, ...north(50) })
  const fine = await aStation(database.store, centreId, north(500))
  expect(await listed({ near: HERE, open: 'now' })).toEqual([fine])
  expect(await listed({ near: HERE, open: 'now', centreId, facilities: ['water'] })).toEqual([fine])
  expect(await listed({ near: HERE })).toEqual([locked, fine])
  expect(await listed({ near: HERE, open: '24h' })).toEqual([locked, fine])
  clock.set(NOW + HOUR)
  expect(await listed({ near: HERE, open: 'now' })).toEqual([locked, fine])
})

test('What never closes is left out on the special day on which it is shut', async () => {
  const centreId = await aCentre(database.store)
  const date = dateOf(NOW)
  const special = [{ from: date, to: date, spans: [] }]
  const open = await aStation(database.store, centreId)
  await aStation(database.store, centreId, { hours: { ...ROUND_THE_CLOCK, special } })
  expect(await listed({ centreId, open: '24h' })).toEqual([open])
  expect(await listed({ centreId })).toHaveLength(2)
})

test('A station has all of the facilities asked for, none of them known broken', async () => {
  const centreId = await aCentre(database.store)
  const make = (facilities: StationWish['facilities']) =>
    aStation(database.store, centreId, { facilities: facilities! })
  const both = await make({ water: 'working', toilet: 'working' })
  const doubted = await make({ water: 'doubted', toilet: 'working', wifi: 'broken' })
  await make({ water: 'broken', toilet: 'working' })
  await make({ water: 'working' })
  await make({})
  expect((await listed({ facilities: ['water', 'toilet'] })).sort()).toEqual([both, doubted].sort())
  expect(await listed({ facilities: ['wifi'] })).toEqual([])
  expect(await listed({ facilities: [] })).toHaveLength(5)
})

test('What was removed is on no list and no page, nor behind the code at its door', async () => {
  const centreId = await aCentre(database.store)
  const removed_at = new Date(NOW - HOUR)
  const stationId = await aStation(database.store, centreId, { door_code: 'GHJK23', removed_at })
  expect(await listed({})).toEqual([])
  const notFound = { code: 'NOT_FOUND', facts: { what: 'station' } }
  for (const input of [{ stationId }, { doorCode: 'GHJK23' }, { doorCode: 'ZZZZZZ' }]) {
    expect(refusalOf(await visitor()('stations.get', input))).toEqual(notFound)
  }
})

test('One station says everything, by its id or by the code at its door', async () => {
  const centreId = await aCentre(database.store)
  const stationId = await aStation(database.store, centreId, {
    ...{ name: '农业银行社区暖心驿站', door_code: 'ABC234', photo: 'p-sample', ...HERE },
    ...{ photo_width: 960, photo_height: 1280 },
    ...{ confirmed_at: new Date(NOW - HOUR), confirmed_by: 4, run_by: '农业银行社区' },
    ...{ doubt_until: new Date(NOW + HOUR), doubted_by: 2 },
    facilities: { wifi: 'doubted', charging: 'working' },
    hours: everyDay('06:00', '22:00'),
  })
  const byId = valueOf(await visitor()('stations.get', { stationId }))
  expect(byId).toEqual({
    ...{ now: toInstantText(NOW), stationId, centreId, doorCode: 'ABC234' },
    ...{ name: '农业银行社区暖心驿站', address: '示例路（示例门牌）', entrance: '东门进' },
    ...{ photo: `/photo/${centreId}/p-sample`, photoShape: { width: 960, height: 1280 } },
    ...{ location: { ...HERE, datum: 'GCJ-02' } },
    ...{ hours: everyDay('06:00', '22:00'), hoursInWords: '每天 6:00–22:00', openNow: true },
    ...{ runBy: '农业银行社区', phone: '0371-00000000' },
    facilities: [
      { facility: 'charging', state: 'working' },
      { facility: 'wifi', state: 'doubted' },
    ],
    lastConfirmed: { at: toInstantText(NOW - HOUR), by: 4 },
    doubt: { until: toInstantText(NOW + HOUR), by: 2 },
  })
  expect(valueOf(await visitor()('stations.get', { doorCode: 'ABC234' }))).toEqual(byId)
})

test('What cannot be asked is refused in words of the contract', async () => {
  const invalid = (path: string, reason: string) => ({
    code: 'INVALID_INPUT',
    facts: { path, reason },
  })
  const both = { stationId: 'here.station', doorCode: 'ABC234' }
  expect(refusalOf(await visitor()('stations.get', both))).toEqual(invalid('stationId', 'ONE_OF'))
  expect(refusalOf(await visitor()('stations.get', {}))).toEqual(invalid('stationId', 'ONE_OF'))
  const code = { doorCode: 'abc234' }
  expect(refusalOf(await visitor()('stations.get', code))).toEqual(invalid('doorCode', 'DOOR_CODE'))
  const after = Buffer.from('["x"]').toString('base64url')
  expect(refusalOf(await visitor()('stations.list', { after }))).toEqual(invalid('after', 'CURSOR'))
  expect(refusalOf(await visitor()('stations.list', { centreId: 'nowhere' }))).toEqual({
    code: 'NOT_FOUND',
    facts: { what: 'centre' },
  })
})
