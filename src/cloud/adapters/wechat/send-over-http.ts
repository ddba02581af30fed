import type { Log } from '@/cloud/log'
import type { AccessToken } from './access-token'
import { type AlertMessage, dataOf, outcomeOf, type SendAlert, type Tried } from './send-alert'

/** Within the lease of an alert, and longer than the platform ever takes. */
const WITHIN_MS = 10_000
const PATH = '/cgi-bin/message/subscribe/send'
/** The token is not taken, or not any more: another one is asked for, once. */
const TOKEN_CODES = [40001, 40014, 42001]
/** The connection was never there: nothing was sent. */
const NEVER_LEFT = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']

/**
 * Sends through WeChat's HTTP interface at `base`: in 微信云托管 by its open interface service, which
 * needs no token, anywhere else with one. An answer that does not come, or is none, leaves it unknown
 * whether the message arrived.
 */
export function sendOverHttp(
  {
    base,
    token,
    withinMs = WITHIN_MS,
  }: { base: string; token: AccessToken | null; withinMs?: number },
  log: Log,
): SendAlert {
  const once = async (message: AlertMessage, renew: boolean): Promise<Tried> => {
    let query = ''
    if (token) {
      const held = await token(renew)
      if (held === null) return { outcome: 'later', code: null }
      query = `?access_token=${encodeURIComponent(held)}`
    }
    const response = await fetch(`${base}${PATH}${query}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        touser: message.subject,
        template_id: message.templateId,
        page: message.page,
        data: dataOf(message.fields),
        lang: 'zh_CN',
      }),
      signal: AbortSignal.timeout(withinMs),
    })
    if (!response.ok) {
      await response.body?.cancel()
      return { outcome: response.status < 500 ? 'later' : 'unknown', code: null }
    }
    const { errcode } = (await response.json()) as { errcode?: unknown }
    if (typeof errcode !== 'number') return { outcome: 'unknown', code: null }
    return { outcome: outcomeOf(errcode), code: errcode }
  }
  return async (message) => {
    try {
      const tried = await once(message, false)
      const renew = token !== null && tried.code !== null && TOKEN_CODES.includes(tried.code)
      return renew ? await once(message, true) : tried
    } catch (error) {
      const code = (error as { cause?: { code?: string } }).cause?.code
      const outcome = code !== undefined && NEVER_LEFT.includes(code) ? 'later' : 'unknown'
      log.warn({ err: error, outcome }, 'WeChat did not answer')
      return { outcome, code: null }
    }
  }
}
