import type { HolidayMarks } from '@/domain/stations/station-hours'
import { utf8Bytes } from '../copies/copies'
import type { KeyValueStore } from '../storage'

/** A page of the whole list or of a difference, as it came over the wire. */
export interface Patch {
  packed: string
  /** The ids of stations that are no more. */
  removed: string[]
}

/** The list as the phone keeps it: packed, because the phone gives 1 MB a key. */
export interface KeptList {
  /** The pages of the whole list. */
  base: Patch[]
  /** What changed since, in the order in which it came. */
  patches: Patch[]
  /** Which version of each centre's list base and patches together are. */
  versions: Record<string, number>
  holidays: HolidayMarks
  /** When the server last said that this is its list: milliseconds since the epoch, server time. */
  savedAt: number
}

type Written = KeptList & { form: number }

const KEY = 'stations'
/** Lists written in another form than this are dropped, not guessed at. */
const FORM = 1
const KEY_BYTES = 1_000_000
const MOST_PATCHES = 20

/**
 * Reads and writes the list under one key: a phone that stops in between has the list of before or
 * the list of after. `write` says whether the list was kept; when it was not, the one before was.
 */
export function keptList(storage: KeyValueStore) {
  return {
    read(): KeptList | null {
      try {
        const { form, ...list } = JSON.parse(storage.get(KEY) ?? '{}') as Partial<Written>
        return form === FORM && isWhole(list) ? list : null
      } catch {
        return null
      }
    },
    write(list: KeptList): boolean {
      const text = JSON.stringify({ form: FORM, ...list })
      if (utf8Bytes(text) > KEY_BYTES) return false
      try {
        storage.set(KEY, text)
        return true
      } catch {
        return false
      }
    },
    drop: () => storage.remove(KEY),
  }
}

function isWhole(list: Partial<KeptList>): list is KeptList {
  const { base, patches, versions, holidays, savedAt } = list
  return !!base && !!patches && !!versions && !!holidays && typeof savedAt === 'number'
}

/** Whether so much changed since the whole list came that it is time to ask for it anew. */
export function isWornOut({ base, patches }: KeptList): boolean {
  return patches.length > MOST_PATCHES || sizeOf(patches) * 4 > sizeOf(base)
}

const sizeOf = (patches: Patch[]): number =>
  patches.reduce((sum, { packed, removed }) => sum + packed.length + removed.join().length, 0)
