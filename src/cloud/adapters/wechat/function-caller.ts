import type { Identity } from '@/cloud/dispatch'

/** The part of a function's `context` in which the platform states this invocation's environment. */
interface InvocationContext {
  /** JSON, on today's platform. */
  environment?: unknown
  /** `KEY=value;…`, on the older one. */
  environ?: unknown
}

/**
 * Who calls a cloud function: the OPENID of the official SDK's `getWXContext`, never anything the
 * client sent; null when the call does not come from a mini-program. The SDK is loaded at the first
 * call and not before, for it costs more than everything else of a cold start.
 *
 * `getWXContext` reads the process's environment, which the platform renews for each invocation. A
 * reused instance must not lend the caller before to a call that has none (a timer, HTTP access), so
 * where `context` states its own environment, the two must name the same person.
 */
export async function callerOf(context: unknown): Promise<Identity | null> {
  const { getWXContext } = await import('wx-server-sdk')
  const { OPENID: subject } = getWXContext() as { OPENID?: unknown }
  if (typeof subject !== 'string' || subject === '') return null
  const stated = statedOpenId(context ?? {})
  return stated === undefined || stated === subject ? { provider: 'wechat', subject } : null
}

/** The OPENID that an invocation's own context states; undefined when it states no environment. */
function statedOpenId({ environment, environ }: InvocationContext): unknown {
  if (typeof environment === 'string' && environment !== '') {
    try {
      return (JSON.parse(environment) as { WX_OPENID?: unknown }).WX_OPENID ?? null
    } catch {
      return null
    }
  }
  if (typeof environ === 'string' && environ !== '') {
    return /(?:^|;)WX_OPENID=([^;]*)/.exec(environ)?.[1] ?? null
  }
  return undefined
}
