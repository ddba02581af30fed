/** Network failures of Node that mean the database cannot be reached now. */
const NETWORK = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
])

/**
 * SQLSTATE classes and codes after which the same request may simply be sent again: connection
 * exceptions (08), a login or database that the server does not admit now (28, 3D000, 55000), a
 * serialisation failure or deadlock (40), no resources (53), a statement that took too long
 * (57014), a server that stops or starts (57P), a lock not to be had (55P03).
 */
const PASSING = /^(08...|28...|3D000|40...|53...|55000|55P03|57014|57P0.)$/

/** What pg says, without a code, of a connection that is gone or could not be had. */
const LOST =
  /^(Connection terminated|timeout exceeded when trying to connect|timeout expired|Client has encountered a connection error|Client was closed|Cannot use a pool after calling end|Query read timeout)/

/** Whether an error says that the database is away or too busy, rather than that the code is wrong. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code } = error as { code?: unknown }
  if (typeof code === 'string') return NETWORK.has(code) || PASSING.test(code)
  return LOST.test(error.message)
}

/** The name of the unique constraint that an error of PostgreSQL reports as violated, or null. */
export function violatedUnique(error: unknown): string | null {
  return violated(error, '23505')
}

/** The name of the foreign key that an error of PostgreSQL reports as violated, or null. */
export function violatedForeignKey(error: unknown): string | null {
  return violated(error, '23503')
}

function violated(error: unknown, sqlState: string): string | null {
  if (!(error instanceof Error)) return null
  const { code, constraint } = error as { code?: unknown; constraint?: unknown }
  return code === sqlState && typeof constraint === 'string' ? constraint : null
}
