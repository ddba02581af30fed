import { addDays } from '../time/date'
import { KEPT_FOR_DAYS } from './kept-for'

/**
 * A visit is known by its month, and is written down anew once what is known is so many days old: at
 * most once in a month for one person.
 */
export const VISIT_KNOWN_DAYS = 60

/** Whom something keeps is looked at again after so many days. */
export const LOOK_AGAIN_DAYS = 90

/**
 * What keeps an account of somebody who does not come: they work here, or have made an invitation that
 * is open; a seat, a place in line or a draw that is not over; a matter that is open or still sealed; a
 * relative who comes and books for them.
 */
export const KEEPING = ['role', 'invitation', 'seat', 'place', 'draw', 'matter', 'family'] as const
export type Keeping = (typeof KEEPING)[number]

/** How it stands with an account; days in Asia/Shanghai. */
export interface AccountStanding {
  /** The first day of the month in which they were last here, as far as it was written down. */
  hereIn: string
  /** When they last did something, or came to a lesson, that is still known; null for nothing. */
  didOn: string | null
  keptBy: readonly Keeping[]
}

/** What becomes of an account: they were here, in that month; something keeps it; or nothing does. */
export type AccountVerdict = { is: 'here'; hereIn: string } | { is: 'kept' } | { is: 'away' }

/**
 * The last month, by its first day, that is so long ago that whoever was here in it has been away for as
 * long as an account is kept, also where they came a last time without its being written down.
 */
export function awaySince(today: string): string {
  return addDays(today, -(KEPT_FOR_DAYS.accounts + VISIT_KNOWN_DAYS))
}

/** Judges an account as domain/retention has it kept. */
export function judgeAccount(
  { hereIn, didOn, keptBy }: AccountStanding,
  today: string,
): AccountVerdict {
  const did = didOn === null ? hereIn : `${didOn.slice(0, 7)}-01`
  const last = did > hereIn ? did : hereIn
  if (last > awaySince(today)) return { is: 'here', hereIn: last }
  return keptBy.length > 0 ? { is: 'kept' } : { is: 'away' }
}
