import pg from 'pg'
import { openStore } from '@/cloud/store'
import {
  type TestDatabase,
  asOwner,
  createDatabase,
  dropDatabase,
  serverAddress,
  testDatabase,
  urlOf,
} from '../../support/database'
import { silentLog } from '../../support/silent-log'

const DENIED = { code: '42501' }

describe('the application role', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await testDatabase()
  })
  afterAll(() => database.drop())

  it.each([
    'create table changlai.mine (a int)',
    'create table public.mine (a int)',
    'create schema mine',
    'create role mine',
    'create database mine',
    'create function changlai.mine() returns int language sql as $$select 1$$',
    'alter table changlai.pool add column mine int',
    'alter table changlai.pool drop constraint pool_taken_within_capacity',
    'alter table changlai.booking disable row level security',
    'drop policy application on changlai.booking',
    'create index mine on changlai.booking (status)',
    'drop table changlai.booking',
    'drop schema changlai cascade',
    'truncate changlai.booking',
    'alter role changlai_app superuser',
    'set role postgres',
    'set session_replication_role = replica',
    'update changlai.audit_entry set at = now()',
    'delete from changlai.audit_entry',
    'update changlai.kysely_migration set name = name',
    "copy changlai.centre to program 'true'",
    'select * from pg_authid',
  ])('may not: %s', async (statement) => {
    await expect(database.store.pool.query(statement)).rejects.toMatchObject(DENIED)
  })

  it('has nothing that it could pass on', async () => {
    await database.store.pool.query('grant select on changlai.booking to public')
    const passedOn = await asOwner(
      database,
      `select from information_schema.role_table_grants
       where table_schema = 'changlai' and (grantee = 'PUBLIC' or grantor = 'changlai_app')`,
    )
    expect(passedOn).toEqual([])
  })

  it('owns nothing', async () => {
    const owned = await asOwner(
      database,
      `select from pg_shdepend where refobjid = 'changlai_app'::regrole and deptype = 'o'`,
    )
    expect(owned).toEqual([])
  })

  it('reads and writes rows', async () => {
    await database.store.pool.query(
      `insert into changlai.person (person_id) values ('00000000-0000-4000-8000-000000000001')`,
    )
    const { rowCount } = await database.store.pool.query('delete from changlai.person')
    expect(rowCount).toBe(1)
  })
})

