import { createStore, type StoreApi } from 'zustand/vanilla'
import { DAY } from '@/domain/time/instant'
import type { KeyValueStore } from '@/gateway/storage'

/** A draft begun and left is forgotten after so long. */
const KEPT_MS = 7 * DAY
/** A word is written down this soon after it was typed; a crash loses no more. */
const SOON_MS = 300

export interface DraftState<T> {
  /** Null until the phone was looked at. */
  draft: T | null
  /** When the draft that was found here was written (milliseconds); null for one begun now. */
  foundFrom: number | null
  /** Whether this phone keeps it: without a key or room it lives as long as the app. */
  kept: boolean
}

/** A draft that stays on the phone until it is sent or old; sealed where it is opened so. */
export interface KeptDraft<T> {
  state: StoreApi<DraftState<T>>
  /** Reads what the phone has. Nothing is lost of what was typed meanwhile. */
  load: () => Promise<void>
  change: (part: Partial<T>) => void
  /** Writes down what is not written yet, at once. */
  flush: () => void
  /** Begins anew: it was sent, or is not wanted. */
  drop: () => void
  /** Another person is at the phone: nothing of the one before is shown. */
  leave: () => void
}

interface Surroundings<T> {
  /** Its name among the things of this phone. */
  name: string
  empty: T
  read: (value: unknown) => T | null
  /** Whether there is anything worth keeping. */
  begun: (draft: T) => boolean
  /** Where it is kept; null where the phone cannot keep it. */
  open: () => Promise<KeyValueStore | null>
  now: () => number
  later: (work: () => void, ms: number) => () => void
}

export function createKeptDraft<T extends object>(surroundings: Surroundings<T>): KeptDraft<T> {
  const { name, empty, now } = surroundings
  const NOT_LOOKED: DraftState<T> = { draft: null, foundFrom: null, kept: true }
  const state = createStore<DraftState<T>>(() => NOT_LOOKED)
  let store: KeyValueStore | null = null
  let loading: Promise<void> | null = null
  let waiting: (() => void) | null = null
  /** Grows when the person changes. */
  let era = 0

  function found(): { draft: T; savedAt: number } | null {
    try {
      const { savedAt, draft } = JSON.parse(store?.get(name) ?? '') as Record<string, unknown>
      const read = surroundings.read(draft)
      if (read && typeof savedAt === 'number' && now() - savedAt < KEPT_MS) {
        return { draft: read, savedAt }
      }
    } catch {
      // Nothing was kept, or something that is no draft.
    }
    store?.remove(name)
    return null
  }

  function write(): void {
    waiting?.()
    waiting = null
    const { draft } = state.getState()
    if (draft === null || store === null) return
    try {
      if (surroundings.begun(draft)) store.set(name, JSON.stringify({ savedAt: now(), draft }))
      else store.remove(name)
      state.setState({ kept: true })
    } catch {
      state.setState({ kept: false })
    }
  }

  async function look(startedIn: number): Promise<void> {
    const opened = await surroundings.open()
    if (startedIn !== era) return
    store = opened
    const kept = found()
    state.setState({
      draft: kept?.draft ?? empty,
      foundFrom: kept?.savedAt ?? null,
      kept: store !== null,
    })
  }

  return {
    state,
    load: () => (loading ??= look(era)),
    change(part) {
      const { draft } = state.getState()
      if (draft === null) return
      state.setState({ draft: { ...draft, ...part } })
      waiting?.()
      waiting = surroundings.later(write, SOON_MS)
    },
    flush() {
      if (waiting) write()
    },
    drop() {
      waiting?.()
      waiting = null
      store?.remove(name)
      state.setState({ draft: empty, foundFrom: null })
    },
    leave() {
      waiting?.()
      waiting = null
      era++
      store = null
      loading = null
      state.setState(NOT_LOOKED)
    },
  }
}
