import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Log } from '@/cloud/log'
import { discardRest, refuseAnnouncedLength } from './body'
import { MAX_REQUEST_BYTES, newTraceId } from '../answered-call'
import { refusal, RequestRefused } from '../refusal'
import { Deadlines } from './deadlines'
import { jsonReply, type Reply, send } from './reply'
import { Together } from './together'

export interface Exchange {
  request: IncomingMessage
  response: ServerResponse
  /** The path without its query, still percent-encoded. */
  path: string
  traceId: string
}

/** A route answers an exchange, or has answered it itself and gives null. */
export type Route = (exchange: Exchange) => Promise<Reply | null> | Reply | null

interface ExactRoute {
  method: 'GET' | 'POST'
  route: Route
  /** What a body may have in bytes; without it, a call's own limit. */
  largest?: number
  /** How long a body may take to arrive, in milliseconds; without it, a quarter of a minute. */
  within?: number
}

export interface Routes {
  /** By path. GET routes answer HEAD too. */
  exact: Readonly<Record<string, ExactRoute>>
  /** GET routes of everything below a path that ends with a slash. */
  below: Readonly<Record<string, Route>>
  /** What answers the GETs that no other route knows. */
  rest?: Route
}

/** A server that can be told to finish what is under way and stop. */
export interface HttpServer {
  server: Server
  /** Takes no new connection, and resolves when the last request under way has been answered. */
  stop(): Promise<void>
}

const HEADERS_WITHIN_MS = 10_000
const REQUEST_WITHIN_MS = 15_000
const CUT_OFF_AFTER_MS = 1_000
/** Longer than the minute after which load balancers let go, so that they are the ones to close. */
const KEEP_ALIVE_MS = 65_000

/** The routes of an HTTP host on node:http. Every reply, refusals of HTTP itself included, is in the envelope's form. */
export function createHttpServer(routes: Routes, log: Log): HttpServer {
  let stopping = false
  let underWay = 0
  let allAnswered = () => {}
  const arriving = new Deadlines<IncomingMessage>(refuseSlow)
  const leaving = new Together()

  function handle(request: IncomingMessage, response: ServerResponse): void {
    const traceId = newTraceId()
    const path = pathOf(request)
    underWay += 1
    arriving.begin(request, exactAt(routes, path)?.within ?? REQUEST_WITHIN_MS)
    response.on('close', () => {
      arriving.end(request)
      underWay -= 1
      if (underWay === 0) allAnswered()
    })
    const leave = (reply: Reply | null) => {
      if (!reply) return
      leaving.after(() => {
        const unread = reply.status === 413
        send(request, response, reply, { traceId, closing: stopping || unread })
        if (unread) discardRest(request)
      })
    }
    const reply = answer(routes, { request, response, path, traceId }, log)
    if (reply instanceof Promise) void reply.then(leave)
    else leave(reply)
  }

  const server = createServer(
    {
      headersTimeout: HEADERS_WITHIN_MS,
      // The longest that any route waits; what a route waits itself is measured for each request.
      requestTimeout: Math.max(
        REQUEST_WITHIN_MS,
        ...Object.values(routes.exact).map(({ within = 0 }) => within),
      ),
      keepAliveTimeout: KEEP_ALIVE_MS,
      connectionsCheckingInterval: 2_000,
    },
    handle,
  )
  server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) => {
    if (!announcesTooMuch(request, largestFor(routes, request))) response.writeContinue()
    handle(request, response)
  })
  server.on('clientError', refuseUnparsed)
  return {
    server,
    async stop() {
      stopping = true
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeIdleConnections()
      if (underWay > 0) await new Promise<void>((resolve) => (allAnswered = resolve))
      server.closeAllConnections()
      await closed
    },
  }
}

function pathOf({ url = '/' }: IncomingMessage): string {
  const query = url.indexOf('?')
  return query === -1 ? url : url.slice(0, query)
}

type Answer = ReturnType<Route>

function answer(routes: Routes, exchange: Exchange, log: Log): Answer {
  const fail = (error: unknown) => failed(error, exchange, log)
  try {
    const reply = routed(routes, exchange)
    return reply instanceof Promise ? reply.catch(fail) : reply
  } catch (error) {
    return fail(error)
  }
}

function routed(routes: Routes, exchange: Exchange): Answer {
  const { path, request, traceId } = exchange
  const reading = request.method === 'GET' || request.method === 'HEAD'
  const exact = exactAt(routes, path)
  if (exact) {
    const fits = exact.method === 'GET' ? reading : request.method === exact.method
    return fits ? exact.route(exchange) : methodNotAllowed(exact.method, traceId)
  }
  const prefix = Object.keys(routes.below).find((start) => path.startsWith(start))
  const route = prefix === undefined ? routes.rest : routes.below[prefix]
  if (route) return reading ? route(exchange) : methodNotAllowed('GET', traceId)
  return jsonReply(404, refusal('NOT_FOUND', { what: 'route' }, traceId))
}

function failed(error: unknown, { request, traceId }: Exchange, log: Log): Reply {
  if (error instanceof RequestRefused) {
    return jsonReply(error.status, refusal(error.code, error.facts, traceId))
  }
  log.error({ traceId, err: error, route: request.method }, 'a route failed')
  return jsonReply(500, refusal('UNAVAILABLE', {}, traceId))
}

function methodNotAllowed(allowed: 'GET' | 'POST', traceId: string): Reply {
  const facts = { path: 'method', reason: 'METHOD_NOT_ALLOWED' }
  const allow = allowed === 'GET' ? 'GET, HEAD' : allowed
  return jsonReply(405, refusal('INVALID_INPUT', facts, traceId), { allow })
}

function exactAt(routes: Routes, path: string): ExactRoute | undefined {
  return Object.hasOwn(routes.exact, path) ? routes.exact[path] : undefined
}

function largestFor(routes: Routes, request: IncomingMessage): number {
  return exactAt(routes, pathOf(request))?.largest ?? MAX_REQUEST_BYTES
}

/** Whoever sends a body too slowly is answered, and a moment later cut off. */
function refuseSlow(request: IncomingMessage): void {
  const { complete, socket } = request
  if (complete) return
  refuseUnparsed({ code: 'ERR_HTTP_REQUEST_TIMEOUT' }, socket)
  setTimeout(() => socket.destroy(), CUT_OFF_AFTER_MS).unref()
}

function announcesTooMuch(request: IncomingMessage, limit: number): boolean {
  try {
    refuseAnnouncedLength(request, limit)
    return false
  } catch {
    return true
  }
}

const UNPARSED: Readonly<Record<string, { line: string; reason: string }>> = {
  HPE_HEADER_OVERFLOW: { line: '431 Request Header Fields Too Large', reason: 'TOO_LARGE' },
  ERR_HTTP_REQUEST_TIMEOUT: { line: '408 Request Timeout', reason: 'TOO_SLOW' },
}

/** What node:http could not read as a request still gets an answer, when its socket takes one. */
function refuseUnparsed(error: { code?: string }, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const { line, reason } = UNPARSED[error.code ?? ''] ?? {
    line: '400 Bad Request',
    reason: 'NOT_HTTP',
  }
  const body = JSON.stringify(refusal('INVALID_INPUT', { path: '', reason }, newTraceId()))
  socket.end(
    `HTTP/1.1 ${line}\r\ncontent-type: application/json; charset=utf-8\r\nconnection: close\r\n` +
      `x-content-type-options: nosniff\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  )
}
