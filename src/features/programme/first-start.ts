import { instantAt, parseInstant } from '@/domain/time/instant'
import type { Plan } from './plan'
import { heldDays } from './plan-dates'

/** When the next lesson begins that can still be booked, in milliseconds; null when none is to come. */
export function firstStart(plan: Plan, now: number): number | null {
  const { when } = plan
  const starts =
    when.kind === 'lessons'
      ? when.lessons.map(({ startsAt }) => parseInstant(startsAt))
      : heldDays(when).map((date) => instantAt(date, when.rule.time))
  const first = [...starts].sort((a, b) => a - b).find((start) => start > now)
  return first ?? null
}
