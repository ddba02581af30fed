import { Kysely, PostgresDialect } from 'kysely'
import { MIGRATIONS } from '@/cloud/store/migrations'
import { type ScratchDatabase, scratchDatabase } from '../../support/scratch-database'
import { RELEASED } from './released/released'

interface Column {
  name: string
  type: string
  required: boolean
}

const COLUMNS = `
  select c.relname || '.' || a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
    a.attnotnull and not a.atthasdef and a.attidentity = '' and a.attgenerated = '' as required
  from pg_attribute a join pg_class c on c.oid = a.attrelid
  where c.relnamespace = 'changlai'::regnamespace and c.relkind = 'r'
    and a.attnum > 0 and not a.attisdropped order by 1`

/** What a host of before would miss: what it reads or writes is gone, or it would have to write more. */
function lostTo(before: Column[], after: Column[]): string[] {
  const tables = new Set(before.map(({ name }) => name.split('.')[0]!))
  const gone = before.flatMap(({ name, type, required }) => {
    const now = after.find((one) => one.name === name)
    if (!now) return [`${name} is gone`]
    if (now.type !== type) return [`${name} was ${type} and is ${now.type}`]
    return now.required && !required ? [`${name} has to be given`] : []
  })
  const wanted = after.filter(
    ({ name, required }) =>
      required && tables.has(name.split('.')[0]!) && !before.some((one) => one.name === name),
  )
  return [...gone, ...wanted.map(({ name }) => `${name} is new and has to be given`)]
}

let scratch: ScratchDatabase
beforeAll(async () => {
  scratch = await scratchDatabase()
})
afterAll(() => scratch.drop())

test('Every step after the release leaves what older hosts read and write', async () => {
  const { pool } = scratch
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  const columns = async () => (await pool.query<Column>(COLUMNS)).rows
  await pool.query('create schema changlai')
  const names = Object.keys(MIGRATIONS)
  expect(names).toContain(RELEASED)
  let before: Column[] = []
  for (const [step, migration] of Object.entries(MIGRATIONS)) {
    await migration.up(db)
    const after = await columns()
    if (names.indexOf(step) > names.indexOf(RELEASED)) {
      expect({ step, lost: lostTo(before, after) }).toEqual({ step, lost: [] })
    }
    before = after
  }
  expect(before.length).toBeGreaterThan(100)

  // The control: what breaks older hosts is seen, what only adds is not.
  const lostBy = async (statement: string) => {
    await pool.query('begin')
    await pool.query(statement)
    const lost = lostTo(before, await columns())
    await pool.query('rollback')
    return lost
  }
  const booking = 'alter table changlai.booking'
  expect(await lostBy(`${booking} rename column status to state`)).toEqual([
    'booking.status is gone',
    'booking.state is new and has to be given',
  ])
  expect(await lostBy(`${booking} alter column check_in_code type varchar(9)`)).toHaveLength(1)
  expect(await lostBy(`${booking} alter column cancelled_at set not null`)).toEqual([
    'booking.cancelled_at has to be given',
  ])
  expect(await lostBy(`${booking} add column more int not null`)).toEqual([
    'booking.more is new and has to be given',
  ])
  expect(await lostBy(`${booking} add column more int not null default 0`)).toEqual([])
  expect(await lostBy('create table changlai.more (a int not null)')).toEqual([])
})
