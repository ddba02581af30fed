/**
 * The same HTTP server as the hosts' with two routes: `/trivial`, which reads a request and answers
 * next to nothing, and `/usual`, which takes a seat in the usual way (orm.ts). By DATABASE_URL.
 */
import type { AddressInfo } from 'node:net'
import pg from 'pg'
import { containerCaller } from '../../../src/cloud/hosts/container/caller'
import { readJson } from '../../../src/cloud/hosts/http/body'
import { jsonReply } from '../../../src/cloud/hosts/http/reply'
import { type Route, createHttpServer } from '../../../src/cloud/hosts/http/server'
import { silentLog } from '../../support/silent-log'
import { UsualBookings } from './orm'

const bookings = new UsualBookings(
  new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 10 }),
)

const trivial: Route = async ({ request }) => {
  await readJson(request)
  return jsonReply(200, { ok: true })
}

const usual: Route = async ({ request }) => {
  const { subject } = containerCaller(request) as { subject: string }
  const { input } = (await readJson(request)) as { input: { poolId: string } }
  return jsonReply(200, await bookings.book(input.poolId, subject))
}

const { server } = createHttpServer(
  {
    exact: {
      '/trivial': { method: 'POST', route: trivial },
      '/usual': { method: 'POST', route: usual },
    },
    below: {},
  },
  silentLog,
)
server.listen({ port: 0, host: '127.0.0.1', backlog: 1024 }, () => {
  process.stdout.write(`listening http://127.0.0.1:${(server.address() as AddressInfo).port}\n`)
})
