import { setTimeout as wait } from 'node:timers/promises'
import { Connection } from './connection'
import { type Morning, type Wanted, openidOf, requestOf, wantedPool } from './morning'

/** What one process of the crowd is to do. */
export interface Job {
  morning: Morning
  /** Where to, as origins; connections take turns. */
  urls: string[]
  path: string
  operation: Wanted
  connections: number
  /** Contenders `first`, `first + step`, … */
  first: number
  step: number
}

/** Every answer that it received. */
export interface Received {
  /** Contender, and the key of the booking. */
  booked: [contender: number, bookingId: string][]
  /** How many were told of each pool that it has no seat. */
  soldOut: Uint32Array
  /** How many answers there were of each other code, or status where it was none of the wire. */
  others: Record<string, number>
  /** Contenders whose request was sent and not answered. */
  unanswered: number[]
  /** Of each answer, in milliseconds; of one that was asked to come back, from its first try on. */
  latencies: Float32Array
  /** How often somebody was asked to come back. */
  cameBack: number
  /** From the first request to the last answer, as instants in milliseconds. */
  from: number
  to: number
}

/** What a server says, of the wire or of the baseline: the codes are the same. */
interface Said {
  ok: boolean
  code?: string
  value?: { bookingId?: string }
  facts?: { retryAfterMs?: number }
}

async function run(job: Job): Promise<Received> {
  const { morning, urls, path, operation, first, step } = job
  const wanted = wantedPool(morning)
  const received: Received = {
    booked: [],
    soldOut: new Uint32Array(morning.pools),
    others: {},
    unanswered: [],
    latencies: new Float32Array(Math.ceil(Math.max(0, morning.contenders - first) / step)),
    cameBack: 0,
    from: 0,
    to: 0,
  }
  let next = first
  let answered = 0

  const ask = async (connection: Connection, contender: number): Promise<void> => {
    const pool = wanted(contender)
    const body = requestOf(morning, contender, pool, operation)
    const since = performance.now()
    let said: Said
    for (;;) {
      const answer = await connection.post(openidOf(contender), body)
      said = JSON.parse(answer.body) as Said
      if (said.code !== 'TOO_MANY_REQUESTS') break
      received.cameBack += 1
      await wait(said.facts?.retryAfterMs ?? 1_000)
    }
    received.latencies[answered] = performance.now() - since
    answered += 1
    if (said.ok && said.value?.bookingId) received.booked.push([contender, said.value.bookingId])
    else if (said.code === 'SOLD_OUT') received.soldOut[pool]! += 1
    else {
      const what = said.code ?? 'OK'
      received.others[what] = (received.others[what] ?? 0) + 1
    }
  }

  const keepAsking = async (connection: Connection) => {
    while (next < morning.contenders) {
      const contender = next
      next += step
      await ask(connection, contender).catch(async () => {
        received.unanswered.push(contender)
        await wait(50)
      })
    }
    connection.end()
  }

  const connections = Array.from({ length: job.connections }, (_, index) => {
    const url = new URL(urls[index % urls.length]!)
    return new Connection(url.hostname, Number(url.port), path)
  })
  await beginAll(connections)
  received.from = Date.now()
  await Promise.all(connections.map(keepAsking))
  received.to = Date.now()
  received.latencies = received.latencies.slice(0, answered)
  return received
}

/** As many at once as the queue of a server takes that listens: a platform's gateway keeps its lines too. */
const BEGUN_AT_ONCE = 500

async function beginAll(connections: readonly Connection[]): Promise<void> {
  for (let from = 0; from < connections.length; from += BEGUN_AT_ONCE) {
    const some = connections.slice(from, from + BEGUN_AT_ONCE)
    await Promise.all(some.map((connection) => connection.begin()))
  }
}

process.once('message', (job: Job) => {
  void run(job).then((received) => process.send!(received, () => process.disconnect()))
})
