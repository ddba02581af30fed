import { ageOn } from './birth-date'

/** Those for whom a resident books: children, and elders. */
export const MEMBER_KINDS = ['child', 'elder'] as const
export type MemberKind = (typeof MEMBER_KINDS)[number]

/** How many people one resident may book for. */
export const MOST_MEMBERS = 6

/** How many seats one booking may take: a resident and everybody they book for. */
export const MOST_ATTENDEES = MOST_MEMBERS + 1

const AGE_OF_MAJORITY = 18

/**
 * What is wrong with a birth date on `today` (both `YYYY-MM-DD`) for a member of this kind, in one
 * word; null when nothing is. A child's is needed: a consent and the ages of classes hang on it.
 */
export function wrongBirthDate(
  kind: MemberKind,
  birthDate: string | null,
  today: string,
): 'REQUIRED' | 'FUTURE' | 'NOT_A_CHILD' | 'NOT_AN_ELDER' | null {
  if (birthDate === null) return kind === 'child' ? 'REQUIRED' : null
  if (birthDate > today) return 'FUTURE'
  const grownUp = ageOn(birthDate, today) >= AGE_OF_MAJORITY
  if (kind === 'child') return grownUp ? 'NOT_A_CHILD' : null
  return grownUp ? null : 'NOT_AN_ELDER'
}
