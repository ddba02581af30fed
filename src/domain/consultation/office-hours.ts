import { isPublicRestDay } from '@/domain/calendar/holidays'
import { addDays, firstOfMonth, lastOfMonth } from '@/domain/time/date'
import { type SlotSpan, slotsWithout, type WeeklyHours } from './month-slots'

export {
  monthsToPublish,
  type OfficeSpan,
  type SlotSpan,
  type WeeklyHours,
  wrongWeekday,
} from './month-slots'

/**
 * The slots that a month's hours give, in order. Public rest days give none. Ordinary weekends give what
 * the week says, also one that is worked in exchange for a holiday. A phone, which carries no calendar
 * of holidays, is told the rest days and reckons by `slotsWithout`.
 */
export function slotsOfMonth(hours: WeeklyHours, month: string): SlotSpan[] {
  return slotsWithout(hours, month, isPublicRestDay)
}

/** The public rest days of a month `YYYY-MM`, in order. */
export function restDaysOf(month: string): string[] {
  const days: string[] = []
  for (let date = firstOfMonth(month); date <= lastOfMonth(month); date = addDays(date, 1)) {
    if (isPublicRestDay(date)) days.push(date)
  }
  return days
}
