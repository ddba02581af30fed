import { callerOf } from '@/cloud/adapters/wechat/function-caller'
import { createCloudFiles } from '@/cloud/adapters/wechat/cloud-files'
import { createDrawMiniProgramCode } from '@/cloud/adapters/wechat/mini-program-code'
import { createDispatch, type Dispatch, type Identity } from '@/cloud/dispatch'
import { foreignValue } from '@/cloud/foreign-value'
import { Pace } from '@/cloud/pace/pace'
import { PERMISSIONS } from '@/cloud/permissions'
import { alertsOfFunction } from '../alerts-of'
import { codeLabel, MAX_REQUEST_BYTES, newTraceId, operationLabel } from '../answered-call'
import { refusal } from '../refusal'
import { answerWithOpenConnection, type InvocationContext, requestIn } from './invocation'
import { functionLog, keepRuntime, type Runtime } from './runtime'

const log = functionLog('api')
const ready = keepRuntime(log)
/** One of many instances, each of which answers one call at a time: whoever hammers at this one is slowed. */
const pace = new Pace({ remembered: 1_000 })
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
    // What nests without end cannot be measured as JSON; dispatch refuses it by name.
    const measurable = foreignValue(request) === null
    if (measurable && Buffer.byteLength(JSON.stringify(request) ?? '') > MAX_REQUEST_BYTES) {
      return refusal('INVALID_INPUT', { path: '', reason: 'TOO_LARGE' }, traceId)
    }
    const identity = await callerFor(request, context)
    // At every call: whatever connection was lost while the instance was frozen is let go.
    const runtime = await ready()
    dispatch ??= dispatchFor(runtime)
    return (await dispatch({ request, identity, traceId })).answer
  } catch (error) {
    log.error({ traceId, err: error }, 'the function failed')
    return refusal('UNAVAILABLE', {}, traceId)
  }
}

/** What this instance answers with from its first call on. */
function dispatchFor({ store, clock, sealing, publicUrl }: Runtime): Dispatch {
  const drawMiniProgramCode = createDrawMiniProgramCode(log)
  const cloudFiles = createCloudFiles(log)
  const alerts = alertsOfFunction(process.env, log)
  const platform = { drawMiniProgramCode, cloudFiles, ...(alerts && { alerts }) }
  return createDispatch({ store, clock, log, sealing, publicUrl, pace, ...platform })
}

/** Who calls, where the operation asks for it: what is open to everybody need not wait for the SDK. */
async function callerFor(request: unknown, context: unknown): Promise<Identity | null> {
  const operation = operationLabel(request)
  const open = operation !== 'unknown' && PERMISSIONS[operation].who === 'visitor'
  return open ? null : callerOf(context)
}
