import { addDays, dayOfWeek, daysBetween, firstOfMonth, lastOfMonth } from '../time/date'
import { holidayMark } from './holidays'
import { dayOfChineseCalendar } from './lunar'

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
