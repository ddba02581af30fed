import { useState } from 'react'
import { answers } from '@/gateway/answers/phone-answers'
import { call } from '@/gateway/call/call'
import type { Failure } from '@/gateway/call/wire'
import { serverNow } from '@/gateway/clock'
import { notice } from '@/ui/notice/notice'
import { CHANGING, type OutsideWording, type Sentence, sentenceFor } from '../refusal-words'
import { useAnswer } from '../use-answer'
import { sendMessageWords } from './wording'

/** A class: an activity, or one pool of it. */
export interface ClassMeant {
  activityId: string
  poolId?: string
}

const SENDING: OutsideWording = {
  ...CHANGING,
  INVALID_INPUT: () => ({ title: '没发出去', next: '用一行字，1 到 120 个。' }),
  UNAVAILABLE: () => ({ title: '还没等到回音', next: '再点一次，不会发两遍。' }),
  UNREACHABLE: () => ({ title: '还没等到回音', next: '看看网络，再点一次，不会发两遍。' }),
}

/** Whom a message would reach now. */
export function useMessagePreview(meant: ClassMeant) {
  return useAnswer({ operation: 'notices.previewMessage', input: meant })
}

/** Sends a message to a class, once however often it is tapped; keeps why it did not work. */
export function useSending(meant: ClassMeant, onSent: () => void) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Sentence | null>(null)
  const send = async (text: string): Promise<void> => {
    if (busy) return
    setBusy(true)
    setProblem(null)
    const reply = await call('notices.send', { ...meant, text })
    answers.outdate(['notices.previewMessage'])
    setBusy(false)
    if (!reply.ok) {
      return setProblem(sentenceFor(sendMessageWords, SENDING, reply as Failure, serverNow()))
    }
    notice(`发好了，${reply.value.told} 个人会在“通知”里看到`)
    onSent()
  }
  return { busy, problem, send, forget: () => setProblem(null) }
}
