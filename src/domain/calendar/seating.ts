import { ROLES, type Role } from '@/domain/access/role'
import type { Span } from '@/domain/seats/clash'
import { POOL_INTAKES, POOL_MODES, type PoolIntake, type PoolMode } from '@/domain/seats/pool'
import { addDays, dateOf } from '@/domain/time/date'
import { DAY, HOUR, MINUTE, instantAt, timeOf } from '@/domain/time/instant'
import { type WrongField, oneOf, record, truth, timeOfDay, whole } from './field-checks'

/** How the pools of an activity are made, as kept in JSON with it. */
export interface Seating {
  /** One pool for each occurrence, or one for all lessons of a term. */
  per: 'occurrence' | 'term'
  capacity: number
  /** A pool opens this many calendar days before it starts… */
  opensDaysBefore: number
  /** …at this time of day `HH:MM` at UTC+8; at the time it starts when left out. */
  opensAt?: string
  closesMinutesBefore: number
  cancelHoursBefore: number
  /** For so many days after it opens, only people whose home centre this is may book. */
  homeCentreDays?: number
  /** Only people who hold this role in the centre may book. */
  onlyRole?: Role
  /** How seats are given: first come when left out, or drawn (`ballot`, decision 0025). */
  mode?: PoolMode
  /** Cuts an occurrence into slots of this length, each a pool of `capacity`. */
  slotMinutes?: number
  /** Each seat has a number, by which people are called on the day. */
  numbered?: boolean
  /** Booked through this form alone. */
  intake?: PoolIntake
}

/** When a pool can be booked and given back; instants in milliseconds since the epoch. */
export interface PoolOpening {
  opensAt: number
  closesAt: number
  cancelUntil: number
  homeCentreUntil: number | null
}

/**
 * The opening of a pool whose first occurrence starts at `startsAt`. A seating that would open a
 * pool only after it closes opens it a minute before, so that every pool can be booked at all.
 */
export function poolTimes(seating: Seating, { startsAt }: Pick<Span, 'startsAt'>): PoolOpening {
  const closesAt = startsAt - seating.closesMinutesBefore * MINUTE
  const openingDay = addDays(dateOf(startsAt), -seating.opensDaysBefore)
  const opening = instantAt(openingDay, seating.opensAt ?? timeOf(startsAt))
  const opensAt = Math.min(opening, closesAt - MINUTE)
  const days = seating.homeCentreDays ?? 0
  return {
    opensAt,
    closesAt,
    cancelUntil: startsAt - seating.cancelHoursBefore * HOUR,
    homeCentreUntil: days > 0 ? Math.min(opensAt + days * DAY, closesAt) : null,
  }
}

/**
 * The slots of an occurrence, in order; the occurrence itself where it is not cut. What is left
 * over at the end and shorter than a slot is no slot.
 */
export function slots(seating: Seating, { startsAt, endsAt }: Span): Span[] {
  if (seating.slotMinutes === undefined) return [{ startsAt, endsAt }]
  const length = seating.slotMinutes * MINUTE
  return Array.from({ length: Math.floor((endsAt - startsAt) / length) }, (_, index) => ({
    startsAt: startsAt + index * length,
    endsAt: startsAt + (index + 1) * length,
  }))
}

const SEATING = record(
  {
    per: oneOf(['occurrence', 'term']),
    capacity: whole(1, 100_000),
    opensDaysBefore: whole(0, 366),
    closesMinutesBefore: whole(0, 30 * 24 * 60),
    cancelHoursBefore: whole(0, 30 * 24),
  },
  {
    opensAt: timeOfDay,
    homeCentreDays: whole(0, 60),
    onlyRole: oneOf(ROLES),
    mode: oneOf(POOL_MODES),
    slotMinutes: whole(5, 240),
    numbered: truth,
    intake: oneOf(POOL_INTAKES),
  },
)

/** A seating out of unknown JSON, or the first field that is wrong. */
export function parseSeating(value: unknown): { seating: Seating } | { wrong: WrongField } {
  const wrong = SEATING(value, '')
  if (wrong) return { wrong }
  const seating = value as Seating
  // A slot belongs to one occurrence, and so does the day on which numbers are called; a term has none.
  if (seating.per === 'term' && seating.slotMinutes !== undefined) {
    return { wrong: { path: 'slotMinutes', reason: 'CONFLICT' } }
  }
  if (seating.per === 'term' && seating.numbered) {
    return { wrong: { path: 'numbered', reason: 'CONFLICT' } }
  }
  return { seating }
}
