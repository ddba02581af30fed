import { Kysely, PostgresDialect } from 'kysely'
import { MIGRATIONS } from '@/cloud/store/migrations'
import { type ScratchDatabase, scratchDatabase } from '../../support/scratch-database'

const STEP = '0026-away'
const PEOPLE = 5_000
const PEOPLE_OF_BEFORE = `
insert into changlai.person (person_id, created_at)
select gen_random_uuid(), '2020-01-01' from generate_series(1, ${PEOPLE});
insert into changlai.person_identity (provider, subject, person_id)
select 'wechat', person_id::text, person_id from changlai.person`

let scratch: ScratchDatabase
beforeAll(async () => {
  scratch = await scratchDatabase()
})
afterAll(() => scratch.drop())

test('Whoever was here before visits were known was here in the month of the step, and no row is written anew', async () => {
  const { pool } = scratch
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  const rows = async <Row>(text: string) => (await pool.query(text)).rows as Row[]
  const file = () =>
    rows(`select pg_relation_filenode('changlai.person_identity') as file,
      pg_relation_size('changlai.person_identity') as size`)
  await pool.query('create schema changlai')
  let before: unknown
  for (const [step, migration] of Object.entries(MIGRATIONS)) {
    if (step === STEP) {
      await pool.query(PEOPLE_OF_BEFORE)
      before = await file()
    }
    await migration.up(db)
    if (step === STEP) break
  }
  expect(await file()).toEqual(before)
  // A newcomer as a host of the release before writes them.
  await pool.query(`with one as (
      insert into changlai.person (person_id) values (gen_random_uuid()) returning person_id)
    insert into changlai.person_identity (provider, subject, person_id)
    select 'wechat', 'newcomer', person_id from one`)
  expect(
    await rows(`select here_in = date_trunc('month', now() at time zone 'Asia/Shanghai')::date as now,
        leaving, look_on, count(*)::int as people
      from changlai.person_identity group by 1, 2, 3`),
  ).toEqual([{ now: true, leaving: false, look_on: null, people: PEOPLE + 1 }])
})
