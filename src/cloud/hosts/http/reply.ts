import type { IncomingMessage, ServerResponse } from 'node:http'

/** What a route gives back. `type` is JSON unless it says otherwise; `body` is empty for 304. */
export interface Reply {
  status: number
  body: string | Buffer
  type?: string
  headers?: Record<string, string>
}

export function jsonReply(status: number, value: unknown, headers?: Record<string, string>): Reply {
  return headers
    ? { status, body: JSON.stringify(value), headers }
    : { status, body: JSON.stringify(value) }
}

/**
 * Headers of every reply that is not a page: kept by nobody, guessed at by no browser, framed
 * nowhere.
 */
export const PLAIN_HEADERS: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}

/** The same as node:http takes them soonest: names and values in turn. */
const PLAIN_PAIRS: readonly string[] = Object.entries(PLAIN_HEADERS).flat()

/** Writes a reply; HEAD gets the headers alone, and `closing` ends the connection after it. */
export function send(
  request: IncomingMessage,
  response: ServerResponse,
  { status, body, type = 'application/json; charset=utf-8', headers }: Reply,
  facts: { traceId: string; closing: boolean },
): void {
  if (response.headersSent || response.destroyed) return
  const pairs = headers
    ? Object.entries({ ...PLAIN_HEADERS, 'content-type': type, ...headers }).flat()
    : [...PLAIN_PAIRS, 'content-type', type]
  pairs.push('x-trace-id', facts.traceId)
  if (status !== 304) pairs.push('content-length', String(Buffer.byteLength(body)))
  if (facts.closing) pairs.push('connection', 'close')
  response.writeHead(status, pairs)
  response.end(request.method === 'HEAD' || status === 304 ? undefined : body)
}
