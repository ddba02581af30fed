import type { Log } from '../log'
import {
  APPLICATION_ROLE,
  type Connection,
  applicationPassword,
  connectionFrom,
  isApplication,
} from './connection'
import { type Store, pooledStore } from './pooled-store'
import { readiness } from './readiness'
import { type Login, SESSION_SETTINGS } from './roles'
import { StoreError } from './store-error'

export interface StoreOptions {
  /** A PostgreSQL server, version 15 or newer; without it one is run in `dataDir`. */
  databaseUrl?: string | undefined
  /** Whose role may migrate, where that of `databaseUrl` may not. */
  ownerUrl?: string | undefined
  /** Where the embedded server keeps its data (`.data`). */
  dataDir?: string | undefined
  /** The password of changlai_app; without it one is derived from the owner's. */
  applicationPassword?: string | undefined
  /** In production the application never works as the owner. */
  production?: boolean
  /** Repeats roles and privileges though the schema is up to date (`npm run migrate`). */
  repeatPreparation?: boolean
  /** Connections at most (10); a function that serves one request at a time needs 1. */
  poolSize?: number
  log: Log
}

/**
 * Opens the database, having brought its schema up to this code where that is possible. Several hosts
 * may open it at once. Throws StoreError or EmbeddedServerError with a sentence for the operator, and
 * the driver's own error when the server cannot be reached.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  if (options.databaseUrl) return openServer(connectionFrom(options.databaseUrl), options)
  // Only here: a function that is given a server does without all this.
  const { startEmbeddedServer } = await import('./embedded')
  const { ensureDatabase } = await import('./embedded/ensure-database')
  const server = await startEmbeddedServer({
    dataDir: options.dataDir ?? '.data',
    log: options.log,
  })
  try {
    const owner = await ensureDatabase(server.address, 'changlai')
    const store = await openServer(owner, { ...options, ownerUrl: undefined })
    const close = async () => {
      try {
        await store.close()
      } finally {
        await server.close()
      }
    }
    return { ...store, close }
  } catch (cause) {
    await server.close()
    throw cause
  }
}

async function openServer(given: Connection, options: StoreOptions): Promise<Store> {
  const application = isApplication(given)
    ? await asApplication(given, options)
    : await throughOwner(given, options)
  return application
    ? pooledStore(application, options)
    : pooledStore(given, { ...options, settings: SESSION_SETTINGS })
}

async function asApplication(given: Connection, options: StoreOptions): Promise<Connection> {
  let state = await readiness(given)
  if ((state !== 'ready' || options.repeatPreparation) && options.ownerUrl) {
    const password = typeof given.password === 'string' ? given.password : undefined
    const isChosen = password !== undefined
    const login = { password, isChosen, setPassword: state === 'no-login' }
    await prepare(connectionFrom(options.ownerUrl), login)
    state = await readiness(given)
  }
  if (state === 'ready') return given
  throw new StoreError(
    state === 'no-login'
      ? `The database does not let ${APPLICATION_ROLE} in. Set CHANGLAI_APP_PASSWORD to the password ` +
          'in DATABASE_URL and run `npm run migrate` with DATABASE_OWNER_URL.'
      : 'The database schema is not what this version needs. Run `npm run migrate` with ' +
          'DATABASE_OWNER_URL set to a role that may create schemas and roles.',
  )
}

/** The application's connection, or null where its role cannot exist. */
async function throughOwner(given: Connection, options: StoreOptions): Promise<Connection | null> {
  const owner = options.ownerUrl ? connectionFrom(options.ownerUrl) : given
  const password = applicationPassword(owner, options.applicationPassword)
  const application: Connection = { ...given, user: APPLICATION_ROLE, password: password ?? '' }
  const state = await readiness(application)
  if (state === 'ready' && !options.repeatPreparation) return application

  const isChosen = options.applicationPassword !== undefined
  const hasRole = await prepare(owner, { password, isChosen, setPassword: state === 'no-login' })
  if (!hasRole) return withoutRole(options)
  const after = await readiness(application)
  if (after === 'ready') return application
  throw new StoreError(
    after === 'no-login'
      ? `The role ${APPLICATION_ROLE} cannot log in. Set CHANGLAI_APP_PASSWORD, and see that ` +
          'pg_hba.conf lets the role use it.'
      : 'The database schema could not be brought up to what this version needs.',
  )
}

/** Only where it is needed: the steps of the schema are a tenth of what a function would read. */
async function prepare(owner: Connection, login: Login): Promise<boolean> {
  const { prepareSchema } = await import('@/cloud/store/migrate')
  return prepareSchema(owner, login).catch(rethrowDenied)
}

function rethrowDenied(cause: Error & { code?: string }): never {
  if (cause.code !== '42501') throw cause
  throw new StoreError(
    `The owner's role may not prepare the database (${cause.message}). Set DATABASE_OWNER_URL to a ` +
      `role that may; where ${APPLICATION_ROLE} exists already, set CHANGLAI_APP_PASSWORD to its password.`,
    { cause },
  )
}

function withoutRole({ production, log }: StoreOptions): null {
  const lack =
    `The role of DATABASE_URL may not create the role ${APPLICATION_ROLE}. Create it as an ` +
    'administrator, or run `npm run migrate` with DATABASE_OWNER_URL.'
  if (production)
    throw new StoreError(`${lack} In production the application never works as the owner.`)
  log.warn({}, `${lack} Until then the application works as the owner.`)
  return null
}
