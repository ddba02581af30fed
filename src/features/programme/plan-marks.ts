import { type Mark, calendarMarks } from '@/domain/calendar/calendar-marks'
import type { PlannedDay } from './plan-dates'

/** What the calendar says of a month, with what a plan does on those days, in a word under the number. */
export function planMarks(
  month: string,
  days: readonly PlannedDay[],
  clashes: ReadonlySet<string>,
): Record<string, Mark> {
  const marks = calendarMarks(month)
  const say = (date: string, word: string): void => {
    const mark = marks[date]
    if (mark) marks[date] = { ...mark, festival: word }
  }
  for (const { originalDate, date } of days) {
    if (date === null) say(originalDate, '停一次')
    else if (date !== originalDate) say(date, '顺延来')
  }
  for (const date of clashes) say(date, '撞房间')
  return marks
}
