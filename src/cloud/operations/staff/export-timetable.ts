import { addDays, daysBetween, startOfDay } from '@/domain/time/date'
import type { Handler } from '@/cloud/handler'
import { shortNameOfCentre } from '@/cloud/store/queries/centres'
import { type KeptClass, classesBetween } from '@/cloud/store/queries/timetable/classes'

const MOST_DAYS = 400
const MOST_CLASSES = 300

/** What a centre offers, as a sheet that reads as the very same classes. */
export const exportTimetable: Handler<'staff.exportTimetable'> = async (call) => {
  const { centreId, from, to } = call.input
  const { store } = call.dependencies
  const shortName = await shortNameOfCentre(store.db, centreId)
  if (shortName === null) return { refusal: { code: 'NOT_FOUND', facts: { what: 'centre' } } }
  const days = daysBetween(from, to)
  if (days < 0 || days > MOST_DAYS) return { refusal: { code: 'SPAN', facts: { field: 'to' } } }
  const span = { from: new Date(startOfDay(from)), to: new Date(startOfDay(addDays(to, 1))) }
  const classes = (await classesBetween(store.pool, centreId, span)).filter(
    ({ isCancelled, stands }) => !isCancelled && stands.lessons.length > 0,
  )
  if (classes.length > MOST_CLASSES) {
    return { refusal: { code: 'TOO_MANY', facts: { classes: classes.length } } }
  }
  const desk = await import('@/cloud/sheets/desk')
  const rows: string[][] = []
  const left: string[] = []
  for (const one of classes) {
    const row = desk.sheetRow(one.stands, ownWords(one))
    if (row) rows.push(row)
    else left.push(one.stands.title)
  }
  const content = desk.sheetContent(rows)
  if (content === null) return { refusal: { code: 'TOO_MANY', facts: { classes: rows.length } } }
  const name = `${shortName}课程表 ${from} 到 ${to}.xlsx`
  return { value: { content, name, classes: rows.length, left } }
}

/** The clerk's words, where the lessons are still those that were read in them. */
function ownWords({ last, whenWords, stands }: KeptClass) {
  if (last === null || whenWords === null) return null
  const isAsSaid =
    last.said.lessons.length === stands.lessons.length &&
    last.said.lessons.every(
      ({ startsAt, endsAt }, at) =>
        startsAt === stands.lessons[at]!.startsAt && endsAt === stands.lessons[at]!.endsAt,
    )
  if (!isAsSaid) return null
  const read = last.read.lessons.map(([startsAt, endsAt]) => ({ startsAt, endsAt }))
  return { words: whenWords, read }
}
