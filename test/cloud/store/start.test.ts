import pg from 'pg'
import { StoreError, openStore } from '@/cloud/store'
import { MIGRATIONS } from '@/cloud/store/migrations'
import { createDatabase, dropDatabase, serverAddress, urlOf } from '../../support/database'
import { silentLog } from '../../support/silent-log'

const server = () => serverAddress()
const urlFor = (database: string, login: { user?: string; password?: string } = {}) =>
  urlOf({ ...server(), ...login, database })

async function asSuperuser(database: string, ...statements: string[]): Promise<unknown[]> {
  const client = new pg.Client({ ...server(), database })
  await client.connect()
  try {
    let rows: unknown[] = []
    for (const statement of statements) rows = (await client.query(statement)).rows
    return rows
  } finally {
    await client.end()
  }
}

describe('opening the store', () => {
  let name: string
  beforeEach(async () => {
    name = await createDatabase()
  })
  afterEach(() => dropDatabase(name))

  it('takes every step once when eight hosts open an empty database at once', async () => {
    const opening = Array.from({ length: 8 }, () =>
      openStore({ databaseUrl: urlFor(name), poolSize: 1, log: silentLog }),
    )
    const stores = await Promise.all(opening)
    const answers = await Promise.all(
      stores.map(({ pool }) =>
        pool.query('select current_user as role, count(*) from changlai.pool group by 1'),
      ),
    )
    expect(answers).toHaveLength(8)
    await Promise.all(stores.map((store) => store.close()))
    const steps = await asSuperuser(
      name,
      'select name from changlai.kysely_migration order by name',
    )
    expect(steps).toEqual(Object.keys(MIGRATIONS).map((step) => ({ name: step })))
  })

  it('changes nothing in a database that is up to date', async () => {
    await (await openStore({ databaseUrl: urlFor(name), log: silentLog })).close()
    const look = `select md5(string_agg(c::text, ',' order by oid)) as state from pg_class c
      where relnamespace = 'changlai'::regnamespace and relkind = 'r'`
    const before = await asSuperuser(name, look)
    await (await openStore({ databaseUrl: urlFor(name), log: silentLog })).close()
    expect(await asSuperuser(name, look)).toEqual(before)
  })

  it('leaves nothing half done when the preparation is cut off', async () => {
    const cut = `select pg_terminate_backend(pid) from pg_stat_activity
      where datname = '${name}' and application_name = 'changlai migration'
        and state <> 'idle'`
    const opening = openStore({ databaseUrl: urlFor(name), log: silentLog })
    const failed = expect(opening).rejects.toThrow(/terminat|ECONNRESET|EPIPE|connection error/)
    while ((await asSuperuser('postgres', cut)).length === 0);
    await failed
    await (await openStore({ databaseUrl: urlFor(name), log: silentLog })).close()
    const steps = await asSuperuser(name, 'select name from changlai.kysely_migration')
    expect(steps).toHaveLength(Object.keys(MIGRATIONS).length)
  })

  it('tells the application role to have an older schema migrated', async () => {
    const store = await openStore({ databaseUrl: urlFor(name), log: silentLog })
    const { password } = store.pool.options
    await store.close()
    const databaseUrl = urlFor(name, { user: 'changlai_app', password: String(password) })
    await (await openStore({ databaseUrl, log: silentLog })).close()

    await asSuperuser(name, 'drop schema changlai cascade')
    await expect(openStore({ databaseUrl, log: silentLog })).rejects.toThrow(/npm run migrate/)
    const migrated = await openStore({ databaseUrl, ownerUrl: urlFor(name), log: silentLog })
    expect((await migrated.pool.query('select current_user as role')).rows).toEqual([
      { role: 'changlai_app' },
    ])
    await migrated.close()
  })

  it('keeps working on a newer schema', async () => {
    await (await openStore({ databaseUrl: urlFor(name), log: silentLog })).close()
    await asSuperuser(
      name,
      "insert into changlai.kysely_migration values ('9999-from-a-later-release', now()::text)",
    )
    const store = await openStore({ databaseUrl: urlFor(name), log: silentLog })
    await store.close()
  })

  it('shuts away a table that was granted meanwhile, when the preparation is repeated', async () => {
    const options = { databaseUrl: urlFor(name), log: silentLog }
    await (await openStore(options)).close()
    await asSuperuser(name, 'grant select on changlai.booking to public')
    await (await openStore({ ...options, repeatPreparation: true })).close()
    const granted = await asSuperuser(
      name,
      `select from information_schema.role_table_grants
       where table_schema = 'changlai' and grantee = 'PUBLIC'`,
    )
    expect(granted).toEqual([])
  })
})

/** Role names belong to the whole server, so this one gives changlai_app away for a moment. */
describe('an owner who may not make roles', () => {
  const owner = { user: 'test_plain_owner', password: 'plain' }
  let name: string
  beforeAll(async () => {
    name = await createDatabase()
    await asSuperuser(
      name,
      `create role ${owner.user} login password '${owner.password}'`,
      `alter database ${name} owner to ${owner.user}`,
    )
  })
  afterAll(async () => {
    await dropDatabase(name)
    await asSuperuser('postgres', `drop role ${owner.user}`)
  })

  it('works through the existing application role when its password is given', async () => {
    const known = await createDatabase()
    const store = await openStore({ databaseUrl: urlFor(known), log: silentLog })
    const applicationPassword = String(store.pool.options.password)
    await store.close()
    await dropDatabase(known)

    const opened = await openStore({
      databaseUrl: urlFor(name, owner),
      applicationPassword,
      log: silentLog,
    })
    expect((await opened.pool.query('select current_user as role')).rows).toEqual([
      { role: 'changlai_app' },
    ])
    await opened.close()
  })

  it('is told what to do when the role exists and its password is not known', async () => {
    const opening = openStore({ databaseUrl: urlFor(name, owner), log: silentLog })
    await expect(opening).rejects.toThrow(StoreError)
    await expect(opening).rejects.toThrow(/CHANGLAI_APP_PASSWORD/)
  })
})
