import { useState } from 'react'
import { answers } from '@/gateway/answers/phone-answers'
import { call } from '@/gateway/call/call'
import type { Failure } from '@/gateway/call/wire'
import { serverNow } from '@/gateway/clock'
import { notice } from '@/ui/notice/notice'
import { CHANGING, type Sentence, sentenceFor } from '../refusal-words'
import type { BookedCourse, BookedLesson } from './booked-course'
import { excuseWords, unexcuseWords } from './wording'

/** Says that somebody cannot come to a lesson, or that they can after all. */
export function useExcuse({ bookingId }: BookedCourse, onChanged: () => Promise<unknown>) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Sentence | null>(null)

  const settle = async (): Promise<void> => {
    answers.outdate(['seats.mine'])
    await onChanged()
    setBusy(false)
  }
  const excuse = async ({ occurrenceId }: BookedLesson, attendeeIds: string[]): Promise<void> => {
    if (busy) return
    setBusy(true)
    const input = { bookingId, occurrenceId: occurrenceId!, attendeeIds }
    const reply = await call('lessons.excuse', input)
    await settle()
    if (reply.ok) return notice(reply.value.freed ? '请好假了，座位让给别人' : '请好假了')
    setProblem(sentenceFor(excuseWords, CHANGING, reply as Failure, serverNow()))
  }
  const unexcuse = async ({ occurrenceId }: BookedLesson, attendeeIds: string[]): Promise<void> => {
    if (busy) return
    setBusy(true)
    const input = { bookingId, occurrenceId: occurrenceId!, attendeeIds }
    const reply = await call('lessons.unexcuse', input)
    await settle()
    if (reply.ok) return notice('收回了，座位还是您的')
    setProblem(sentenceFor(unexcuseWords, CHANGING, reply as Failure, serverNow()))
  }
  return { busy, problem, excuse, unexcuse, dismiss: () => setProblem(null) }
}
