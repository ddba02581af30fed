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

/** What a phone sees of a desk and does about it. `done` is how it ended. */
export interface Approval {
  seen: Seen | null
  done: 'approved' | 'refused' | null
  busy: boolean
  problem: Sentence | null
  approve: (check: string) => void
  refuse: () => void
}

/** Looks at the desk with this code (null for none yet), and lets it in or sends it away. */
export function useApproval(code: string | null): Approval {
  const [seen, setSeen] = useState<Seen | null>(null)
  const [done, setDone] = useState<Approval['done']>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Sentence | null>(null)

  /** Gives the answer; what went wrong is said. */
  const send = useCallback(async function <N extends CommandName>(
    asked: Promise<Reply<N>>,
    words: Wording<N>,
  ): Promise<Output<N> | null> {
    setBusy(true)
    setProblem(null)
    const reply = await asked
    setBusy(false)
    if (reply.ok) return reply.value
    setProblem(sentenceFor(words, ON_PHONE, reply as Failure, serverNow()))
    return null
  }, [])

  useEffect(() => {
    setSeen(null)
    setDone(null)
    if (code === null) return
    let over = false
    void send(call('devices.look', { code }), lookWords).then((value) => {
      if (!over) setSeen(value)
    })
    return () => {
      over = true
    }
  }, [code, send])

  const approve = async (check: string): Promise<void> => {
    if (busy || code === null) return
    const value = await send(call('devices.approve', { code, check }), approveWords)
    answers.outdate(['devices.mine'])
    if (value) setDone('approved')
  }
  const refuse = async (): Promise<void> => {
    if (busy || code === null) return
    if (await send(call('devices.refuse', { code }), refuseWords)) setDone('refused')
  }
  return {
    ...{ seen, done, busy, problem },
    approve: (check) => void approve(check),
    refuse: () => void refuse(),
  }
}
