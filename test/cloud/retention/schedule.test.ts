import { DATA_GROUPS } from '@/domain/retention/groups'
import { DATA_GROUP_KEYS } from '@/domain/retention/kept-after'
import { NOT_PERSONAL, PERSONAL_TABLES } from '@/domain/retention/personal-data'
import { type TestDatabase, asOwner, testDatabase } from '../../support/database'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

const COLUMNS = `
  select table_name as "table", column_name as "column" from information_schema.columns
  where table_schema = 'changlai' order by 1, 2`

const TO_PERSONS = `
  select t.relname as "table", a.attname as "column"
  from pg_constraint k
  join pg_class t on t.oid = k.conrelid
  join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey)
  where k.contype = 'f' and k.confrelid = 'changlai.person'::regclass`

interface Column {
  table: string
  column: string
}

test('Every table and column of the database is named as personal or as not, once', async () => {
  const rows = await asOwner<Column>(database, COLUMNS)
  const tables = [...new Set(rows.map(({ table }) => table))].sort()
  expect([...Object.keys(PERSONAL_TABLES), ...Object.keys(NOT_PERSONAL)].sort()).toEqual(tables)
  for (const [table, { persons, about, plain }] of Object.entries(PERSONAL_TABLES)) {
    const there = rows.filter((row) => row.table === table).map(({ column }) => column)
    const named = [...Object.keys(persons), ...about, ...plain].sort()
    expect({ table, columns: named }).toEqual({ table, columns: there.sort() })
  }
})

test('Every column that refers to a person says what erasing does with it', async () => {
  const rows = await asOwner<Column>(database, TO_PERSONS)
  const silent = rows.filter(({ table, column }) => !PERSONAL_TABLES[table]?.persons[column])
  expect(silent).toEqual([])
  // What a law wants kept refers to nobody: otherwise nobody could be erased.
  const kept = rows.filter(
    ({ table, column }) => PERSONAL_TABLES[table]!.persons[column] === 'keep',
  )
  expect(kept).toEqual([])
})

test('Every group of data is explained, and holds a table', () => {
  expect(Object.keys(DATA_GROUPS)).toEqual([...DATA_GROUP_KEYS])
  const held = new Set(Object.values(PERSONAL_TABLES).map(({ group }) => group))
  expect([...held].sort()).toEqual([...DATA_GROUP_KEYS].sort())
})
