import { DAY, MINUTE } from '@/domain/time/instant'
import { spanOn } from '@/domain/time/opening-hours'
import type { StationHours, TimeSpan } from './station-hours'

const DAY_MINUTES = DAY / MINUTE
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7]

const timeAt = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/**
 * The spans of one day in order, those that touch made one, the end of the day written 24:00. What
 * would last longer than a day stays in two, because one span cannot say it.
 */
export function normalSpans(spans: readonly TimeSpan[]): TimeSpan[] {
  const ordered = spans
    .map((span) => spanOn(0, span))
    .sort((a, b) => a.from - b.from || a.until - b.until)
  const joined: typeof ordered = []
  for (const span of ordered) {
    const last = joined[joined.length - 1]
    const until = Math.max(last?.until ?? 0, span.until)
    if (last && span.from <= last.until && until - last.from <= DAY) last.until = until
    else joined.push({ ...span })
  }
  return joined.map(({ from, until }) => {
    const closes = until / MINUTE
    return {
      opens: timeAt(from / MINUTE),
      closes: timeAt(closes > DAY_MINUTES ? closes - DAY_MINUTES : closes),
    }
  })
}

/** Whether these spans, in normal form, are the whole day. */
export function isWholeDay(spans: readonly TimeSpan[]): boolean {
  const [only] = spans
  return spans.length === 1 && only!.opens === '00:00' && only!.closes === '24:00'
}

/** Weekdays that keep the same spans, Monday's group first. */
export interface WeekdayGroup {
  days: number[]
  spans: TimeSpan[]
}

/** The weekly hours by groups of weekdays; a day that is closed stands in none. */
export function weekdayGroups(weekly: StationHours['weekly']): WeekdayGroup[] {
  const groups = new Map<string, WeekdayGroup>()
  for (const day of WEEKDAYS) {
    const spans = normalSpans(weekly.filter(({ days }) => days.includes(day)))
    if (spans.length === 0) continue
    const key = JSON.stringify(spans)
    const group = groups.get(key)
    if (group) group.days.push(day)
    else groups.set(key, { days: [day], spans })
  }
  return [...groups.values()]
}

/**
 * The one form of all hours that mean the same on every day: what holds on holidays as on any day
 * is null, special days that never come are left out, their order is kept, because the first holds.
 */
export function normalHours({ weekly, publicHolidays, special }: StationHours): StationHours {
  const groups = weekdayGroups(weekly)
  const holidays = publicHolidays && normalSpans(publicHolidays)
  const [first] = groups
  const always = first?.days.length === WEEKDAYS.length ? first.spans : first ? null : []
  const same = holidays && always && JSON.stringify(holidays) === JSON.stringify(always)
  return {
    weekly: groups.flatMap(({ days, spans }) => spans.map((span) => ({ days, ...span }))),
    publicHolidays: same ? null : holidays,
    special: special
      .filter(({ from, to }) => from <= to)
      .map(({ from, to, spans }) => ({ from, to, spans: normalSpans(spans) })),
  }
}
