import type { Question } from '@/gateway/answers/answers'
import type { Output } from '@/contract'
import { useAnswer } from '../use-answer'

export type DayLesson = Output<'attendance.lessons'>['lessons'][number]

/** The lessons of a day (`YYYY-MM-DD`) in a centre that have seats, from the phone first. */
export function useLessons(centreId: string, day: string) {
  const question: Question<'attendance.lessons'> = {
    operation: 'attendance.lessons',
    input: { centreId, day },
    copy: 'private',
    join: (before, next) => ({ ...next, lessons: [...before.lessons, ...next.lessons] }),
  }
  return useAnswer(question)
}
