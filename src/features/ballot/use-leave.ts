import { useState } from 'react'
import { call } from '@/gateway/call/call'
import type { Failure } from '@/gateway/call/wire'
import { serverNow } from '@/gateway/clock'
import { CHANGING, type Sentence, sentenceFor } from '../refusal-words'
import { refreshEntries } from './use-entries'
import { leaveWords } from './wording'

/** Taking an entry back; what is gone already counts as taken back. */
export function useLeave(ballotId: string) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Sentence | null>(null)

  const leave = async (): Promise<boolean> => {
    if (busy) return false
    setBusy(true)
    const reply = await call('ballot.leave', { ballotId })
    await refreshEntries()
    setBusy(false)
    if (reply.ok || reply.code === 'NOT_FOUND') return true
    setProblem(sentenceFor(leaveWords, CHANGING, reply as Failure, serverNow()))
    return false
  }
  return { leave, busy, problem, forget: () => setProblem(null) }
}
