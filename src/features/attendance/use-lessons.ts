import { useStore } from 'zustand'
import type { Output } from '@/contract'
import type { Question } from '@/gateway/answers/answers'
import { outbox } from '@/gateway/call/phone-outbox'
import { type Answered, useAnswer } from '../use-answer'
import { isOfDoor } from './returned-words'
import { useOnceSent } from './use-once-sent'

export type DayLesson = Output<'attendance.lessons'>['lessons'][number]

/** The lessons of a day (`YYYY-MM-DD`) in a centre that have seats, from the phone first. */
export function useLessons(centreId: string, day: string): Answered<'attendance.lessons'> {
  const question: Question<'attendance.lessons'> = {
    operation: 'attendance.lessons',
    input: { centreId, day },
    copy: 'private',
    join: (before, next) => ({ ...next, lessons: [...before.lessons, ...next.lessons] }),
  }
  const answer = useAnswer(question)
  const unsent = useStore(outbox.state, ({ kept }) => kept.filter(isOfDoor).length)
  useOnceSent(unsent, answer.refresh)
  return answer
}
