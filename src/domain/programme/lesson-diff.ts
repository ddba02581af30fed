import { dateOf } from '@/domain/time/date'
import type { PlannedLesson } from './lessons-of-plan'

/** A lesson that is written down; instants in milliseconds. */
export interface StandingLesson extends PlannedLesson {
  occurrenceId: string
  isCancelled: boolean
}

/** What becomes of the lessons of an activity when its plan does. */
export interface LessonDiff<Standing extends StandingLesson = StandingLesson> {
  /** Stay as they stand; `planned` is what they are in the new plan. */
  same: { lesson: Standing; planned: PlannedLesson }[]
  moved: { lesson: Standing; planned: PlannedLesson }[]
  cancelled: Standing[]
  added: PlannedLesson[]
}

/**
 * The least that turns the lessons that stand into those of a new plan at `now`. What has begun is not
 * touched. A lesson that both plans give alike stays as staff left it, even moved or cancelled by
 * itself. Others are matched by what names them, then by the same beginning, by the same day, in order;
 * one that was called off comes back only where the new plan names it and the one before did not.
 */
export function lessonDiff<Standing extends StandingLesson>(
  standing: readonly Standing[],
  {
    before,
    after,
    now,
  }: { before: readonly PlannedLesson[]; after: readonly PlannedLesson[]; now: number },
): LessonDiff<Standing> {
  const diff: LessonDiff<Standing> = { same: [], moved: [], cancelled: [], added: [] }
  const wasGiven = new Map(before.map((one) => [one.originalStartsAt, one]))
  const wanted = new Map(after.map((one) => [one.originalStartsAt, one]))
  const open: Standing[] = []
  for (const lesson of [...standing].sort(byTime)) {
    const planned = wanted.get(lesson.originalStartsAt)
    if (planned) wanted.delete(lesson.originalStartsAt)
    if (lesson.startsAt <= now) continue
    if (!planned) {
      if (!lesson.isCancelled) open.push(lesson)
      continue
    }
    const was = wasGiven.get(lesson.originalStartsAt)
    const stays = was ? alike(was, planned) : !lesson.isCancelled && alike(lesson, planned)
    // What is to be in the past is not to be at all.
    if (stays) diff.same.push({ lesson, planned })
    else if (planned.startsAt > now) put(diff, lesson, planned)
    else if (!lesson.isCancelled) open.push(lesson)
  }
  const left = [...wanted.values()].filter(({ startsAt }) => startsAt > now).sort(byTime)
  for (const fits of [sameStart, sameDay, () => true]) pair(diff, open, left, fits)
  diff.cancelled.push(...open)
  diff.added.push(...left)
  return diff
}

/** Matches what fits, in order, and takes it out of both lists. */
function pair<Standing extends StandingLesson>(
  diff: LessonDiff<Standing>,
  open: Standing[],
  left: PlannedLesson[],
  fits: (one: PlannedLesson, other: PlannedLesson) => boolean,
): void {
  for (const lesson of [...open]) {
    const index = left.findIndex((planned) => fits(lesson, planned))
    if (index === -1) continue
    put(diff, lesson, left[index]!)
    left.splice(index, 1)
    open.splice(open.indexOf(lesson), 1)
  }
}

function put<Standing extends StandingLesson>(
  diff: LessonDiff<Standing>,
  lesson: Standing,
  planned: PlannedLesson,
): void {
  const stands = !lesson.isCancelled && alike(lesson, planned)
  diff[stands ? 'same' : 'moved'].push({ lesson, planned })
}

function alike(one: PlannedLesson, other: PlannedLesson): boolean {
  return one.startsAt === other.startsAt && one.endsAt === other.endsAt && one.place === other.place
}

const sameStart = (one: PlannedLesson, other: PlannedLesson) => one.startsAt === other.startsAt
const sameDay = (one: PlannedLesson, other: PlannedLesson) =>
  dateOf(one.startsAt) === dateOf(other.startsAt)
const byTime = (one: PlannedLesson, other: PlannedLesson) =>
  one.startsAt - other.startsAt || one.originalStartsAt - other.originalStartsAt
