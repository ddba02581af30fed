import type { Rule } from '@/domain/calendar/recurrence'
import { ruleInWords } from '@/domain/calendar/recurrence-words'
import { toInstantText } from '@/domain/time/instant'
import type { Handler } from '@/cloud/handler'
import { limitedActivities, limitOfCentre } from '@/cloud/store/queries/limits/read'
import { WRONG_CURSOR, pageOf, readCursor, writeCursor } from '../cursor'

const PAGE = 50

/** For staff: the limits of a centre and of its activities. */
export const getLimits: Handler<'limits.get'> = async ({ input, dependencies }) => {
  const { store, clock } = dependencies
  const after = readCursor(input.after, ['key'])
  if (after === null) return WRONG_CURSOR
  const { centreId } = input
  const now = clock.now()
  const centre = await limitOfCentre(store.db, centreId)
  if (!centre) return { refusal: { code: 'NOT_FOUND', facts: { what: 'centre' } } }
  const rows = await limitedActivities(store.db, {
    ...{ centreId, after: after?.[0], now, limit: PAGE + 1 },
  })
  const { page, last } = pageOf(rows, PAGE)
  return {
    value: {
      coursesPerTerm: centre.courses_per_term,
      activities: page.map((row) => ({
        activityId: row.activity_id,
        title: row.title,
        category: row.category,
        ruleInWords: ruleInWords(row.rule as Rule),
        wholeTerm: row.whole_term,
        seatsPerTerm: row.seats_per_term,
        parallelGroup: row.parallel_group,
        residentsFirstUntil: instantToCome(row.residents_first_until, now),
        closesAt: row.closes_at === null ? null : toInstantText(row.closes_at),
      })),
      after: last && writeCursor(last.activity_id),
    },
  }
}

/** An instant that is not over, as the wire has it. */
function instantToCome(instant: number | null, now: Date): string | null {
  return instant === null || instant <= now.getTime() ? null : toInstantText(instant)
}
