import type { PoolClient } from 'pg'
import type { ParsedInput } from '@/contract'
import { toInstantText } from '@/domain/time/instant'
import type { Handler, Intent, Outcome } from '@/cloud/handler'
import { markExcused } from '@/cloud/store/queries/lessons/excuse'
import { freeForGuests } from '@/cloud/store/queries/lessons/guests'
import { commandInTransaction } from '../command-in-transaction'
import { lessonOfCourse } from './lesson-of-course'

/** Excuses the person who asks and theirs from one lesson of a course; the seat may go to a guest. */
export const excuseFromLesson: Handler<'lessons.excuse'> = ({ input, intent, dependencies }) =>
  commandInTransaction(dependencies, intent, (client, now) => excuseIn(client, intent, input, now))

async function excuseIn(
  client: PoolClient,
  { personId }: Intent,
  { bookingId, occurrenceId, attendeeIds }: ParsedInput<'lessons.excuse'>,
  now: Date,
): Promise<Outcome<'lessons.excuse'>> {
  const meant = { personId, bookingId, attendeeIds }
  const found = await lessonOfCourse(client, meant, occurrenceId)
  if ('refusal' in found) return found
  const { lesson } = found
  if (lesson.startsAt <= now.getTime()) {
    return {
      refusal: { code: 'ALREADY_BEGAN', facts: { startsAt: toInstantText(lesson.startsAt) } },
    }
  }
  if (lesson.state === 'cancelled') return { refusal: { code: 'LESSON_CANCELLED', facts: {} } }
  const excused = await markExcused(client, meant, occurrenceId, now)
  const freed = await freeForGuests(client, lesson, now)
  return { value: { bookingId, occurrenceId, excused, freed: freed > 0 } }
}
