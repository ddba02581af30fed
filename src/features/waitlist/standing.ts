import type { Output } from '@/contract'
import { poolState, seatsLeft } from '@/domain/seats/pool'
import { parseInstant } from '@/domain/time/instant'
import { listEndsAt } from '@/domain/waitlist/offer-deadline'
import { type Entry, isOffered } from './offers'
import { heldUntilInWords } from './words'

type Pool = Output<'activities.get'>['pools'][number]

/** How a pool stands for somebody who may have to wait, for the foot of its page. */
export interface Standing {
  /** Join the list, say for whom first, or look at the entry that waits. */
  kind: 'wait' | 'choose' | 'waiting'
  title: string
  reason: string
  button: string
}

interface Situation {
  /** How many are chosen; at least one where nobody need be. */
  seats: number
  /** My live entries in this pool. */
  entries: readonly Entry[]
  /** Milliseconds since the epoch. */
  now: number
}

/** When the list of a pool ends, in milliseconds; null where nothing says when it begins. */
export function listEnd({ occurrences }: Pool): number | null {
  const [first] = occurrences
  return first ? listEndsAt(parseInstant(first.startsAt)) : null
}

/** Whether a pool has a list that can be joined now, as far as a phone can tell. */
export function hasList(pool: Pool, now: number): boolean {
  if (pool.mode !== 'open' || pool.intake || pool.waiting === undefined) return false
  if (pool.occurrences.every(({ state }) => state === 'cancelled')) return false
  const [opensAt, closesAt] = [parseInstant(pool.opensAt), parseInstant(pool.closesAt)]
  const state = poolState({ ...pool, opensAt, closesAt }, now)
  const end = listEnd(pool)
  return (state === 'full' || state === 'open') && end !== null && now < end
}

/**
 * What the foot says where seats are short: whoever waits already looks at that, whoever finds too few
 * seats may wait. Null where booking has the word.
 */
export function standingOf(pool: Pool, { seats, entries, now }: Situation): Standing | null {
  const short = hasList(pool, now) && seats > seatsLeft(pool)
  // Somebody of the family who does not wait yet was chosen: they may join as well.
  if (entries.length > 0 && (seats === 0 || !short)) return waitsAlready(entries, now)
  if (!hasList(pool, now) || seatsLeft(pool) >= Math.max(seats, 1)) return null
  const left = seatsLeft(pool)
  const title = left > 0 ? `余 ${left} 席` : '报满了'
  const reason = left > 0 ? `不够 ${seats} 席，可以候补` : othersInWords(pool.waiting ?? 0)
  if (seats === 0) return { kind: 'choose', title, reason: '先选给谁候补', button: '候补' }
  return { kind: 'wait', title, reason, button: seats > 1 ? `候补 ${seats} 席` : '候补' }
}

function waitsAlready(entries: readonly Entry[], now: number): Standing {
  const offered = entries.find((entry) => isOffered(entry, now))
  const entry = offered ?? entries[0]!
  const title = offered ? `留给您 ${entry.seats} 席` : `候补第 ${entry.position} 位`
  const reason = offered ? heldUntilInWords(entry.offerUntil!, now) : `等 ${entry.seats} 席`
  return { kind: 'waiting', title, reason, button: offered ? '去确认' : '我的候补' }
}

function othersInWords(waiting: number): string {
  return waiting > 0 ? `${waiting} 位在等` : '还没有人在等'
}
