import type { Store } from '../../src/cloud/store'

/**
 * The store with one part of the named statement taken away, as if somebody had thought it not
 * needed; throws when the statement does not contain it. For showing what the part is there for.
 */
export function without(store: Store, statement: string, ...guards: string[]): Store {
  const pool = new Proxy(store.pool, {
    get(target, property) {
      const own: unknown = Reflect.get(target, property, target)
      if (property !== 'query') return typeof own === 'function' ? own.bind(target) : own
      return (query: unknown, ...rest: unknown[]) => {
        const send = own as (...sent: unknown[]) => unknown
        return send.call(target, weaken(query, statement, guards), ...rest)
      }
    },
  })
  return { ...store, pool }
}

function weaken(query: unknown, statement: string, guards: string[]): unknown {
  const { name, text } = query as { name?: string; text: string }
  if (name !== statement) return query
  const weaker = guards.reduce((rest, guard) => {
    if (!rest.includes(guard)) throw new Error(`${statement} has no ${guard}`)
    return rest.replace(guard, '')
  }, text)
  return { ...(query as object), text: weaker, name: `${statement}.weakened` }
}
