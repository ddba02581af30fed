/** What is kept about people, by what it is for; see groups.ts for the words. */
export const DATA_GROUP_KEYS = [
  'identity',
  'family',
  'bookings',
  'draws',
  'strikes',
  'notices',
  'alerts',
  'consultations',
  'professionals',
  'stations',
  'desks',
  'calendar',
  'files',
  'answers',
  'roles',
  'audit',
  'work',
] as const
export type DataGroupKey = (typeof DATA_GROUP_KEYS)[number]

/**
 * What stays after an account was erased, without a name: that seats were taken and people came; draws
 * that were published; consultations that a professional has read, sealed until their day; a dispute
 * that is being settled; what was done by a role.
 */
export const KEPT_AFTER = ['attendance', 'draws', 'case-files', 'dispute', 'audit'] as const
export type KeptAfter = (typeof KEPT_AFTER)[number]
