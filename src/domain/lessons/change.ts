/** What staff do to one lesson: give it another time or place, or call it off. */
export const LESSON_CHANGES = ['moved', 'cancelled'] as const
export type LessonChangeKind = (typeof LESSON_CHANGES)[number]
