import { holidayMark } from '@/domain/calendar/holidays'
import { dayOfChineseCalendar } from '@/domain/calendar/lunar'
import { addDays, dayOfWeek, daysBetween, firstOfMonth, lastOfMonth } from '@/domain/time/date'
import type { PlannedDay } from './plan-dates'

/** What a month's grid shows of a day. */
export interface Mark {
  lunar: string
  festival: string | null
  holiday: 'rest' | 'work' | null
}

/** What the calendar says of the days that the grid of a month `YYYY-MM` shows. */
export function calendarMarks(month: string): Record<string, Mark> {
  const [first, last] = [firstOfMonth(month), lastOfMonth(month)]
  const from = addDays(first, 1 - dayOfWeek(first))
  const to = addDays(last, 7 - dayOfWeek(last))
  const days = Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => addDays(from, index))
  return Object.fromEntries(
    days.map((date) => {
      const { lunar, festival } = dayOfChineseCalendar(date)
      return [date, { lunar, festival, holiday: holidayMark(date) }]
    }),
  )
}

/** The same with what a plan does on those days, in a word under the number. */
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
