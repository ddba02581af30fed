import type { Category } from '@/domain/calendar/programme'
import { dateOf } from '@/domain/time/date'
import { parseInstant, timeOf } from '@/domain/time/instant'
import { hoursInWords } from './timetable-words'
import type { PreviewedClass } from './use-publish'

/** What a grid of a month draws: the category of each lesson, by its day; of what is left out none. */
export function lessonDays(classes: readonly PreviewedClass[]): Record<string, Category[]> {
  const days: Record<string, Category[]> = {}
  for (const { outcome, category, lessons } of classes) {
    if (outcome === 'skipped') continue
    for (const { startsAt } of lessons) (days[dateOf(parseInstant(startsAt))] ??= []).push(category)
  }
  return days
}

/** The lessons of a day, earliest first. */
export function lessonsOfDay(classes: readonly PreviewedClass[], day: string) {
  return classes
    .filter(({ outcome }) => outcome !== 'skipped')
    .flatMap((of) =>
      of.lessons.flatMap((lesson) => {
        const start = parseInstant(lesson.startsAt)
        if (dateOf(start) !== day) return []
        return [{ of, time: timeOf(start), hours: hoursInWords(lesson) }]
      }),
    )
    .sort((one, other) => one.time.localeCompare(other.time))
}
