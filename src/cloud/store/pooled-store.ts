import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Log } from '../log'
import type { Connection } from './connection'
import type { Database } from './tables'
import { valueParsers } from './value-parsers'

/** The database as the application sees it. */
export interface Store {
  /** Connections as the application's role. How values are read: see value-parsers. */
  pool: pg.Pool
  /** The same connections for built queries. */
  db: Kysely<Database>
  /** Ends the connections when their queries are over, and the hold on an embedded server. */
  close(): Promise<void>
}

/**
 * Longer than the server lets a statement take: who hears nothing for so long has no connection any
 * more, though nobody has said so.
 */
const NO_ANSWER_AFTER_MS = 12_000

/**
 * Connections for queries, at most `poolSize` (10); none is made yet. `settings` are set on each
 * where the role does not bring them along.
 */
export function pooledStore(
  connection: Connection,
  options: { poolSize?: number; log: Log; settings?: Record<string, string> },
): Store {
  const { settings } = options
  const pool = new pg.Pool({
    ...connection,
    max: options.poolSize ?? 10,
    application_name: 'changlai',
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    query_timeout: NO_ANSWER_AFTER_MS,
    types: valueParsers,
    ...(settings ? { onConnect: (client: pg.ClientBase) => setSession(client, settings) } : {}),
  })
  // One that is lost while somebody has it fails what they ask; without a listener it would end the host.
  pool.on('connect', (client) => client.on('error', () => {}))
  // An idle connection that the server ended; the pool makes another when it is needed.
  pool.on('error', (err) => options.log.warn({ err }, 'an idle database connection ended'))
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
  const close = async () => {
    // Kysely ends the pool only when it was asked something.
    await db.destroy()
    if (!pool.ending) await pool.end()
  }
  return { pool, db, close }
}

async function setSession(client: pg.ClientBase, settings: Record<string, string>): Promise<void> {
  const names = Object.keys(settings)
  const calls = names.map((_, at) => `set_config($${at * 2 + 1}, $${at * 2 + 2}, false)`)
  await client.query(`select ${calls.join(', ')}`, Object.entries(settings).flat())
}
