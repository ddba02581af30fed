import { createDispatch } from '../../../src/cloud/dispatch'
import { fixedClock } from '../../../src/cloud/clock'
import { runDueJobs } from '../../../src/cloud/jobs'
import { DAY } from '../../../src/domain/time/instant'
import { callerOf, newRequestId, valueOf } from '../../support/builders/caller'
import { NOW, aCentre } from '../../support/builders/programme'
import { aStation, stationRow } from '../../support/builders/station'
import { type TestDatabase, testDatabase } from '../../support/database'
import { silentLog } from '../../support/silent-log'

let database: TestDatabase
let centreId: string
const clock = fixedClock(NOW)
const run = () => runDueJobs({ store: database.store, clock, log: silentLog })
const someone = () =>
  callerOf(
    createDispatch({ store: database.store, clock, log: silentLog }),
    `someone-${newRequestId()}`,
  )

beforeEach(async () => {
  clock.set(NOW)
  database = await testDatabase()
  centreId = await aCentre(database.store)
})
afterEach(() => database.drop())

test('What several people said of a facility lapses after a week, and phones hear of it', async () => {
  const stationId = await aStation(database.store, centreId)
  for (const me of [someone(), someone()]) {
    valueOf(await me('stations.report', { stationId, kind: 'broken', facility: 'water' }))
  }
  const { version } = await stationRow(database.store, stationId)
  clock.set(NOW + 7 * DAY - 1)
  expect((await run()).doubtsLapsed).toBe(0)
  clock.set(NOW + 7 * DAY)
  expect((await run()).doubtsLapsed).toBe(1)
  const after = await stationRow(database.store, stationId)
  expect(after.facilities.water).toBe('working')
  expect(after.version).toBe(version + 1)
  expect((await run()).doubtsLapsed).toBe(0)
})

test('After ninety days nobody knows any more who said what, or what they wrote', async () => {
  const stationId = await aStation(database.store, centreId)
  const me = someone()
  const note = '灯坏了'
  valueOf(await me('stations.report', { stationId, kind: 'closed', note }))
  valueOf(await someone()('stations.report', { stationId, kind: 'closed', note }))
  valueOf(await someone()('stations.confirm', { stationId }))
  clock.set(NOW + 90 * DAY)
  expect((await run()).reportsForgotten).toBe(0)
  clock.set(NOW + 90 * DAY + 1)
  expect((await run()).reportsForgotten).toBe(3)
  expect(valueOf(await me('stations.mine', {})).reports).toEqual([])
  const { rows } = await database.store.pool.query('select from changlai.station_task')
  expect(rows).toHaveLength(1)
})
