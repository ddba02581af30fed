import { once } from 'node:events'
import { Agent, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { databaseClock } from '../../src/cloud/clock'
import { createDispatch } from '../../src/cloud/dispatch'
import type { Groups } from '../../src/cloud/group-commit/asked-together'
import { createGroups } from '../../src/cloud/group-commit/groups'
import { createLog } from '../../src/cloud/log'
import type { Store } from '../../src/cloud/store'
import { call } from '../../src/cloud/hosts/http/call'
import { AT_HOME } from '../../src/cloud/hosts/http/desk-cookie'
import { createMetrics } from '../../src/cloud/hosts/http/metrics'
import { createHttpServer } from '../../src/cloud/hosts/http/server'
import { personaOf } from '../../src/cloud/hosts/local/persona'
import { newRequestId } from '../support/builders/caller'

/** An answer of the wire. */
export interface Reply {
  ok: boolean
  code?: string
  value?: { bookingId: string; status: string }
  facts?: Record<string, unknown>
}

/** Sends one request as a person; each on a connection of its own when many are under way. */
export type Send = (as: string, operation: string, input: object, id?: string) => Promise<Reply>

/** A client of an HTTP host. */
export function clientOf(url: string): { send: Send; end(): void } {
  const agent = new Agent({ keepAlive: true, maxSockets: 400 })
  return {
    end: () => agent.destroy(),
    send: (as, operation, input, id = newRequestId()) =>
      new Promise((resolve, reject) => {
        const headers = { 'content-type': 'application/json', 'x-local-persona': as }
        const sent = request(`${url}/call`, { method: 'POST', agent, headers }, (response) => {
          let text = ''
          response.setEncoding('utf8').on('data', (part: string) => (text += part))
          response.on('end', () => resolve(JSON.parse(text) as Reply))
        })
        sent.on('error', reject)
        sent.end(JSON.stringify({ operation, input, requestId: id }))
      }),
  }
}

export interface Served {
  send: Send
  /** What it asks together, where it works in groups. */
  groups?: Groups
  end(): Promise<void>
}

/**
 * Serves a store through the HTTP host's own door: each request on its own, or together with those
 * that arrive at the same time, as a host does that answers many.
 */
export async function serve(store: Store, how: 'alone' | 'together' = 'alone'): Promise<Served> {
  const log = createLog({ name: 'race', level: 'silent' })
  const clock = await databaseClock(store.pool)
  const groups = how === 'together' ? await createGroups(store, log) : undefined
  const dispatch = createDispatch({ store, clock, log, ...(groups ? { groups } : {}) })
  const metrics = createMetrics(store)
  const door = { dispatch, identify: personaOf, desk: AT_HOME, metrics, log }
  const http = createHttpServer(
    {
      exact: {
        '/call': { method: 'POST', route: (one) => call(door, one.request, one.traceId) },
      },
      below: {},
    },
    log,
  )
  http.server.listen({ port: 0, host: '127.0.0.1', backlog: 1024 })
  await once(http.server, 'listening')
  const { port } = http.server.address() as AddressInfo
  const client = clientOf(`http://127.0.0.1:${port}`)
  return {
    send: client.send,
    ...(groups ? { groups } : {}),
    end: async () => {
      client.end()
      await http.stop()
      clock.stop()
      groups?.end()
    },
  }
}

/** How many answers there were of each code; OK for those without one. */
export function tally(replies: Reply[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { code = 'OK' } of replies) counts[code] = (counts[code] ?? 0) + 1
  return counts
}

/** Serves a store while something is asked of it, and no longer. */
export async function servedFor<Result>(
  store: Store,
  ask: (send: Send) => Promise<Result>,
): Promise<Result> {
  const door = await serve(store)
  try {
    return await ask(door.send)
  } finally {
    await door.end()
  }
}
