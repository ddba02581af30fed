import type { Seating } from '@/domain/calendar/seating'
import { addDays, dayOfWeek } from '@/domain/time/date'
import { minutesOfDay } from '@/domain/time/instant'
import type { NewActivity } from '@/cloud/store/queries/sample'

/** One activity of the sample programme. `key` is the local part of its activityId. */
export interface SampleActivity extends NewActivity {
  key: string
  /** What its next occurrences are about, one each. */
  topics?: readonly string[]
  /** The share of each pool that sample residents take, 0 to 1. */
  taken?: number
  /** Where seats are drawn: which ballot of the sample draws for it (`ballots.ts`). */
  ballot?: 'open' | 'drawn'
}

/** The first given ISO weekday on or after the day `days` from `today`. */
export function weekdayFrom(today: string, days: number, weekday: number): string {
  const from = addDays(today, days)
  return addDays(from, (weekday - dayOfWeek(from) + 7) % 7)
}

/** Seats for each lecture or visit by itself: open for three weeks, back until it starts. */
export function eachTime(capacity: number, more: Partial<Seating> = {}): Seating {
  return {
    per: 'occurrence',
    capacity,
    opensDaysBefore: 21,
    opensAt: '09:00',
    closesMinutesBefore: 30,
    cancelHoursBefore: 0,
    ...more,
  }
}

/**
 * Seats of a whole term that are drawn: entries are taken until 18:00 on the day so many days before
 * the first lesson, which begins at `time`.
 */
export function drawnTerm(
  capacity: number,
  { time, closes, opens }: { time: string; closes: number; opens: number },
): Seating {
  const closesMinutesBefore = closes * 24 * 60 + minutesOfDay(time) - minutesOfDay('18:00')
  return wholeTerm(capacity, { opensDaysBefore: opens, closesMinutesBefore, mode: 'ballot' })
}

/** Seats for a whole term: open for five weeks before the first lesson, back until the day before. */
export function wholeTerm(capacity: number, more: Partial<Seating> = {}): Seating {
  return {
    per: 'term',
    capacity,
    opensDaysBefore: 35,
    opensAt: '10:00',
    closesMinutesBefore: 60,
    cancelHoursBefore: 24,
    ...more,
  }
}
