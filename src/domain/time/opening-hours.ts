import { addDays, dateOf, dayOfWeek } from './date'
import { MINUTE, instantAt, minutesOfDay, timeOf } from './instant'
import { dayInWords } from './words'

/**
 * Opening hours after schema.org OpeningHoursSpecification: ISO weekdays (1 Monday … 7 Sunday) and
 * times `HH:MM` at UTC+8. A span that does not end after it opens goes on past midnight; 00:00 to
 * 24:00, 23:59 or 00:00 is the whole day.
 */
export type OpeningHours = { days: number[]; opens: string; closes: string }[]

interface Span {
  from: number
  until: number
}

/** The spans that begin on a day, in milliseconds. */
function spansOf(hours: OpeningHours, date: string): Span[] {
  return hours
    .filter(({ days }) => days.includes(dayOfWeek(date)))
    .map(({ opens, closes }) => {
      // schema.org writes the end of the day as 23:59; nobody closes for its last minute.
      const end = closes === '23:59' ? '24:00' : closes
      const past = minutesOfDay(end) <= minutesOfDay(opens)
      return { from: instantAt(date, opens), until: instantAt(past ? addDays(date, 1) : date, end) }
    })
}

/** The spans that touch the eight days from the day before `now`, in order. */
function spansAround(hours: OpeningHours, now: number): Span[] {
  const yesterday = addDays(dateOf(now), -1)
  return Array.from({ length: 9 }, (_, day) => spansOf(hours, addDays(yesterday, day)))
    .flat()
    .sort((a, b) => a.from - b.from)
}

/**
 * Until when a place that keeps these hours is open without a break: milliseconds since the epoch,
 * `always` when it does not close within a week, null when it is closed at `now`.
 */
export function openUntil(hours: OpeningHours, now: number): number | 'always' | null {
  let until = now
  for (const span of spansAround(hours, now)) {
    if (span.from <= until && span.until > until) until = span.until
  }
  if (until === now) return null
  return until - now > 7 * 24 * 60 * MINUTE - MINUTE ? 'always' : until
}

/** When a place that is closed at `now` opens next, in milliseconds; null when it never does. */
export function nextOpening(hours: OpeningHours, now: number): number | null {
  return spansAround(hours, now).find(({ from }) => from > now)?.from ?? null
}

/** 今天开到 21:00, 开到明天 02:00, 24 小时开放, 明天 08:30 开门; 暂不开放 without any hours. */
export function openingInWords(hours: OpeningHours, now: number): string {
  const until = openUntil(hours, now)
  if (until === 'always') return '24 小时开放'
  if (until !== null) {
    const lastDay = dateOf(until - MINUTE)
    const closes = timeOf(until) === '00:00' ? '24:00' : timeOf(until)
    const day = timeOf(until) === '00:00' ? lastDay : dateOf(until)
    if (day === dateOf(now)) return `今天开到 ${closes}`
    return `开到${dayInWords(day, dateOf(now))} ${closes}`
  }
  const opens = nextOpening(hours, now)
  if (opens === null) return '暂不开放'
  return `${dayInWords(dateOf(opens), dateOf(now))} ${timeOf(opens)} 开门`
}
