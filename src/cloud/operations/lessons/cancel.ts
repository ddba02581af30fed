import type { Handler } from '@/cloud/handler'
import { commandInTransaction } from '../command-in-transaction'
import { changeAndTell, expectedLesson } from './change'

/** For staff: calls a lesson off and tells everybody with a seat in it. */
export const cancelLesson: Handler<'lessons.cancel'> = ({ input, intent, dependencies }) =>
  commandInTransaction(dependencies, intent, async (client, now) => {
    const found = await expectedLesson(client, input, now)
    if ('refusal' in found) return found
    const { lesson } = found
    if (lesson.state === 'cancelled') return { refusal: { code: 'ALREADY_CANCELLED', facts: {} } }
    const { reason } = input
    return changeAndTell(client, lesson, { to: null, changedBy: intent.personId, reason }, now)
  })
