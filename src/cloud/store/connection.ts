import { createHmac } from 'node:crypto'
import pg from 'pg'

/** The role that the application works as. */
export const APPLICATION_ROLE = 'changlai_app'

/** Where and as whom to connect. */
export type Connection = Pick<
  pg.ClientConfig,
  'host' | 'port' | 'user' | 'password' | 'database' | 'ssl'
>

/**
 * Reads a connection URL (`postgresql://user:password@host:port/database?…`); what it leaves out
 * comes from the environment as libpq does it (PGHOST, PGPASSWORD…).
 */
export function connectionFrom(url: string): Connection {
  const { host, port, user, password, database, ssl } = new pg.Client({ connectionString: url })
  return { host, port, user, password: password ?? undefined, database, ssl }
}

/** Whether the connection logs in as the application's own role. A pooler may add `.tenant` to it. */
export function isApplication({ user }: Connection): boolean {
  return user === APPLICATION_ROLE || (user ?? '').startsWith(`${APPLICATION_ROLE}.`)
}

/**
 * The password of the application's role: the one that was given, else one that every host which
 * knows the owner's can derive, so that several agree without asking each other. Undefined when the
 * owner has none (`trust` or `peer` in pg_hba.conf): then the server's rules decide.
 */
export function applicationPassword(owner: Connection, given?: string): string | undefined {
  if (given) return given
  if (typeof owner.password !== 'string' || owner.password === '') return undefined
  return createHmac('sha256', owner.password).update('changlai_app login').digest('hex')
}
