import { fork } from 'node:child_process'
import path from 'node:path'
import type { Job, Received } from './generator'
import type { Morning, Wanted } from './morning'

export interface Crowd {
  morning: Morning
  urls: string[]
  path: string
  operation: Wanted
  /** Of all processes together. */
  connections: number
  generators: number
}

/** What was received by all of them, and how long it took. */
export interface Rush extends Received {
  seconds: number
  answers: number
  perSecond: number
}

/** Sends everybody at once, from processes of their own, and gives every answer that came. */
export async function rush({ generators, connections, ...crowd }: Crowd): Promise<Rush> {
  const parts = await Promise.all(
    Array.from({ length: generators }, (_, first) =>
      generate({ ...crowd, first, step: generators, connections: connections / generators }),
    ),
  )
  // Of what they did, without what it takes to start them.
  const from = Math.min(...parts.map((part) => part.from))
  const to = Math.max(...parts.map((part) => part.to))
  const seconds = Math.max(1, to - from) / 1000
  const latencies = Float32Array.from(parts.flatMap((part) => [...part.latencies])).sort()
  const others: Record<string, number> = {}
  for (const part of parts) {
    for (const [code, count] of Object.entries(part.others))
      others[code] = (others[code] ?? 0) + count
  }
  const answers = latencies.length
  return {
    booked: parts.flatMap(({ booked }) => booked),
    soldOut: parts
      .map(({ soldOut }) => soldOut)
      .reduce((sum, more) => sum.map((count, pool) => count + more[pool]!)),
    others,
    unanswered: parts.flatMap(({ unanswered }) => unanswered),
    latencies,
    cameBack: parts.reduce((sum, part) => sum + part.cameBack, 0),
    from,
    to,
    seconds,
    answers,
    perSecond: answers / seconds,
  }
}

/** The latency that a share of all answers was not slower than, in whole milliseconds. */
export function quantile({ latencies }: Received, share: number): number {
  return Math.round(
    latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? 0,
  )
}

function generate(job: Job): Promise<Received> {
  const child = fork(path.join(__dirname, 'generator.ts'), {
    execArgv: ['--import', 'tsx'],
    serialization: 'advanced',
  })
  return new Promise((resolve, reject) => {
    child.on('message', (received) => resolve(received as Received))
    child.on('error', reject)
    child.on('exit', (code) => reject(new Error(`A process of the crowd ended with ${code}`)))
    child.send(job)
  })
}
