import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { Writable } from 'node:stream'
import { fixedClock } from '../../src/cloud/clock'
import { createDispatch } from '../../src/cloud/dispatch'
import { createReceive } from '../../src/cloud/files/receive'
import { call } from '../../src/cloud/hosts/http/call'
import { AT_HOME } from '../../src/cloud/hosts/http/desk-cookie'
import { createMetrics } from '../../src/cloud/hosts/http/metrics'
import { createHttpServer } from '../../src/cloud/hosts/http/server'
import { upload } from '../../src/cloud/hosts/http/upload'
import { personaOf } from '../../src/cloud/hosts/local/persona'
import { createLog } from '../../src/cloud/log'
import type { Sealing } from '../../src/cloud/sealing/sealing'
import type { Store } from '../../src/cloud/store'
import { newRequestId } from './builders/caller'

/** A host whose every trace can be looked at. */
export interface PrivateHost {
  clock: ReturnType<typeof fixedClock>
  /** Calls an operation as a local persona; what was refused is among `refusals`. */
  ask<Value = Record<string, never>>(as: string, operation: string, input: object): Promise<Value>
  /** Sends anything to the door, however broken; gives the text that came back. */
  sendRaw(as: string, body: string): Promise<string>
  send(as: string, name: string, content: Buffer): Promise<string>
  /** What was logged at the finest level, what is counted, and each answer that was a refusal. */
  traces(): Promise<{ log: string; metrics: string; refusals: string }>
  end(): Promise<void>
}

/** Serves a store through the HTTP host's own doors, with a log that keeps everything. */
export async function privateHost(
  store: Store,
  sealing: Sealing,
  now: number,
): Promise<PrivateHost> {
  const [lines, refusals]: [string[], string[]] = [[], []]
  const destination = new Writable({
    write(chunk: Buffer, _, done) {
      lines.push(chunk.toString('utf8'))
      done()
    },
  })
  const log = createLog({ name: 'private', level: 'debug', destination })
  const clock = fixedClock(now)
  const metrics = createMetrics(store)
  const dispatch = createDispatch({ store, clock, log, sealing })
  const door = { dispatch, identify: personaOf, desk: AT_HOME, metrics, log }
  const files = { receive: createReceive(store, clock), identify: personaOf, metrics, log }
  const http = createHttpServer(
    {
      exact: {
        '/call': { method: 'POST', route: (one) => call(door, one.request, one.traceId) },
        '/upload': {
          method: 'POST',
          largest: 10 * 1024 * 1024,
          route: (one) => upload(files, one.request, one.traceId),
        },
      },
      below: {},
    },
    log,
  )
  http.server.listen({ port: 0, host: '127.0.0.1' })
  await once(http.server, 'listening')
  const url = `http://127.0.0.1:${(http.server.address() as AddressInfo).port}`
  const post = async (
    path: string,
    headers: Record<string, string>,
    body: string | Uint8Array<ArrayBuffer>,
  ) => {
    const response = await fetch(`${url}${path}`, { method: 'POST', headers, body })
    const text = await response.text()
    if (text.includes('"ok":false')) refusals.push(text)
    return text
  }
  const sendRaw = (as: string, body: string) =>
    post('/call', { 'content-type': 'application/json', 'x-local-persona': as }, body)
  return {
    clock,
    sendRaw,
    async ask<Value>(as: string, operation: string, input: object) {
      const requestId = newRequestId()
      const text = await sendRaw(as, JSON.stringify({ operation, input, requestId }))
      return (JSON.parse(text) as { value: Value }).value
    },
    async send(as, name, content) {
      const headers = {
        'content-type': 'application/octet-stream',
        'x-local-persona': as,
        'x-file-name': encodeURIComponent(name),
      }
      const { value } = JSON.parse(await post('/upload', headers, Uint8Array.from(content))) as {
        value: { fileId: string }
      }
      return value.fileId
    },
    traces: async () => ({
      log: lines.join(''),
      metrics: (await metrics.text()).body,
      refusals: refusals.join('\n'),
    }),
    end: () => http.stop(),
  }
}
