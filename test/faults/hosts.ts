import { setTimeout as wait } from 'node:timers/promises'
import { residentOf } from '../bench/rush/servers'
import { CONTAINER_HOST, type HostProcess, startHost } from '../support/host-process'

/** A container host as a process of its own. */
export interface Host extends HostProcess {
  /** Its resident memory, in MB; null where the system does not say. */
  memoryMb(): number | null
}

/** How a host is started, apart from its database. */
export interface HostWish {
  node?: string[]
  /** What node is started with, where it is another host than this tree's. */
  program?: string[]
  environment?: Record<string, string>
}

export async function startContainer(
  databaseUrl: string,
  { node = [], program = CONTAINER_HOST, environment = {} }: HostWish = {},
): Promise<Host> {
  const host = await startHost([...node, ...program], {
    DATABASE_URL: databaseUrl,
    NODE_ENV: 'production',
    ...environment,
  })
  return { ...host, memoryMb: () => residentOf(host.child.pid!) }
}

/** What a host says of itself, and after how long; null when it said nothing within the time. */
export async function healthOf(
  url: string,
  withinMs = 3_000,
): Promise<{ status: number; ms: number } | null> {
  const since = performance.now()
  try {
    const { status } = await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(withinMs) })
    return { status, ms: performance.now() - since }
  } catch {
    return null
  }
}

const WHOLE_WITHIN_MS = 60_000

/** Resolves when every host says that it and the database are well; gives how long that took. */
export async function whenWhole(hosts: readonly Host[]): Promise<number> {
  const since = performance.now()
  for (;;) {
    const all = await Promise.all(hosts.map(({ url }) => healthOf(url)))
    if (all.every((health) => health?.status === 200)) return Math.round(performance.now() - since)
    if (performance.now() - since > WHOLE_WITHIN_MS)
      throw new Error(`hosts did not come back: ${JSON.stringify(all)}\n${lastWords(hosts)}`)
    await wait(50)
  }
}

/** The end of what hosts have written, for whoever has to find out what became of them. */
const lastWords = (hosts: readonly Host[]) =>
  hosts.map((host) => `${host.child.exitCode} ${host.output().slice(-1_500)}`).join('\n')
