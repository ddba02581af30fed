import type { Pool } from 'pg'
import type { Store } from '../../src/cloud/store'
import { LOCK_PARTIES } from '../../src/cloud/store/queries/seats/party'
import { TAKE_SEATS } from '../../src/cloud/store/queries/seats/take-sql'
import { nameOf, sendingOtherwise, weakenedName } from './sending'

/**
 * The store with one part of the named statement taken away, as if somebody had thought it not
 * needed; throws when the statement does not contain it. For showing what the part is there for.
 */
export function without(store: Store, statement: string, ...guards: string[]): Store {
  return sendingOtherwise(store, (query, rest, send) =>
    send(weaken(query, statement, guards, ''), ...rest),
  )
}

/** The same with something else in its place. */
export function inPlaceOf(store: Store, statement: string, guard: string, other: string): Store {
  return sendingOtherwise(store, (query, rest, send) =>
    send(weaken(query, statement, [guard], other), ...rest),
  )
}

/**
 * The store with the named statement sent over a connection of another pool, so that what it does is
 * over at once and not when the transaction ends that it was meant to be part of.
 */
export function committedAtOnce(store: Store, statement: string, other: Pool): Store {
  return sendingOtherwise(store, (query, rest, send) =>
    nameOf(query) === statement ? other.query(query as { text: string }) : send(query, ...rest),
  )
}

/** The same store, and how many statements PostgreSQL has refused with a code (SQLSTATE). */
export function countingRefused(
  store: Store,
  code: string,
): { store: Store; refused: () => number } {
  let count = 0
  const counting = sendingOtherwise(store, (query, rest, send) => {
    const sent = send(query, ...rest)
    if (sent instanceof Promise) {
      sent.catch((error: { code?: string }) => {
        if (error.code === code) count += 1
      })
    }
    return sent
  })
  return { store: counting, refused: () => count }
}

/** What is sent without a name for many at once, by the name that it has for one. */
const OF_MANY: Readonly<Record<string, string>> = {
  'seats.take': TAKE_SEATS,
  'seats.lock-party': LOCK_PARTIES,
}

function isOfMany(query: unknown, statement: string): boolean {
  const ofMany = OF_MANY[statement]
  return ofMany !== undefined && (query as { text?: string } | null)?.text === ofMany
}

function weaken(query: unknown, statement: string, guards: string[], other: string): unknown {
  const name = nameOf(query)
  if (name === undefined ? !isOfMany(query, statement) : name !== statement) return query
  const { text } = query as { text: string }
  const weaker = guards.reduce((rest, guard) => {
    if (!rest.includes(guard)) throw new Error(`${statement} has no ${guard}`)
    return rest.replace(guard, other)
  }, text)
  // A connection that has prepared it with another guard missing knows it by another name.
  return {
    ...(query as object),
    text: weaker,
    ...(name ? { name: weakenedName(name, weaker) } : {}),
  }
}
