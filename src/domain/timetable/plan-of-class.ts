import type { Seating } from '@/domain/calendar/seating'
import type { Plan } from '@/domain/programme/plan'
import { dateOf, daysBetween } from '@/domain/time/date'
import { MINUTE, timeOf, toInstantText } from '@/domain/time/instant'
import type { Span } from './merge'
import type { ComparedClass } from './publishing'

/** Longest that a seating can say a pool is open before it begins. */
const MOST_DAYS = 366

/** The plan of a class that is new, whose seats can be booked from an instant on. */
export function newPlan({ to, category, audience, per }: ComparedClass, opensAt: number): Plan {
  const { title, host, place, ages, feeFen, seats, lessons } = to
  return {
    ...{ title, category, audience, description: '', host, place, ages, feeFen, bring: null },
    when: { kind: 'lessons', lessons: lessons.map((lesson) => listed(lesson, place)) },
    seating: seats === null ? null : seatingOf({ per, capacity: seats }, lessons, opensAt),
    guestsFromList: false,
  }
}

/** As much as the sheet of `plan` becomes what a sheet says; what else it has stays. */
export function changedPlan(plan: Plan, { to, changes, category, audience }: ComparedClass): Plan {
  const has = (field: ComparedClass['changes'][number]) => changes.includes(field)
  const place = has('place') ? to.place : plan.place
  const lessons = has('place') ? to.lessons.map((one) => followed(one, plan.place)) : to.lessons
  const isListed = has('lessons')
  return {
    ...plan,
    ...{ category, audience, place },
    ...(has('title') && { title: to.title }),
    ...(has('host') && { host: to.host }),
    ...(has('ages') && { ages: to.ages }),
    ...(has('feeFen') && { feeFen: to.feeFen }),
    ...(has('seats') && { seating: reseated(plan.seating, to, to.lessons) }),
    ...(isListed && {
      when: { kind: 'lessons' as const, lessons: lessons.map((one) => listed(one, place)) },
    }),
  }
}

/** A lesson at the place of its class goes along where the class does. */
function followed<Lesson extends Span & { place?: string }>(lesson: Lesson, was: string): Span {
  const { startsAt, endsAt, place } = lesson
  return place === was ? { startsAt, endsAt } : lesson
}

function listed({ startsAt, endsAt, place }: Span & { place?: string }, of: string) {
  return {
    startsAt: toInstantText(startsAt),
    endsAt: toInstantText(endsAt),
    ...(place !== undefined && place !== of && { place }),
  }
}

function reseated(
  seating: Seating | null,
  { seats }: ComparedClass['to'],
  lessons: readonly Span[],
): Seating | null {
  if (seats === null) return null
  if (seating) return { ...seating, capacity: seats }
  return seatingOf({ per: 'term', capacity: seats }, lessons, 0)
}

function seatingOf(
  { per, capacity }: Pick<Seating, 'per' | 'capacity'>,
  [first]: readonly Span[],
  opensAt: number,
): Seating {
  const days = first ? daysBetween(dateOf(opensAt), dateOf(first.startsAt)) : 0
  const isTerm = per === 'term'
  return {
    ...{ per, capacity, opensAt: timeOf(opensAt - (opensAt % MINUTE)) },
    opensDaysBefore: Math.min(MOST_DAYS, Math.max(0, days)),
    closesMinutesBefore: isTerm ? 60 : 30,
    cancelHoursBefore: isTerm ? 24 : 0,
  }
}
