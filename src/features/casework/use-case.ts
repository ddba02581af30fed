import { useCallback, useEffect, useRef, useState } from 'react'
import { useDidHide, useDidShow } from '@tarojs/taro'
import type { Input, Output } from '@/contract'
import { call } from '@/gateway/call/call'
import type { CommandName, Failure } from '@/gateway/call/wire'
import { serverNow } from '@/gateway/clock'
import { type Sentence, sentenceFor, type Wording } from '../refusal-words'
import type { Opened } from './case-actions'
import { DOING, LOOKING, openWords } from './wording'

/** A picture or document of the case that lies over the screen may be looked at for so long. */
const OVER_IT_MS = 5 * 60_000
/** The platform hides the screen this soon after something was opened over it. */
const RIGHT_AFTER_MS = 4_000

type Acting = Extract<CommandName, `casework.${string}`>

/**
 * One consultation in the hands of the professional. What is read lives in this screen's memory alone
 * and is dropped when the screen is left or hidden; it has to be opened anew, and that is written down.
 */
export function useCase(consultationId: string) {
  const [opened, setOpened] = useState<Opened | null>(null)
  const [opening, setOpening] = useState(false)
  const [problem, setProblem] = useState<Sentence | null>(null)
  /** When something of the case was opened over the screen, such as a picture. */
  const over = useRef(0)
  const alive = useRef(true)

  const drop = useCallback(() => setOpened(null), [])
  useDidHide(() => {
    if (serverNow() - over.current > RIGHT_AFTER_MS) drop()
  })
  useDidShow(() => {
    if (over.current > 0 && serverNow() - over.current > OVER_IT_MS) drop()
  })
  useEffect(
    () => () => {
      alive.current = false
    },
    [],
  )

  const open = async (): Promise<void> => {
    if (opening) return
    setOpening(true)
    setProblem(null)
    const reply = await call('casework.open', { consultationId })
    if (!alive.current) return
    setOpening(false)
    if (reply.ok) return setOpened(reply.value)
    // What is not theirs any more does not stay on the screen either.
    if (reply.code === 'NOT_FOUND') drop()
    setProblem(sentenceFor(openWords, LOOKING, reply, serverNow()))
  }

  return {
    opened,
    opening,
    problem,
    open,
    drop,
    change: setOpened,
    /** Before something of the case is shown over the screen: the case waits below it. */
    lookOver: () => {
      over.current = serverNow()
    },
  }
}

/** Does something to the consultation; the reason why not is kept until the next try. */
export function useActing() {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Sentence | null>(null)
  const act = async <N extends Acting>(
    operation: N,
    input: Input<N>,
    words: Wording<N>,
  ): Promise<Output<N> | null> => {
    if (busy) return null
    setBusy(true)
    setProblem(null)
    const reply = await call(operation, input)
    setBusy(false)
    if (reply.ok) return reply.value
    setProblem(sentenceFor(words, DOING, reply as Failure, serverNow()))
    return null
  }
  return { act, busy, problem, forget: () => setProblem(null) }
}
