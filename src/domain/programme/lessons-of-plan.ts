import { expand } from '@/domain/calendar/recurrence'
import { isBounded } from '@/domain/calendar/rule-positions'
import { slots } from '@/domain/calendar/seating'
import type { Span } from '@/domain/seats/clash'
import { addDays, dateOf } from '@/domain/time/date'
import { parseInstant } from '@/domain/time/instant'
import type { Plan } from './plan'

/** So many days of an activity without end are written down ahead. */
export const WRITTEN_DAYS = 150
const LAST_DAY = '2099-12-31'

/** A lesson that a plan gives; instants in milliseconds. */
export interface PlannedLesson extends Span {
  /** What names it for good: where the rule puts it, before rest days move it. */
  originalStartsAt: number
  place: string
}

/** Whether a plan comes to an end by itself. */
export function hasEnd({ when }: Pick<Plan, 'when'>): boolean {
  return when.kind === 'lessons' || isBounded(when.rule)
}

/**
 * Every lesson of a plan in order, by when it takes place; one without end from `today` on for
 * WRITTEN_DAYS, or through the day `through` where that is later. Slots are lessons of their own.
 */
export function plannedLessons(plan: Plan, today: string, through = today): PlannedLesson[] {
  return wholeLessons(plan, today, through)
    .flatMap((whole) => {
      const cut = plan.seating ? slots(plan.seating, whole) : [whole]
      return cut.map(({ startsAt, endsAt }) => ({
        ...{ startsAt, endsAt, place: whole.place },
        originalStartsAt: whole.originalStartsAt + (startsAt - whole.startsAt),
      }))
    })
    .sort((a, b) => a.startsAt - b.startsAt || a.originalStartsAt - b.originalStartsAt)
}

/** The same before any is cut into slots. */
export function wholeLessons(
  plan: Pick<Plan, 'when' | 'place'>,
  today: string,
  through = today,
): PlannedLesson[] {
  const { when, place } = plan
  if (when.kind === 'lessons') {
    return when.lessons.map((lesson) => {
      const startsAt = parseInstant(lesson.startsAt)
      const endsAt = parseInstant(lesson.endsAt)
      return { startsAt, endsAt, originalStartsAt: startsAt, place: lesson.place ?? place }
    })
  }
  const { rule } = when
  const ahead = addDays(today, WRITTEN_DAYS)
  const to = isBounded(rule) ? LAST_DAY : ahead > through ? ahead : through
  const from = isBounded(rule) ? rule.startsOn : today
  return expand(rule, from, to).map(({ startsAt, endsAt, originalStartsAt }) => {
    return { startsAt, endsAt, originalStartsAt, place }
  })
}

/** The day of a lesson at UTC+8. */
export const dayOfLesson = ({ startsAt }: Span): string => dateOf(startsAt)
