import { useState } from 'react'
import type { Input, Output } from '@/contract'
import { serverNow } from '@/gateway/clock'
import { type Sentence, sentenceFor, type Wording } from '../refusal-words'
import type { Failure } from '@/gateway/call/wire'
import { askPrivately, type PrivateCommand } from './ask-privately'
import { SENDING } from './wording'

/** Sends one change of a consultation, once however often it is tapped. */
export function useChange<N extends PrivateCommand>(operation: N, words: Wording<N>) {
  const [busy, setBusy] = useState(false)
  const [sentence, setSentence] = useState<Sentence | null>(null)
  const [code, setCode] = useState<Failure['code'] | null>(null)

  const change = async (input: Input<N>): Promise<Output<N> | null> => {
    if (busy) return null
    setBusy(true)
    setSentence(null)
    const reply = await askPrivately(operation, input).finally(() => setBusy(false))
    if (reply.ok) return reply.value
    setCode(reply.code as Failure['code'])
    setSentence(sentenceFor(words, SENDING, reply as Failure, serverNow()))
    return null
  }
  return { change, busy, sentence, code, dismiss: () => setSentence(null) }
}
