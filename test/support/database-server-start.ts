import { type TestServer, startTestServer } from './database-server'

export type Project = { globals: { testServer?: string } }
export type StartedServers = { testServers?: Map<string, TestServer> }

/** Jest's global setup of the projects that use a database: one server for all their tests. */
export default async function start(_: unknown, project: Project): Promise<void> {
  const name = project.globals.testServer!
  // Races are run on a server that writes as it does in service.
  const started = await startTestServer(name === 'race')
  const known = globalThis as StartedServers
  known.testServers ??= new Map()
  known.testServers.set(name, started)
  process.env[`TEST_SERVER_${name.toUpperCase()}`] = JSON.stringify(started.server.address)
}
