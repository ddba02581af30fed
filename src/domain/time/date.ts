/**
 * Calendar days as `YYYY-MM-DD` text, at UTC+8 all year: mainland China keeps one offset and has
 * had no summer time since 1991. Text of this form sorts by date, so `<` compares days.
 */

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const DAY_MS = 86_400_000
const OFFSET_MS = 8 * 3_600_000

/** How many days a month of the Gregorian calendar has; `month` is 1–12. */
export function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return month === 2 && leap ? 29 : (MONTH_LENGTHS[month - 1] ?? 0)
}

/** Whether a text is a day that exists, `YYYY-MM-DD`, from 1970 to 2099. */
export function isCalendarDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (year < 1970 || year > 2099 || month < 1 || month > 12) return false
  return day >= 1 && day <= daysInMonth(year, month)
}

/** Days since 1970-01-01 of a calendar day. */
function dayNumber(date: string): number {
  const [year, month, day] = date.split('-').map(Number)
  return Date.UTC(year!, month! - 1, day) / DAY_MS
}

function fromDayNumber(number: number): string {
  return new Date(number * DAY_MS).toISOString().slice(0, 10)
}

/** The day `days` after a day, or before it when negative. */
export function addDays(date: string, days: number): string {
  return fromDayNumber(dayNumber(date) + days)
}

/** How many days `to` lies after `from`; negative when it lies before. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from)
}

/** The ISO 8601 weekday: 1 Monday … 7 Sunday. */
export function dayOfWeek(date: string): number {
  return ((dayNumber(date) + 3) % 7) + 1
}

/** Orders two days for `sort`. */
export function compareDates(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** The month of a day, `YYYY-MM`. */
export function monthOf(date: string): string {
  return date.slice(0, 7)
}

/** The month `months` after a month `YYYY-MM`, or before it when negative. */
export function addMonths(month: string, months: number): string {
  const [year, number] = month.split('-').map(Number)
  const count = year! * 12 + number! - 1 + months
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`
}

/** The first day of a month `YYYY-MM`. */
export function firstOfMonth(month: string): string {
  return `${month}-01`
}

/** The last day of a month `YYYY-MM`. */
export function lastOfMonth(month: string): string {
  const [year, number] = month.split('-').map(Number)
  return `${month}-${daysInMonth(year!, number!)}`
}

/** The calendar day at UTC+8 of an instant in milliseconds since the epoch. */
export function dateOf(instant: number): string {
  return new Date(instant + OFFSET_MS).toISOString().slice(0, 10)
}

/** The instant, in milliseconds since the epoch, at which a day begins at UTC+8. */
export function startOfDay(date: string): number {
  return dayNumber(date) * DAY_MS - OFFSET_MS
}
