import {
  addDays,
  addMonths,
  dateOf,
  dayOfWeek,
  firstOfMonth,
  lastOfMonth,
  monthOf,
} from '@/domain/time/date'
import { MINUTE, instantAt, minutesOfDay } from '@/domain/time/instant'

/** When somebody is there within one day: times of day `HH:MM` at UTC+8, the end exclusive. */
export interface OfficeSpan {
  opens: string
  closes: string
}

/** The hours of a month as they stand in the grid; weekdays are ISO (1 Monday … 7 Sunday). */
export interface WeeklyHours {
  weekly: readonly { weekday: number; spans: readonly OfficeSpan[] }[]
  /** Days without hours although the week has some, `YYYY-MM-DD`. */
  blocked: readonly string[]
  slotMinutes: number
}

/** One slot; instants in milliseconds since the epoch. */
export interface SlotSpan {
  startsAt: number
  endsAt: number
}

/** How many months ahead hours can be published. */
const MONTHS_AHEAD = 6

/** The first and the last month, `YYYY-MM`, whose hours can be published at an instant. */
export function monthsToPublish(now: number): { first: string; last: string } {
  const first = monthOf(dateOf(now))
  return { first, last: addMonths(first, MONTHS_AHEAD) }
}

/**
 * The first weekday whose hours cannot be kept: a span that does not end after it begins, two that
 * overlap, or the weekday named twice. Null where all can; spans may stand in any order and touch.
 */
export function wrongWeekday({ weekly }: Pick<WeeklyHours, 'weekly'>): number | null {
  const seen = new Set<number>()
  for (const { weekday, spans } of weekly) {
    const ordered = inOrder(spans)
    const wrong = ordered.some(
      ({ opens, closes }, index) =>
        closes <= opens || (index > 0 && opens < ordered[index - 1]!.closes),
    )
    if (wrong || seen.has(weekday)) return weekday
    seen.add(weekday)
  }
  return null
}

/**
 * The slots that a month's hours give, in order. Rest days (`isRestDay`, of `YYYY-MM-DD`) give none,
 * whatever the week says: the centre's office is shut, and who comes all the same meets a locked door.
 * What is left over at the end of a span and shorter than a slot is none.
 */
export function slotsWithout(
  hours: WeeklyHours,
  month: string,
  isRestDay: (date: string) => boolean,
): SlotSpan[] {
  const spansOf = new Map(hours.weekly.map(({ weekday, spans }) => [weekday, inOrder(spans)]))
  const slots: SlotSpan[] = []
  for (let date = firstOfMonth(month); date <= lastOfMonth(month); date = addDays(date, 1)) {
    const spans = spansOf.get(dayOfWeek(date)) ?? []
    if (spans.length === 0 || hours.blocked.includes(date) || isRestDay(date)) continue
    for (const span of spans) slots.push(...slotsOf(date, span, hours.slotMinutes))
  }
  return slots
}

function slotsOf(date: string, { opens, closes }: OfficeSpan, minutes: number): SlotSpan[] {
  const begins = instantAt(date, opens)
  const count = Math.floor((minutesOfDay(closes) - minutesOfDay(opens)) / minutes)
  return Array.from({ length: Math.max(count, 0) }, (_, index) => ({
    startsAt: begins + index * minutes * MINUTE,
    endsAt: begins + (index + 1) * minutes * MINUTE,
  }))
}

function inOrder(spans: readonly OfficeSpan[]): OfficeSpan[] {
  return [...spans].sort((a, b) => (a.opens < b.opens ? -1 : a.opens > b.opens ? 1 : 0))
}
