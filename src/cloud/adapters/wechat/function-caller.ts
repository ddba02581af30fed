import type { Identity } from '@/cloud/dispatch'

/** The part of a function's `context` in which the platform states this invocation's environment. */
interface InvocationContext {
  /** JSON, on today's platform. */
  environment?: unknown
  /** `KEY=value;…`, on the older one. */
  environ?: unknown
}

type Stated = Readonly<Record<string, unknown>>

/**
 * What says that a mini-program calls: ours, or another to which this environment is lent
 * (跨账号环境共享), whose people are known to it and not to us.
 */
const OURS = 'OPENID'
const ANOTHERS = ['FROM_OPENID', 'FROM_APPID'] as const

/**
 * Who calls a cloud function: the OPENID of the official SDK's `getWXContext`, never anything the
 * client sent; null when the call does not come from our mini-program: a timer, HTTP access, another
 * mini-program in an environment that is shared. The SDK is loaded at the first call and not before,
 * for it costs more than everything else of a cold start.
 *
 * `getWXContext` reads the process's environment, which the platform renews for each invocation. A
 * reused instance must not lend the caller before to a call that has none, so where `context` states
 * its own environment, the two must name the same person.
 */
export async function callerOf(context: unknown): Promise<Identity | null> {
  const known = await wxContext()
  const subject = known[OURS]
  if (typeof subject !== 'string' || subject === '') return null
  const stated = statedBy(context ?? {})
  if (ANOTHERS.some((key) => isThere((stated ?? known)[key]))) return null
  return stated === null || stated[OURS] === subject ? { provider: 'wechat', subject } : null
}

/** Whether a mini-program calls, whichever: then its event is what somebody wrote, and no timer's. */
export async function isFromMiniProgram(context: unknown): Promise<boolean> {
  const told = statedBy(context ?? {}) ?? (await wxContext())
  return [OURS, ...ANOTHERS].some((key) => isThere(told[key]))
}

async function wxContext(): Promise<Stated> {
  const { getWXContext } = await import('wx-server-sdk')
  return getWXContext() as Stated
}

const isThere = (value: unknown) => value !== undefined && value !== null && value !== ''

/** What an invocation's own context states, as `getWXContext` names it; null when it states nothing. */
function statedBy({ environment, environ }: InvocationContext): Stated | null {
  if (typeof environment === 'string' && environment !== '') {
    try {
      return named(Object.entries((JSON.parse(environment) ?? {}) as object))
    } catch {
      return {}
    }
  }
  if (typeof environ !== 'string' || environ === '') return null
  return named(environ.split(';').map((pair) => /^([^=]*)=?(.*)$/.exec(pair)!.slice(1)))
}

function named(entries: unknown[][]): Stated {
  return Object.fromEntries(entries.map(([key, value]) => [String(key).replace(/^WX_/, ''), value]))
}
