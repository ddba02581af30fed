import pg from 'pg'
import type { Connection } from './connection'
import { MIGRATION_NAMES } from './migrations/names'

/**
 * What the database is to the role that asks: `ready` for this code; `outdated` when migrations are
 * missing or the role may not see them; `no-login` when the role is not let in.
 */
export type Readiness = 'ready' | 'outdated' | 'no-login'

const NO_LOGIN = ['28000', '28P01']
const NOT_THERE_OR_NOT_OURS = ['42P01', '3F000', '42501']

/** Logs in and looks. A newer schema is ready too: it changes by addition. Throws when unreachable. */
export async function readiness(connection: Connection): Promise<Readiness> {
  const client = new pg.Client({
    ...connection,
    application_name: 'changlai',
    connectionTimeoutMillis: 10_000,
  })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ name: string }>(
      'select name from changlai.kysely_migration',
    )
    const taken = new Set(rows.map(({ name }) => name))
    return MIGRATION_NAMES.every((name) => taken.has(name)) ? 'ready' : 'outdated'
  } catch (cause) {
    const { code = '', message } = cause as { code?: string; message?: string }
    if (NOT_THERE_OR_NOT_OURS.includes(code)) return 'outdated'
    // The driver's own complaint where the server asks for a password and there is none.
    if (NO_LOGIN.includes(code) || /password must be a/.test(message ?? '')) return 'no-login'
    throw cause
  } finally {
    await client.end().catch(() => {})
  }
}
