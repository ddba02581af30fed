import type { PoolClient } from 'pg'
import { type ExcusingOf, lockExcused } from '@/cloud/store/queries/lessons/excuse'
import { type LockedLesson, lockLesson } from '@/cloud/store/queries/lessons/lock'

type NotOfCourse =
  | { code: 'NOT_FOUND'; facts: { what: 'booking' | 'occurrence' | 'attendee' } }
  | { code: 'NOT_A_COURSE'; facts: Record<string, never> }

/**
 * The lesson of the course that a booking is for, in which those who are meant hold a seat; booking and
 * lesson are held, in this order.
 */
export async function lessonOfCourse(
  client: PoolClient,
  meant: ExcusingOf,
  occurrenceId: string,
): Promise<{ lesson: LockedLesson } | { refusal: NotOfCourse }> {
  const none = (what: 'booking' | 'occurrence' | 'attendee') => ({
    refusal: { code: 'NOT_FOUND' as const, facts: { what } },
  })
  const booking = await lockExcused(client, meant)
  if (!booking) return none('booking')
  if (!booking.allKnown) return none('attendee')
  if (!booking.anyBooked) return none('booking')
  const lesson = await lockLesson(client, occurrenceId)
  if (!lesson || lesson.poolId !== booking.poolId) return none('occurrence')
  if (lesson.lessons < 2) return { refusal: { code: 'NOT_A_COURSE', facts: {} } }
  return { lesson }
}
