import { stationsChangedSince } from '@/cloud/store/queries/stations/changes'
import { aCentre } from '../../support/builders/programme'
import { aStation, changeStation } from '../../support/builders/station'
import { type TestDatabase, testDatabase } from '../../support/database'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

const remove = (stationId: string) =>
  changeStation(database.store, stationId, { removed_at: new Date() })

test('A station that goes while a phone reads the whole list page by page is gone there too', async () => {
  const centreId = await aCentre(database.store)
  const [gone, stays] = [
    await aStation(database.store, centreId),
    await aStation(database.store, centreId),
  ]
  const never = await aStation(database.store, centreId)
  await remove(never)
  const page = (after: [string, number, string] | undefined, limit: number) =>
    stationsChangedSince(database.store.db, { have: {}, after, limit })

  const [first] = await page(undefined, 1)
  expect(first).toMatchObject({ station_id: gone, removed_at: null })
  await remove(gone)
  const rest = await page([centreId, first!.version, gone], 10)
  expect(rest.filter(({ removed_at }) => removed_at === null)).toMatchObject([
    { station_id: stays },
  ])
  expect(
    rest.filter(({ removed_at }) => removed_at !== null).map((row) => row.station_id),
  ).toContain(gone)
  expect(await page(undefined, 10)).toMatchObject([{ station_id: stays }])
})
