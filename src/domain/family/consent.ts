import { ageOn } from './birth-date'

/**
 * The version of the rules text for children that a guardian consents to: the day from which it holds.
 * Whoever changes the text changes this: records made before stand on the consent they were given, the
 * next change asks anew.
 */
export const CHILDREN_RULES_VERSION = '2026-11-28'

/** Under this age a guardian consents (Personal Information Protection Law, article 31). */
const AGE_OF_CONSENT = 14

/** Whether a record of somebody born so needs a guardian's consent on a day. */
export function needsConsent(birthDate: string | null, today: string): boolean {
  return birthDate !== null && ageOn(birthDate, today) < AGE_OF_CONSENT
}
