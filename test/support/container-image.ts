import { proxyBefore } from '../faults/proxy'
import { serverAddress } from './database'
import { type HostProcess, listening, startProgram } from './host-process'

/** What runs an image; CONTAINER_RUN is another command, with whatever the machine wants told. */
const RUN = 'docker run --rm --read-only --network=host'

/**
 * Starts a container of an image on a free port of this machine, where it sees no file but its own and
 * may write none, on a database of this project's server, to which it speaks over TCP; resolves when it
 * says that it listens.
 */
export async function startImage(
  image: string,
  environment: Record<string, string>,
): Promise<HostProcess> {
  const [program, ...options] = (process.env['CONTAINER_RUN'] ?? RUN).split(' ')
  const database = new URL(environment['DATABASE_URL']!)
  const { username: user, password } = database
  const line = await proxyBefore({ ...serverAddress(), user, password })
  const DATABASE_URL = line.url(database.pathname.slice(1))
  const told = Object.entries({ PORT: '0', HOST: '127.0.0.1', ...environment, DATABASE_URL })
  const settings = told.flatMap(([name, value]) => ['--env', `${name}=${value}`])
  const host = startProgram(program!, [...options, ...settings, image], {})
  void host.ended.then(() => line.end())
  return listening(host)
}
