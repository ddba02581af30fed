import type { OpeningHours } from '@/domain/time/opening-hours'

/** Times of day `HH:MM` at UTC+8. A span that does not end after it opens goes on past midnight. */
export interface TimeSpan {
  opens: string
  closes: string
}

/**
 * When a station is open, after schema.org `openingHoursSpecification` and its special forms. The
 * most particular rule holds for the spans that begin on a day: `special`, else `publicHolidays` on
 * a day off of the State Council's notice, else `weekly`. A weekend day that the notice makes a
 * working day keeps the hours of a Monday.
 */
export interface StationHours {
  weekly: OpeningHours
  /** On public days off: null as on any such weekday, [] closed. */
  publicHolidays: TimeSpan[] | null
  /** Calendar days from one to another, both included; without spans it is closed on them. */
  special: { from: string; to: string; spans: TimeSpan[] }[]
}

/** The marks of the State Council's notice by day (`YYYY-MM-DD`), as far as they are known. */
export type HolidayMarks = Readonly<Record<string, 'rest' | 'work'>>
