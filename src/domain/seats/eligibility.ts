import { type Role, servesAs } from '@/domain/access/role'
import { DELAYING_WEIGHT, delayedUntil } from '@/domain/attendance/strike'
import { ageOn } from '@/domain/family/birth-date'
import type { PoolIntake, PoolMode, PoolTimes } from './pool'

export const ELIGIBILITY_RULES = [
  'HOME_CENTRE',
  'ROLE',
  'BALLOT',
  'INTAKE',
  'AGE',
  'PARALLEL',
  'TERM_LIMIT',
  'STRIKES',
] as const
export type EligibilityRule = (typeof ELIGIBILITY_RULES)[number]

/** The part of a pool that says who may book; `homeCentreUntil` in milliseconds since the epoch. */
export interface PoolAudience {
  centreId: string
  mode: PoolMode
  /** Until this instant only people whose home centre this is may book; null for no such time. */
  homeCentreUntil: number | null
  onlyRole: Role | null
  /** The form through which alone it is booked. */
  intake: PoolIntake | null
}

/** The ages in full years that a pool's activity asks for on its first lesson's day. */
export interface AskedAges {
  minAge: number | null
  maxAge: number | null
  /** `YYYY-MM-DD`. */
  firstDay: string
}

/** What is known about the person who books. A role with a null centre holds in every centre. */
export interface Booker {
  homeCentreId: string | null
  roles: readonly { role: Role; centreId: string | null }[]
}

/** Why a person may not book; `until` says when the rule falls away, null when it does not. */
export interface Ineligibility {
  rule: EligibilityRule
  centreId: string
  until: number | null
}

/**
 * The rule that keeps a person from booking in a pool at `now`, or null. What lasts is said before
 * what passes with time, so that nobody waits for a day that will not help. `throughIntake` where the
 * pool's form has been filled in.
 */
export function ineligibility(
  pool: PoolAudience,
  person: Booker,
  now: number,
  throughIntake = false,
): Ineligibility | null {
  const { centreId, homeCentreUntil, onlyRole } = pool
  const holds = person.roles.some(
    (held) =>
      onlyRole !== null &&
      servesAs(held.role, onlyRole) &&
      (held.centreId === null || held.centreId === centreId),
  )
  if (onlyRole !== null && !holds) return { rule: 'ROLE', centreId, until: null }
  if (pool.intake !== null && !throughIntake) return { rule: 'INTAKE', centreId, until: null }
  if (pool.mode === 'ballot') return { rule: 'BALLOT', centreId, until: null }
  if (homeCentreUntil !== null && now < homeCentreUntil && person.homeCentreId !== centreId) {
    return { rule: 'HOME_CENTRE', centreId, until: homeCentreUntil }
  }
  return null
}

/**
 * Whether whoever did not come too often waits longer for a pool that is booked by whoever comes first:
 * `strikes` is what those that count weigh. Private hours delay nobody.
 */
export function delayedByStrikes(
  pool: PoolAudience & Pick<PoolTimes, 'opensAt' | 'closesAt'>,
  strikes: number,
  now: number,
): Ineligibility | null {
  const until = delayedUntil(pool)
  if (pool.intake !== null || strikes < DELAYING_WEIGHT || now >= until) return null
  return { rule: 'STRIKES', centreId: pool.centreId, until }
}

/** Whether somebody's age fits; it does where no birth date is known, as of the resident themselves. */
export function fitsAges(
  { minAge, maxAge, firstDay }: AskedAges,
  birthDate: string | null,
): boolean {
  if (birthDate === null) return true
  const age = ageOn(birthDate, firstDay)
  return age >= (minAge ?? 0) && age <= (maxAge ?? Infinity)
}
