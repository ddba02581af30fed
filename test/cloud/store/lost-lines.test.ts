/** What becomes of a store whose lines to PostgreSQL are lost, or held by somebody else. */
import pg from 'pg'
import { connectionFrom } from '@/cloud/store/connection'
import { isDatabaseAway } from '@/cloud/database-errors'
import { prepareSchema } from '@/cloud/store/migrate'
import { pooledStore } from '@/cloud/store/pooled-store'
import { aCentre, aPool } from '../../support/builders/programme'
import {
  type TestDatabase,
  asOwner,
  serverAddress,
  testDatabase,
  waitingFor,
} from '../../support/database'
import { silentLog } from '../../support/silent-log'
import { proxyBefore } from '../../faults/proxy'
import { LOGIN_STAYS, STEPS_TAKEN_BACK } from '../../faults/step-taken-back'

jest.setTimeout(60_000)

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

it('fails what is asked on a connection that ended between two statements, and nothing else', async () => {
  const { pool } = database.store
  const client = await pool.connect()
  await client.query('begin')
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  const ended = new Promise((resolve) => client.once('end', resolve))
  await asOwner(database, `select pg_terminate_backend(${rows[0]!.pid})`)
  // Its error is nobody's: without a listener it would be an uncaught exception, and end the host.
  await ended
  const error: unknown = await client.query('select 1').catch((cause: unknown) => cause)
  client.release(true)
  expect(isDatabaseAway(error)).toBe(true)
  expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
})

it('waits some seconds and no longer for a line that has gone silent', async () => {
  const proxy = await proxyBefore(serverAddress())
  const store = pooledStore(connectionFrom(proxy.url(database.name)), { log: silentLog })
  await store.pool.query('select 1')
  proxy.decide = () => 'silence'
  const since = performance.now()
  const error: unknown = await store.pool.query('select 1').catch((cause: unknown) => cause)
  expect(isDatabaseAway(error)).toBe(true)
  // Less than a host has to answer.
  expect(performance.now() - since).toBeLessThan(14_000)
  proxy.decide = null
  expect((await store.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  await store.close()
  await proxy.end()
})

it('lets bookings pass while a step of the schema waits for somebody who holds a table', async () => {
  await asOwner(database, STEPS_TAKEN_BACK)
  const poolId = await aPool(database.store, await aCentre(database.store))
  const holder = new pg.Client({ connectionString: database.ownerUrl })
  await holder.connect()
  await holder.query('begin')
  await holder.query(`lock table changlai.pool in row exclusive mode`)
  const migrating = prepareSchema(connectionFrom(database.ownerUrl), LOGIN_STAYS)
  while ((await asOwner(database, waitingFor('changlai.pool'))).length === 0);
  // It stands behind the step, which stands behind the holder, who does not end.
  await database.store.pool.query('update changlai.pool set taken = 1 where pool_id = $1', [poolId])
  await holder.end()
  expect(await migrating).toBe(true)
  expect(
    await asOwner(database, `select from pg_trigger where tgname = 'pool_changed'`),
  ).toHaveLength(1)
})
