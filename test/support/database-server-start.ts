import { buildPrograms } from './build-programs'
import { builtProgram } from './built-programs'
import { type TestServer, startTestServer } from './database-server'
import { makeDemoTemplate } from './demo-template'

export type Project = { globals: { testServer?: string; demo?: boolean } }
export type StartedServers = { testServers?: Map<string, TestServer> }

/**
 * Jest's global setup of the projects that use a database: one server for all their tests, where they
 * want it with the sample programme in a database to be copied, and the programs that tests start.
 */
export default async function start(_: unknown, { globals }: Project): Promise<void> {
  const name = globals.testServer!
  // Races are run on a server that writes as it does in service.
  const started = await startTestServer(name === 'race')
  const known = globalThis as StartedServers
  known.testServers ??= new Map()
  known.testServers.set(name, started)
  await buildPrograms(name)
  if (globals.demo) await makeDemoTemplate(started.server.address, builtProgram('local-host'))
  process.env[`TEST_SERVER_${name.toUpperCase()}`] = JSON.stringify(started.server.address)
}
