import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import type { Log } from '@/cloud/log'
import { StoreError, openStore } from '@/cloud/store'
import { type EmbeddedServer, startEmbeddedServer } from '@/cloud/store/embedded'
import { urlOf } from '../../support/database'
import { silentLog } from '../../support/silent-log'

/** Owners as hosting services give them out, on a server that has no changlai_app yet. */
describe('an owner who is no superuser', () => {
  let directory: string
  let server: EmbeddedServer
  const warnings: string[] = []
  const log: Log = { ...silentLog, warn: (_, message) => void warnings.push(message) }

  beforeAll(async () => {
    directory = mkdtempSync(path.join(tmpdir(), 'changlai-owners-'))
    chmodSync(directory, 0o755)
    const dataDir = path.join(directory, 'data')
    server = await startEmbeddedServer({ dataDir, log: silentLog, durable: false })
    await asSuperuser(`create role plain login password 'plain'`)
    await asSuperuser(`create role maker login createrole password 'maker'`)
    for (const owner of ['plain', 'maker'])
      await asSuperuser(`create database ${owner} owner ${owner}`)
  })
  afterAll(async () => {
    await server.close()
    rmSync(directory, { recursive: true, force: true })
  })
  beforeEach(() => warnings.splice(0))

  const asSuperuser = async (statement: string, database = 'postgres') => {
    const client = new pg.Client({ ...server.address, database })
    await client.connect()
    try {
      return (await client.query(statement)).rows as unknown[]
    } finally {
      await client.end()
    }
  }
  const urlAs = (owner: string) =>
    urlOf({ ...server.address, user: owner, password: owner, database: owner })
  const session = `select current_user as role, current_setting('timezone') as timezone,
    current_setting('statement_timeout') as limit, current_setting('search_path') as path`
  const settings = { timezone: 'Asia/Shanghai', limit: '10s', path: 'pg_catalog' }

  it('is refused in production when it may not make the application role', async () => {
    const opening = openStore({ databaseUrl: urlAs('plain'), production: true, log })
    await expect(opening).rejects.toThrow(StoreError)
    await expect(opening).rejects.toThrow(/npm run migrate/)
  })

  it('works as the owner elsewhere, and says so once', async () => {
    const store = await openStore({ databaseUrl: urlAs('plain'), log })
    const { rows } = await store.pool.query(session)
    await store.pool.query('select from changlai.booking')
    await store.close()
    expect(rows).toEqual([{ role: 'plain', ...settings }])
    expect(warnings).toEqual([expect.stringContaining('changlai_app')])
  })

  it('makes the application role where it may, and works as that', async () => {
    const store = await openStore({ databaseUrl: urlAs('maker'), production: true, log })
    const { rows } = await store.pool.query(session)
    await store.close()
    expect(rows).toEqual([{ role: 'changlai_app', ...settings }])
    expect(warnings).toEqual([])
  })

  it('sets the application’s password anew when its own has changed', async () => {
    await asSuperuser(`alter role maker password 'another'`)
    const databaseUrl = urlOf({
      ...server.address,
      user: 'maker',
      password: 'another',
      database: 'maker',
    })
    const store = await openStore({ databaseUrl, production: true, log })
    const { rows } = await store.pool.query('select current_user as role')
    await store.close()
    expect(rows).toEqual([{ role: 'changlai_app' }])
  })

  it('replaces no password that somebody chose, and says which variable is missing', async () => {
    const databaseUrl = urlOf({
      ...server.address,
      ...{ user: 'maker', password: 'another', database: 'maker' },
    })
    const chosen = { databaseUrl, applicationPassword: 'chosen', log }
    await (await openStore(chosen)).close()
    const without = openStore({ databaseUrl, log })
    await expect(without).rejects.toThrow(StoreError)
    await expect(without).rejects.toThrow(/CHANGLAI_APP_PASSWORD/)
    // Whoever worked with it still does, and who chooses another may.
    await (await openStore(chosen)).close()
    await (await openStore({ ...chosen, applicationPassword: 'other' })).close()
  })

  it('knows a password as chosen that only `npm run migrate` was told', async () => {
    const databaseUrl = urlOf({
      ...server.address,
      ...{ user: 'maker', password: 'another', database: 'maker' },
    })
    await asSuperuser('comment on role changlai_app is null')
    // Of the release before, which wrote nothing down.
    await asSuperuser(`alter role changlai_app password 'of before'`)
    const told = { databaseUrl, applicationPassword: 'of before', log }
    await (await openStore({ ...told, repeatPreparation: true })).close()
    await expect(openStore({ databaseUrl, log })).rejects.toThrow(/CHANGLAI_APP_PASSWORD/)
    await asSuperuser('comment on role changlai_app is null')
  })

  it('finds the role later that an administrator made, and leaves the owner’s', async () => {
    // changlai_app is here by now; the plain owner only has to be told its password.
    await asSuperuser(`alter role changlai_app password 'told'`)
    const options = { databaseUrl: urlAs('plain'), applicationPassword: 'told', log }
    const store = await openStore({ ...options, production: true })
    const { rows } = await store.pool.query('select current_user as role')
    await store.pool.query('select from changlai.booking')
    await store.close()
    expect(rows).toEqual([{ role: 'changlai_app' }])
  })

  describe('that has no password, because the server trusts it', () => {
    const allow = async (database: string, users: string) => {
      const file = path.join(directory, 'data/postgresql/data/pg_hba.conf')
      const rules = readFileSync(file, 'utf8')
      writeFileSync(file, `local ${database} ${users} trust\n${rules}`)
      await asSuperuser('select pg_reload_conf()')
      await asSuperuser(`create database ${database}`)
    }
    const urlWithoutPassword = (database: string) =>
      `postgresql://postgres@${encodeURIComponent(server.address.host)}:5432/${database}`

    it('works as the application role where the server trusts that too', async () => {
      await allow('trusting', 'all')
      const store = await openStore({ databaseUrl: urlWithoutPassword('trusting'), log })
      const { rows } = await store.pool.query('select current_user as role')
      await store.close()
      expect(rows).toEqual([{ role: 'changlai_app' }])
    })

    it('asks for a password of the application role where the server wants one', async () => {
      await allow('wary', 'postgres')
      const databaseUrl = urlWithoutPassword('wary')
      await expect(openStore({ databaseUrl, log })).rejects.toThrow(/CHANGLAI_APP_PASSWORD/)
      const store = await openStore({ databaseUrl, applicationPassword: 'chosen', log })
      const { rows } = await store.pool.query('select current_user as role')
      await store.close()
      expect(rows).toEqual([{ role: 'changlai_app' }])
    })
  })
})
