/** What people are told of in the app, and in time by a message. */
export const NOTICE_KINDS = ['lesson-moved', 'lesson-cancelled'] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]
