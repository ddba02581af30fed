import pg from 'pg'
import { type TestDatabase, testDatabase } from '../../support/database'
import { releasedStatements } from './released/released'

const STATEMENTS = releasedStatements()

let database: TestDatabase
let client: pg.Client
beforeAll(async () => {
  database = await testDatabase()
  client = new pg.Client(database.ownerUrl)
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await database.drop()
})

/** What an older host could not ask any more after a step, as the role by which it works, and why. */
async function brokenBy(step: string, statements = STATEMENTS): Promise<string[]> {
  const broken: string[] = []
  await client.query(`begin; ${step}`)
  const required = await requiredColumns()
  await client.query('set local role changlai_app')
  for (const statement of statements) {
    try {
      // Planned for any values and begun, but not carried out: names, types and privileges are looked at.
      await client.query(`savepoint one; explain (generic_plan) ${statement}; release one`)
    } catch (error) {
      broken.push(`${(error as Error).message}: ${statement}`)
      await client.query('rollback to one')
    }
    for (const column of leftOut(statement, required)) broken.push(`${column}: ${statement}`)
  }
  await client.query('rollback')
  return broken
}

/** The columns that have to be given with each row, by table. */
async function requiredColumns(): Promise<Map<string, string[]>> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(`
    select c.relname::text as name, array_agg(a.attname::text) as columns
    from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'changlai'::regnamespace and c.relkind = 'r' and a.attnum > 0
      and not a.attisdropped and a.attnotnull and not a.atthasdef
      and a.attidentity = '' and a.attgenerated = ''
    group by 1`)
  return new Map(rows.map(({ name, columns }) => [name, columns]))
}

const INSERT = /insert into "?changlai"?\."?(\w+)"?(?:\s+as\s+"?\w+"?)?\s*(?:\(([^()]*)\))?/gi

/** Columns that have to be given and that a statement does not give. */
function leftOut(statement: string, required: Map<string, string[]>): string[] {
  return [...statement.matchAll(INSERT)].flatMap(([, table = '', columns = '']) => {
    const given = columns.split(',').map((name) => name.trim().replaceAll('"', ''))
    const missing = (required.get(table) ?? []).filter((name) => !given.includes(name))
    return missing.map((name) => `${table}.${name} has to be given`)
  })
}

test('Whatever the hosts of the release before ask, the newest schema answers', async () => {
  expect(STATEMENTS.length).toBeGreaterThan(400)
  expect(await brokenBy('')).toEqual([])
})

// The control: what breaks an older host is found, what only adds is not.
const ofBookings = STATEMENTS.filter((statement) => /changlai"?\."?booking\b/.test(statement))
const booking = 'alter table changlai.booking'
test.each([
  [`${booking} rename column status to state`, /does not exist/],
  [`${booking} drop column check_in_code cascade`, /does not exist/],
  [`${booking} alter column booked_at type text`, /operator does not exist|is of type text/],
  [`${booking} add column more int not null`, /booking\.more has to be given/],
  ['revoke update on changlai.booking from changlai_app', /permission denied/],
])('A step that would break them is found: %s', async (step, why) => {
  expect((await brokenBy(step, ofBookings)).join('\n')).toMatch(why)
})

test.each([
  `${booking} add column more int not null default 0, add column later text`,
  'create table changlai.more (a int not null)',
  'create index more on changlai.booking (booked_at)',
])('A step that only adds is let pass: %s', async (step) => {
  expect(await brokenBy(step, ofBookings)).toEqual([])
})
