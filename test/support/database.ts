import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { type Store, openStore } from '@/cloud/store'
import { APPLICATION_ROLE, applicationPassword } from '@/cloud/store/connection'
import type { ServerAddress } from '@/cloud/store/embedded'
import { TEMPLATE, urlOf } from './database-server'
import { silentLog } from './silent-log'

/** A database of a test's own. */
export interface TestDatabase {
  name: string
  /** As the superuser that owns the schema: for preparing and for looking behind the store. */
  ownerUrl: string
  /** As changlai_app. */
  appUrl: string
  /** Opened as changlai_app. */
  store: Store
  drop(): Promise<void>
}

export { urlOf }

declare const testServer: string | undefined

/**
 * A fresh copy of the migrated, empty database on this project's server (only in the jest projects
 * that have one). `poolSize` is the store's number of connections (10). `plansAsInService` is for tests
 * of plans: PostgreSQL chooses when to plan, which on other databases of tests it does once
 * (database-server.ts).
 */
export async function testDatabase({
  plansAsInService = false,
  ...options
}: { poolSize?: number; plansAsInService?: boolean } = {}): Promise<TestDatabase> {
  const name = await createDatabase(TEMPLATE)
  if (plansAsInService) await asSuperuser(`alter database ${name} set plan_cache_mode = auto`)
  const ownerUrl = urlOf({ ...serverAddress(), database: name })
  const store = await openStore({ databaseUrl: ownerUrl, log: silentLog, ...options })
  return {
    name,
    ownerUrl,
    appUrl: applicationUrl(name),
    store,
    drop: async () => {
      await store.close()
      await dropDatabase(name)
    },
  }
}

/** A database without a schema, by its name; to be dropped with `dropDatabase`. */
export async function createDatabase(template = 'template0'): Promise<string> {
  const name = `test_${randomBytes(6).toString('hex')}`
  // Copied as files: written to the log of changes, as is usual, it would cost twice.
  await asSuperuser(`create database ${name} template ${template} strategy file_copy`)
  return name
}

/** Drops a test database, ending whoever is connected to it. */
export async function dropDatabase(name: string): Promise<void> {
  await asSuperuser(`drop database if exists ${name} with (force)`)
}

/** The address of this project's server, as its superuser. */
export function serverAddress(): ServerAddress {
  const address = testServer && process.env[`TEST_SERVER_${testServer.toUpperCase()}`]
  if (!address) throw new Error('this jest project has no database server (test/jest.config.js)')
  return JSON.parse(address) as ServerAddress
}

function applicationUrl(database: string): string {
  const owner = serverAddress()
  const password = applicationPassword(owner)!
  return urlOf({ ...owner, user: APPLICATION_ROLE, password, database })
}

/** Runs one query as the schema's owner, past privileges and row level security. */
export async function asOwner<Row>({ name }: TestDatabase, query: string): Promise<Row[]> {
  const client = new pg.Client({ ...serverAddress(), database: name })
  await client.connect()
  try {
    return (await client.query(query)).rows as Row[]
  } finally {
    await client.end()
  }
}

/** Has a row for each that waits in this database until it may lock something. */
export const WAITING = `
select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`

/**
 * Has a row for each that waits for a table of this database: in all copies of the template a table has
 * the same number.
 */
export const waitingFor = (table: string) => `
select from pg_locks join pg_database as here on here.oid = database
where not granted and relation = '${table}'::regclass and datname = current_database()`

async function asSuperuser(statement: string): Promise<void> {
  const client = new pg.Client(serverAddress())
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
