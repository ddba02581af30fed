import { DAY, HOUR } from '@/domain/time/instant'

/** How many reports one person may make within a span of time. */
export const REPORT_LIMITS = [
  { within: HOUR, most: 10 },
  { within: DAY, most: 30 },
] as const

/** More of a person's latest reports than these decide nothing. */
export const REPORTS_THAT_COUNT = 30

/**
 * When a person may report again: null at once, else milliseconds since the epoch. `latest` are the
 * instants of the person's reports, newest first.
 */
export function mayReportAgain(latest: readonly number[], now: number): number | null {
  const waits = REPORT_LIMITS.map(({ within, most }) => (latest[most - 1] ?? -Infinity) + within)
  const until = Math.max(...waits)
  return until > now ? until : null
}
