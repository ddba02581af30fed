import { HOUR, parseInstant } from '@/domain/time/instant'
import { dateOf } from '@/domain/time/date'
import { wholeLessons } from './lessons-of-plan'
import { type ListedLesson, MOST_LESSONS, type Plan } from './plan'

/** A field of a plan that no field can show by itself to be wrong. */
export interface WrongPlan {
  path: string
  reason: 'INSTANT' | 'SPAN' | 'REPEATED' | 'RANGE' | 'TOO_MANY' | 'CONFLICT' | 'EMPTY'
}

/** No lesson lasts longer. */
const LONGEST = 12 * HOUR

/** The first thing in a plan that is wrong at `now`; null where nothing is. */
export function whatIsWrong(plan: Plan, now: number): WrongPlan | null {
  const { ages, seating, when } = plan
  if (ages && ages.min !== null && ages.max !== null && ages.min > ages.max) {
    return { path: 'plan.ages.max', reason: 'RANGE' }
  }
  // What is booked through a private form is laid out by its professional's hours.
  if (seating?.intake !== undefined) return { path: 'plan.seating.intake', reason: 'CONFLICT' }
  if (when.kind === 'lessons') {
    const wrong = wrongLesson(when.lessons)
    if (wrong) return wrong
  }
  const lessons = wholeLessons(plan, dateOf(now)).length
  if (lessons > MOST_LESSONS) return { path: 'plan.when', reason: 'TOO_MANY' }
  return lessons === 0 ? { path: 'plan.when', reason: 'EMPTY' } : null
}

function wrongLesson(lessons: readonly ListedLesson[]): WrongPlan | null {
  const begin = new Set<number>()
  for (const [index, lesson] of lessons.entries()) {
    const path = `plan.when.lessons.${index}`
    const [startsAt, endsAt] = [instantIn(lesson.startsAt), instantIn(lesson.endsAt)]
    if (startsAt === null) return { path: `${path}.startsAt`, reason: 'INSTANT' }
    if (endsAt === null) return { path: `${path}.endsAt`, reason: 'INSTANT' }
    if (endsAt <= startsAt || endsAt - startsAt > LONGEST) {
      return { path: `${path}.endsAt`, reason: 'SPAN' }
    }
    if (begin.has(startsAt)) return { path: `${path}.startsAt`, reason: 'REPEATED' }
    begin.add(startsAt)
  }
  return null
}

function instantIn(text: string): number | null {
  try {
    return parseInstant(text)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
