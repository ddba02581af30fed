/** What a sheet says of a class. */
export const SAID_FIELDS = ['title', 'host', 'place', 'seats', 'ages', 'feeFen', 'lessons'] as const
export type SaidField = (typeof SAID_FIELDS)[number]
