import { listEndsAt, offerDeadline, savesUntil } from './offer-deadline'
import type { EntryState } from './entry-state'

/** Seats are saved for an entry that was passed over in so many offers. */
export const PASSED_OVER_ENOUGH = 3

/** An entry that waits or was offered its seats; instants in milliseconds since the epoch. */
export interface Entry {
  entryId: string
  state: EntryState
  /** How many seats it asks for. */
  seats: number
  /** How many of them are saved for it already, and until when. */
  saved: number
  savedUntil: number | null
  /** How many offers went to others behind it because it did not fit. */
  passedOver: number
  offerUntil: number | null
  /** How many of its people got a seat in this pool otherwise. */
  seated: number
  /** Whether it got seats elsewhere that stand in the place of these. */
  served: boolean
}

/** What a list is for. */
export interface ListPool {
  capacity: number
  /** Seats booked or held. */
  taken: number
  startsAt: number
  /** Whether it takes place at all: it is published and not everything of it was cancelled. */
  takesPlace: boolean
}

/** How a list stands after seats were passed on. */
export interface Advanced {
  /** All entries that were given, in their order, those that ended included. */
  entries: Entry[]
  taken: number
  /** How many entries wait. */
  waiting: number
  /** The list takes free seats as soon as there are so many; null when nobody waits. */
  takesFrom: number | null
  over: boolean
}

/**
 * Passes the free seats of a pool on at `now`: ends what lapsed, and offers seats to the first in turn
 * that fits whole, then to the next. `entries` are those that wait or were offered seats, in their
 * turn. An entry that was passed over often enough has seats saved for it, before anybody behind it,
 * until a day before the list ends. Nothing is left free that somebody on the list could be given.
 */
export function advance(pool: ListPool, entries: readonly Entry[], now: number): Advanced {
  const settled = entries.map((entry) => settle(entry, now))
  const ended = now >= listEndsAt(pool.startsAt)
  const until = offerDeadline(now, pool.startsAt)
  const heldBefore = heldBy(entries)
  let free = pool.capacity - (pool.taken - heldBefore + heldBy(settled))
  // Where nobody can be asked any more, seats go to whoever comes.
  const over = ended || (until === null && settled.some((one) => waits(one) && fits(one, free)))
  const next = over ? settled.map(endOfList) : settled
  if (over) free += heldBy(settled) - heldBy(next)
  const saving = now < savesUntil(pool.startsAt)
  const result =
    over || until === null || !pool.takesPlace
      ? { entries: next, free }
      : giveOut(next, free, { until, saveUntil: saving ? savesUntil(pool.startsAt) : null })
  const waiting = result.entries.filter(waits)
  return {
    entries: result.entries,
    taken: pool.capacity - result.free,
    waiting: waiting.length,
    takesFrom: takesFrom(waiting, saving),
    over,
  }
}

const waits = ({ state }: Entry) => state === 'waiting'
const needs = ({ seats, saved }: Entry) => seats - saved
const fits = (entry: Entry, free: number) => needs(entry) <= free
const isStarved = ({ passedOver }: Entry) => passedOver >= PASSED_OVER_ENOUGH

/** The seats that are held for entries: offered to them, or saved. */
export function heldBy(entries: readonly Entry[]): number {
  return entries.reduce(
    (sum, { state, seats, saved }) => sum + (state === 'offered' ? seats : saved),
    0,
  )
}

const unsaved = { saved: 0, savedUntil: null }

/** An entry after what time and other bookings have done to it. */
function settle(entry: Entry, now: number): Entry {
  if (entry.served) return { ...entry, ...unsaved, state: 'left' }
  if (entry.state === 'offered') {
    return now >= entry.offerUntil! ? { ...entry, state: 'lapsed' } : entry
  }
  const seats = entry.seats - entry.seated
  if (seats === 0) return { ...entry, ...unsaved, state: 'left' }
  if (entry.seated > 0) return { ...entry, ...unsaved, seats, seated: 0 }
  return entry.savedUntil !== null && now >= entry.savedUntil ? { ...entry, ...unsaved } : entry
}

function endOfList(entry: Entry): Entry {
  return waits(entry) ? { ...entry, ...unsaved, state: 'over' } : entry
}

function giveOut(
  entries: readonly Entry[],
  free: number,
  { until, saveUntil }: { until: number; saveUntil: number | null },
): { entries: Entry[]; free: number } {
  const next = [...entries]
  let left = free
  while (left > 0) {
    // After each offer from the front again: somebody passed over may have become the one to save for.
    const at = next.findIndex(
      (one) => waits(one) && (fits(one, left) || (isStarved(one) && saveUntil !== null)),
    )
    const entry = next[at]
    if (!entry) break
    if (!fits(entry, left)) {
      next[at] = { ...entry, saved: entry.saved + left, savedUntil: saveUntil }
      left = 0
      break
    }
    left -= needs(entry)
    next[at] = { ...entry, ...unsaved, state: 'offered', offerUntil: until }
    for (const [ahead, one] of next.slice(0, at).entries()) {
      if (waits(one)) next[ahead] = { ...one, passedOver: one.passedOver + 1 }
    }
  }
  return { entries: next, free: left }
}

function takesFrom(waiting: readonly Entry[], saving: boolean): number | null {
  if (waiting.length === 0) return null
  if (saving && waiting.some(isStarved)) return 1
  return Math.min(...waiting.map(needs))
}
