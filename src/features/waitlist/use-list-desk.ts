import { useState } from 'react'
import type { Question } from '@/gateway/answers/answers'
import { call } from '@/gateway/call/call'
import type { Failure } from '@/gateway/call/wire'
import { serverNow } from '@/gateway/clock'
import { notice } from '@/ui/notice/notice'
import { CHANGING, type Sentence, sentenceFor } from '../refusal-words'
import { useAnswer } from '../use-answer'
import { moveUpWords } from './wording'

function listOf(poolId: string): Question<'waitlist.list'> {
  return {
    operation: 'waitlist.list',
    input: { poolId },
    join: (before, next) => ({ ...next, entries: [...before.entries, ...next.entries] }),
  }
}

/** The list of a pool, for staff, and putting somebody at the front of it. */
export function useListDesk(poolId: string) {
  const answer = useAnswer(listOf(poolId))
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Sentence | null>(null)

  /** Gives whether it was done. */
  const moveUp = async (entryId: string, reason: string): Promise<boolean> => {
    if (busy) return false
    setBusy(true)
    setProblem(null)
    const reply = await call('waitlist.moveUp', { entryId, reason })
    await answer.refresh()
    setBusy(false)
    if (reply.ok) notice('提到最前了，大家都看得到原因')
    else setProblem(sentenceFor(moveUpWords, CHANGING, reply as Failure, serverNow()))
    return reply.ok
  }
  return { answer, busy, problem, moveUp, forget: () => setProblem(null) }
}
