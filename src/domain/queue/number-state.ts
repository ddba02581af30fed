/**
 * How it stands with a number of a clinic's queue: not called yet, called now or before, seen by the
 * doctor, or called and not there.
 */
export const QUEUE_STATES = ['waiting', 'called', 'seen', 'absent'] as const
export type QueueState = (typeof QUEUE_STATES)[number]

/** What a number can be set to by hand: `waiting` puts somebody back who came after all. */
export const QUEUE_MARKS = ['seen', 'absent', 'waiting'] as const
export type QueueMark = (typeof QUEUE_MARKS)[number]
