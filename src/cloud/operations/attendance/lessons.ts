import { toInstantText } from '@/domain/time/instant'
import type { Handler } from '@/cloud/handler'
import { lessonsOfDay } from '@/cloud/store/queries/attendance/lessons'
import { shortNameOfCentre } from '@/cloud/store/queries/centres'
import { WRONG_CURSOR, pageOf, readCursor, writeCursor } from '../cursor'
import { lessonOf } from '../lesson'

const PAGE = 50

/** For staff and volunteers: the lessons of a day that have seats, in order. */
export const listLessons: Handler<'attendance.lessons'> = async ({ input, dependencies }) => {
  const { store } = dependencies
  const after = readCursor(input.after, ['instant', 'key'])
  if (after === null) return WRONG_CURSOR
  const { centreId, day } = input
  const rows = await lessonsOfDay(store.pool, { centreId, day, after, limit: PAGE + 1 })
  if (rows.length === 0 && (await shortNameOfCentre(store.db, centreId)) === null) {
    return { refusal: { code: 'NOT_FOUND', facts: { what: 'centre' } } }
  }
  const { page, last } = pageOf(rows, PAGE)
  return {
    value: {
      lessons: page.map((row) => ({
        occurrenceId: row.occurrence_id,
        activityId: row.activity_id,
        title: row.title,
        category: row.category,
        place: row.place,
        startsAt: toInstantText(row.starts_at),
        endsAt: toInstantText(row.ends_at),
        state: row.state,
        lesson: lessonOf(row),
        expected: row.expected,
        there: row.there,
        excused: row.excused,
      })),
      after: last && writeCursor(last.starts_at, last.occurrence_id),
    },
  }
}
