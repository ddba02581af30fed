import pg from 'pg'
import { type Store, openStore } from '../../../src/cloud/store'
import type { EmbeddedServer } from '../../../src/cloud/store/embedded'
import { ensureDatabase } from '../../../src/cloud/store/embedded/ensure-database'
import { silentLog } from '../../support/silent-log'
import { layOut, layOutTermBefore } from './lay-out'
import { type Morning, capacities, poolKey } from './morning'
import { USUAL_TABLES } from './orm'

export interface RushDatabase {
  /** As the owner, whom the hosts are given. */
  url: string
  store: Store
}

/** A database with a morning laid out, with the statistics that PostgreSQL gathers within a minute. */
export async function databaseOf(
  { address }: EmbeddedServer,
  name: string,
  morning: Morning,
  { isFirstTerm = false } = {},
): Promise<RushDatabase> {
  await ensureDatabase(address, name)
  const { user, password, host, port } = address
  const url = `postgresql://${user}:${password}@${encodeURIComponent(host)}:${port}/${name}`
  const store = await openStore({ databaseUrl: url, log: silentLog })
  await layOut(store, morning)
  if (!isFirstTerm) await layOutTermBefore(store, morning)
  await asOwner(url, async (client) => {
    await client.query('vacuum analyze')
    await client.query('checkpoint')
  })
  return { url, store }
}

/** The tables of the usual way (orm.ts), with the pools of a morning and nobody in them. */
export function layOutUsual(url: string, morning: Morning): Promise<void> {
  return asOwner(url, async (client) => {
    await client.query(USUAL_TABLES)
    const seats = capacities(morning)
    await client.query('insert into usual.pool select * from unnest($1::text[], $2::integer[])', [
      seats.map((_, pool) => poolKey(pool)),
      seats,
    ])
    await client.query('analyze usual.pool')
  })
}

/** What is in the tables of the usual way: how many were given beyond the seats. */
export async function usualOversold(url: string): Promise<number> {
  let over = 0
  await asOwner(url, async (client) => {
    const { rows } = await client.query<{ over: number }>(`
      select coalesce(sum(greatest(0, held.seats - pool.capacity)), 0)::integer as over
      from (select pool_id, count(*) as seats from usual.booking group by pool_id) as held
      join usual.pool using (pool_id)`)
    over = rows[0]!.over
  })
  return over
}

async function asOwner(url: string, use: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await use(client)
  } finally {
    await client.end()
  }
}
