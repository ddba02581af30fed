import { addDays, dateOf, dayOfWeek, startOfDay } from '@/domain/time/date'
import { DAY } from '@/domain/time/instant'
import {
  type OpenSpan,
  closingOf,
  openUntilBySpans,
  reopeningInWords,
  spanOn,
} from '@/domain/time/opening-hours'
import { dayInWords } from '@/domain/time/words'
import type { HolidayMarks, StationHours, TimeSpan } from './station-hours'

/**
 * Whether a station is open by its hours. `until` and `opens` in milliseconds since the epoch;
 * `always` when it does not close within a week, `opens` null when it does not open for a fortnight.
 */
export type StationOpening =
  | { open: true; until: number | 'always' }
  | { open: false; opens: number | null }

/** A calendar day as opening hours see it. */
export interface OpeningDay {
  date: string
  /** The instant at which it begins, in milliseconds since the epoch. */
  begins: number
  /** The ISO weekday whose hours it keeps: a Monday's where the notice makes it a working day. */
  weekday: number
  /** A day off of the State Council's notice. */
  rest: boolean
}

/** Long enough for the longest public holiday with the weekends around it. */
const DAYS_AHEAD = 14
const MONDAY = 1
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7]

/** The days whose spans matter at `now`, from the day before it on; the same for every station. */
export function openingDays(now: number, marks: HolidayMarks): OpeningDay[] {
  const yesterday = addDays(dateOf(now), -1)
  return Array.from({ length: DAYS_AHEAD + 2 }, (_, ahead) => {
    const date = addDays(yesterday, ahead)
    const mark = marks[date]
    const weekday = mark === 'work' ? MONDAY : dayOfWeek(date)
    return { date, begins: startOfDay(date), weekday, rest: mark === 'rest' }
  })
}

/** The spans that begin on a day; of special days that overlap, the first one named holds. */
function spansOfDay(hours: StationHours, { date, weekday, rest }: OpeningDay): readonly TimeSpan[] {
  const special = hours.special.find(({ from, to }) => from <= date && date <= to)
  if (special) return special.spans
  if (rest && hours.publicHolidays) return hours.publicHolidays
  return hours.weekly.filter(({ days }) => days.includes(weekday))
}

/** `stationOpening` for many stations at one `now`, with the days computed once by `openingDays`. */
export function openingOn(
  days: readonly OpeningDay[],
  hours: StationHours,
  now: number,
): StationOpening {
  const spans: OpenSpan[] = []
  for (const day of days) {
    for (const span of spansOfDay(hours, day)) spans.push(spanOn(day.begins, span))
  }
  spans.sort((a, b) => a.from - b.from)
  const until = openUntilBySpans(spans, now)
  if (until !== null) return { open: true, until }
  return { open: false, opens: spans.find(({ from }) => from > now)?.from ?? null }
}

/**
 * Whether a station that keeps these hours is open at `now` (milliseconds since the epoch), until
 * when without a break, or when it opens next. `marks` must reach from the day before `now` on;
 * days that they do not name are ordinary ones.
 */
export function stationOpening(
  hours: StationHours,
  now: number,
  marks: HolidayMarks,
): StationOpening {
  return openingOn(openingDays(now, marks), hours, now)
}

/** Whether the spans that begin on a day, after those of the day before, leave no minute of it out. */
function fillsTheDay(before: readonly TimeSpan[], own: readonly TimeSpan[]): boolean {
  const spans = [...before.map((span) => spanOn(-DAY, span)), ...own.map((span) => spanOn(0, span))]
  spans.sort((a, b) => a.from - b.from)
  let filled = 0
  for (const { from, until } of spans) if (from <= filled) filled = Math.max(filled, until)
  return filled >= DAY
}

/**
 * Whether these hours are round the clock, whatever the notice makes of any day. Special days do
 * not count: a place that is shut for repairs next week is still one that never closes at night.
 */
export function isAlwaysOpen({ weekly, publicHolidays }: StationHours): boolean {
  const on = (weekday: number) => weekly.filter(({ days }) => days.includes(weekday))
  const kinds = (weekday: number) => [on(weekday), on(MONDAY), publicHolidays ?? on(weekday)]
  return WEEKDAYS.every((weekday) =>
    kinds(weekday === MONDAY ? 7 : weekday - 1).every((before) =>
      kinds(weekday).every((own) => fillsTheDay(before, own)),
    ),
  )
}

/** 24 小时, 开到 22:00, 开到明天 02:00, 今天 08:30 开门, 暂不开放; 开放时间不详 where nobody knows. */
export function stationOpeningInWords(opening: StationOpening | null, now: number): string {
  if (opening === null) return '开放时间不详'
  if (!opening.open) return reopeningInWords(opening.opens, now)
  if (opening.until === 'always') return '24 小时'
  const { day, time } = closingOf(opening.until)
  const today = dateOf(now)
  return day === today ? `开到 ${time}` : `开到${dayInWords(day, today)} ${time}`
}
