import pg from 'pg'

/** Any number that no other advisory lock of the `postgres` database uses. */
const HOSTS_LOCK = 20_240_331

/** How a server on a Unix socket is reached. */
export interface ServerAddress {
  host: string
  port: number
  user: string
  password: string
  database: string
}

/**
 * A host's hold on the server: one connection with a shared advisory lock, which the system gives up
 * for us however the host ends. Whoever gets the lock exclusively is the last.
 */
export interface Keeper {
  /** Called once when the connection ends without `release`. */
  onLost(listener: () => void): void
  /** Gives the hold up; true when nobody else holds the server, and then nobody can until `end`. */
  release(): Promise<boolean>
  end(): Promise<void>
}

/** Connects and takes the shared lock, waiting while another host shuts the server down. */
export async function holdServer(address: ServerAddress): Promise<Keeper> {
  const client = new pg.Client({
    ...address,
    application_name: 'changlai keeper',
    connectionTimeoutMillis: 10_000,
  })
  let listener: (() => void) | null = null
  let lost = false
  let expected = false
  const onEnd = () => {
    if (expected || lost) return
    lost = true
    listener?.()
  }
  client.on('error', onEnd)
  client.on('end', onEnd)
  try {
    await client.connect()
    await client.query('select pg_advisory_lock_shared($1)', [HOSTS_LOCK])
  } catch (cause) {
    expected = true
    await client.end().catch(() => {})
    throw cause
  }
  return {
    onLost: (called) => {
      listener = called
      if (lost) called()
    },
    release: async () => {
      expected = true
      if (lost) return false
      await client.query('select pg_advisory_unlock_shared($1)', [HOSTS_LOCK])
      const { rows } = await client.query<{ alone: boolean }>(
        'select pg_try_advisory_lock($1) as alone',
        [HOSTS_LOCK],
      )
      return rows[0]?.alone === true
    },
    end: () => {
      expected = true
      return client.end()
    },
  }
}
