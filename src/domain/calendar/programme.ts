/** What kind of thing an activity is. Each has one seal on screen; see docs/glossary.md. */
export const CATEGORIES = [
  'lecture',
  'night-school',
  'skills',
  'children',
  'outing',
  'clinic',
  'club',
  'festival',
  'legal',
] as const
export type Category = (typeof CATEGORIES)[number]

/** Whom an activity is meant for: 大家, 一小, 一老, 青壮, 骑手, 党员. */
export const AUDIENCES = ['everyone', 'children', 'elders', 'adults', 'riders', 'members'] as const
export type Audience = (typeof AUDIENCES)[number]

/** The status of one occurrence, after schema.org EventStatusType. */
export const OCCURRENCE_STATES = ['scheduled', 'rescheduled', 'cancelled'] as const
export type OccurrenceState = (typeof OCCURRENCE_STATES)[number]
