import type { KeyValueStore } from '../storage'
import type { CommandName, Input } from './wire'

/** Something a person asked for and whose answer has not arrived yet. */
export interface Intent<N extends CommandName = CommandName> {
  requestId: string
  operation: N
  input: Input<N>
  /** Milliseconds since the epoch. */
  createdAt: number
}

export interface Intents {
  all(): Intent[]
  /** The unanswered intent of the same operation and input, if there is one. */
  find(operation: CommandName, input: unknown): Intent | null
  add(intent: Intent): void
  remove(requestId: string): void
  clear(): void
}

/** Where intents stand, and for how long. */
interface Kept {
  key: string
  ms: number
}

/** The server keeps answers for at least 24 hours; an older intent can no longer be asked about. */
const ASKED_ABOUT: Kept = { key: 'intents', ms: 20 * 3_600_000 }

/** A place that is gone with the app. */
export function inThisRun(): KeyValueStore {
  const texts = new Map<string, string>()
  return {
    get: (key) => texts.get(key) ?? null,
    set: (key, text) => void texts.set(key, text),
    remove: (key) => void texts.delete(key),
  }
}

/** Unanswered intents, written down before the first try so that a killed app can still find out. */
export function createIntents(
  storage: KeyValueStore,
  now: () => number,
  { key, ms }: Kept = ASKED_ABOUT,
): Intents {
  const read = (): Intent[] => {
    try {
      const list: unknown = JSON.parse(storage.get(key) ?? '[]')
      if (!Array.isArray(list)) return []
      return (list as Intent[]).filter(
        (intent) => typeof intent?.requestId === 'string' && now() - intent.createdAt < ms,
      )
    } catch {
      return []
    }
  }
  const write = (list: Intent[]): void => {
    if (list.length === 0) return storage.remove(key)
    try {
      storage.set(key, JSON.stringify(list))
    } catch {
      // A full phone: the request itself still goes out, only a killed app could not ask again.
    }
  }
  return {
    all: read,
    find: (operation, input) =>
      read().find(
        (intent) =>
          intent.operation === operation && JSON.stringify(intent.input) === JSON.stringify(input),
      ) ?? null,
    add: (intent) => write([...read(), intent]),
    remove: (requestId) => write(read().filter((intent) => intent.requestId !== requestId)),
    clear: () => storage.remove(key),
  }
}
