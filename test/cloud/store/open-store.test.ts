import { type TestDatabase, testDatabase } from '../../support/database'

describe('the store', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await testDatabase()
  })
  afterAll(() => database.drop())

  it('works as the application role, in Asia/Shanghai, with a limit on every statement', async () => {
    const { rows } = await database.store.pool.query(`
      select current_user, current_setting('timezone') as timezone,
        current_setting('statement_timeout') as limit, current_setting('search_path') as path`)
    expect(rows).toEqual([
      { current_user: 'changlai_app', timezone: 'Asia/Shanghai', limit: '10s', path: 'pg_catalog' },
    ])
  })

  it('reads instants as milliseconds, days as text and counts as numbers', async () => {
    const { rows } = await database.store.pool.query(`
      select timestamptz '2026-11-26 15:00:00.123+08' as instant, date '2026-11-26' as day,
        count(*) as count, null::timestamptz as nothing, '{"a":[1]}'::jsonb as value`)
    expect(rows).toEqual([
      {
        instant: Date.parse('2026-11-26T15:00:00.123+08:00'),
        day: '2026-11-26',
        count: 1,
        nothing: null,
        value: { a: [1] },
      },
    ])
  })

  it('refuses a count that a number cannot hold', async () => {
    await expect(
      database.store.pool.query('select 9007199254740993::int8 as count'),
    ).rejects.toThrow('beyond what a number holds')
    expect((await database.store.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  })
})
