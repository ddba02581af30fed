import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { heldMasterKeys, type WrappedKey } from '@/cloud/adapters/crypto/master-keys'
import { fixedClock } from '@/cloud/clock'
import { openWritten } from '@/cloud/consultations/content'
import { createDispatch } from '@/cloud/dispatch'
import { createSealing } from '@/cloud/sealing/sealing'
import { openStore, type Store } from '@/cloud/store'
import { callerOf, newRequestId } from '../../support/builders/caller'
import { aConsultation, aPersona } from '../../support/builders/consultation'
import { NOW, aCentre, aPool } from '../../support/builders/programme'
import { postgresqlTools, startWholeServer } from '../../support/postgresql-tools'
import { silentLog } from '../../support/silent-log'

jest.setTimeout(180_000)

const run = promisify(execFile)
/** Where pg_dump lies with its server; `npm test` finds or installs them (test/runner/prerequisites.ts). */
let bin: string

/** The commands of the documentation under a heading, as an operator copies them. */
function commandsUnder(words: string): string {
  const document = readFileSync('docs/operations.md', 'utf8')
  return new RegExp(`${words}[^]*?\`\`\`\\n([^]*?)\`\`\``).exec(document)![1]!
}

let directory: string
const servers: ReturnType<typeof startWholeServer>[] = []
const stores: Store[] = []
beforeAll(() => {
  const found = postgresqlTools()
  if (found === null) throw new Error('There is no pg_dump with its server (PostgreSQL) here.')
  bin = found
  directory = mkdtempSync(path.join(tmpdir(), 'changlai-restore-'))
  // The servers' own account has to pass.
  chmodSync(directory, 0o755)
})
afterAll(async () => {
  for (const store of stores) await store.close()
  for (const server of servers) server.stop()
  if (directory) rmSync(directory, { recursive: true, force: true })
})

const opened = async (databaseUrl: string) => {
  const store = await openStore({ databaseUrl, production: true, log: silentLog })
  stores.push(store)
  return store
}

async function serverWithDatabase(name: string, password: string) {
  const server = startWholeServer(bin, path.join(directory, name), password)
  servers.push(server)
  const client = new pg.Client(server.urlOf('postgres'))
  await client.connect()
  await client.query('create database changlai')
  await client.end()
  return server
}

async function asOwner<Row extends object>(url: string, query: string): Promise<Row[]> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return (await client.query<Row>(query)).rows
  } finally {
    await client.end()
  }
}

/** Every table with how many rows it has, and a digest of them. */
async function contentOf(url: string) {
  const tables = await asOwner<{ name: string }>(
    url,
    `select oid::regclass::text as name from pg_class
     where relnamespace = 'changlai'::regnamespace and relkind = 'r' order by 1`,
  )
  const parts = tables.map(
    ({ name }) =>
      `select '${name}' as name, count(*)::int as rows, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as digest from ${name} t`,
  )
  return asOwner<{ name: string; rows: number }>(url, parts.join(' union all '))
}

/** What protects the tables: policies, row level security, and what whose role may do. */
const PROTECTION = `
  select c.relname, c.relrowsecurity, c.relacl::text,
    (select array_agg(polname || polcmd::text || polroles::regrole[]::text order by polname)::text
     from pg_policy where polrelid = c.oid) as policies
  from pg_class c where relnamespace = 'changlai'::regnamespace and relkind = 'r' order by 1`
const NO_INVARIANT_BROKEN = `
  select pool_id from changlai.pool p where taken > capacity or taken <> (
    select count(*) from changlai.booking b
    where b.centre_id = p.centre_id and b.pool_id = p.pool_id and b.status = 'booked')`

test('a database is restored on an empty server by the commands of the documentation', async () => {
  const before = await serverWithDatabase('before', 'owner-before')
  const oldUrl = before.urlOf('changlai')
  const masterKeys = heldMasterKeys(new Map([[1, randomBytes(32)]]))
  const store = await opened(oldUrl)
  const sealing = createSealing(masterKeys, store.pool)
  const centreId = await aCentre(store)
  const poolId = await aPool(store, centreId, { capacity: 2 })
  const personId = await aPersona(store, 'resident')
  await aConsultation(store, sealing, centreId, personId, { text: '示例经过' })
  const dispatchOf = (on: Store) =>
    createDispatch({ store: on, clock: fixedClock(NOW), log: silentLog })
  const requestId = newRequestId()
  const booked = await callerOf(dispatchOf(store), 'resident')('seats.book', { poolId }, requestId)
  expect(booked.ok).toBe(true)

  const after = await serverWithDatabase('after', 'owner-after')
  const newUrl = after.urlOf('changlai')
  const environment = {
    ...{ PATH: `${bin}:${process.env.PATH}`, HOME: directory, NODE_ENV: 'production' },
    DATABASE_OWNER_URL: oldUrl,
    NEW_OWNER_URL: newUrl,
    NEW_DATABASE_URL: after.urlOf('changlai', 'changlai_app', 'of-the-new-server'),
  }
  const dump = path.join(directory, 'changlai.dump')
  const asWritten = async (commands: string) => {
    const script = `set -e\n${commands.replaceAll('changlai.dump', dump)}`
    return (await run('bash', ['-c', script], { env: environment as never })).stdout
  }
  await asWritten(commandsUnder('Back up:'))
  expect(await asWritten(commandsUnder('Restore:'))).toContain('the database is up to date')

  const content = await contentOf(newUrl)
  expect(content).toEqual(await contentOf(oldUrl))
  expect(content.filter(({ rows }) => rows > 0).length).toBeGreaterThan(6)
  expect(await asOwner(newUrl, PROTECTION)).toEqual(await asOwner(oldUrl, PROTECTION))
  expect(await asOwner(newUrl, NO_INVARIANT_BROKEN)).toEqual([])

  const restored = await opened(environment.NEW_DATABASE_URL)
  const { rows: session } = await restored.pool.query(
    `select current_user::text as role, current_setting('timezone') as zone`,
  )
  expect(session).toEqual([{ role: 'changlai_app', zone: 'Asia/Shanghai' }])
  const resident = callerOf(dispatchOf(restored), 'resident')
  expect(await resident('seats.book', { poolId }, requestId)).toEqual(booked)
  const other = callerOf(dispatchOf(restored), 'neighbour')
  expect(await other('seats.book', { poolId })).toMatchObject({ ok: true })
  expect(await callerOf(dispatchOf(restored), 'third')('seats.book', { poolId })).toMatchObject({
    code: 'SOLD_OUT',
  })

  const { rows } = await restored.pool.query<
    WrappedKey & { consultationId: string; sealed: Buffer }
  >(
    `select consultation_id as "consultationId", key_version as "keyVersion",
       wrapped_key as "wrappedKey", sealed from changlai.consultation`,
  )
  const { consultationId, sealed, ...wrapped } = rows[0]!
  const key = await createSealing(masterKeys, restored.pool).keyOf(consultationId, wrapped)
  expect(openWritten(key, sealed).matter.text).toBe('示例经过')
  // The control: whoever has the backup alone reads nothing.
  const otherKeys = heldMasterKeys(new Map([[1, randomBytes(32)]]))
  await expect(
    createSealing(otherKeys, restored.pool).keyOf(consultationId, wrapped),
  ).rejects.toThrow()
})
