import { createDispatch } from '../../../src/cloud/dispatch'
import { fixedClock } from '../../../src/cloud/clock'
import { MINUTE, HOUR, DAY, toInstantText } from '../../../src/domain/time/instant'
import { callerOf, newRequestId, refusalOf, valueOf } from '../../support/builders/caller'
import { NOW, aCentre } from '../../support/builders/programme'
import { aStation, stationRow } from '../../support/builders/station'
import { type TestDatabase, testDatabase } from '../../support/database'
import { silentLog } from '../../support/silent-log'

let database: TestDatabase
let centreId: string
const clock = fixedClock(NOW)
const as = (subject: string | null) =>
  callerOf(createDispatch({ store: database.store, clock, log: silentLog }), subject)
const someone = () => as(`someone-${newRequestId()}`)

beforeAll(async () => {
  database = await testDatabase()
  centreId = await aCentre(database.store)
})
afterAll(() => database.drop())
beforeEach(() => clock.set(NOW))

async function countOf(table: 'station_report' | 'station_task', stationId: string) {
  const { rows } = await database.store.pool.query<{ count: number }>(
    `select count(*) as count from changlai.${table} where station_id = $1`,
    [stationId],
  )
  return rows[0]!.count
}

test('One person cannot close a station, whatever and however often they say', async () => {
  const stationId = await aStation(database.store, centreId)
  const before = await stationRow(database.store, stationId)
  const me = someone()
  for (const [index, kind] of (['closed', 'moved', 'closed', 'closed'] as const).entries()) {
    clock.set(NOW + index * 90 * MINUTE)
    expect(valueOf(await me('stations.report', { stationId, kind })).doubt).toBeNull()
  }
  const value = valueOf(
    await me('stations.report', { stationId, kind: 'broken', facility: 'water' }),
  )
  expect(value.facilities).toContainEqual({ facility: 'water', state: 'working' })
  expect(await stationRow(database.store, stationId)).toEqual(before)
  expect(await countOf('station_task', stationId)).toBe(0)
})

test('Two people make it 可能关闭 for everybody for twelve hours, and open one task', async () => {
  const stationId = await aStation(database.store, centreId)
  valueOf(await someone()('stations.report', { stationId, kind: 'closed' }))
  clock.set(NOW + 30 * MINUTE)
  const { doubt } = valueOf(await someone()('stations.report', { stationId, kind: 'closed' }))
  expect(doubt).toEqual({ until: toInstantText(NOW + 12 * HOUR), by: 2 })
  const third = valueOf(await someone()('stations.report', { stationId, kind: 'closed' }))
  expect(third.doubt).toEqual({ until: toInstantText(NOW + 12.5 * HOUR), by: 3 })
  expect(valueOf(await as(null)('stations.get', { stationId })).doubt).toEqual(third.doubt)
  expect(await countOf('station_task', stationId)).toBe(1)
  clock.set(NOW + 12.5 * HOUR)
  expect(valueOf(await as(null)('stations.get', { stationId })).doubt).toBeNull()
})

test('As many who found it open lift the doubt', async () => {
  const stationId = await aStation(database.store, centreId)
  for (const me of [someone(), someone()]) {
    valueOf(await me('stations.report', { stationId, kind: 'closed' }))
  }
  clock.set(NOW + MINUTE)
  const first = valueOf(await someone()('stations.confirm', { stationId }))
  expect(first.doubt).not.toBeNull()
  expect(first.lastConfirmed).toEqual({ at: toInstantText(NOW + MINUTE), by: 1 })
  const second = valueOf(await someone()('stations.confirm', { stationId }))
  expect(second.doubt).toBeNull()
  expect(second.lastConfirmed).toEqual({ at: toInstantText(NOW + MINUTE), by: 2 })
})

test('What two people say of a facility is doubted, and staff hear of it once', async () => {
  const stationId = await aStation(database.store, centreId)
  for (const me of [someone(), someone(), someone()]) {
    valueOf(await me('stations.report', { stationId, kind: 'broken', facility: 'charging' }))
  }
  const { facilities } = valueOf(await as(null)('stations.get', { stationId }))
  expect(facilities).toEqual([
    { facility: 'charging', state: 'doubted' },
    { facility: 'water', state: 'working' },
  ])
  expect(await countOf('station_task', stationId)).toBe(1)
})

test('Two people who say it moved do not close it, but staff hear of it', async () => {
  const stationId = await aStation(database.store, centreId)
  for (const me of [someone(), someone()]) {
    valueOf(await me('stations.report', { stationId, kind: 'moved' }))
  }
  expect(valueOf(await as(null)('stations.get', { stationId })).doubt).toBeNull()
  expect(await countOf('station_task', stationId)).toBe(1)
})

