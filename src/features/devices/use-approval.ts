import { useCallback, useEffect, useState } from 'react'
import type { Output } from '@/contract'
import { answers } from '@/gateway/answers/phone-answers'
import { call } from '@/gateway/call/call'
import type { CommandName, Failure, Reply } from '@/gateway/call/wire'
import { serverNow } from '@/gateway/clock'
import { type Sentence, sentenceFor, type Wording } from '../refusal-words'
import { approveWords, lookWords, ON_PHONE, refuseWords } from './wording'

export { codeOfScene } from '@/domain/devices/sign-in'

export type Seen = Output<'devices.look'>

/** Asked once more they may well be answered. */
const LATER = ['UNREACHABLE', 'UNAVAILABLE', 'TOO_MANY_REQUESTS']

/** What a phone sees of a desk and does about it. `done` is how it ended. */
export interface Approval {
  seen: Seen | null
  done: 'approved' | 'refused' | null
  busy: boolean
  problem: Sentence | null
  /** Asks once more what was not answered; null where that would not help. */
  again: (() => void) | null
  approve: (check: string) => void
  refuse: () => void
}

/** Looks at the desk with this code (null for none yet), and lets it in or sends it away. */
export function useApproval(code: string | null): Approval {
  const [seen, setSeen] = useState<Seen | null>(null)
  const [done, setDone] = useState<Approval['done']>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Sentence | null>(null)
  const [again, setAgain] = useState<Approval['again']>(null)

  /** Tells the answer; what went wrong is said. */
  const send = useCallback(async function <N extends CommandName>(
    ask: () => Promise<Reply<N>>,
    words: Wording<N>,
    tell: (value: Output<N>) => void,
  ): Promise<void> {
    setBusy(true)
    setProblem(null)
    const reply = await ask()
    setBusy(false)
    if (reply.ok) return tell(reply.value)
    setAgain(() => (LATER.includes(reply.code) ? () => void send(ask, words, tell) : null))
    setProblem(sentenceFor(words, ON_PHONE, reply as Failure, serverNow()))
  }, [])

  useEffect(() => {
    setSeen(null)
    setDone(null)
    if (code === null) return
    let over = false
    void send(
      () => call('devices.look', { code }),
      lookWords,
      (value) => {
        if (!over) setSeen(value)
      },
    )
    return () => {
      over = true
    }
  }, [code, send])

  const approve = async (check: string): Promise<void> => {
    if (busy || code === null) return
    const ask = () =>
      call('devices.approve', { code, check }).finally(() => answers.outdate(['devices.mine']))
    await send(ask, approveWords, () => setDone('approved'))
  }
  const refuse = async (): Promise<void> => {
    if (busy || code === null) return
    await send(
      () => call('devices.refuse', { code }),
      refuseWords,
      () => setDone('refused'),
    )
  }
  return {
    ...{ seen, done, busy, problem, again },
    approve: (check) => void approve(check),
    refuse: () => void refuse(),
  }
}
