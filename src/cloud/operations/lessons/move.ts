import type { Handler } from '@/cloud/handler'
import { commandInTransaction } from '../command-in-transaction'
import { changeAndTell, expectedLesson } from './change'
import { spanIn } from './span-in'

/** For staff: gives a lesson another time or place and tells everybody with a seat in it. */
export const moveLesson: Handler<'lessons.move'> = ({ input, intent, dependencies }) =>
  commandInTransaction(dependencies, intent, async (client, now) => {
    const { place, reason } = input
    const wish = spanIn(input)
    if ('invalid' in wish) return wish
    const { startsAt, endsAt } = wish.span
    const found = await expectedLesson(client, input, now)
    if ('refusal' in found) return found
    const { lesson } = found
    if (startsAt <= now.getTime()) return { refusal: { code: 'IN_THE_PAST', facts: {} } }
    const isSame =
      lesson.startsAt === startsAt && lesson.endsAt === endsAt && lesson.place === place
    if (isSame && lesson.state !== 'cancelled') {
      return { refusal: { code: 'SAME_AS_BEFORE', facts: {} } }
    }
    const to = { startsAt, endsAt, place }
    return changeAndTell(client, lesson, { to, changedBy: intent.personId, reason }, now)
  })
