import { toInstantText } from '@/domain/time/instant'
import type { Handler } from '@/cloud/handler'
import { affectedBy } from '@/cloud/store/queries/lessons/affected'
import { lessonOf } from '@/cloud/store/queries/lessons/lock'
import { standingOf } from './change'
import { spanIn } from './span-in'

/** For staff: whom moving a lesson would concern; changes nothing. */
export const previewMove: Handler<'lessons.previewMove'> = async ({ input, dependencies }) => {
  const { store, clock } = dependencies
  const lesson = await lessonOf(store.pool, input.occurrenceId)
  if (!lesson) return { refusal: { code: 'NOT_FOUND', facts: { what: 'occurrence' } } }
  const now = clock.now().getTime()
  const stands = standingOf(lesson)
  const { startsAt: from = stands.startsAt, endsAt: to = stands.endsAt } = input
  const wish = spanIn({ startsAt: from, endsAt: to })
  if ('invalid' in wish) return wish
  const { startsAt, endsAt } = wish.span
  if (lesson.endsAt <= now) {
    return { refusal: { code: 'LESSON_OVER', facts: { endsAt: toInstantText(lesson.endsAt) } } }
  }
  if (input.startsAt !== undefined && startsAt <= now) {
    return { refusal: { code: 'IN_THE_PAST', facts: {} } }
  }
  const place = input.place ?? lesson.place
  const { room, ...counts } = await affectedBy(store.pool, input.occurrenceId, {
    ...{ startsAt, endsAt, place },
  })
  return {
    value: {
      occurrenceId: lesson.occurrenceId,
      activityId: lesson.activityId,
      title: lesson.title,
      lesson: lesson.lesson,
      stands,
      ...counts,
      room: room && {
        title: room.title,
        startsAt: toInstantText(room.startsAt),
        endsAt: toInstantText(room.endsAt),
      },
    },
  }
}
