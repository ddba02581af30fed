import { createHash } from 'node:crypto'
import type { PoolClient } from 'pg'
import type { Store } from '../../src/cloud/store'

/** Sends a query, by the name of its statement where it has one, or sends something else instead. */
type Sending = (query: unknown, rest: unknown[], send: (...sent: unknown[]) => unknown) => unknown

/** The same store, with every query handed to `sending`, in transactions and outside of them. */
export function sendingOtherwise(store: Store, sending: Sending): Store {
  const client = (target: PoolClient) => proxied(target, sending, {})
  const connect = async () => client(await store.pool.connect())
  return { ...store, pool: proxied(store.pool, sending, { connect }) }
}

function proxied<Target extends object>(
  whole: Target,
  sending: Sending,
  others: Record<string, unknown>,
): Target {
  return new Proxy(whole, {
    get(target, property) {
      if (typeof property === 'string' && property in others) return others[property]
      const own: unknown = Reflect.get(target, property, target)
      if (typeof own !== 'function') return own
      if (property !== 'query') return own.bind(target) as unknown
      const send = (...sent: unknown[]) => own.call(target, ...sent) as unknown
      return (query: unknown, ...rest: unknown[]) => sending(query, rest, send)
    },
  })
}

/** The name under which a weaker text of a statement is prepared. */
export function weakenedName(name: string, text: string): string {
  return `${name}${WEAKENED}${createHash('sha256').update(text).digest('hex').slice(0, 8)}`
}
const WEAKENED = '.weakened-'

/** The name of a statement, as the store names it; undefined for one without. */
export function nameOf(query: unknown): string | undefined {
  return (query as { name?: string } | null | undefined)?.name?.split(WEAKENED)[0]
}
