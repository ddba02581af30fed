import { isFromMiniProgram } from '@/cloud/adapters/wechat/function-caller'
import { runDueJobs } from '@/cloud/jobs'
import { alertsOfFunction } from '../alerts-of'
import { newTraceId } from '../answered-call'
import { refusal } from '../refusal'
import { answerWithOpenConnection, type InvocationContext } from './invocation'
import { functionLog, keepRuntime } from './runtime'

const log = functionLog('clock')
const ready = keepRuntime(log)

/**
 * The cloud function `clock`: runs the jobs that are due when the platform's timer calls. A
 * mini-program that calls it is refused, whatever its event says; so is another that shares the environment.
 */
export async function main(event: unknown, context?: InvocationContext): Promise<unknown> {
  answerWithOpenConnection(context)
  const traceId = newTraceId()
  try {
    const timer = (event as { Type?: unknown } | null)?.Type === 'Timer'
    if (!timer || (await isFromMiniProgram(context))) return refusal('FORBIDDEN', {}, traceId)
    const alerts = alertsOfFunction(process.env, log)
    await runDueJobs({ ...(await ready()), log, ...(alerts && { alerts }) })
    log.info({ traceId }, 'jobs done')
    return { ok: true, value: {} }
  } catch (error) {
    log.error({ traceId, err: error }, 'the jobs failed')
    return refusal('UNAVAILABLE', {}, traceId)
  }
}
