import { writeFileSync } from 'node:fs'
import pg from 'pg'
import start, { type Project, type StartedServers } from '../support/database-server-start'
import { TEMPLATE } from '../support/database-server'
import { SCHEMA_IN } from './schema-in'

/**
 * The global setup of the older release's tests: their server, but with the schema of this tree in the
 * database that each of them copies. Writes down which step that is the last one of.
 */
export default async function startOnThisSchema(all: unknown, project: Project): Promise<void> {
  await start(all, project)
  const { server } = (globalThis as StartedServers).testServers!.get(project.globals.testServer!)!
  const client = new pg.Client({ ...server.address, database: TEMPLATE })
  await client.connect()
  const { rows } = await client.query<{ name: string }>(
    'select max(name) as name from changlai.kysely_migration',
  )
  await client.end()
  writeFileSync(process.env[SCHEMA_IN]!, rows[0]!.name)
}
