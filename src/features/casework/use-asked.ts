import { useCallback, useEffect, useRef, useState } from 'react'
import { useDidShow } from '@tarojs/taro'
import type { Input, OperationName, Output } from '@/contract'
import { call } from '@/gateway/call/call'
import type { Failure } from '@/gateway/call/wire'

export type Reading = Extract<OperationName, `casework.${string}`>

export interface Question<N extends Reading> {
  operation: N
  input: Input<N>
  /** Joins the next page to those before it. */
  join?: (before: Output<N>, next: Output<N>) => Output<N>
}

interface State<N extends Reading> {
  value: Output<N> | null
  busy: boolean
  failure: Failure<N> | null
}

export interface Asked<N extends Reading> extends State<N> {
  /** Asks anew, from the first page. */
  refresh: () => Promise<void>
  /** Asks for the page after the last; null where there is none. */
  more: (() => Promise<void>) | null
}

const NOTHING = { value: null, busy: false, failure: null }

/**
 * What a screen of casework wants to know, asked each time the screen is seen. The answer lives as
 * long as the screen: it is not shared with other screens, and no copy is kept on the phone.
 */
export function useAsked<N extends Reading>(question: Question<N>): Asked<N> {
  const { operation, input, join } = question
  const key = `${operation} ${JSON.stringify(input)}`
  const [held, setHeld] = useState<State<N> & { key: string }>({ key, ...NOTHING })
  const latest = useRef({ key, turn: 0, asking: '' })
  latest.current.key = key

  const ask = useCallback(
    async (after?: string) => {
      const turn = ++latest.current.turn
      latest.current.asking = key
      const current = () => latest.current.key === key && latest.current.turn === turn
      setHeld((before) => ({ ...(before.key === key ? before : { key, ...NOTHING }), busy: true }))
      const reply = await call(operation, after ? { ...input, after } : input)
      if (!current()) return
      latest.current.asking = ''
      setHeld((before) => {
        if (!reply.ok) return { ...before, busy: false, failure: reply as Failure<N> }
        const value = reply.value
        const joined = after && join && before.value ? join(before.value, value) : value
        return { key, value: joined, busy: false, failure: null }
      })
    },
    // oxlint-disable-next-line react/exhaustive-deps -- a question is its key
    [key],
  )
  const look = useCallback(() => {
    if (latest.current.asking !== key) void ask()
  }, [ask, key])
  useEffect(look, [look])
  useDidShow(look)

  const state = held.key === key ? held : { ...NOTHING, busy: true }
  const after = (state.value as { after?: string | null } | null)?.after
  return {
    value: state.value,
    busy: state.busy,
    failure: state.busy ? null : state.failure,
    refresh: ask,
    more: after ? () => ask(after) : null,
  }
}
