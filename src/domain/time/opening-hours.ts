import { addDays, dateOf, dayOfWeek, startOfDay } from './date'
import { DAY, MINUTE, minutesOfDay, timeOf } from './instant'
import { dayInWords } from './words'

/**
 * Opening hours after schema.org OpeningHoursSpecification: ISO weekdays (1 Monday … 7 Sunday) and
 * times `HH:MM` at UTC+8. A span that does not end after it opens goes on past midnight; 00:00 to
 * 24:00, 23:59 or 00:00 is the whole day.
 */
export type OpeningHours = { days: number[]; opens: string; closes: string }[]

/** A stretch in which a place is open: milliseconds since the epoch, the end exclusive. */
export interface OpenSpan {
  from: number
  until: number
}

/** What a span `HH:MM` to `HH:MM` is on the day that begins at the instant `dayBegins`. */
export function spanOn(dayBegins: number, span: { opens: string; closes: string }): OpenSpan {
  const opens = minutesOfDay(span.opens)
  // schema.org writes the end of the day as 23:59; nobody closes for its last minute.
  const closes = span.closes === '23:59' ? DAY / MINUTE : minutesOfDay(span.closes)
  const end = closes <= opens ? closes + DAY / MINUTE : closes
  return { from: dayBegins + opens * MINUTE, until: dayBegins + end * MINUTE }
}

/** The spans that begin on a day. */
function spansOf(hours: OpeningHours, date: string): OpenSpan[] {
  return hours
    .filter(({ days }) => days.includes(dayOfWeek(date)))
    .map((span) => spanOn(startOfDay(date), span))
}

/** The spans that touch the eight days from the day before `now`, in order. */
function spansAround(hours: OpeningHours, now: number): OpenSpan[] {
  const yesterday = addDays(dateOf(now), -1)
  return Array.from({ length: 9 }, (_, day) => spansOf(hours, addDays(yesterday, day)))
    .flat()
    .sort((a, b) => a.from - b.from)
}

/**
 * Until when a place with these spans, in order, is open without a break: milliseconds since the
 * epoch, `always` when it does not close within a week, null when it is closed at `now`.
 */
export function openUntilBySpans(
  spans: readonly OpenSpan[],
  now: number,
): number | 'always' | null {
  let until = now
  for (const span of spans) {
    if (span.from <= until && span.until > until) until = span.until
  }
  if (until === now) return null
  return until - now > 7 * DAY - MINUTE ? 'always' : until
}

/** The same of a place that keeps these hours every week. */
export function openUntil(hours: OpeningHours, now: number): number | 'always' | null {
  return openUntilBySpans(spansAround(hours, now), now)
}

/** When a place that is closed at `now` opens next, in milliseconds; null when it never does. */
export function nextOpening(hours: OpeningHours, now: number): number | null {
  return spansAround(hours, now).find(({ from }) => from > now)?.from ?? null
}

/** The day and time that people say for a closing: an instant at midnight is 24:00 of the day it ends. */
export function closingOf(until: number): { day: string; time: string } {
  if (timeOf(until) !== '00:00') return { day: dateOf(until), time: timeOf(until) }
  return { day: dateOf(until - MINUTE), time: '24:00' }
}

/** 明天 08:30 开门; 暂不开放 where nobody knows of an opening. */
export function reopeningInWords(opens: number | null, now: number): string {
  if (opens === null) return '暂不开放'
  return `${dayInWords(dateOf(opens), dateOf(now))} ${timeOf(opens)} 开门`
}

/** 今天开到 21:00, 开到明天 02:00, 24 小时开放, 明天 08:30 开门; 暂不开放 without any hours. */
export function openingInWords(hours: OpeningHours, now: number): string {
  const until = openUntil(hours, now)
  if (until === 'always') return '24 小时开放'
  if (until === null) return reopeningInWords(nextOpening(hours, now), now)
  const { day, time } = closingOf(until)
  const today = dateOf(now)
  return day === today ? `今天开到 ${time}` : `开到${dayInWords(day, today)} ${time}`
}
