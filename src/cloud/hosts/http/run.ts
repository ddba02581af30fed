import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Alerts } from '@/cloud/alerts/alerts'
import { type Clock, databaseClock } from '@/cloud/clock'
import { createDispatch } from '@/cloud/dispatch'
import type { MasterKeys } from '@/cloud/adapters/crypto/master-keys'
import { createGroups } from '@/cloud/group-commit/groups'
import type { Dependencies } from '@/cloud/handler'
import type { HostLog } from '@/cloud/log'
import { Pace } from '@/cloud/pace/pace'
import { createReceive, MAX_FILE_BYTES } from '@/cloud/files/receive'
import { createSealing } from '@/cloud/sealing/sealing'
import { SharedAnswers } from '@/cloud/shared-answers/shared-answers'
import { openStore, type Store } from '@/cloud/store'
import { coverNamed } from '@/cloud/store/queries/programme/cover'
import { photoNamed } from '@/cloud/store/queries/stations/photo'
import { runJobsRegularly } from '../background'
import { CannotStart } from '../cannot-start'
import type { Seed } from '../seed'
import { call, type Identify } from './call'
import type { DeskCookie } from './desk-cookie'
import { feedOfCentre } from './feed'
import { health } from './health'
import { createMetrics } from './metrics'
import { pictureRoute } from './picture'
import { calendarOfPerson } from './private-calendar'
import { createHttpServer, type Routes } from './server'
import { UPLOAD_WITHIN_MS, upload } from './upload'

export interface HttpHostOptions {
  port: number
  /** The address to bind, 127.0.0.1 or 0.0.0.0. */
  address: string
  log: HostLog
  identify: Identify
  desk: DeskCookie
  store: Omit<Parameters<typeof openStore>[0], 'log'>
  /** Routes of this host alone, beside the call, the feed, health and metrics. */
  routes?: Partial<Routes>
  seed: Seed
  /** What private consultations are sealed under; null where the deployment has none. */
  masterKeys: MasterKeys | null
  /** Where the public finds this host, given where it listens; null where it does not. */
  publicUrl: (own: string) => string | null
  /** How people are told something outside the app; null where they are not. */
  alerts?: (store: Store, clock: Clock) => Alerts | null
  /** How fast each person may go; as fast as hands can, where left out. */
  pace?: Pace
  /** What everybody is shown alike; null to ask for each, as the benchmark of the pages does. */
  shared?: SharedAnswers | null
}

export interface RunningHost {
  /** Where it listens: `http://127.0.0.1:8787`. */
  url: string
  /** Takes no new request, answers those under way, then leaves the database. */
  stop(): Promise<void>
}

/** Starts an HTTP host: port, database, clock, dispatch, routes. Fails with CannotStart when the port is taken. */
export async function startHttpHost(options: HttpHostOptions): Promise<RunningHost> {
  const { log, port, address } = options
  await refuseTakenPort(port, address)
  const store = await openStore({ ...options.store, log })
  try {
    const clock = await databaseClock(store.pool)
    const { masterKeys } = options
    const sealing = masterKeys ? createSealing(masterKeys, store.pool) : undefined
    const dependencies: Dependencies = { store, clock, log, sealing, desks: true }
    const alerts = options.alerts?.(store, clock)
    if (alerts) dependencies.alerts = alerts
    if (options.seed === 'demo') {
      const { seedSampleProgramme } = await import('@/cloud/sample')
      await seedSampleProgramme(dependencies)
    }
    const groups = await createGroups(store, log)
    dependencies.groups = groups
    const { pace = new Pace(), shared = new SharedAnswers() } = options
    dependencies.pace = pace
    if (shared) dependencies.shared = shared
    const dispatch = createDispatch(dependencies)
    const metrics = createMetrics(store, dependencies)
    const { identify, desk } = options
    const door = { dispatch, identify, desk, metrics, log }
    const files = { receive: createReceive(store, clock), identify, metrics, log }
    const feed = feedOfCentre(store)
    const http = createHttpServer(
      {
        exact: {
          '/call': {
            method: 'POST',
            route: (exchange) => call(door, exchange.request, exchange.traceId),
          },
          '/upload': {
            method: 'POST',
            largest: MAX_FILE_BYTES,
            within: UPLOAD_WITHIN_MS,
            route: ({ request, traceId }) => upload(files, request, traceId),
          },
          '/healthz': { method: 'GET', route: () => health(store) },
          '/metrics': {
            method: 'GET',
            route: async () => ({ status: 200, ...(await metrics.text()) }),
          },
          ...options.routes?.exact,
        },
        below: {
          '/feed/': feed,
          '/photo/': pictureRoute('photo', (...named) => photoNamed(store.pool, ...named)),
          '/cover/': pictureRoute('cover', (...named) => coverNamed(store.pool, ...named)),
          '/calendar/': calendarOfPerson(store, clock),
          ...options.routes?.below,
        },
        ...(options.routes?.rest ? { rest: options.routes.rest } : {}),
      },
      log,
    )
    await listen(http.server, port, address)
    const url = `http://${address === '0.0.0.0' ? '127.0.0.1' : address}:${(http.server.address() as AddressInfo).port}`
    dependencies.publicUrl = options.publicUrl(url)
    const endJobs = runJobsRegularly(dependencies)
    return {
      url,
      async stop() {
        await Promise.all([http.stop(), endJobs()])
        clock.stop()
        groups.end()
        await store.close()
      },
    }
  } catch (error) {
    await store.close()
    throw error
  }
}

type Listener = ReturnType<typeof createServer>

function listen(server: Listener, port: number, address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explainListening(error, port)))
    server.listen({ port, host: address, backlog: 1024 }, resolve)
  })
}

/** Asks before the database is started, so that a mistake in the port costs nobody a wait. */
async function refuseTakenPort(port: number, address: string): Promise<void> {
  const probe = createServer()
  await listen(probe, port, address)
  await new Promise((resolve) => probe.close(resolve))
}

function explainListening(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new CannotStart(
      `Port ${port} is already in use. Stop the other program or choose another port with PORT=${port + 1}.`,
    )
  }
  if (error.code === 'EACCES') {
    return new CannotStart(
      `Port ${port} needs more rights than this user has. Choose one above 1023 with PORT.`,
    )
  }
  return error
}
