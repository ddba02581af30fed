import { isUnknownOperation } from './lacking'
import { backoffMs, MAX_TRIES, retryAfterWaitMs } from './backoff'
import type { Arrival, OperationName, Reply, Transport, Unreachable, WireRequest } from './wire'

/** One try may take this long; a cloud function is given less. */
const TIMEOUT_MS = 8_000
/** Whoever sees how it stands waits so long while the server says that too many wait. */
const PATIENCE_MS = 120_000

/** How it stands with a command that has no answer yet. Instants are the server's, in milliseconds. */
export type Progress =
  | { step: 'sent'; tries: number; since: number }
  /** It goes out again at `until`; `waiting` is how many the server said wait, where it said so. */
  | {
      step: 'pause'
      why: 'busy' | 'lost'
      tries: number
      since: number
      until: number
      waiting: number | null
    }

export interface Line {
  transport: Transport
  /** Whether the phone knows that it has no network at all. */
  offline: () => boolean
  now: () => number
  /** A number in [0, 1). */
  chance: () => number
  wait: (ms: number) => Promise<void>
  /** Begins to take a reading of the server's clock; what it gives is told the time of the answer. */
  readServerTime: () => (serverTime: number) => void
  /** The server knows nobody who asks: whoever was signed in is so no more. */
  turnedAway: () => void
  /** The server knew an operation, or did not. */
  heard?: (operation: string, isServed: boolean) => void
}

/**
 * Sends one request until a true answer has come or trying on is no use, with the same requestId each
 * time. For somebody who sees how it stands the server is asked again for two minutes, as long as it
 * says itself that too many wait.
 */
export async function tryAll(
  line: Line,
  request: WireRequest,
  onProgress?: (progress: Progress) => void,
): Promise<Reply<OperationName>> {
  const begunAt = line.now()
  /** Tries that met no server, or one that could not tell. */
  let lost = 0
  for (let tries = 1; ; tries++) {
    const offline = line.offline()
    if (offline) return unreachable({ offline, sent: tries > 1 })
    onProgress?.({ step: 'sent', tries, since: line.now() })
    const reply = await tryOnce(line, lost > 0 ? askedAgain(request) : request)
    const since = line.now()
    const busy = !reply.ok && reply.code === 'TOO_MANY_REQUESTS'
    if (!busy) lost++
    const patient = onProgress && (busy ? since - begunAt < PATIENCE_MS : lost < MAX_TRIES)
    const goesOn = onProgress ? patient : tries < MAX_TRIES
    const pause = goesOn ? pauseBeforeNext(reply, tries, line.chance) : null
    if (pause === null) return reply
    onProgress?.({
      ...{ step: 'pause', why: busy ? 'busy' : 'lost', tries, since, until: since + pause },
      waiting: busy ? (reply.facts.waiting ?? null) : null,
    })
    await line.wait(pause)
  }
}

/**
 * A command that was sent, and of which nobody said what became of it: the server looks that up and
 * tells nothing from memory.
 */
function askedAgain(request: WireRequest): WireRequest {
  return request.requestId === undefined ? request : { ...request, again: true }
}

async function tryOnce(line: Line, request: WireRequest): Promise<Reply<OperationName>> {
  const learnServerTime = line.readServerTime()
  const arrival = await line.transport(request, TIMEOUT_MS)
  const reply = read(arrival)
  const serverTime = serverTimeOf(arrival, reply)
  if (serverTime !== null) learnServerTime(serverTime)
  if (!reply.ok && reply.code === 'UNAUTHENTICATED') line.turnedAway()
  if (reply.ok) line.heard?.(request.operation, true)
  else if (isUnknownOperation(reply.code, reply.facts)) line.heard?.(request.operation, false)
  return reply
}

function pauseBeforeNext(
  reply: Reply<OperationName>,
  tries: number,
  chance: () => number,
): number | null {
  if (reply.ok) return null
  if (reply.code === 'UNREACHABLE' || reply.code === 'UNAVAILABLE') {
    return backoffMs(tries, chance())
  }
  if (reply.code === 'TOO_MANY_REQUESTS') {
    return retryAfterWaitMs(reply.facts.retryAfterMs, tries, chance())
  }
  return null
}

/** The server's clock in milliseconds: as its value says it, else as its HTTP date does. */
function serverTimeOf(arrival: Arrival, reply: Reply<OperationName>): number | null {
  if (reply.ok && 'nowMs' in reply.value && reply.value.nowMs) return reply.value.nowMs
  if (reply.ok && 'now' in reply.value) return new Date(reply.value.now).getTime()
  return arrival.kind === 'answer' ? (arrival.serverTime ?? null) : null
}

function unreachable(facts: Unreachable['facts']): Unreachable {
  return { ok: false, code: 'UNREACHABLE', facts, traceId: '' }
}

/** Anything that is not the envelope (a gateway's error page, say) is as good as no answer. */
function read(arrival: Arrival): Reply<OperationName> {
  if (arrival.kind === 'lost') return unreachable({ offline: false, sent: true })
  const body = arrival.body as { ok?: unknown; code?: unknown; facts?: unknown } | null
  if (typeof body === 'object' && body !== null) {
    if (body.ok === true && 'value' in body) return body as Reply<OperationName>
    if (body.ok === false && typeof body.code === 'string') {
      return { traceId: '', ...body, facts: body.facts ?? {} } as Reply<OperationName>
    }
  }
  return unreachable({ offline: false, sent: true })
}
