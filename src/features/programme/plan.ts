import { MOST_LESSONS, type Plan, type PlanWhen } from '@/domain/programme/plan'

export type { Plan }
export type When = PlanWhen

/** What the server takes of each text, in UTF-16 units, and of the numbers. */
export const PLAN_LIMITS = {
  title: 60,
  host: 60,
  place: 60,
  bring: 200,
  description: 2000,
  age: 120,
  feeFen: 1_000_000,
  capacity: 100_000,
  lessons: MOST_LESSONS,
  reason: { least: 2, most: 60 },
} as const

/**
 * A value with its fields in one order and without those that are not set, so that two that mean the
 * same are the same text.
 */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part
    return Object.fromEntries(
      Object.entries(part)
        .filter(([, field]) => field !== undefined)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    )
  })
}
