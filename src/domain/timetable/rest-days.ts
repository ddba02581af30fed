import { isPublicRestDay } from '@/domain/calendar/holidays'
import type { RestDayPolicy } from '@/domain/calendar/rule'
import { dateOf } from '@/domain/time/date'
import { DAY } from '@/domain/time/instant'
import type { Lesson } from './lessons'

const WEEK = 7 * DAY

/**
 * The lessons of a class when those on public rest days are held all the same, fall away, or are held
 * after the others: on the same weekdays and at the same times, in the weeks after the last.
 */
export function withRestDays(lessons: readonly Lesson[], policy: RestDayPolicy): Lesson[] {
  if (policy === 'keep') return [...lessons]
  const held = lessons.filter(({ startsAt }) => !isPublicRestDay(dateOf(startsAt)))
  const last = lessons[lessons.length - 1]
  if (policy === 'drop' || last === undefined || held.length === lessons.length) return held
  // The week up to the last lesson is what goes on.
  const cycle = lessons.filter(({ startsAt }) => startsAt > last.startsAt - WEEK)
  let missing = lessons.length - held.length
  for (let week = 1; missing > 0; week += 1) {
    for (const { startsAt, endsAt } of cycle) {
      const later = startsAt + week * WEEK
      if (missing === 0 || isPublicRestDay(dateOf(later))) continue
      held.push({ startsAt: later, endsAt: endsAt === null ? null : endsAt + week * WEEK })
      missing -= 1
    }
  }
  return held
}
