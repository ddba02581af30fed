/** What people are told of a lesson or to a class in the app, and in time by a message. */
export const NOTICE_KINDS = ['lesson-moved', 'lesson-cancelled', 'class-message'] as const
/** Those that tell of a change of a lesson. */
export const CHANGE_KINDS = ['lesson-moved', 'lesson-cancelled'] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

/** What they are told of a whole activity: once, however many of its lessons it concerns. */
export const ACTIVITY_NOTICE_KINDS = ['activity-changed', 'activity-cancelled'] as const
export type ActivityNoticeKind = (typeof ACTIVITY_NOTICE_KINDS)[number]

/** So many lessons are listed in one notice, and the others counted. */
export const MOST_LESSONS_TOLD = 12
