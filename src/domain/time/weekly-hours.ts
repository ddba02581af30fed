import { isTimeOfDay } from './instant'
import type { OpeningHours } from './opening-hours'

/** The most spans of a week's hours: two for each day. */
export const MOST_SPANS = 14

/** Whether these are hours that a place can keep: times that exist, on ISO weekdays, each day once a span. */
export function isWeeklyHours(hours: OpeningHours): boolean {
  return hours.every(
    ({ days, opens, closes }) =>
      isTimeOfDay(opens) &&
      (isTimeOfDay(closes) || closes === '24:00') &&
      days.length > 0 &&
      days.every((day) => Number.isInteger(day) && day >= 1 && day <= 7) &&
      new Set(days).size === days.length,
  )
}
