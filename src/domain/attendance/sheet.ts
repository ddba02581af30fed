/** What a sheet of a lesson is for: signing at the door, or keeping who came. */
export const SHEET_PURPOSES = ['sign-in', 'roster'] as const
export type SheetPurpose = (typeof SHEET_PURPOSES)[number]

/** More people than this are in no lesson of a centre; a sheet of so many is 40 pages. */
export const MOST_IN_SHEET = 2_000
