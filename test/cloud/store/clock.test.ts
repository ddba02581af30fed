import { databaseClock, fixedClock } from '@/cloud/clock'
import { type TestDatabase, testDatabase } from '../../support/database'

/** What a busy machine may take to ask the database; a clock that is off is off by more. */
const TOLERANCE_MS = 5_000

describe('the clock', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await testDatabase()
  })
  afterAll(() => database.drop())
  afterEach(() => jest.restoreAllMocks())

  it('tells the database’s time', async () => {
    const clock = await databaseClock(database.store.pool)
    clock.stop()
    const { rows } = await database.store.pool.query('select clock_timestamp() as now')
    expect(Math.abs(clock.now().getTime() - rows[0].now)).toBeLessThan(TOLERANCE_MS)
  })

  it('tells the database’s time where this machine’s clock is a day slow', async () => {
    const real = Date.now.bind(Date)
    jest.spyOn(Date, 'now').mockImplementation(() => real() - 86_400_000)
    const clock = await databaseClock(database.store.pool)
    clock.stop()
    expect(Math.abs(clock.now().getTime() - real())).toBeLessThan(TOLERANCE_MS)
  })

  it('stands still for a test until it is set', () => {
    const clock = fixedClock('2026-11-26T15:00:00+08:00')
    expect(clock.now().toISOString()).toBe('2026-11-26T07:00:00.000Z')
    clock.now().setFullYear(2000)
    expect(clock.now().getTime()).toBe(1_795_676_400_000)
    clock.set(0)
    expect(clock.now().getTime()).toBe(0)
  })
})
