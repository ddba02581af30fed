import { useState } from 'react'
import { useStore } from 'zustand'
import type { Output } from '@/contract'
import { answers } from '@/gateway/answers/phone-answers'
import { outbox } from '@/gateway/call/phone-outbox'
import type { Failure } from '@/gateway/call/wire'
import { serverNow } from '@/gateway/clock'
import { CHANGING, type OutsideWording, type Sentence, sentenceFor } from '../refusal-words'
import type { CheckedIn } from './check-in-words'
import { checkInWords } from './wording'

/** Whoever stands at a wall waits so long for an answer. */
const PATIENCE_MS = 12_000
const LATER = ['UNREACHABLE', 'UNAVAILABLE', 'TOO_MANY_REQUESTS']
const CHECKING_IN: OutsideWording = {
  ...CHANGING,
  UNAUTHENTICATED: () => ({ title: '还不知道您是谁', next: '先选一个身份，再点一次签到。' }),
}

export type CheckInState =
  | { kind: 'asked' }
  | { kind: 'busy' }
  | { kind: 'there'; lessons: readonly CheckedIn[] }
  /** No answer yet: it is kept on the phone and sent when the network is back. */
  | { kind: 'kept' }
  | { kind: 'refused'; sentence: Sentence; code: string }

/** Checking in by the code on a centre's wall, after a tap and never before one. */
export function useCheckIn(posterId: string | null) {
  const [busy, setBusy] = useState(false)
  const [answered, setAnswered] = useState<CheckInState>({ kind: 'asked' })
  const { kept, sent, returned } = useStore(outbox.state)

  const checkIn = async (): Promise<void> => {
    if (busy || posterId === null) return
    setBusy(true)
    const reply = await outbox.send('attendance.checkIn', { posterId }, PATIENCE_MS)
    setBusy(false)
    answers.outdate(['seats.mine'])
    if (reply.ok) setAnswered({ kind: 'there', lessons: reply.value.lessons })
    else if (LATER.includes(reply.code)) setAnswered({ kind: 'kept' })
    else setAnswered(refusedAs(reply))
  }

  const state = (): CheckInState => {
    if (busy) return { kind: 'busy' }
    if (answered.kind !== 'kept' || kept.some(isMine)) return answered
    const got = sent.filter(({ intent }) => isMine(intent)).pop()
    if (got) {
      const { lessons } = got.value as Output<'attendance.checkIn'>
      return { kind: 'there', lessons }
    }
    const back = returned.filter(({ intent }) => isMine(intent)).pop()
    return back ? refusedAs(back.failure) : { kind: 'asked' }
  }
  const isMine = ({ operation, input }: { operation: string; input: object }): boolean =>
    operation === 'attendance.checkIn' && 'posterId' in input && input.posterId === posterId
  return { state: state(), checkIn }
}

function refusedAs(failure: Failure): CheckInState {
  const sentence = sentenceFor(checkInWords, CHECKING_IN, failure, serverNow())
  return { kind: 'refused', sentence, code: failure.code }
}
