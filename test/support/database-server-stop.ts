import type { Project, StartedServers } from './database-server-start'

/** Jest's global teardown of the projects that use a database. */
export default async function stop(_: unknown, project: Project): Promise<void> {
  await (globalThis as StartedServers).testServers?.get(project.globals.testServer!)?.stop()
}
