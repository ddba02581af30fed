import { Connection } from '../rush/connection'
import { openidOf } from '../rush/morning'
import { round } from '../rush/say'

export interface Looks {
  answers: number
  perSecond: number
  p50Ms: number
  p99Ms: number
}

const CONNECTIONS = 256

/** Has people look in turn, so many at once, and throws where an answer is none. */
export async function look(
  url: string,
  people: number,
  looks: number,
  requestOf: (looker: number) => string,
): Promise<Looks> {
  const { hostname, port } = new URL(url)
  const latencies: number[] = []
  let next = 0
  const keepLooking = async () => {
    const connection = new Connection(hostname, Number(port), '/call')
    while (next < looks) {
      const looker = next
      next += 1
      const since = performance.now()
      const { body } = await connection.post(openidOf(looker % people), requestOf(looker))
      latencies.push(performance.now() - since)
      if (!body.startsWith('{"ok":true')) throw new Error(body)
    }
    connection.end()
  }
  const since = performance.now()
  await Promise.all(Array.from({ length: CONNECTIONS }, keepLooking))
  const seconds = (performance.now() - since) / 1000
  latencies.sort((a, b) => a - b)
  return {
    answers: looks,
    perSecond: round(looks / seconds),
    p50Ms: round(latencies[Math.floor(looks / 2)]!),
    p99Ms: round(latencies[Math.floor(looks * 0.99)]!),
  }
}
