import { useCallback, useEffect, useState } from 'react'
import { call } from '@/gateway/call/call'
import type { Failure } from '@/gateway/call/wire'
import type { PublicBallot } from './ballot-words'

interface State {
  value: PublicBallot | null
  busy: boolean
  failure: Failure | null
}

/**
 * What a ballot publishes, asked once and again by hand: up to half a megabyte, which is neither kept
 * on the phone nor asked for each time that the screen is seen.
 */
export function useProof({ ballotId, poolId }: { ballotId?: string; poolId?: string }) {
  const [state, setState] = useState<State>({ value: null, busy: true, failure: null })
  const refresh = useCallback(async () => {
    setState((before) => ({ ...before, busy: true }))
    const reply = await call('ballot.proof', ballotId ? { ballotId } : { poolId: poolId ?? '' })
    setState((before) =>
      reply.ok
        ? { value: reply.value, busy: false, failure: null }
        : { ...before, busy: false, failure: reply },
    )
  }, [ballotId, poolId])
  useEffect(() => void refresh(), [refresh])
  return { ...state, refresh }
}
