import { useState } from 'react'
import type { Question } from '@/gateway/answers/answers'
import { call } from '@/gateway/call/call'
import type { Failure } from '@/gateway/call/wire'
import { serverNow } from '@/gateway/clock'
import { notice } from '@/ui/notice/notice'
import { CHANGING, type OutsideWording, type Sentence, sentenceFor } from '../refusal-words'
import { useAnswer } from '../use-answer'
import { settleWords } from './wording'

export type Verdict = 'waived' | 'upheld'

const SETTLING: OutsideWording = {
  ...CHANGING,
  UNAVAILABLE: () => ({ title: '还没等到回音', next: '再点一次，不会办两遍。写的还在。' }),
  UNREACHABLE: () => ({
    title: '还没等到回音',
    next: '看看网络，再点一次，不会办两遍。写的还在。',
  }),
}

/** What residents contest in a centre, for its staff, and what is decided. */
export function useContested(centreId: string) {
  const question: Question<'attendance.contested'> = {
    operation: 'attendance.contested',
    input: { centreId },
    join: (before, next) => ({ ...next, strikes: [...before.strikes, ...next.strikes] }),
  }
  const answer = useAnswer(question)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Sentence | null>(null)

  /** Gives whether it is decided. */
  const settle = async (strikeId: string, state: Verdict, reason: string): Promise<boolean> => {
    if (busy) return false
    setBusy(true)
    setProblem(null)
    const reply = await call('attendance.settle', { strikeId, state, reason })
    await answer.refresh()
    setBusy(false)
    if (reply.ok) notice(state === 'waived' ? '撤销了，对方看得到' : '留着了，对方看得到原因')
    else setProblem(sentenceFor(settleWords, SETTLING, reply as Failure, serverNow()))
    return reply.ok
  }
  return { answer, busy, problem, settle, forget: () => setProblem(null) }
}
