import { setTimeout as wait } from 'node:timers/promises'
import {
  Kysely,
  type Migration,
  Migrator,
  PostgresAdapter,
  PostgresDialect,
  type PostgresPoolClient,
  sql,
} from 'kysely'
import pg from 'pg'
import type { Connection } from './connection'
import { MIGRATIONS } from './migrations'
import { type Execute, type Login, ensureApplicationRole, protectSchema } from './roles'
import { StoreError } from './store-error'
import { KeptWaiting, takeTables } from './take-tables'

/** Any number that no other advisory lock of the database uses. */
const PREPARATION_LOCK = 20_240_401
const TRIES = 5

/** How long it stands back for everybody else when it was kept waiting, and how often. */
const STANDS_BACK_MS = 1_000
const LOCK_TRIES = 120

/**
 * Brings the schema `changlai` up to this code, as its owner: role, migrations, privileges, in one
 * transaction under an advisory lock, so that hosts which start at once wait for each other and one
 * that is killed leaves nothing half done. Hosts may serve meanwhile: it gives way to them, and nobody
 * waits long for it. Gives whether the application's role exists. Throws a StoreError where others held
 * the tables all the time or a chosen password would be replaced, and what PostgreSQL refuses.
 */
export async function prepareSchema(
  owner: Connection,
  login: Login,
  steps: Record<string, Migration> = MIGRATIONS,
): Promise<boolean> {
  for (let attempt = 1, stoodBack = 0; ; attempt++) {
    const client = new pg.Client({ ...owner, application_name: 'changlai migration' })
    client.on('error', () => {})
    try {
      await client.connect()
      return await inOneTransaction(client, login, steps)
    } catch (cause) {
      if (isKeptWaiting(cause)) {
        if ((stoodBack += 1) === LOCK_TRIES) throw heldAllTheTime(cause)
        await wait(STANDS_BACK_MS)
      } else if (attempt - stoodBack >= TRIES || !isCollision(cause)) throw cause
    } finally {
      await client.end().catch(() => {})
    }
  }
}

async function inOneTransaction(
  client: pg.Client,
  login: Login,
  steps: Record<string, Migration>,
): Promise<boolean> {
  const execute: Execute = async (text) => {
    // Several statements give several results, of which nobody reads a row.
    const result = await client.query<Record<string, unknown>>(text)
    return Array.isArray(result) ? [] : result.rows
  }
  await execute('begin')
  await execute(`select pg_advisory_xact_lock(${PREPARATION_LOCK})`)
  await execute(`set local client_min_messages = 'warning'`)
  const hasRole = await ensureApplicationRole(execute, login)
  await execute('create schema if not exists changlai')
  const migrations = migrator(client, steps)
  const known = await migrations.getMigrations()
  if (known.some(({ executedAt }) => executedAt === undefined)) await takeTables(execute)
  const { error } = await migrations.migrateToLatest()
  if (error) throw error as Error
  await protectSchema(execute)
  await execute('commit')
  return hasRole
}

/** Roles belong to the whole server, so preparations of two databases can meet there. */
function isCollision(cause: unknown): boolean {
  const { code, message } = cause as { code?: string; message?: string }
  if (code === '23505' || code === '42710') return /pg_authid|changlai_app/.test(String(message))
  return code === 'XX000' && /tuple concurrently/.test(String(message))
}

/** Somebody held what it needs, or waited for it in a circle: all is undone, and nobody has noticed. */
function isKeptWaiting(cause: unknown): boolean {
  const { code } = cause as { code?: string }
  return cause instanceof KeptWaiting || code === '55P03' || code === '40P01'
}

function heldAllTheTime(cause: unknown): StoreError {
  return new StoreError(
    'Others held tables of the database for minutes (a backup, a long query, a vacuum), so that no ' +
      'step of the schema could be taken. Nothing was changed: run `npm run migrate` again.',
    { cause },
  )
}

function migrator(client: pg.Client, steps: Record<string, Migration>): Migrator {
  return new Migrator({
    db: new Kysely<unknown>({ dialect: new OneConnectionDialect(client) }),
    provider: { getMigrations: () => Promise.resolve(protectedSteps(steps)) },
    migrationTableSchema: 'changlai',
    disableTransactions: true,
  })
}

/** No table exists for an instant without its protection. */
function protectedSteps(steps: Record<string, Migration>): Record<string, Migration> {
  const guarded = Object.entries(steps).map(([name, step]): [string, Migration] => [
    name,
    {
      up: async (db: Kysely<unknown>) => {
        await step.up(db)
        await protectSchema(
          async (text) => (await sql.raw<Record<string, unknown>>(text).execute(db)).rows,
        )
      },
    },
  ])
  return Object.fromEntries(guarded)
}

/** All that the migrator does goes over the connection whose transaction holds the lock. */
class OneConnectionDialect extends PostgresDialect {
  constructor(client: pg.Client) {
    const connection = Object.assign(client, { release: () => {} })
    super({
      pool: {
        connect: () => Promise.resolve(connection as unknown as PostgresPoolClient),
        end: () => Promise.resolve(),
      },
    })
  }

  override createAdapter(): PostgresAdapter {
    return new LockedByTransaction()
  }
}

/** Kysely's own lock is of the session, which a pooler would share out. */
class LockedByTransaction extends PostgresAdapter {
  override async acquireMigrationLock(): Promise<void> {}
  override async releaseMigrationLock(): Promise<void> {}
}
