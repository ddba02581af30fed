import { type LessonDiff, lessonDiff } from '@/domain/programme/lesson-diff'
import { plannedLessons } from '@/domain/programme/lessons-of-plan'
import type { Plan } from '@/domain/programme/plan'
import { DAY } from '@/domain/time/instant'
import { dateOf } from '@/domain/time/date'
import type { ConcernedLesson } from '@/cloud/store/queries/programme/people'
import type { WrittenLesson } from '@/cloud/store/queries/programme/standing'

export type WrittenDiff = LessonDiff<WrittenLesson>

/** What becomes of lessons that stand when a plan takes the place of another. */
export function diffOfPlans(
  standing: readonly WrittenLesson[],
  { before, after }: { before: Plan; after: Plan },
  now: number,
): WrittenDiff {
  const today = dateOf(now)
  const last = Math.max(now, ...standing.map((one) => one.originalStartsAt))
  const through = dateOf(last)
  return lessonDiff(standing, {
    before: plannedLessons(before, today, through),
    after: plannedLessons(after, today, through),
    now,
  })
}

/** All lessons to come so many days later; what was called off stays so. */
export function postponed(
  standing: readonly WrittenLesson[],
  days: number,
  now: number,
): WrittenDiff {
  const moved = toCome(standing, now).map((lesson) => {
    const { startsAt, endsAt, place } = lesson
    const later = startsAt + days * DAY
    const planned = { startsAt: later, endsAt: endsAt + days * DAY, place, originalStartsAt: later }
    return { lesson, planned }
  })
  return { same: [], moved, cancelled: [], added: [] }
}

/** All lessons to come called off. */
export function calledOff(standing: readonly WrittenLesson[], now: number): WrittenDiff {
  return { same: [], moved: [], cancelled: toCome(standing, now), added: [] }
}

function toCome(standing: readonly WrittenLesson[], now: number): WrittenLesson[] {
  return standing
    .filter((one) => one.startsAt > now && !one.isCancelled)
    .sort((a, b) => a.startsAt - b.startsAt)
}

/** The lessons that a change concerns, soonest first; what is added concerns those of a whole course. */
export function concernedBy(
  diff: WrittenDiff,
  standing: readonly WrittenLesson[],
  isTerm: boolean,
): ConcernedLesson[] {
  const termPool = isTerm ? (standing.find(({ poolId }) => poolId !== null)?.poolId ?? null) : null
  const spanOf = ({ startsAt, endsAt, place }: ConcernedSpan) => ({ startsAt, endsAt, place })
  const concerned = [
    ...diff.moved.map(({ lesson, planned }) => ({
      ...written(lesson),
      ...{ from: spanOf(lesson), to: spanOf(planned) },
    })),
    ...diff.cancelled.map((lesson) => ({ ...written(lesson), from: spanOf(lesson), to: null })),
    ...diff.added.map((planned) => ({
      ...{ occurrenceId: null, poolId: termPool, number: null, from: null },
      to: spanOf(planned),
    })),
  ]
  const at = ({ from, to }: ConcernedLesson) => (from ?? to!).startsAt
  return concerned.sort((a, b) => at(a) - at(b))
}

interface ConcernedSpan {
  startsAt: number
  endsAt: number
  place: string
}

function written({ occurrenceId, poolId, lessonNumber: number }: WrittenLesson) {
  return { occurrenceId, poolId, number }
}
