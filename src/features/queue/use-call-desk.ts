import { useState } from 'react'
import type { QueueMark } from '@/domain/queue/number-state'
import type { Question } from '@/gateway/answers/answers'
import { call } from '@/gateway/call/call'
import type { Failure } from '@/gateway/call/wire'
import { serverNow } from '@/gateway/clock'
import { CHANGING, type OutsideWording, type Sentence, sentenceFor } from '../refusal-words'
import { useAnswer } from '../use-answer'
import { callNumberWords, markNumberWords } from './wording'

/** Calling numbers: a second tap neither calls nor marks twice. */
const CALLING: OutsideWording = {
  ...CHANGING,
  FORBIDDEN: () => ({ title: '这一场不归您叫号', next: '请用坐诊医师或工作人员的身份打开。' }),
  UNAVAILABLE: () => ({ title: '还没等到回音', next: '再点一次，不会叫两遍。' }),
  UNREACHABLE: () => ({ title: '还没等到回音', next: '看看网络，再点一次，不会叫两遍。' }),
}

function numbersOf(poolId: string): Question<'queue.list'> {
  return {
    operation: 'queue.list',
    input: { poolId },
    join: (before, next) => ({ ...next, numbers: [...before.numbers, ...next.numbers] }),
  }
}

/** The numbers of a clinic, for whoever calls them. */
export function useCallDesk(poolId: string) {
  const answer = useAnswer(numbersOf(poolId))
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Sentence | null>(null)

  const marked = async (number: number, state: QueueMark): Promise<boolean> => {
    const reply = await call('queue.mark', { poolId, number, state })
    if (reply.ok) return true
    setProblem(sentenceFor(markNumberWords, CALLING, reply as Failure, serverNow()))
    return false
  }
  const called = async (number?: number): Promise<void> => {
    const reply = await call('queue.call', { poolId, ...(number ? { number } : {}) })
    if (!reply.ok) setProblem(sentenceFor(callNumberWords, CALLING, reply as Failure, serverNow()))
  }
  const at = async (work: () => Promise<unknown>): Promise<void> => {
    if (busy) return
    setBusy(true)
    setProblem(null)
    await work()
    await answer.refresh()
    setBusy(false)
  }

  return {
    answer,
    busy,
    problem,
    call: (number?: number) => void at(() => called(number)),
    mark: (number: number, state: QueueMark) => void at(() => marked(number, state)),
    /** Says what became of the one who is in, and calls the next. */
    next: (current: number, became: QueueMark) =>
      void at(async () => {
        if (await marked(current, became)) await called()
      }),
  }
}
