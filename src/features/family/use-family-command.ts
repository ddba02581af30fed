import { useState } from 'react'
import type { Input, Output } from '@/contract'
import { call } from '@/gateway/call/call'
import type { CommandName, Failure } from '@/gateway/call/wire'
import { serverNow } from '@/gateway/clock'
import { CHANGING, type Sentence, sentenceFor, type Wording } from '../refusal-words'
import { refreshFamily } from './use-family'

type FamilyCommand = Extract<CommandName, `family.${string}`>

/** Sends one change of my family, once however often it is tapped, and keeps why it did not work. */
export function useFamilyCommand<N extends FamilyCommand>(operation: N, words: Wording<N>) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Sentence | null>(null)

  const send = async (input: Input<N>): Promise<Output<N> | null> => {
    if (busy) return null
    setBusy(true)
    setProblem(null)
    const reply = await call(operation, input)
    // Even a lost answer may be a change.
    await refreshFamily()
    setBusy(false)
    if (reply.ok) return reply.value
    setProblem(sentenceFor(words, CHANGING, reply as Failure, serverNow()))
    return null
  }
  return { send, busy, problem, forget: () => setProblem(null) }
}
