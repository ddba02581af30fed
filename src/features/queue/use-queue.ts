import { useEffect } from 'react'
import { useAnswer } from '../use-answer'

/** How the queue of a pool stands, asked again as often as the server likes; null asks nothing. */
export function useQueue(poolId: string | null) {
  const answer = useAnswer(poolId === null ? null : { operation: 'queue.now', input: { poolId } })
  const { value, busy, refresh } = answer
  useEffect(() => {
    if (!value || busy) return
    const timer = setTimeout(() => void refresh(), value.pollAfterMs)
    return () => clearTimeout(timer)
  }, [value, busy, refresh])
  return answer
}
