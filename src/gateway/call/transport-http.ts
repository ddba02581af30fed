import type { Arrival, Transport } from './wire'

/** `POST /call` of an HTTP host, with the cookie of the same origin. */
export function httpTransport(base: string): Transport {
  return async (request, timeoutMs): Promise<Arrival> => {
    const abort = new AbortController()
    let timedOut = false
    const timer = setTimeout(() => {
      timedOut = true
      abort.abort()
    }, timeoutMs)
    try {
      const response = await fetch(`${base}/call`, {
        method: 'POST',
        credentials: 'same-origin',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(request),
        signal: abort.signal,
      })
      const body: unknown = await response.json()
      const serverTime = httpDateMs(response.headers.get('date'))
      return serverTime === null ? { kind: 'answer', body } : { kind: 'answer', body, serverTime }
    } catch {
      return { kind: 'lost', reason: timedOut ? 'TIMEOUT' : 'NETWORK' }
    } finally {
      clearTimeout(timer)
    }
  }
}

const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec'

/** An HTTP date (RFC 9110, IMF-fixdate) in milliseconds since the epoch; null when it is none. */
export function httpDateMs(text: string | null): number | null {
  const match = /^\w{3}, (\d\d) (\w{3}) (\d{4}) (\d\d):(\d\d):(\d\d) GMT$/.exec(text ?? '')
  if (!match) return null
  const month = MONTHS.indexOf(match[2]!)
  if (month < 0 || month % 3 !== 0) return null
  const [day, year, hour, minute, second] = [1, 3, 4, 5, 6].map((i) => Number(match[i]))
  return Date.UTC(year!, month / 3, day, hour, minute, second)
}
