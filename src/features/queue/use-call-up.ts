import { useEffect, useState } from 'react'
import { useDidHide, useDidShow } from '@tarojs/taro'
import { type Answered, useAnswer } from '../use-answer'

/** After a failure the phone waits as long as somebody who only looks on. */
const AFTER_FAILURE_MS = 30_000

/**
 * How the queue of a pool stands, asked again as often as the server likes. A phone that is put away
 * or has no network asks nothing; it asks when it is taken up again.
 */
export function useCallUp(poolId: string): Answered<'queue.now'> {
  const answer = useAnswer({ operation: 'queue.now', input: { poolId } })
  const { value, savedAt, failure, busy, offline, refresh } = answer
  const [seen, setSeen] = useState(true)
  useDidShow(() => {
    setSeen((before) => {
      if (!before) void refresh()
      return true
    })
  })
  useDidHide(() => setSeen(false))
  const wait = failure || !value ? AFTER_FAILURE_MS : value.pollAfterMs
  useEffect(() => {
    if (!seen || busy || offline) return
    const timer = setTimeout(() => void refresh(), wait)
    return () => clearTimeout(timer)
  }, [seen, busy, offline, refresh, wait, savedAt])
  return answer
}
