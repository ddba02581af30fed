import type { Execute } from './roles'

/** The tables could not be had at once: whoever wanted them gives way. */
export class KeptWaiting extends Error {
  override readonly name = 'KeptWaiting'
}

const CANCELLED = '57014'

/** The tables of a booking, in the order in which its statement takes them. */
export const TABLES_OF_A_BOOKING = [
  ...['family_member', 'booking_attendee', 'centre', 'pool', 'activity', 'occurrence', 'person'],
  ...['strike', 'role_grant', 'answered_request', 'booking'],
].map((name) => `changlai.${name}`)

/**
 * Takes every table of the schema for the transaction, before it changes any: whoever has some of them
 * and asks for others as it goes may wait for a booking that waits for it, and PostgreSQL undoes one of
 * the two. It waits half as long as PostgreSQL does before it looks for such a circle, so that it is
 * never a booking that is undone. Throws KeptWaiting.
 */
export async function takeTables(execute: Execute): Promise<void> {
  const rows = await execute(TABLES)
  const names = rows.map(({ name }) => String(name))
  if (names.length === 0) return
  const first = TABLES_OF_A_BOOKING.filter((name) => names.includes(name))
  const others = names.filter((name) => !first.includes(name))
  const withinMs = Math.ceil(Number(rows[0]!['circlesAfterMs']) / 2)
  await execute(`set local lock_timeout = ${withinMs}; set local statement_timeout = ${withinMs}`)
  try {
    await execute(`lock table ${[...first, ...others].join(', ')} in access exclusive mode`)
  } catch (cause) {
    if ((cause as { code?: string }).code !== CANCELLED) throw cause
    throw new KeptWaiting('Others have the tables', { cause })
  }
  await execute('set local statement_timeout to default')
}

/** All but those in which hosts look up which steps were taken. */
const TABLES = `
select format('%I.%I', n.nspname, c.relname) as name,
  (select setting::integer from pg_settings where name = 'deadlock_timeout') as "circlesAfterMs"
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where n.nspname = 'changlai' and c.relkind in ('r', 'p') and c.relname not like 'kysely%'
order by 1`
