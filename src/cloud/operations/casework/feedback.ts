import { toInstantText } from '@/domain/time/instant'
import { instantOrNull } from '@/cloud/consultations/brief'
import type { Handler } from '@/cloud/handler'
import { shortNameOfCentre } from '@/cloud/store/queries/centres'
import { feedbackOf } from '@/cloud/store/queries/consultations/feedback'
import { WRONG_CURSOR, pageOf, readCursor, writeCursor } from '../cursor'

const PAGE = 20

/** For staff: what residents said about the centre. */
export const listFeedback: Handler<'casework.feedback'> = async ({ input, dependencies }) => {
  const { store, clock } = dependencies
  const after = readCursor(input.after, ['number', 'instant', 'key'])
  if (after === null) return WRONG_CURSOR
  const { centreId } = input
  const rows = await feedbackOf(store.pool, { centreId, after, limit: PAGE + 1 })
  if (rows.length === 0 && (await shortNameOfCentre(store.db, centreId)) === null) {
    return { refusal: { code: 'NOT_FOUND', facts: { what: 'centre' } } }
  }
  const now = clock.now().getTime()
  const { page, last } = pageOf(rows, PAGE)
  return {
    value: {
      feedback: page.map(({ consultationId, kind, text, reach, state, answer, ...times }) => ({
        ...{ consultationId, kind, text, reach, state, answer },
        createdAt: toInstantText(times.createdAt),
        dueAt: instantOrNull(times.dueAt),
        overdue: times.dueAt !== null && times.dueAt < now,
      })),
      after: last && writeCursor(last.answered, last.orderedAt, last.consultationId),
    },
  }
}
