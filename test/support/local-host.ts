import type { Answer, Door } from '../cloud/black-box/door'
import { builtProgram } from './built-programs'
import { startHost } from './host-process'

/** The local host as a process of its own on a database. */
export async function localDoor(
  databaseUrl: string,
  environment: Record<string, string> = {},
): Promise<Door & { url: string }> {
  const host = await startHost(builtProgram('local-host'), {
    DATABASE_URL: databaseUrl,
    SEED: 'none',
    ...environment,
  })
  return {
    url: host.url,
    output: host.output,
    end: () => host.end(),
    call: async (request, as) => {
      const response = await fetch(`${host.url}/call`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(as === null ? {} : { 'x-local-persona': encodeURIComponent(as) }),
        },
        body: JSON.stringify(request),
      })
      return (await response.json()) as Answer
    },
  }
}
