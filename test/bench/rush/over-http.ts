import { join } from 'node:path'
import type { Store } from '../../../src/cloud/store'
import type { EmbeddedServer } from '../../../src/cloud/store/embedded'
import { currentCloudBundles } from '../../support/cloud-bundles'
import { type Crowd, type Rush, quantile, rush } from './crowd'
import { databaseOf, layOutUsual, usualOversold } from './database'
import { scaledTo } from './morning'
import type { RushOptions } from './options'
import { round, sayLast, sayRun } from './say'
import {
  CONTAINER,
  type Server,
  computedBy,
  computedByEnded,
  parentOf,
  startServer,
  tsx,
} from './servers'
import { type Untruths, entriesIn, untruthsOf } from './truth'

/** Requests of a run of the routes that do nothing, and contenders of the usual way. */
const TRIVIAL = 30_000
const USUAL = 8_000
/** So many of a morning's contenders come for the waiting list when they have heard that it is full. */
const WAITING = 20_000

/**
 * One morning over HTTP: bare node:http, the hosts' HTTP server with a route that does nothing, the
 * usual way behind the same server, the container hosts, and the first two once more. Says each, and
 * gives whether every answer was true.
 */
export async function overHttp(
  server: EmbeddedServer,
  directory: string,
  options: RushOptions,
): Promise<boolean> {
  const { connections, generators, ...morning } = options
  await currentCloudBundles()
  const { url, store } = await databaseOf(server, 'rush', morning)
  const file = (name: string) => join(directory, name)
  const crowdAt = (path: string, urls: string[], contenders = morning.contenders): Crowd => {
    const operation = 'seats.book'
    return {
      morning: scaledTo(morning, contenders),
      urls,
      path,
      operation,
      connections,
      generators,
    }
  }

  const bare = await startServer(tsx('bare-host.ts'), file('bare'))
  const usual = await startServer(tsx('usual-host.ts'), file('usual'), { DATABASE_URL: url })
  const trivial: Rush[][] = [[], []]
  const runTrivial = async () => {
    for (const [index, [name, path, at]] of (
      [
        ['bare node:http', '/', bare.url],
        ['trivial route', '/trivial', usual.url],
      ] as const
    ).entries()) {
      const run = await rush(crowdAt(path, [at], TRIVIAL))
      trivial[index]!.push(run)
      sayRun(name, summary(run))
    }
  }
  await runTrivial()

  const few = scaledTo(morning, USUAL)
  await layOutUsual(url, few)
  const orm = await rush(crowdAt('/usual', [usual.url], USUAL))
  sayRun('orm, for update', { ...summary(orm), oversold: await usualOversold(url) })

  const profile = options.profile ? ['--cpu-prof', `--cpu-prof-dir=${options.profile}`] : []
  const hosts = await Promise.all(
    Array.from({ length: options.hosts }, (_, index) =>
      startServer([...profile, ...CONTAINER], file(`host-${index}`), {
        DATABASE_URL: url,
        NODE_ENV: 'production',
      }),
    ),
  )
  const urls = hosts.map((host) => host.url)
  const before = hosts.map((host) => host.memory())
  const computedBefore = await computed(store, hosts)
  const morningOf = await rush(crowdAt('/call', urls))
  const after = hosts.map((host) => host.memory())
  const computedAfter = await computed(store, hosts)
  const untruths = await untruthsOf(store, morning, morningOf, urls[0]!)
  sayRun('changlai', {
    ...summary(morningOf),
    hosts: hosts.length,
    memoryMb: { before, after },
    computedUs: each(computedBefore, computedAfter, morningOf.answers),
    ...untruths,
  })
  const operation = 'waitlist.join'
  const lists = await rush({ ...crowdAt('/call', urls, WAITING), operation })
  const wait = await entriesIn(store)
  sayRun('waiting lists', { ...summary(lists), hosts: hosts.length, wait })
  const listsAreTrue = lists.others['OK'] === wait
  await Promise.all(hosts.map((host) => host.end()))

  await runTrivial()
  await Promise.all([bare.end(), usual.end()])
  await store.close()

  const [ofBare, ofTrivial] = trivial.map(rateOf) as [number, number]
  sayRun('trivial of bare', { share: round(ofTrivial / ofBare, 2) })
  const { oversold, duplicates, lost, refusedThoughFree } = untruths
  sayLast({
    decisions_per_s: round(morningOf.perSecond),
    ratio_to_orm: round(morningOf.perSecond / orm.perSecond, 1),
    share_of_trivial_http: round(morningOf.perSecond / ofTrivial, 2),
    ...{ oversold, duplicates, lost },
    p50_ms: quantile(morningOf, 0.5),
    p99_ms: quantile(morningOf, 0.99),
    ...(refusedThoughFree > 0 ? { refused_though_free: refusedThoughFree } : {}),
  })
  return listsAreTrue && isTrue(untruths) && hasEverybody(morningOf, morning.contenders)
}

interface Computed {
  hosts: number
  database: number
}

/** What the hosts and the database have computed until now, in microseconds. */
async function computed(store: Store, hosts: readonly Server[]): Promise<Computed> {
  const { rows } = await store.pool.query<{ pid: number }>('select pid from pg_stat_activity')
  const sum = (all: readonly (number | null)[]) => all.reduce<number>((a, b) => a + (b ?? 0), 0)
  const first = parentOf(rows[0]!.pid)
  return {
    hosts: sum(hosts.map((host) => host.computed())),
    // What a connection's process has computed is its parent's once the connection has ended.
    database: sum([...rows.map(({ pid }) => computedBy(pid)), first && computedByEnded(first)]),
  }
}

/** The same between two instants for each answer: other work on the machine is not in it. */
function each(from: Computed, to: Computed, answers: number): Computed {
  return {
    hosts: round((to.hosts - from.hosts) / answers),
    database: round((to.database - from.database) / answers),
  }
}

/** What a run is said by. */
function summary(run: Rush) {
  const { booked, soldOut, others, unanswered, cameBack } = run
  return {
    answers: run.answers,
    seconds: round(run.seconds, 1),
    perSecond: round(run.perSecond),
    p50Ms: quantile(run, 0.5),
    p99Ms: quantile(run, 0.99),
    booked: booked.length,
    soldOut: soldOut.reduce((sum, count) => sum + count, 0),
    ...(Object.keys(others).length > 0 ? { others } : {}),
    ...(unanswered.length > 0 ? { unanswered: unanswered.length } : {}),
    ...(cameBack > 0 ? { cameBack } : {}),
  }
}

/** Answers a second of several runs together. */
function rateOf(runs: readonly Rush[]): number {
  const [answers, seconds] = runs.reduce(
    ([all, time], run) => [all + run.answers, time + run.seconds],
    [0, 0],
  )
  return answers / seconds
}

const isTrue = (untruths: Untruths) => Object.values(untruths).every((count) => count === 0)

/** Whether everybody was booked or told that there is no seat: a morning has no other answer. */
function hasEverybody({ booked, soldOut, unanswered }: Rush, contenders: number): boolean {
  const decided = booked.length + soldOut.reduce((sum, count) => sum + count, 0)
  return decided + unanswered.length === contenders
}
