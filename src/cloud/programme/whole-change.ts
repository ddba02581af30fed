import type { Plan } from '@/domain/programme/plan'
import { hasEnd, plannedLessons } from '@/domain/programme/lessons-of-plan'
import { dateOf } from '@/domain/time/date'
import { toInstantText } from '@/domain/time/instant'
import type { PlannedActivity } from '@/cloud/store/queries/programme/activity'
import type { WrittenLesson } from '@/cloud/store/queries/programme/standing'
import { type WrittenDiff, calledOff, postponed } from './change-of-plan'

/** What staff do to all lessons to come of an activity. */
export type WholeChange = { kind: 'postpone'; days: number } | { kind: 'cancel' }

type NotChangeable =
  | { code: 'CANCELLED'; facts: Record<string, never> }
  | { code: 'STILL_DRAFT'; facts: Record<string, never> }
  | { code: 'ENDLESS'; facts: Record<string, never> }

/** Why all lessons of an activity cannot be postponed or called off; null where they can. */
export function whyNotWhole({ state, plan }: PlannedActivity, { kind }: WholeChange) {
  const refuse = (code: NotChangeable['code']) => ({
    refusal: { code, facts: {} },
  })
  if (state === 'cancelled') return refuse('CANCELLED')
  if (state === 'draft') return refuse('STILL_DRAFT')
  return kind === 'postpone' && !hasEnd(plan) ? refuse('ENDLESS') : null
}

/** What becomes of its lessons. */
export function lessonsAfter(
  standing: readonly WrittenLesson[],
  change: WholeChange,
  now: number,
): WrittenDiff {
  return change.kind === 'cancel' ? calledOff(standing, now) : postponed(standing, change.days, now)
}

/**
 * The plan of an activity after that: of one that is postponed, its lessons one by one, those that have
 * begun as they were planned and those to come as they then stand; of one that is cancelled, as it was.
 */
export function planAfter(plan: Plan, diff: WrittenDiff, now: number): Plan {
  if (diff.moved.length === 0) return plan
  const begun = plannedLessons({ ...plan, seating: null }, dateOf(now)).filter(
    ({ startsAt }) => startsAt <= now,
  )
  const lessons = new Map(
    [...begun, ...diff.moved.map(({ planned }) => planned)].map((one) => [one.startsAt, one]),
  )
  return {
    ...plan,
    when: {
      kind: 'lessons',
      lessons: [...lessons.values()].map(({ startsAt, endsAt, place }) => ({
        startsAt: toInstantText(startsAt),
        endsAt: toInstantText(endsAt),
        ...(place !== plan.place && { place }),
      })),
    },
  }
}
