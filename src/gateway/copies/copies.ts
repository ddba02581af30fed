import type { KeyValueStore } from '../storage'

/** A value as it was at `savedAt` (milliseconds since the epoch, server time). */
export interface Copy<Value> {
  value: Value
  savedAt: number
}

export interface Copies {
  read<Value>(key: string): Copy<Value> | null
  /** Keeps a value for the time without network; `private` ones go when the person changes. */
  keep(key: string, value: unknown, options?: { private?: boolean }): void
  remove(key: string): void
  forgetPrivate(): void
  /** Drops the copies whose keys begin so and that are older than `before` (milliseconds). */
  forgetOlder(prefix: string, before: number): void
}

interface Entry {
  key: string
  savedAt: number
  bytes: number
  private: boolean
}

const INDEX = 'copies'
const PREFIX = 'copy:'
/** Copies written in another shape than this are dropped, not guessed at. */
const VERSION = 1
const KEY_BYTES = 1_000_000
/** The phone gives 10 MB in all; settings and unanswered intents need a little of it. */
const TOTAL_BYTES = 9_000_000

/** How many bytes a text takes as UTF-8, without the encoder that phones lack. */
export function utf8Bytes(text: string): number {
  let bytes = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    // The two halves of a surrogate pair take four bytes together.
    bytes += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 2 : 3
  }
  return bytes
}

/** `keepsPrivate` says whether what is private may be written down here: not on a desk of many. */
export function createCopies(
  storage: KeyValueStore,
  now: () => number,
  keepsPrivate: () => boolean = () => true,
): Copies {
  const index = (): Entry[] => {
    const kept = parse<{ version: number; entries: Entry[] }>(storage.get(INDEX))
    if (kept?.version === VERSION && Array.isArray(kept.entries)) return kept.entries
    return []
  }
  const writeIndex = (entries: Entry[]): void =>
    storage.set(INDEX, JSON.stringify({ version: VERSION, entries }))
  const drop = (entries: Entry[], gone: (entry: Entry) => boolean): Entry[] => {
    for (const entry of entries) if (gone(entry)) storage.remove(PREFIX + entry.key)
    return entries.filter((entry) => !gone(entry))
  }
  const oldest = (entries: Entry[]): Entry =>
    entries.reduce((first, entry) => (entry.savedAt < first.savedAt ? entry : first))

  return {
    read<Value>(key: string): Copy<Value> | null {
      const entry = index().find((candidate) => candidate.key === key)
      if (!entry) return null
      const copy = parse<{ value: Value }>(storage.get(PREFIX + key))
      return copy && 'value' in copy ? { value: copy.value, savedAt: entry.savedAt } : null
    },
    keep(key, value, options) {
      if (options?.private && !keepsPrivate()) return
      const text = JSON.stringify({ value })
      const bytes = utf8Bytes(text)
      let entries = drop(index(), (entry) => entry.key === key)
      if (bytes <= KEY_BYTES) {
        const total = (): number => entries.reduce((sum, entry) => sum + entry.bytes, bytes)
        const dropOldest = (): void => {
          const { key: first } = oldest(entries)
          entries = drop(entries, (entry) => entry.key === first)
        }
        while (entries.length > 0 && total() > TOTAL_BYTES) dropOldest()
        // Other apps' data or another limit may fill the phone earlier than our own count.
        for (;;) {
          try {
            storage.set(PREFIX + key, text)
            entries = [
              ...entries,
              { key, savedAt: now(), bytes, private: options?.private === true },
            ]
            break
          } catch {
            if (entries.length === 0) break
            dropOldest()
          }
        }
      }
      try {
        writeIndex(entries)
      } catch {
        // Without its index entry a copy is never read; the next write puts it right.
      }
    },
    remove(key) {
      writeIndex(drop(index(), (entry) => entry.key === key))
    },
    forgetPrivate() {
      writeIndex(drop(index(), (entry) => entry.private))
    },
    forgetOlder(prefix, before) {
      const entries = index()
      const isOld = ({ key, savedAt }: Entry) => key.startsWith(prefix) && savedAt < before
      if (entries.some(isOld)) writeIndex(drop(entries, isOld))
    },
  }
}

function parse<T>(text: string | null): T | null {
  if (text === null) return null
  try {
    return JSON.parse(text) as T
  } catch {
    return null
  }
}
