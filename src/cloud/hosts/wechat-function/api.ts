import { callerOf } from '@/cloud/adapters/wechat/function-caller'
import { createDispatch, type Dispatch } from '@/cloud/dispatch'
import { codeLabel, MAX_REQUEST_BYTES, newTraceId, operationLabel } from '../answered-call'
import { refusal } from '../refusal'
import { answerWithOpenConnection, type InvocationContext, requestIn } from './invocation'
import { functionLog, keepRuntime } from './runtime'

const log = functionLog('api')
const ready = keepRuntime(log)
let dispatch: Dispatch | null = null

/**
 * The cloud function `api`: `wx.cloud.callFunction({ name: 'api', data })`, where data is a request
 * of the wire; gives the answer of the wire.
 */
export async function main(event: unknown, context?: InvocationContext): Promise<unknown> {
  answerWithOpenConnection(context)
  const startedAt = performance.now()
  const traceId = newTraceId()
  const request = requestIn(event)
  const answer = await answerTo(request, context, traceId)
  log.info(
    {
      traceId,
      platformRequestId: context?.request_id,
      operation: operationLabel(request),
      code: codeLabel(answer),
      ms: Math.round(performance.now() - startedAt),
    },
    'call answered',
  )
  return answer
}

async function answerTo(request: unknown, context: unknown, traceId: string): Promise<unknown> {
  try {
    if (Buffer.byteLength(JSON.stringify(request) ?? '') > MAX_REQUEST_BYTES) {
      return refusal('INVALID_INPUT', { path: '', reason: 'TOO_LARGE' }, traceId)
    }
    const identity = await callerOf(context)
    const { store, clock } = await ready()
    dispatch ??= createDispatch({ store, clock, log })
    return (await dispatch({ request, identity, traceId })).answer
  } catch (error) {
    log.error({ traceId, err: error }, 'the function failed')
    return refusal('UNAVAILABLE', {}, traceId)
  }
}
