import type { Output } from '@/contract'
import { toInstantText } from '@/domain/time/instant'
import type { Handler } from '@/cloud/handler'
import { type Lesson, lessonOfKey } from '@/cloud/store/queries/attendance/lessons'
import { rosterOf } from '@/cloud/store/queries/attendance/roster'
import { WRONG_CURSOR, pageOf, readCursor, writeCursor } from '../cursor'
import { lessonOf } from '../lesson'
import { NO_LESSON } from './at-the-door'
import { attendeeKeyOf, bytesOfAttendeeKey } from './attendee-key'

const PAGE = 100

/** For staff and volunteers: who holds a seat in a lesson, by name. */
export const readRoster: Handler<'attendance.roster'> = async ({ input, dependencies }) => {
  const { store } = dependencies
  const cursor = readCursor(input.after, ['key'])
  const after = cursor && bytesOfAttendeeKey(cursor[0])
  if (after === null) return WRONG_CURSOR
  const lesson = await lessonOfKey(store.pool, input.occurrenceId)
  if (!lesson) return NO_LESSON
  const rows = await rosterOf(store.pool, lesson, { after, limit: PAGE + 1 })
  const { page, last } = pageOf(rows, PAGE)
  return {
    value: {
      title: lesson.title,
      place: lesson.place,
      startsAt: toInstantText(lesson.starts_at),
      endsAt: toInstantText(lesson.ends_at),
      state: lesson.state,
      lesson: lessonOf(lesson),
      attendees: page.map(({ key, markedAt, ...row }) => ({
        attendeeKey: attendeeKeyOf(key),
        ...row,
        markedAt: markedAt === null ? null : toInstantText(markedAt),
      })),
      walkIn: walkInOf(lesson),
      after: last && writeCursor(attendeeKeyOf(last.key)),
    },
  }
}

/** What somebody who comes by is booked into; what is drawn is drawn. */
function walkInOf(lesson: Lesson): Output<'attendance.roster'>['walkIn'] {
  if (lesson.mode !== 'open') return null
  return {
    poolId: lesson.pool_id,
    left: lesson.capacity - lesson.taken,
    waiting: lesson.waiting,
    opensAt: toInstantText(lesson.opens_at),
    closesAt: toInstantText(lesson.closes_at),
  }
}
