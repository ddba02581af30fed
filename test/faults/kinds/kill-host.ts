import { setTimeout as wait } from 'node:timers/promises'
import { SPAN_MS } from '../cast'
import type { Fault } from '../fault'

/** `kill -9` of a host, or of both, at a random moment; another is started at once. */
export const killHost: Fault = {
  name: 'kill-host',
  async strike({ hosts, startLike, chance }) {
    const atMs = chance.between(50, SPAN_MS - 100)
    const killed = chance.happens(0.2) ? [0, 1] : [chance.between(0, 1)]
    await wait(atMs)
    await Promise.all(killed.map((index) => hosts[index]!.end('SIGKILL')))
    for (const index of killed) hosts[index] = await startLike(index)
    return { did: { atMs, killed: killed.length } }
  },
}
