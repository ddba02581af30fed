import type { PoolClient } from 'pg'
import type { Input, Output } from '@/contract'
import { toInstantText } from '@/domain/time/instant'
import { type Decision, changeLesson } from '@/cloud/store/queries/lessons/change'
import { type LockedLesson, lockLesson } from '@/cloud/store/queries/lessons/lock'
import { tellOfChange } from '@/cloud/store/queries/notices/tell'
import { passOn } from '@/cloud/store/queries/waitlist/pass-on'

type Standing = Input<'lessons.cancel'>['expected']
type Changed = Output<'lessons.cancel'>

type NotChanged =
  | { code: 'NOT_FOUND'; facts: { what: 'occurrence' } }
  | { code: 'LESSON_OVER'; facts: { endsAt: string } }
  | { code: 'CHANGED_MEANWHILE'; facts: Standing }

/** How a lesson stands, as the wire has it. */
export function standingOf({ startsAt, endsAt, place, state }: LockedLesson): Standing {
  return { startsAt: toInstantText(startsAt), endsAt: toInstantText(endsAt), place, state }
}

/** Holds a lesson that stands as it was looked at and is not over. */
export async function expectedLesson(
  client: PoolClient,
  { occurrenceId, expected }: Pick<Input<'lessons.cancel'>, 'occurrenceId' | 'expected'>,
  now: Date,
): Promise<{ lesson: LockedLesson } | { refusal: NotChanged }> {
  const lesson = await lockLesson(client, occurrenceId)
  if (!lesson) return { refusal: { code: 'NOT_FOUND', facts: { what: 'occurrence' } } }
  const stands = standingOf(lesson)
  const fields = ['startsAt', 'endsAt', 'place', 'state'] as const
  if (fields.some((field) => stands[field] !== expected[field])) {
    return { refusal: { code: 'CHANGED_MEANWHILE', facts: stands } }
  }
  if (lesson.endsAt <= now.getTime()) {
    return { refusal: { code: 'LESSON_OVER', facts: { endsAt: stands.endsAt } } }
  }
  return { lesson }
}

/** Changes a lesson that is held, tells its people, and passes on what may be passed on now. */
export async function changeAndTell(
  client: PoolClient,
  lesson: LockedLesson,
  decision: Decision,
  now: Date,
): Promise<{ value: Changed }> {
  const { centreId, occurrenceId } = lesson
  const { to } = decision
  const { number, poolIds } = await changeLesson(client, lesson, decision, now)
  const told = await tellOfChange(client, { centreId, occurrenceId, number, span: to }, now)
  for (const poolId of poolIds) await passOn(client, poolId, now)
  return { value: { occurrenceId, state: to ? 'rescheduled' : 'cancelled', told } }
}
