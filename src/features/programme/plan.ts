import type { Audience, Category } from '@/domain/calendar/programme'
import type { Rule } from '@/domain/calendar/rule'
import type { Seating } from '@/domain/calendar/seating'

/** When the lessons of a plan are: by a rule, or each by itself. */
export type When =
  | { kind: 'rule'; rule: Rule }
  | { kind: 'lessons'; lessons: { startsAt: string; endsAt: string; place?: string }[] }

/** The definition of one activity as staff edit it. */
export interface Plan {
  title: string
  category: Category
  audience: Audience
  description: string
  host: string
  place: string
  ages: { min: number | null; max: number | null } | null
  feeFen: number
  bring: string | null
  when: When
  seating: Seating | null
  guestsFromList: boolean
}

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
  lessons: 366,
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
