import type { PoolClient } from 'pg'
import type { ParsedInput } from '@/contract'
import { toInstantText } from '@/domain/time/instant'
import type { Handler, Intent, Outcome } from '@/cloud/handler'
import { excusedOf, unmarkExcused } from '@/cloud/store/queries/lessons/excuse'
import { takeFromGuests } from '@/cloud/store/queries/lessons/guests'
import { commandInTransaction } from '../command-in-transaction'
import { lessonOfCourse } from './lesson-of-course'

/** Takes an excuse back, as long as nobody was offered the seat of that lesson. */
export const unexcuseFromLesson: Handler<'lessons.unexcuse'> = ({ input, intent, dependencies }) =>
  commandInTransaction(dependencies, intent, (client, now) =>
    unexcuseIn(client, intent, input, now),
  )

async function unexcuseIn(
  client: PoolClient,
  { personId }: Intent,
  { bookingId, occurrenceId, attendeeIds }: ParsedInput<'lessons.unexcuse'>,
  now: Date,
): Promise<Outcome<'lessons.unexcuse'>> {
  const meant = { personId, bookingId, attendeeIds }
  const found = await lessonOfCourse(client, meant, occurrenceId)
  if ('refusal' in found) return found
  const { lesson } = found
  const facts = { startsAt: toInstantText(lesson.startsAt) }
  if (lesson.startsAt <= now.getTime()) return { refusal: { code: 'ALREADY_BEGAN', facts } }
  const { excused, freed } = await excusedOf(client, meant, occurrenceId)
  if (excused === 0) return { refusal: { code: 'NOT_EXCUSED', facts: {} } }
  if (!(await takeFromGuests(client, lesson, freed))) {
    return { refusal: { code: 'GIVEN_ON', facts } }
  }
  await unmarkExcused(client, meant, occurrenceId)
  return { value: { bookingId, occurrenceId } }
}
