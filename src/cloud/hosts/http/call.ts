import type { IncomingMessage } from 'node:http'
import type { Dispatch, Identity } from '@/cloud/dispatch'
import type { AtDesk } from '@/cloud/handler'
import type { Log } from '@/cloud/log'
import { browserOf } from '@/domain/devices/browser'
import { readJson } from './body'
import { Deadlines } from './deadlines'
import { cookieHeader, type DeskCookie } from './desk-cookie'
import { codeLabel, operationLabel } from '../answered-call'
import { refusal, RequestRefused } from '../refusal'
import type { Metrics } from './metrics'
import { jsonReply, type Reply } from './reply'

/** Who sends a request, as this deployment knows it; throws RequestRefused for a name it cannot take. */
export type Identify = (request: IncomingMessage) => Identity | null

interface Door {
  dispatch: Dispatch
  identify: Identify
  /** How the browsers before this host keep a session. */
  desk: DeskCookie
  metrics: Metrics
  log: Log
}

/** After this long a call is answered with UNAVAILABLE; its sender asks again with the same requestId. */
const CALL_ANSWERED_WITHIN_MS = 14_500

interface Answered {
  answer: unknown
  status: number
  atDesk?: AtDesk
}

/** POST /call: one request of the contract, one answer, one log line, one count. */
export async function call(door: Door, request: IncomingMessage, traceId: string): Promise<Reply> {
  const startedAt = performance.now()
  let body: unknown
  let answered: Answered
  try {
    const identity = door.identify(request)
    body = await readJson(request)
    const browser = () => browserOf(request.headers['user-agent'])
    const dispatched = door.dispatch({ request: body, identity, browser, traceId })
    answered = dispatched instanceof Promise ? await inTime(dispatched, traceId) : dispatched
  } catch (error) {
    if (!(error instanceof RequestRefused)) throw error
    answered = { status: error.status, answer: refusal(error.code, error.facts, traceId) }
  }
  const { status, answer, atDesk } = answered
  const operation = operationLabel(body)
  const code = codeLabel(answer)
  const milliseconds = performance.now() - startedAt
  door.metrics.called(operation, code, milliseconds / 1000)
  door.log.info({ traceId, operation, code, status, ms: Math.round(milliseconds) }, 'call answered')
  return jsonReply(status, answer, cookieHeader(door.desk, atDesk))
}

interface Late {
  status: 503
  answer: unknown
}

const late = new Deadlines<{ tooLate: () => void }>(({ tooLate }) => tooLate())

function inTime<T>(answer: Promise<T>, traceId: string): Promise<T | Late> {
  return new Promise((resolve, reject) => {
    const tooLate = () => resolve({ status: 503, answer: refusal('UNAVAILABLE', {}, traceId) })
    const waiting = { tooLate }
    late.begin(waiting, CALL_ANSWERED_WITHIN_MS)
    const end = () => late.end(waiting)
    answer.then(resolve, reject)
    answer.then(end, end)
  })
}
