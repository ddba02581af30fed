import type { OccurrenceState } from '../calendar/programme'

/** A lesson of a day; `left` is how many seats of it can still be taken, instants in milliseconds. */
export interface CountedDayLesson {
  startsAt: number
  endsAt: number
  state: OccurrenceState
  expected: number
  there: number
  excused: number
  left: number
}

/** A day in numbers: its lessons that take place, whom they expect, and which are full or empty. */
export interface DayAtAGlance<Lesson> {
  lessons: number
  expected: number
  there: number
  excused: number
  full: number
  empty: number
  /** What is on or still to come, soonest first. */
  next: Lesson[]
}

/** What a day's lessons come to at `now`; one that is cancelled counts for nothing and is not next. */
export function dayAtAGlance<Lesson extends CountedDayLesson>(
  lessons: readonly Lesson[],
  now: number,
  most: number,
): DayAtAGlance<Lesson> {
  const on = lessons.filter(({ state }) => state !== 'cancelled')
  const sum = (of: (lesson: Lesson) => number) => on.reduce((all, one) => all + of(one), 0)
  return {
    lessons: on.length,
    expected: sum(({ expected }) => expected),
    there: sum(({ there }) => there),
    excused: sum(({ excused }) => excused),
    full: on.filter(({ left }) => left === 0).length,
    empty: on.filter(({ expected }) => expected === 0).length,
    next: on
      .filter(({ endsAt }) => endsAt > now)
      .sort((a, b) => a.startsAt - b.startsAt)
      .slice(0, most),
  }
}