/** A platform publishes what `anon` and `authenticated` may read to anybody with a public key. */
describe('a published database', () => {
  const published = ['anon', 'authenticated']
  let name: string
  let owner: pg.Client
  beforeAll(async () => {
    name = await createDatabase()
    owner = new pg.Client({ ...serverAddress(), database: name })
    await owner.connect()
    for (const role of published) {
      await owner.query(
        `do $$ begin create role ${role}; exception when duplicate_object then end $$`,
      )
    }
    // The trap: whatever this owner makes is granted to everybody.
    await owner.query(`
      alter default privileges grant all on tables to anon, authenticated, public;
      alter default privileges grant all on sequences to anon, authenticated, public;
      alter default privileges grant usage on schemas to anon, authenticated, public;
      create table public.trapped as select 1 as a;`)
    const url = urlOf({ ...serverAddress(), database: name })
    const store = await openStore({ databaseUrl: url, log: silentLog })
    await store.pool.query(
      `insert into changlai.person (person_id) values ('00000000-0000-4000-8000-000000000001')`,
    )
    await store.close()
  })
  afterAll(async () => {
    await owner.end()
    await dropDatabase(name)
  })

  const asRole = async (role: string, statement: string) => {
    await owner.query('begin')
    try {
      await owner.query(`set local role ${role}`)
      return await owner.query(statement)
    } finally {
      await owner.query('rollback')
    }
  }
  const namesOf = async (kind: 'r' | 'S') => {
    const { rows } = await owner.query<{ name: string }>(
      `select relname as name from pg_class
       where relnamespace = 'changlai'::regnamespace and relkind = $1 order by 1`,
      [kind],
    )
    return rows.map(({ name }) => name)
  }
  const tables = () => namesOf('r')
  const functions = async () => {
    const { rows } = await owner.query<{ call: string; returnsTrigger: boolean }>(
      `select format('changlai.%I(%s)', proname, array_to_string(array_fill('null'::text, array[pronargs]), ',')) as call,
         prorettype = 'trigger'::regtype as "returnsTrigger"
       from pg_proc where pronamespace = 'changlai'::regnamespace`,
    )
    return rows.filter(({ returnsTrigger }) => !returnsTrigger).map(({ call }) => call)
  }

  it.each(published)(
    'springs the trap on an ordinary table: %s reads it (control)',
    async (role) => {
      const { rows } = await asRole(role, 'select a from public.trapped')
      expect(rows).toEqual([{ a: 1 }])
    },
  )

  it.each(published)('lets %s do nothing with any table', async (role) => {
    expect((await tables()).length).toBeGreaterThan(9)
    for (const table of await tables()) {
      for (const statement of [
        `select * from changlai.${table}`,
        `delete from changlai.${table}`,
        `insert into changlai.${table} default values`,
      ]) {
        await expect(asRole(role, statement)).rejects.toMatchObject(DENIED)
      }
    }
  })

  it.each(published)('lets %s call no function and draw from no sequence', async (role) => {
    const calls = await functions()
    expect(calls).toContain('changlai.forget_audit()')
    for (const call of calls) {
      await expect(asRole(role, `select ${call}`)).rejects.toMatchObject(DENIED)
    }
    for (const sequence of await namesOf('S')) {
      const drawn = asRole(role, `select nextval('changlai.${sequence}')`)
      await expect(drawn).rejects.toMatchObject(DENIED)
    }
  })

  /** As a platform's server of the published database connects: a login that may become each role. */
  it.each(published)(
    'keeps what was made by hand later from a login that becomes %s',
    async (role) => {
      const login = `authenticator_${name}`
      await owner.query(`create role ${login} login noinherit password 'sample';
      grant anon, authenticated to ${login};
      create table changlai.later as select 1 as a;
      create sequence changlai.later_number;
      create function changlai.later_function() returns int language sql as 'select 1'`)
      const client = new pg.Client({
        ...{ ...serverAddress(), database: name, user: login, password: 'sample' },
      })
      await client.connect()
      const asked = async (statement: string) => {
        await client.query('begin')
        try {
          await client.query(`set local role ${role}`)
          return (await client.query<object>(statement)).rows
        } finally {
          await client.query('rollback')
        }
      }
      try {
        // The controls: the trap did grant the table, and the login does become the role.
        const granted = `select has_table_privilege('${role}', 'changlai.later'::regclass, 'select') as granted`
        expect((await owner.query(granted)).rows).toEqual([{ granted: true }])
        expect(await asked('select current_user::text as role, a from public.trapped')).toEqual([
          { role, a: 1 },
        ])
        for (const statement of [
          'select * from changlai.later',
          `select nextval('changlai.later_number')`,
          'select changlai.later_function()',
          'select * from changlai.booking',
          'set role changlai_app',
          'create table changlai.planted (a int)',
        ]) {
          await expect(asked(statement)).rejects.toMatchObject(DENIED)
        }
        // The next migration takes away what the trap granted, and shuts the rows besides.
        const url = urlOf({ ...serverAddress(), database: name })
        const store = await openStore({ databaseUrl: url, log: silentLog, repeatPreparation: true })
        await store.close()
        expect((await owner.query(granted)).rows).toEqual([{ granted: false }])
        const secured = `select relrowsecurity as secured from pg_class where oid = 'changlai.later'::regclass`
        expect((await owner.query(secured)).rows).toEqual([{ secured: true }])
      } finally {
        await client.end()
        await owner.query(`drop table changlai.later; drop sequence changlai.later_number;
        drop function changlai.later_function; drop role ${login}`)
      }
    },
  )

  it('has nothing of ours outside the schema that is shut', async () => {
    const { rows } = await owner.query<{ name: string }>(
      `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname not in ('changlai', 'pg_catalog', 'information_schema', 'pg_toast')
       union all
       select p.oid::regprocedure::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where n.nspname not in ('changlai', 'pg_catalog', 'information_schema')`,
    )
    expect(rows).toEqual([{ name: 'trapped' }])
  })

  it.each(published)(
    'shows %s no row even where somebody grants it everything later',
    async (role) => {
      await owner.query('begin')
      try {
        await owner.query(`grant usage on schema changlai to ${role}`)
        await owner.query(`grant all on all tables in schema changlai to ${role}`)
        const seen = 'select count(*)::int as count from changlai.person'
        // The control: the row is there, and the policy is what hides it.
        expect((await owner.query(seen)).rows).toEqual([{ count: 1 }])
        await owner.query(`set local role ${role}`)
        expect((await owner.query(seen)).rows).toEqual([{ count: 0 }])
        await owner.query('reset role')
        await owner.query('alter table changlai.person disable row level security')
        await owner.query(`set local role ${role}`)
        expect((await owner.query(seen)).rows).toEqual([{ count: 1 }])
      } finally {
        await owner.query('rollback')
      }
    },
  )
})
