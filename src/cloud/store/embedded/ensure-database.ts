import pg from 'pg'
import type { ServerAddress } from './keeper'

const EXISTS_ALREADY = ['42P04', '23505']

/** Makes a database of that name if there is none, and gives its address. */
export async function ensureDatabase(
  address: ServerAddress,
  database: string,
): Promise<ServerAddress> {
  const client = new pg.Client(address)
  client.on('error', () => {})
  await client.connect()
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [
      database,
    ])
    if (rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(database)}`)
  } catch (cause) {
    if (!EXISTS_ALREADY.includes((cause as { code?: string }).code ?? '')) throw cause
  } finally {
    await client.end()
  }
  return { ...address, database }
}
