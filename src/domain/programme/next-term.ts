import { addDays, dateOf, dayOfWeek, daysBetween } from '@/domain/time/date'
import { DAY, parseInstant, toInstantText } from '@/domain/time/instant'
import type { Rule } from '@/domain/calendar/rule'
import type { Plan } from './plan'

/**
 * A plan laid out anew from a day on: the first lesson on the first day from `startsOn` on that is of
 * the same weekday as before, and all others as far after it. Days left out or added by hand were of the
 * last term and are gone; of lessons that are listed every one is shifted.
 */
export function nextTerm(plan: Plan, startsOn: string): Plan {
  const { when } = plan
  if (when.kind === 'rule')
    return { ...plan, when: { kind: 'rule', rule: shifted(when.rule, startsOn) } }
  const first = Math.min(...when.lessons.map((lesson) => parseInstant(lesson.startsAt)))
  const days = daysTo(dateOf(first), startsOn)
  const later = (instant: string) => toInstantText(parseInstant(instant) + days * DAY)
  const lessons = when.lessons.map((lesson) => ({
    ...lesson,
    startsAt: later(lesson.startsAt),
    endsAt: later(lesson.endsAt),
  }))
  return { ...plan, when: { kind: 'lessons', lessons } }
}

/** How many days later a day is that has the same weekday and is not before `startsOn`. */
function daysTo(date: string, startsOn: string): number {
  return daysBetween(date, addDays(startsOn, (dayOfWeek(date) - dayOfWeek(startsOn) + 7) % 7))
}

function shifted(rule: Rule, startsOn: string): Rule {
  const { exceptDates, extraDates, ...kept } = rule
  void exceptDates
  void extraDates
  const first = kept.frequency === 'dates' ? [...kept.dates].sort()[0]! : kept.startsOn
  const days =
    kept.frequency === 'weekly' || kept.frequency === 'dates' ? daysTo(first, startsOn) : null
  const from = days === null ? startsOn : addDays(first, days)
  const moved = { ...kept, startsOn: from } as Rule
  if (moved.frequency === 'dates') {
    moved.dates = moved.dates.map((date) => addDays(date, days!))
  }
  if (moved.until !== undefined) {
    moved.until = addDays(moved.until, days ?? daysBetween(kept.startsOn, startsOn))
  }
  return moved
}
