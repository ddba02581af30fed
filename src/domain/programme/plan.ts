import type { Audience, Category } from '@/domain/calendar/programme'
import type { Rule } from '@/domain/calendar/rule'
import type { Seating } from '@/domain/calendar/seating'

/** No activity has more lessons written down at once; a lesson a day for a year. */
export const MOST_LESSONS = 366

/** A draft is seen by staff alone; a cancelled activity stays where people had seats in it. */
export const ACTIVITY_STATES = ['draft', 'published', 'cancelled'] as const
export type ActivityState = (typeof ACTIVITY_STATES)[number]

/** What staff do to a whole activity once residents see it. */
export const ACTIVITY_CHANGES = ['published', 'changed', 'postponed', 'cancelled'] as const
export type ActivityChangeKind = (typeof ACTIVITY_CHANGES)[number]

/** One lesson of a plan that lists its lessons; instants as the wire has them. */
export interface ListedLesson {
  startsAt: string
  endsAt: string
  /** Where this one is, if not where the activity is. */
  place?: string | undefined
}

/** When an activity takes place: by a rule, or exactly these lessons in any order. */
export type PlanWhen = { kind: 'rule'; rule: Rule } | { kind: 'lessons'; lessons: ListedLesson[] }

/** The definition of one activity as staff write it, the same on the wire. */
export interface Plan {
  title: string
  category: Category
  audience: Audience
  description: string
  /** Who holds it: a teacher by the name residents know, or an organisation; may be empty. */
  host: string
  place: string
  ages: { min: number | null; max: number | null } | null
  /** 1/100 yuan; 0 is free. */
  feeFen: number
  bring: string | null
  when: PlanWhen
  /** Null where nobody needs a seat. */
  seating: Seating | null
  guestsFromList: boolean
}
