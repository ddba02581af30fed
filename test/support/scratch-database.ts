import pg from 'pg'
import { createDatabase, dropDatabase, serverAddress } from './database'

/** A database without a schema, and its owner's one connection to it. */
export interface ScratchDatabase {
  pool: pg.Pool
  drop(): Promise<void>
}

/** Makes an empty database for steps of the schema to be taken in. */
export async function scratchDatabase(): Promise<ScratchDatabase> {
  const name = await createDatabase()
  const pool = ownerPool(name)
  return {
    pool,
    drop: async () => {
      await pool.end()
      await dropDatabase(name)
    },
  }
}

/**
 * One connection to a test database as the superuser that owns its schema. `end` of a pool does not
 * wait until the server has let go of its connections, so that one may still be told that its database
 * is dropped: nobody's error.
 */
export function ownerPool(database: string): pg.Pool {
  const pool = new pg.Pool({ ...serverAddress(), database, max: 1 })
  pool.on('error', () => {})
  return pool
}
