import { createDispatch } from '../../../src/cloud/dispatch'
import { fixedClock } from '../../../src/cloud/clock'
import { seedSampleProgramme } from '../../../src/cloud/sample'
import { SAMPLE_CENTRES } from '../../../src/cloud/sample/programme/centres'
import { SAMPLE_STATIONS } from '../../../src/cloud/sample/stations'
import { FACILITIES } from '../../../src/domain/stations/facility'
import { isAlwaysOpen } from '../../../src/domain/stations/opening'
import { DAY, HOUR, MINUTE, parseInstant } from '../../../src/domain/time/instant'
import { callerOf, valueOf } from '../../support/builders/caller'
import { NOW } from '../../support/builders/programme'
import { changeStation } from '../../support/builders/station'
import { type TestDatabase, testDatabase } from '../../support/database'
import { silentLog } from '../../support/silent-log'

const clock = fixedClock(NOW)
let database: TestDatabase
const seed = () => seedSampleProgramme({ store: database.store, clock, log: silentLog })
const as = (subject: string | null) =>
  callerOf(createDispatch({ store: database.store, clock, log: silentLog }), subject)

async function allStations(input: object = {}) {
  const all = []
  let after: string | undefined
  do {
    const page = valueOf(await as(null)('stations.list', after ? { ...input, after } : input))
    all.push(...page.stations)
    after = page.after ?? undefined
  } while (after)
  return all
}

const near = ({ lat, lng }: { lat: number; lng: number }) => ({ near: { lat, lng } })
const nongye = SAMPLE_CENTRES[0]!

beforeAll(async () => {
  database = await testDatabase()
})
beforeEach(() => clock.set(NOW))
// The programme stays: a test after the first seeds its stations alone.
afterEach(() => forgetStations())
afterAll(() => database.drop())

async function forgetStations(): Promise<void> {
  for (const table of ['station_report', 'station_task', 'station', 'station_list']) {
    await database.store.pool.query(`delete from changlai.${table}`)
  }
}

test('Every centre has its 暖心驿站, and plainly sample neighbours within four kilometres', async () => {
  await seed()
  const stations = await allStations()
  expect(stations.length).toBeGreaterThanOrEqual(24)
  for (const centre of SAMPLE_CENTRES) {
    const own = (await allStations({ centreId: centre.centreId, ...near(centre) }))[0]!
    expect(own).toMatchObject({ name: `${centre.shortName}暖心驿站` })
    expect(own.distanceM).toBeLessThan(60)
    for (const other of await allStations({ centreId: centre.centreId, ...near(centre) })) {
      expect(other.distanceM).toBeLessThan(4_000)
      expect(other === own || other.name === own.name || other.name.startsWith('示例：')).toBe(true)
    }
  }
  expect(isAlwaysOpen((await allStations(near(nongye)))[0]!.hours!)).toBe(true)
})

test('A rider meets every kind of hours, every facility and every standing', async () => {
  await seed()
  const stations = await allStations()
  const facilities = stations.flatMap((station) => station.facilities)
  expect(new Set(facilities.map(({ facility }) => facility)).size).toBe(FACILITIES.length)
  expect(new Set(facilities.map(({ state }) => state)).size).toBe(3)
  expect(stations.filter(({ hours }) => hours === null)).toHaveLength(2)
  expect(stations.filter(({ doubt }) => doubt !== null).map(({ stationId }) => stationId)).toEqual([
    'nongye.songshan-lu',
  ])
  const words = stations.map(({ hoursInWords }) => hoursInWords)
  expect(new Set(words).size).toBeGreaterThan(8)
  expect(stations.filter(({ lastConfirmed }) => lastConfirmed).length).toBeGreaterThan(18)
  const { tasks } = valueOf(await as('staff')('stations.tasks', { centreId: 'nongye' }))
  expect(tasks.map(({ kind, people }) => ({ kind, people }))).toEqual([
    { kind: 'broken', people: 2 },
    { kind: 'closed', people: 2 },
  ])
})

test.each([2, 9, 15, 21])('At hour %s several are open near each centre', async (hour) => {
  clock.set(Date.parse('2026-11-23T00:00:00+08:00') + hour * HOUR)
  await seed()
  for (const centre of SAMPLE_CENTRES) {
    const open = await allStations({ open: 'now', ...near(centre) })
    expect(open.length).toBeGreaterThan(5)
    expect(open[2]!.distanceM).toBeLessThan(2_000)
    for (const { lastConfirmed } of open) {
      if (lastConfirmed) expect(parseInstant(lastConfirmed.at)).toBeLessThan(clock.now().getTime())
    }
  }
})

test('A database that was seeded before there were stations gets them; one that has them, nothing', async () => {
  await seed()
  const { pool } = database.store
  await forgetStations()
  clock.set(NOW + 3 * DAY)
  await seed()
  const total = Object.values(SAMPLE_STATIONS).flat().length
  expect(await allStations()).toHaveLength(total)
  await changeStation(database.store, 'nongye.gongyuan', { removed_at: clock.now() })
  const counts = async () => {
    const { rows } = await pool.query<Record<string, number>>(
      `select (select count(*) from changlai.station_report) as reports,
         (select count(*) from changlai.station) as stations,
         (select max(version) from changlai.station_list) as version`,
    )
    return rows[0]!
  }
  const before = await counts()
  clock.set(NOW + 3 * DAY + 5 * MINUTE)
  await seed()
  expect(await counts()).toEqual(before)
  expect(await allStations()).toHaveLength(total - 1)
})
