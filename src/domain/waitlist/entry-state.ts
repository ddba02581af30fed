/**
 * How it stands with an entry of a waiting list: it waits, it was offered its seats and they are held
 * for it, it took them, it let the offer lapse, it was taken back, or the list ended.
 */
export const ENTRY_STATES = ['waiting', 'offered', 'accepted', 'lapsed', 'left', 'over'] as const
export type EntryState = (typeof ENTRY_STATES)[number]
