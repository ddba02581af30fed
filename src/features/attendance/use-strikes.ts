import { useState } from 'react'
import type { Question } from '@/gateway/answers/answers'
import { answers } from '@/gateway/answers/phone-answers'
import { call } from '@/gateway/call/call'
import type { Failure } from '@/gateway/call/wire'
import { serverNow } from '@/gateway/clock'
import { notice } from '@/ui/notice/notice'
import { CHANGING, type OutsideWording, type Sentence, sentenceFor } from '../refusal-words'
import { useAnswer } from '../use-answer'
import { contestWords } from './wording'

const MINE: Question<'attendance.mine'> = {
  operation: 'attendance.mine',
  input: {},
  copy: 'private',
  join: (before, next) => ({ ...next, strikes: [...before.strikes, ...next.strikes] }),
}

const SAYING: OutsideWording = {
  ...CHANGING,
  UNAVAILABLE: () => ({ title: '还没等到回音', next: '再点一次，不会说两遍。' }),
  UNREACHABLE: () => ({ title: '还没等到回音', next: '看看网络，再点一次，不会说两遍。' }),
}

/** What I left behind by not coming, and saying something about it. */
export function useStrikes(visitor: boolean) {
  const answer = useAnswer(visitor ? null : MINE)
  const [busyId, setBusyId] = useState<string | null>(null)
  const [problem, setProblem] = useState<(Sentence & { strikeId: string }) | null>(null)

  const contest = async (strikeId: string): Promise<void> => {
    if (busyId !== null) return
    setBusyId(strikeId)
    setProblem(null)
    const reply = await call('attendance.contest', { strikeId })
    // Even a lost answer may have been heard.
    answers.outdate(['attendance.mine'])
    await answer.refresh()
    setBusyId(null)
    if (reply.ok) notice('说好了，工作人员看之前先不算')
    else {
      const said = sentenceFor(contestWords, SAYING, reply as Failure, serverNow())
      setProblem({ ...said, strikeId })
    }
  }
  return { answer, busyId, problem, contest }
}
