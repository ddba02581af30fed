import type { Output } from '@/contract'
import { maskedName } from '@/domain/attendance/masked-name'
import { MOST_IN_SHEET, type SheetPurpose } from '@/domain/attendance/sheet'
import { toInstantText } from '@/domain/time/instant'
import type { Handler } from '@/cloud/handler'
import { lessonOfKey } from '@/cloud/store/queries/attendance/lessons'
import { type RosterRow, rosterOf } from '@/cloud/store/queries/attendance/roster'
import { letterheadOf } from '@/cloud/store/queries/centres'
import { lessonOf } from '../lesson'
import { NO_LESSON } from './at-the-door'

type SheetRow = Output<'attendance.sheet'>['rows'][number]

/** For staff and volunteers: a lesson's sheet for a purpose, with no more of a name than it needs. */
export const makeSheet: Handler<'attendance.sheet'> = async ({ input, dependencies }) => {
  const { pool } = dependencies.store
  const { occurrenceId, purpose } = input
  const lesson = await lessonOfKey(pool, occurrenceId)
  if (!lesson) return NO_LESSON
  const page = { after: undefined, limit: MOST_IN_SHEET + 1 }
  const [people, { name: centreName }] = await Promise.all([
    rosterOf(pool, lesson, page),
    letterheadOf(pool, lesson.centre_id),
  ])
  if (people.length > MOST_IN_SHEET) {
    return { refusal: { code: 'TOO_MANY', facts: { most: MOST_IN_SHEET } } }
  }
  const rows = people.map((one, index) => rowFor(purpose, one, index))
  const { title, place, starts_at: startsAt, ends_at: endsAt } = lesson
  const about = { centreName, title, place, lesson: lessonOf(lesson) }
  const desk = await import('@/cloud/sheets/desk')
  return {
    value: {
      ...about,
      ...{ startsAt: toInstantText(startsAt), endsAt: toInstantText(endsAt), rows },
      file: desk.writeLessonSheet(purpose, { ...about, startsAt, endsAt }, rows),
    },
  }
}

/** Somebody in a sheet: in the one that lies open neither their name nor how it stands with them. */
function rowFor(purpose: SheetPurpose, person: RosterRow, index: number): SheetRow {
  const { name, codeEnds, mark } = person
  const isOpen = purpose === 'sign-in'
  return {
    number: index + 1,
    name: isOpen ? maskedName(name) : name,
    codeEnds,
    mark: isOpen ? null : mark,
  }
}
