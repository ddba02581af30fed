import type { PoolClient } from 'pg'
import { MINUTE, parseInstant } from '@/domain/time/instant'
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

/** When a phone saw something, in milliseconds; else what is wrong with what it says in a field. */
export function seenWhen(
  path: string,
  text: string,
  now: Date,
): { at: number } | { invalid: { path: string; reason: string } } {
  let at: number
  try {
    at = parseInstant(text)
  } catch {
    return { invalid: { path, reason: 'INSTANT' } }
  }
  return at > now.getTime() + AHEAD ? { invalid: { path, reason: 'FUTURE' } } : { at }
}
