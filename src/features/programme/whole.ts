/** What is done to a whole activity. */
export type Whole = 'postpone' | 'cancel' | 'discard'
