import type { PoolClient } from 'pg'
import { MINUTE } from '@/domain/time/instant'
import { type Lesson, lessonOfKey } from '@/cloud/store/queries/attendance/lessons'

/** So far a phone's clock may be ahead of ours. */
const AHEAD = MINUTE

/** The refusal for a lesson that there is none of, or none any more. */
export const NO_LESSON = { refusal: { code: 'NOT_FOUND', facts: { what: 'occurrence' } } } as const

/** A lesson that takes place and in which attendance is taken; null for none. */
export async function takenPlace(client: PoolClient, occurrenceId: string): Promise<Lesson | null> {
  const lesson = await lessonOfKey(client, occurrenceId)
  return lesson?.state === 'cancelled' ? null : lesson
}

/** Whether a phone says that it saw something at an instant that has not come yet. */
export function isYetToCome(seenAt: number, now: number): boolean {
  return seenAt > now + AHEAD
}
