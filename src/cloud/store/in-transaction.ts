import type { Pool, PoolClient } from 'pg'

/**
 * Does something in one transaction (READ COMMITTED) over one connection and gives its result; what
 * throws changes nothing. Several round trips: for commands that are not asked by hundreds at once.
 */
export async function inTransaction<Result>(
  pool: Pool,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const result = await work(client)
    await client.query('commit')
    client.release()
    return result
  } catch (error) {
    await client.query('rollback').then(
      () => client.release(),
      (broken: Error) => client.release(broken),
    )
    throw error
  }
}
