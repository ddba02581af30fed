import type { Pool, PoolClient } from 'pg'
import type { Store } from '../../src/cloud/store'

/** Where a command is broken off: at its statement with this number, before or after it has run. */
export interface Crash {
  statement: number
  when: 'before' | 'after'
}

/** What a host sees of a connection that is cut. */
class CutOff extends Error {
  readonly code = 'ECONNRESET'
}

/**
 * A store whose connection is cut off once: everything that its transaction has done is undone by the
 * server, as when a host is killed. A statement outside a transaction that is cut off after it ran has
 * had its effect.
 */
export function crashingStore(store: Store): Store & { crashAt(crash: Crash | null): boolean } {
  let planned: Crash | null = null
  let sent = 0
  let happened = false

  const cut = (when: Crash['when']): boolean => {
    const due = planned?.when === when && planned.statement === sent
    if (due) {
      planned = null
      happened = true
    }
    return due
  }
  async function send(target: Pool | PoolClient, query: unknown, rest: unknown[]) {
    sent += 1
    if (cut('before')) throw new CutOff('cut off before a statement')
    const result: unknown = await (target.query as (...sending: unknown[]) => unknown).call(
      target,
      query,
      ...rest,
    )
    if (cut('after')) throw new CutOff('cut off after a statement')
    return result
  }
  /**
   * What the server does when it loses a connection: nobody else has it before its work is undone. It is
   * kept, because a new one would have all statements planned anew, which takes most of a history's time.
   */
  function undone(client: PoolClient): void {
    client.query('rollback').then(
      () => client.release(),
      (broken: Error) => client.release(broken),
    )
  }
  function clientOf(client: PoolClient): PoolClient {
    let isCut = false
    return new Proxy(client, {
      get(target, property) {
        const own: unknown = Reflect.get(target, property, target)
        if (property === 'release') {
          return (error?: Error) => (isCut ? undone(target) : target.release(error))
        }
        if (property !== 'query') return typeof own === 'function' ? own.bind(target) : own
        return async (query: unknown, ...rest: unknown[]) => {
          if (isCut) throw new CutOff('the connection is cut off')
          try {
            return await send(target, query, rest)
          } catch (error) {
            if (error instanceof CutOff) isCut = true
            throw error
          }
        }
      },
    })
  }
  const pool = new Proxy(store.pool, {
    get(target, property) {
      const own: unknown = Reflect.get(target, property, target)
      if (property === 'connect') return async () => clientOf(await target.connect())
      if (property === 'query') {
        return (query: unknown, ...rest: unknown[]) => send(target, query, rest)
      }
      return typeof own === 'function' ? (own.bind(target) as unknown) : own
    },
  })
  return {
    ...store,
    pool,
    /** Plans a crash for what is asked next; gives whether the last one that was planned happened. */
    crashAt(crash) {
      const was = happened
      planned = crash
      sent = 0
      happened = false
      return was
    },
  }
}
