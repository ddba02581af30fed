import { useState } from 'react'
import type { Input, Output } from '@/contract'
import type { Question } from '@/gateway/answers/answers'
import { answers } from '@/gateway/answers/phone-answers'
import { call } from '@/gateway/call/call'
import type { Failure } from '@/gateway/call/wire'
import { serverNow } from '@/gateway/clock'
import {
  CHANGING,
  type OutsideWording,
  type Sentence,
  sentenceFor,
  type Wording,
} from '../refusal-words'
import { useAnswer } from '../use-answer'

type DeskCommand = 'ballot.announce' | 'ballot.publishNumber'

/** The ballots of a centre, for its staff. */
export function useBallots(centreId: string) {
  const question: Question<'ballot.list'> = {
    operation: 'ballot.list',
    input: { centreId },
    join: (before, next) => ({ ...next, ballots: [...before.ballots, ...next.ballots] }),
  }
  return useAnswer(question)
}

/** The classes of a centre that wait for a ballot to be announced. */
export function usePoolsToDraw(centreId: string) {
  const question: Question<'ballot.pools'> = {
    operation: 'ballot.pools',
    input: { centreId },
    join: (before, next) => ({ ...next, pools: [...before.pools, ...next.pools] }),
  }
  return useAnswer(question)
}

const HOLDING: OutsideWording = {
  ...CHANGING,
  INVALID_INPUT: ({ path }) =>
    path === 'number'
      ? { title: '数字不对', next: '照公布的原文录，6 到 60 位数字。中间可以有空格和加号。' }
      : CHANGING.INVALID_INPUT({ path, reason: '' }),
  UNAVAILABLE: () => ({ title: '还没等到回音', next: '再点一次，不会办两遍。' }),
  UNREACHABLE: () => ({ title: '还没等到回音', next: '看看网络，再点一次，不会办两遍。' }),
}

/** Sends what staff do for a ballot, once however often it is tapped, and keeps why it did not work. */
export function useDeskCommand<N extends DeskCommand>(operation: N, words: Wording<N>) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Sentence | null>(null)

  const send = async (input: Input<N>): Promise<Output<N> | null> => {
    if (busy) return null
    setBusy(true)
    setProblem(null)
    const reply = await call(operation, input)
    answers.outdate(['ballot.list', 'ballot.pools', 'ballot.proof', 'activities.get'])
    setBusy(false)
    if (reply.ok) return reply.value
    setProblem(sentenceFor(words, HOLDING, reply as Failure, serverNow()))
    return null
  }
  return { send, busy, problem, forget: () => setProblem(null) }
}
