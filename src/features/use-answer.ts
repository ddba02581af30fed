import { useCallback, useEffect, useMemo } from 'react'
import { useDidShow } from '@tarojs/taro'
import { useStore } from 'zustand'
import type { Known, Question } from '@/gateway/answers/answers'
import { answers } from '@/gateway/answers/phone-answers'
import type { OperationName } from '@/gateway/call/wire'
import { network } from '@/gateway/device/network'
import { session } from '@/gateway/session/session'
import { useAskedAgain } from './asked-again'

/** An answer younger than this is not asked for again when a screen comes back into sight. */
const FRESH_MS = 30_000

export interface Answered<N extends OperationName> extends Known<N> {
  offline: boolean
  refresh: () => Promise<void>
}

/**
 * What a screen wants to know: at once what this phone knows, then what the server says; asked
 * again when the screen comes back after a while or the network does. Null asks nothing.
 */
export function useAnswer<N extends OperationName>(asked: Question<N> | null): Answered<N> {
  const key = asked ? answers.keyOf(asked) : ''
  // A question is its key: the object may be made anew at every rendering.
  // oxlint-disable-next-line react/exhaustive-deps -- `asked` changes with its key
  const question = useMemo(() => asked, [key])
  const state = useStore(answers.states, (states) => states[key]) as Known<N> | undefined
  const offline = useStore(network, (now) => now.offline)
  // Another person at this browser: what was answered before is forgotten.
  const person = useStore(session, (now) => now.since)
  // oxlint-disable-next-line react/exhaustive-deps -- another person may know less
  const first = useMemo(() => (question ? answers.known(question) : null), [question, person])

  const look = useCallback(() => {
    if (question) void answers.refreshIfOlder(question, FRESH_MS)
  }, [question])
  useEffect(() => {
    if (!offline) look()
  }, [look, offline, person])
  useDidShow(look)

  const refresh = useCallback(
    async () => (question ? answers.refresh(question) : undefined),
    [question],
  )
  const known = state ?? first ?? IDLE
  const again = useCallback(() => {
    if (question) void answers.refreshIfOlder(question, 0)
  }, [question])
  useAskedAgain(again, { busy: known.busy, hasFailed: known.failure !== null })
  return { ...known, offline, refresh }
}

const IDLE = { value: null, savedAt: 0, copied: false, busy: false, failure: null }
