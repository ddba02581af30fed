import type { Pool } from 'pg'

/** Number of the advisory lock that those hold who write the sample programme. */
const LOCK = 7_215_003

/** Who waits for the lock hears nothing meanwhile, for longer than the driver lets any other query take. */
const WAITS_AT_MOST_MS = 10 * 60_000

/** Does something while no other host that shares the database does it. */
export async function alone(pool: Pool, work: () => Promise<void>): Promise<void> {
  const client = await pool.connect()
  try {
    // Whoever is at it may need longer than a statement may take.
    await client.query('set statement_timeout = 0')
    const text = 'select pg_advisory_lock($1)'
    const taking = { text, values: [LOCK], query_timeout: WAITS_AT_MOST_MS }
    await client.query(taking)
    await client.query('reset statement_timeout')
    await work()
    await client.query('select pg_advisory_unlock($1)', [LOCK])
    client.release()
  } catch (error) {
    // Ending the connection ends the lock.
    client.release(true)
    throw error
  }
}
