import { setTimeout as wait } from 'node:timers/promises'
import type { Fault } from '../fault'
import { healthOf } from '../hosts'

/** What a host may have more in memory than before the crowd came. */
const MORE_MEMORY_MB = 200
/** What a host answers within, whatever happens behind it (hosts/http/call.ts), and the way to it. */
const ANSWERED_WITHIN_MS = 15_500

/**
 * A database that pauses for seconds: every piece of bytes is held; or, one time in four, the lines
 * that there are go silent for good and nobody says so.
 */
export const slowDatabase: Fault = {
  name: 'slow-database',
  proxied: true,
  async strike({ proxy, hosts, chance, ledger, rushOver }) {
    const before = hosts.map((host) => host.memoryMb() ?? 0)
    const atMs = chance.between(50, 400)
    const isSilent = chance.happens(0.25)
    const delayMs = isSilent ? 0 : chance.between(1_200, 3_000)
    await wait(atMs)
    proxy.delayMs = delayMs
    if (isSilent) proxy.decide = () => 'silence'
    const health: (number | null)[] = []
    const until = performance.now() + chance.between(3_000, 5_000)
    while (performance.now() < until) {
      const all = await Promise.all(hosts.map(({ url }) => healthOf(url)))
      health.push(...all.map((one) => one?.status ?? null))
      await wait(200)
    }
    proxy.delayMs = 0
    proxy.decide = null
    await rushOver
    const more = hosts.map((host, index) => (host.memoryMb() ?? 0) - before[index]!)
    const down = health.filter((status) => status === 503).length
    return {
      did: { atMs, ...(isSilent ? { isSilent } : { delayMs }), down, moreMb: Math.max(...more) },
      wrong: [
        ...(down > 0 ? [] : ['no host said that it was not well']),
        ...(health.includes(null) ? ['a host did not say how it was'] : []),
        ...(ledger.longestMs() > ANSWERED_WITHIN_MS
          ? [`${ledger.longestMs()} ms for an answer`]
          : []),
        ...(Math.max(...more) > MORE_MEMORY_MB ? [`${Math.max(...more)} MB more in memory`] : []),
      ],
    }
  },
}
