/** Those for whom a resident books: children, and elders. */
export const MEMBER_KINDS = ['child', 'elder'] as const
export type MemberKind = (typeof MEMBER_KINDS)[number]

/** How many people one resident may book for. */
export const MOST_MEMBERS = 6

/** How many seats one booking may take: a resident and everybody they book for. */
export const MOST_ATTENDEES = MOST_MEMBERS + 1
