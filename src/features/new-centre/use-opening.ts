import { useState } from 'react'
import { answers } from '@/gateway/answers/phone-answers'
import { call } from '@/gateway/call/call'
import type { Failure } from '@/gateway/call/wire'
import { serverNow } from '@/gateway/clock'
import { notice } from '@/ui/notice/notice'
import { CHANGING, type OutsideWording, type Sentence, sentenceFor } from '../refusal-words'
import { useTyped } from '../use-typed'
import { centreOfDraft, type Draft, EMPTY, missingIn, STEPS } from './draft'
import { openCentreWords } from './wording'

const OPENING: OutsideWording = {
  ...CHANGING,
  FORBIDDEN: () => ({ title: '只有区里能开新中心', next: '请用区里的身份再试。' }),
  INVALID_INPUT: () => ({ title: '有一项不对', next: '一步一步回去看看，改好再开。' }),
  UNAVAILABLE: () => ({ title: '还没等到回音', next: '再点一次，不会开两个。' }),
  UNREACHABLE: () => ({ title: '还没等到回音', next: '看看网络，再点一次，不会开两个。' }),
}

/** The way to a new centre, step by step; everything typed stays while one goes back and forth. */
export function useOpening(onOpened: () => void) {
  const [draft, setDraft, dropDraft] = useTyped<Draft>('new centre', EMPTY)
  const [at, setAt, dropAt] = useTyped('new centre step', 0)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Sentence | null>(null)
  const step = STEPS[at]!
  const missing = missingIn(step, draft)

  const open = async (): Promise<void> => {
    setBusy(true)
    const reply = await call('centres.open', centreOfDraft(draft))
    setBusy(false)
    if (!reply.ok) {
      return setProblem(sentenceFor(openCentreWords, OPENING, reply as Failure, serverNow()))
    }
    answers.outdate(['centres.list', 'figures.district'])
    const { drafts } = reply.value
    notice(drafts > 0 ? `开好了，带着 ${drafts} 个活动的草稿` : '开好了')
    dropDraft()
    dropAt()
    onOpened()
  }
  return {
    ...{ draft, step, at: at + 1, of: STEPS.length, missing, busy, problem },
    change: (part: Partial<Draft>): void => {
      setProblem(null)
      setDraft((before) => ({ ...before, ...part }))
    },
    back: (): void => {
      setProblem(null)
      setAt((before) => Math.max(0, before - 1))
    },
    next: (): void => {
      if (busy || missing !== null) return
      if (step === 'look') void open()
      else setAt(at + 1)
    },
  }
}

export type Opening = ReturnType<typeof useOpening>
