import { useState } from 'react'
import type { Question } from '@/gateway/answers/answers'
import { call } from '@/gateway/call/call'
import type { Failure } from '@/gateway/call/wire'
import { serverNow } from '@/gateway/clock'
import { CHANGING, type OutsideWording, type Sentence, sentenceFor } from '../refusal-words'
import { useAnswer } from '../use-answer'
import { makePosterWords } from './wording'

const MAKING: OutsideWording = {
  ...CHANGING,
  UNAVAILABLE: () => ({ title: '还没等到回音', next: '再点一次，不会换两遍。' }),
  UNREACHABLE: () => ({ title: '还没等到回音', next: '看看网络，再点一次，不会换两遍。' }),
}

/** The code on the wall of a centre, for its staff, and a new one in its place. */
export function usePoster(centreId: string) {
  const question: Question<'attendance.poster'> = {
    operation: 'attendance.poster',
    input: { centreId },
  }
  const answer = useAnswer(question)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Sentence | null>(null)

  /** Gives whether there is a new one. */
  const make = async (): Promise<boolean> => {
    if (busy) return false
    setBusy(true)
    setProblem(null)
    const reply = await call('attendance.makePoster', { centreId })
    await answer.refresh()
    setBusy(false)
    if (!reply.ok) {
      setProblem(sentenceFor(makePosterWords, MAKING, reply as Failure, serverNow()))
    }
    return reply.ok
  }
  return { answer, busy, problem, make }
}
