import { MIGRATIONS } from '@/cloud/store/migrations'
import { type TestDatabase, asOwner, testDatabase } from '../../support/database'

/** Tables of the migrator, which no centre has anything to do with. */
const MIGRATOR = ['kysely_migration', 'kysely_migration_lock']

interface Key {
  table: string
  kind: 'p' | 'f'
  columns: string[]
  target: string | null
}

describe('the schema', () => {
  let database: TestDatabase
  let keys: Key[]
  let centreTables: string[]
  beforeAll(async () => {
    database = await testDatabase()
    keys = await asOwner<Key>(database, KEYS)
    const rows = await asOwner<{ table: string }>(database, TABLES_OF_A_CENTRE)
    centreTables = rows.map(({ table }) => table)
  })
  afterAll(() => database.drop())

  it('knows the tables of a centre', () => {
    expect(centreTables).toEqual(
      expect.arrayContaining(['activity', 'booking', 'occurrence', 'pool']),
    )
  })

  it('gives every table a primary key', async () => {
    const rows = await asOwner<{ table: string }>(database, TABLES)
    const withKey = keys.filter(({ kind }) => kind === 'p').map(({ table }) => table)
    expect(rows.map(({ table }) => table).filter((table) => !withKey.includes(table))).toEqual([])
  })

  it('puts centre_id first in the primary key of every table that belongs to a centre', () => {
    const primary = keys.filter(({ kind, table }) => kind === 'p' && centreTables.includes(table))
    expect(primary.filter(({ columns }) => columns[0] !== 'centre_id')).toEqual([])
  })

  it('puts centre_id first in every foreign key to a table that belongs to a centre', () => {
    const foreign = keys.filter(({ kind, target, columns }) => {
      // A person may name a home centre without belonging to it.
      const toHome = target === 'centre' && columns[0] === 'home_centre_id'
      return kind === 'f' && target !== null && centreTables.includes(target) && !toHome
    })
    expect(foreign.length).toBeGreaterThan(4)
    expect(foreign.filter(({ columns }) => columns[0] !== 'centre_id')).toEqual([])
  })

  it('has row level security and one policy, for the application alone, on every table', async () => {
    const rows = await asOwner<{ table: string; secured: boolean; roles: string[] }>(
      database,
      POLICIES,
    )
    const expected = rows.map(({ table }) => ({
      table,
      secured: true,
      roles: table === 'kysely_migration_lock' ? [] : ['changlai_app'],
    }))
    expect(rows).toEqual(expected)
  })

  it('says of every table what it is for', async () => {
    const rows = await asOwner<{ table: string; comment: string | null }>(database, TABLES)
    const silent = rows.filter(({ table, comment }) => !comment && !MIGRATOR.includes(table))
    expect(silent).toEqual([])
  })

  it('has an index that begins with the columns of every foreign key', async () => {
    const rows = await asOwner<{ constraint: string }>(database, FOREIGN_KEYS_WITHOUT_INDEX)
    expect(rows.map(({ constraint }) => constraint)).toEqual(FEW_ROWS_OR_NEVER_DELETED)
  })

  it('names every migration so that their order is that of the list', () => {
    expect(Object.keys(MIGRATIONS)).toEqual(Object.keys(MIGRATIONS).sort())
  })
})

/** Foreign keys to rows that are never deleted, and that no query starts from. */
const FEW_ROWS_OR_NEVER_DELETED = ['person_home_centre_id_fkey']

const TABLES = `
  select c.relname as table, obj_description(c.oid, 'pg_class') as comment
  from pg_class c where c.relnamespace = 'changlai'::regnamespace and c.relkind in ('r', 'p')
  order by 1`

const TABLES_OF_A_CENTRE = `
  select c.relname as table from pg_class c join pg_attribute a on a.attrelid = c.oid
  where c.relnamespace = 'changlai'::regnamespace and c.relkind in ('r', 'p')
    and a.attname = 'centre_id'`

const KEYS = `
  select k.conrelid::regclass::text as table_name, c.relname as table, k.contype as kind,
    t.relname as target,
    (select json_agg(a.attname order by at.position)
      from unnest(k.conkey) with ordinality as at (number, position)
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = at.number) as columns
  from pg_constraint k join pg_class c on c.oid = k.conrelid
  left join pg_class t on t.oid = k.confrelid
  where k.connamespace = 'changlai'::regnamespace and k.contype in ('p', 'f')`

const POLICIES = `
  select c.relname as table, c.relrowsecurity as secured,
    coalesce((select json_agg(r.rolname) from pg_policy p
      join pg_roles r on r.oid = any (p.polroles) where p.polrelid = c.oid), '[]') as roles
  from pg_class c where c.relnamespace = 'changlai'::regnamespace and c.relkind in ('r', 'p')
  order by 1`

const FOREIGN_KEYS_WITHOUT_INDEX = `
  select k.conname as constraint from pg_constraint k
  where k.connamespace = 'changlai'::regnamespace and k.contype = 'f' and not exists (
    select from pg_index i where i.indrelid = k.conrelid
      and (string_to_array(i.indkey::text, ' ')::int2[])[1:cardinality(k.conkey)] @> k.conkey)
  order by 1`
