import { useState } from 'react'
import type { Input, Output } from '@/contract'
import type { Question } from '@/gateway/answers/answers'
import { answers } from '@/gateway/answers/phone-answers'
import { call } from '@/gateway/call/call'
import type { CommandName, Failure } from '@/gateway/call/wire'
import { serverNow } from '@/gateway/clock'
import { signedIn } from '@/gateway/session/session'
import { type Sentence, sentenceFor, type Wording } from '../refusal-words'
import { TELLING } from './wording'

type Telling = Extract<CommandName, `stations.${string}`>

/** What I reported; see MyReports. */
export const MINE: Question<'stations.mine'> = {
  operation: 'stations.mine',
  input: {},
  copy: 'private',
}

/** What became of a word: thanks or the reason why not. */
export interface Said extends Sentence {
  ok: boolean
}

interface TellingOptions<N extends Telling> {
  operation: N
  words: Wording<N>
  /** Nobody is known yet: asks who it is. */
  onSignIn: () => void
}

/** Sends one word about a station, once however often it is tapped, and keeps what came of it. */
export function useTelling<N extends Telling>({ operation, words, onSignIn }: TellingOptions<N>) {
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState<Said | null>(null)

  const tell = async (
    input: Input<N>,
    thanks: (value: Output<N>) => Sentence,
  ): Promise<Output<N> | null> => {
    if (busy) return null
    if (!signedIn()) {
      onSignIn()
      return null
    }
    setBusy(true)
    setSaid(null)
    const reply = await call(operation, input)
    setBusy(false)
    answers.outdate(['stations.mine', 'stations.tasks', 'stations.get'])
    if (reply.ok) {
      // What somebody said is listed on the page where they said it.
      void answers.refresh(MINE)
      setSaid({ ok: true, ...thanks(reply.value) })
      return reply.value
    }
    if (reply.code === 'UNAUTHENTICATED') onSignIn()
    else setSaid({ ok: false, ...sentenceFor(words, TELLING, reply as Failure, serverNow()) })
    return null
  }
  return { tell, busy, said, forget: () => setSaid(null) }
}