test('The same said again within the hour renews the word, and later is another', async () => {
  const stationId = await aStation(database.store, centreId)
  const me = someone()
  valueOf(await me('stations.report', { stationId, kind: 'closed', note: '卷帘门拉着' }))
  clock.set(NOW + HOUR - 1)
  valueOf(await me('stations.report', { stationId, kind: 'closed' }))
  expect(await countOf('station_report', stationId)).toBe(1)
  const { reports } = valueOf(await me('stations.mine', {}))
  expect(reports.map(({ reportedAt }) => reportedAt)).toEqual([toInstantText(NOW + HOUR - 1)])
  clock.set(NOW + 2 * HOUR - 1)
  valueOf(await me('stations.report', { stationId, kind: 'closed' }))
  expect(await countOf('station_report', stationId)).toBe(2)
})

test('The same requestId gives the same answer and says nothing twice', async () => {
  const stationId = await aStation(database.store, centreId)
  const me = someone()
  const requestId = newRequestId()
  const first = await me('stations.confirm', { stationId }, requestId)
  clock.set(NOW + 3 * HOUR)
  expect(await me('stations.confirm', { stationId }, requestId)).toEqual(first)
  expect(await countOf('station_report', stationId)).toBe(1)
  expect(refusalOf(await me('stations.report', { stationId, kind: 'fine' }, requestId)).code).toBe(
    'REQUEST_ID_REUSED',
  )
})

test('A person may make ten reports in an hour and thirty in a day; saying the same again is none', async () => {
  const me = someone()
  const stations = await Promise.all(
    Array.from({ length: 32 }, () => aStation(database.store, centreId)),
  )
  const start = NOW + 500
  for (const [index, stationId] of stations.slice(0, 10).entries()) {
    clock.set(start + index * MINUTE)
    valueOf(await me('stations.confirm', { stationId }))
  }
  const hour = { code: 'TOO_MANY_REPORTS', facts: { until: toInstantText(NOW + HOUR + 1000) } }
  expect(refusalOf(await me('stations.confirm', { stationId: stations[10]! }))).toEqual(hour)
  valueOf(await me('stations.confirm', { stationId: stations[9]! }))
  clock.set(start + HOUR - 1)
  const report = { stationId: stations[10]!, kind: 'closed' } as const
  expect(refusalOf(await me('stations.report', report))).toEqual(hour)
  for (const [index, stationId] of stations.slice(10, 30).entries()) {
    clock.set(start + 2 * HOUR + index * 10 * MINUTE)
    valueOf(await me('stations.confirm', { stationId }))
  }
  clock.set(start + 8 * HOUR)
  const day = { code: 'TOO_MANY_REPORTS', facts: { until: toInstantText(NOW + DAY + 1000) } }
  expect(refusalOf(await me('stations.confirm', { stationId: stations[30]! }))).toEqual(day)
  clock.set(start + DAY)
  valueOf(await me('stations.confirm', { stationId: stations[30]! }))
})

test('A word about what is not there is refused, and one about no station', async () => {
  const stationId = await aStation(database.store, centreId)
  const toilet = { stationId, kind: 'broken', facility: 'toilet' } as const
  expect(refusalOf(await someone()('stations.report', toilet))).toEqual({
    code: 'NO_SUCH_FACILITY',
    facts: { facility: 'toilet' },
  })
  const removed = await aStation(database.store, centreId, { removed_at: new Date(NOW) })
  const notFound = { code: 'NOT_FOUND', facts: { what: 'station' } }
  for (const key of [`${centreId}.nothing`, 'nowhere.nothing', removed]) {
    const closed = { stationId: key, kind: 'closed' } as const
    expect(refusalOf(await someone()('stations.report', closed))).toEqual(notFound)
    expect(refusalOf(await someone()('stations.confirm', { stationId: key }))).toEqual(notFound)
  }
  const unnamed = { stationId, kind: 'broken' } as const
  expect(refusalOf(await someone()('stations.report', unnamed))).toEqual({
    code: 'INVALID_INPUT',
    facts: { path: 'facility', reason: 'WHICH_FACILITY' },
  })
})

test('A tap too many tells nobody anything, but going back and forth does', async () => {
  const stationId = await aStation(database.store, centreId)
  const version = async () => (await stationRow(database.store, stationId)).version
  const confirm = async () => valueOf(await as('eager')('stations.confirm', { stationId }))
  await confirm()
  const first = await version()
  clock.set(clock.now().getTime() + MINUTE)
  const again = await confirm()
  expect(again.lastConfirmed).toEqual({ at: toInstantText(clock.now().getTime() - MINUTE), by: 1 })
  expect(await version()).toBe(first)
  valueOf(await as('eager')('stations.report', { stationId, kind: 'closed' }))
  clock.set(clock.now().getTime() + MINUTE)
  expect((await confirm()).lastConfirmed!.at).toBe(toInstantText(clock.now().getTime()))
  expect(await version()).toBeGreaterThan(first)
})

test('A word that changes nothing for others does not make phones fetch the station again', async () => {
  const stationId = await aStation(database.store, centreId)
  const { version } = await stationRow(database.store, stationId)
  valueOf(await someone()('stations.report', { stationId, kind: 'closed' }))
  expect((await stationRow(database.store, stationId)).version).toBe(version)
  valueOf(await someone()('stations.report', { stationId, kind: 'closed' }))
  expect((await stationRow(database.store, stationId)).version).toBe(version + 1)
})
