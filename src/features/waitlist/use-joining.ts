import { useState } from 'react'
import { call } from '@/gateway/call/call'
import type { Failure } from '@/gateway/call/wire'
import { serverNow } from '@/gateway/clock'
import { signedIn } from '@/gateway/session/session'
import { CHANGING, sentenceFor } from '../refusal-words'
import { type Obstacle, obstacleOf } from './obstacle'
import { entriesChanged } from './use-entries'
import { joinWords } from './wording'

/** Whom seats of a pool are wanted for. */
interface Wish {
  poolId: string
  /** `self` and keys of my family. */
  attendeeIds: readonly string[]
  /** 我自己、小满 */
  names: string
}

/** A place on a list that was just taken, and for whom. */
export interface Joined {
  position: number
  wish: Wish
}

interface Happenings {
  onSignIn: () => void
  /** The page shows what no longer holds. */
  onChanged: () => void
}

/**
 * Going on the list of one pool: once, however often it is tapped. What was wanted is kept until a true
 * answer has come, so that asking again asks for the same with the same key.
 */
export function useJoining(wanted: Wish | null, { onSignIn, onChanged }: Happenings) {
  const [busy, setBusy] = useState(false)
  const [joined, setJoined] = useState<Joined | null>(null)
  const [stuck, setStuck] = useState<{ wish: Wish; obstacle: Obstacle } | null>(null)

  const join = async (evenIfClashes = false): Promise<void> => {
    const wish = stuck?.wish ?? wanted
    if (!wish || busy) return
    if (!signedIn()) return onSignIn()
    const { poolId, attendeeIds } = wish
    setBusy(true)
    const reply = await call('waitlist.join', {
      poolId,
      ...(evenIfClashes && { evenIfClashes }),
      // For oneself alone nobody need be named.
      ...(attendeeIds.join() === 'self' ? {} : { attendeeIds: [...attendeeIds] }),
    })
    await entriesChanged()
    setBusy(false)
    setStuck(null)
    onChanged()
    if (reply.ok) return setJoined({ position: reply.value.position, wish })
    if (reply.code === 'UNAUTHENTICATED') return onSignIn()
    const sentence = sentenceFor(joinWords, CHANGING, reply as Failure, serverNow())
    setStuck({ wish, obstacle: obstacleOf(reply, sentence) })
  }
  return {
    join,
    busy,
    joined,
    obstacle: stuck?.obstacle ?? null,
    dismiss: () => setStuck(null),
    forget: () => setJoined(null),
  }
}
