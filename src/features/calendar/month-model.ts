import { addDays, dayOfWeek, firstOfMonth, lastOfMonth, monthOf } from '@/domain/time/date'
import type { Day } from './occurrences'

export { monthOf } from '@/domain/time/date'

/** The days that a month's grid shows: whole weeks from Monday to Sunday, at most 42. */
export function monthSpan(month: string): { from: string; to: string } {
  const [first, last] = [firstOfMonth(month), lastOfMonth(month)]
  return { from: addDays(first, 1 - dayOfWeek(first)), to: addDays(last, 7 - dayOfWeek(last)) }
}

/** The day that is selected when a month comes into sight: today in its month, else the first. */
export function firstSelected(month: string, today: string): string {
  return monthOf(today) === month ? today : firstOfMonth(month)
}

/** What the grid shows of each day. */
export function marksOf(days: readonly Day[]): Record<string, Day> {
  return Object.fromEntries(days.map((day) => [day.date, day]))
}

/** Says that a month's 休 and 班 are not known yet; null when they are. */
export function holidayNote(month: string, announcedUntil: string): string | null {
  if (lastOfMonth(month) <= announcedUntil) return null
  return `${month.slice(0, 4)} 年的放假安排还没公布，公布后这里会标出休和班`
}
