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

/** Writes a reply; HEAD gets the headers alone, and `closing` ends the connection after it. */
export function send(
  request: IncomingMessage,
  response: ServerResponse,
  reply: Reply,
  facts: { traceId: string; closing: boolean },
): void {
  if (response.headersSent || response.destroyed) return
  const headers: Record<string, string | number> = {
    ...PLAIN_HEADERS,
    'content-type': reply.type ?? 'application/json; charset=utf-8',
    'x-trace-id': facts.traceId,
    ...reply.headers,
  }
  if (reply.status !== 304) headers['content-length'] = Buffer.byteLength(reply.body)
  if (facts.closing) headers['connection'] = 'close'
  response.writeHead(reply.status, headers)
  response.end(request.method === 'HEAD' || reply.status === 304 ? undefined : reply.body)
}
