import { createStore, type StoreApi } from 'zustand/vanilla'
import { HOUR } from '@/domain/time/instant'
import type { KeyValueStore } from '../storage'
import type { OperationName } from './wire'

export interface Lacking {
  /** What the server is known not to have; its doors are hidden. */
  state: StoreApi<{ operations: readonly string[] }>
  /** The server was asked for an operation, and knew it or did not. */
  heard: (operation: string, isServed: boolean) => void
}

const KEY = 'lacking'
/** Servers are renewed by day: after this long a door is shown again, and the server asked anew. */
const BELIEVED_MS = 6 * HOUR

/**
 * What a server that is older than this phone does not have yet, as it said itself when it was asked:
 * a server of any release says so, none tells in advance. Remembered over a restart, for a while, by
 * the version of the phone, for another version asks for other things.
 */
export function createLacking(storage: KeyValueStore, now: () => number, client: string): Lacking {
  const state: Lacking['state'] = createStore(() => ({ operations: read() }))

  function read(): string[] {
    try {
      const kept = JSON.parse(storage.get(KEY) ?? 'null') as {
        client: string
        at: number
        operations: string[]
      } | null
      const isBelieved = kept?.client === client && now() - kept.at < BELIEVED_MS
      return isBelieved ? kept.operations.map(String) : []
    } catch {
      return []
    }
  }

  return {
    state,
    heard(operation, isServed) {
      const { operations } = state.getState()
      if (operations.includes(operation) === !isServed) return
      const more = isServed
        ? operations.filter((one) => one !== operation)
        : [...operations, operation]
      state.setState({ operations: more })
      try {
        storage.set(KEY, JSON.stringify({ client, at: now(), operations: more }))
      } catch {
        // A full phone: it is known until the app is closed.
      }
    },
  }
}

/** Whether an answer says that the server does not know the operation at all. */
export function isUnknownOperation(code: string, facts: object): boolean {
  return code === 'NOT_FOUND' && (facts as { what?: unknown }).what === 'operation'
}

/** All that this phone may be asked for, as far as the server is known to have it. */
export const servedBy =
  (operations: readonly string[]) =>
  (operation: OperationName): boolean =>
    !operations.includes(operation)
