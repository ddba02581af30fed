import { useState } from 'react'
import { useDidHide } from '@tarojs/taro'
import type { Output } from '@/contract'
import { call } from '@/gateway/call/call'
import { serverNow } from '@/gateway/clock'
import { type Sentence, sentenceFor } from '../refusal-words'
import { LOOKING, referralWords } from './wording'

export { canPrint, printPage } from '@/gateway/device/print'

/** What a referral needs, read by a deliberate tap and dropped when the screen is left. */
export function useReferral(consultationId: string) {
  const [referral, setReferral] = useState<Output<'casework.referral'> | null>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Sentence | null>(null)
  useDidHide(() => setReferral(null))
  const open = async (): Promise<void> => {
    setBusy(true)
    setProblem(null)
    const reply = await call('casework.referral', { consultationId })
    setBusy(false)
    if (reply.ok) setReferral(reply.value)
    else setProblem(sentenceFor(referralWords, LOOKING, reply, serverNow()))
  }
  return { referral, busy, problem, open }
}
