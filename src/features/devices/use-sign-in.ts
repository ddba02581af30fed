import { useCallback, useEffect, useRef, useState } from 'react'
import type { Output } from '@/contract'
import { parseInstant } from '@/domain/time/instant'
import { call } from '@/gateway/call/call'
import type { Failure } from '@/gateway/call/wire'
import { serverNow } from '@/gateway/clock'
import { signedInAtDesk } from '@/gateway/session/session'
import { type Sentence, sentenceFor } from '../refusal-words'
import { AT_DESK, beginWords } from './wording'

export type Begun = Output<'devices.begin'>
type Standing = Output<'devices.claim'>['state']

export interface SignIn {
  /** Null while the first code is on its way. */
  begun: Begun | null
  state: Standing
  /** The last question to the server was not answered; it is asked again. */
  lost: boolean
  problem: Sentence | null
  /** A new code in place of the last. */
  again: () => void
}

/** Signs in at this desk: a code, and asking what became of it until it is decided or over. */
export function useSignIn(onSignedIn: () => void): SignIn {
  const [begun, setBegun] = useState<Begun | null>(null)
  const [state, setState] = useState<Standing>('waiting')
  const [lost, setLost] = useState(false)
  const [problem, setProblem] = useState<Sentence | null>(null)
  const signedIn = useRef(onSignedIn)
  signedIn.current = onSignedIn

  const again = useCallback(async (): Promise<void> => {
    setProblem(null)
    setLost(false)
    setBegun(null)
    setState('waiting')
    const reply = await call('devices.begin', {})
    if (reply.ok) return setBegun(reply.value)
    setProblem(sentenceFor(beginWords, AT_DESK, reply as Failure, serverNow()))
  }, [])
  useEffect(() => void again(), [again])

  const open = state === 'waiting' || state === 'seen'
  useEffect(() => {
    if (!begun || !open) return
    let timer: ReturnType<typeof setTimeout>
    let over = false
    const ask = async (pollAfterMs: number): Promise<void> => {
      if (serverNow() >= parseInstant(begun.expiresAt)) return setState('expired')
      const { requestKey, secret } = begun
      const reply = await call('devices.claim', { requestKey, secret })
      if (over) return
      setLost(!reply.ok)
      if (reply.ok && reply.value.state === 'approved') {
        signedInAtDesk(true)
        signedIn.current()
      }
      if (reply.ok) setState(reply.value.state)
      wait(reply.ok ? reply.value.pollAfterMs : pollAfterMs)
    }
    const wait = (ms: number): void => {
      timer = setTimeout(() => void ask(ms), ms)
    }
    wait(begun.pollAfterMs)
    return () => {
      over = true
      clearTimeout(timer)
    }
  }, [begun, open])

  return { begun, state, lost, problem, again: () => void again() }
}
