import { useState } from 'react'
import { call } from '@/gateway/call/call'
import type { Failure } from '@/gateway/call/wire'
import { serverNow } from '@/gateway/clock'
import { notice } from '@/ui/notice/notice'
import { type Sentence, sentenceFor } from '../refusal-words'
import { outdateProgramme } from './outdate-programme'
import { SAVING, type Standing } from './saving-words'
import type { Whole } from './whole'
import { cancelActivityWords, discardWords, postponeWords } from './wording'

/** Doing something to a whole activity, as it was seen; keeps why it did not work. */
export function useWhole({ activityId, version }: Standing) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Sentence | null>(null)

  async function send(what: Whole, { days, reason }: { days: number; reason: string }) {
    if (what === 'postpone') {
      const reply = await call('programme.postpone', { activityId, version, days, reason })
      return { reply, words: postponeWords }
    }
    if (what === 'cancel') {
      const reply = await call('programme.cancel', { activityId, version, reason })
      return { reply, words: cancelActivityWords }
    }
    return { reply: await call('programme.discard', { activityId, version }), words: discardWords }
  }

  /** Gives whether it was done. */
  const act = async (what: Whole, how: { days: number; reason: string }): Promise<boolean> => {
    if (busy) return false
    setBusy(true)
    setProblem(null)
    const { reply, words } = await send(what, how)
    outdateProgramme()
    setBusy(false)
    if (!reply.ok) {
      setProblem(sentenceFor(words, SAVING, reply as Failure, serverNow()))
      return false
    }
    const told = 'told' in reply.value ? reply.value.told : 0
    notice(told > 0 ? `好了，告诉了 ${told} 人` : '好了')
    return true
  }
  return { busy, problem, act }
}
