import { useState } from 'react'
import type { Question } from '@/gateway/answers/answers'
import { answers } from '@/gateway/answers/phone-answers'
import { call } from '@/gateway/call/call'
import type { Failure } from '@/gateway/call/wire'
import { serverNow } from '@/gateway/clock'
import { notice } from '@/ui/notice/notice'
import { CHANGING, type Sentence, sentenceFor } from '../refusal-words'
import { useAnswer } from '../use-answer'
import type { ChangeDraft, ComingLesson } from './change-draft'
import { spanOf } from './change-draft'
import { cancelLessonWords, moveWords } from './wording'

/** Whom it would concern to move a lesson so; asks nothing while the draft is none. */
export function usePreview(lesson: ComingLesson, draft: ChangeDraft | null) {
  const question: Question<'lessons.previewMove'> | null = draft && {
    operation: 'lessons.previewMove',
    input: { occurrenceId: lesson.occurrenceId, ...spanOf(draft) },
  }
  return useAnswer(question)
}

/** For staff: moves and cancels one lesson, as they saw it. */
export function useLessonDesk(lesson: ComingLesson, onDone: () => void) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Sentence | null>(null)
  const { occurrenceId, startsAt, endsAt, place, state } = lesson
  const expected = { startsAt, endsAt, place, state }

  const settle = (told: number | null, sentence: Sentence | null): void => {
    answers.outdate(['activities.get', 'activities.list', 'calendar.list', 'lessons.previewMove'])
    setBusy(false)
    setProblem(sentence)
    if (told !== null) notice(told > 0 ? `好了，告诉了 ${told} 人` : '好了')
    onDone()
  }
  const move = async (draft: ChangeDraft, reason: string): Promise<boolean> => {
    if (busy) return false
    setBusy(true)
    const input = { occurrenceId, ...spanOf(draft), expected, reason }
    const reply = await call('lessons.move', input)
    if (reply.ok) settle(reply.value.told, null)
    else settle(null, sentenceFor(moveWords, CHANGING, reply as Failure, serverNow()))
    return reply.ok
  }
  const cancel = async (reason: string): Promise<boolean> => {
    if (busy) return false
    setBusy(true)
    const reply = await call('lessons.cancel', { occurrenceId, expected, reason })
    if (reply.ok) settle(reply.value.told, null)
    else settle(null, sentenceFor(cancelLessonWords, CHANGING, reply as Failure, serverNow()))
    return reply.ok
  }
  return { busy, problem, move, cancel, forget: () => setProblem(null) }
}
