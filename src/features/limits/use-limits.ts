import { useState } from 'react'
import type { Input } from '@/contract'
import type { Question } from '@/gateway/answers/answers'
import { answers } from '@/gateway/answers/phone-answers'
import { call } from '@/gateway/call/call'
import type { Failure } from '@/gateway/call/wire'
import { serverNow } from '@/gateway/clock'
import { notice } from '@/ui/notice/notice'
import { CHANGING, type OutsideWording, type Sentence, sentenceFor } from '../refusal-words'
import { useAnswer } from '../use-answer'
import { setWords } from './wording'

function limitsOf(centreId: string): Question<'limits.get'> {
  return {
    operation: 'limits.get',
    input: { centreId },
    join: (before, next) => ({ ...next, activities: [...before.activities, ...next.activities] }),
  }
}

const SAVING: OutsideWording = {
  ...CHANGING,
  INVALID_INPUT: ({ path, reason }) =>
    path === 'parallelGroup'
      ? { title: '组的名字不对', next: '用一行字，1 到 20 个。' }
      : CHANGING.INVALID_INPUT({ path, reason }),
  UNAVAILABLE: () => ({ title: '还没等到回音', next: '再点一次保存，不会设两遍。' }),
  UNREACHABLE: () => ({ title: '还没等到回音', next: '看看网络，再点一次保存，不会设两遍。' }),
}

/** The limits of a centre, for its staff. */
export function useLimits(centreId: string) {
  return useAnswer(limitsOf(centreId))
}

/** Setting limits of a centre: once however often it is tapped; keeps why it did not work. */
export function useSaving(centreId: string, refresh: () => Promise<void>) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Sentence | null>(null)

  /** Gives whether it was done. */
  const save = async (limits: Omit<Input<'limits.set'>, 'centreId'>): Promise<boolean> => {
    if (busy) return false
    setBusy(true)
    setProblem(null)
    const reply = await call('limits.set', { centreId, ...limits })
    answers.outdate(['activities.get', 'activities.list'])
    await refresh()
    setBusy(false)
    if (reply.ok) notice('存好了，马上就算数')
    else setProblem(sentenceFor(setWords, SAVING, reply as Failure, serverNow()))
    return reply.ok
  }
  return { busy, problem, save, forget: () => setProblem(null) }
}

export type Saving = ReturnType<typeof useSaving>
