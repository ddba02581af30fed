import { useState } from 'react'
import type { Output } from '@/contract'
import { call } from '@/gateway/call/call'
import { serverNow } from '@/gateway/clock'
import { copies } from '@/gateway/copies/phone-copies'
import { signedIn } from '@/gateway/session/session'
import { enterDrafts } from './enter-draft'
import { type EnterObstacle, enterObstacle, type EnterWish } from './enter-obstacle'
import { refreshEntries } from './use-entries'

export const drafts = enterDrafts(copies)

/** Entering a ballot: once however often it is tapped; what was chosen is kept until it worked. */
export function useEnter(ballotId: string, onSignIn: () => void) {
  const [busy, setBusy] = useState(false)
  const [obstacle, setObstacle] = useState<EnterObstacle | null>(null)
  const [entered, setEntered] = useState<Output<'ballot.enter'> | null>(null)

  const enter = async (wish: EnterWish, evenIfClashes = false): Promise<void> => {
    if (busy) return
    if (!signedIn()) return onSignIn()
    setBusy(true)
    const wishes = wish.pools.map(({ poolId }) => poolId)
    const attendeeIds = wish.people.map(({ attendeeId }) => attendeeId)
    drafts.keep(ballotId, { wishes, attendeeIds })
    const reply = await call('ballot.enter', {
      wishes: wishes.map((poolId) => ({ poolId })),
      // For oneself alone nobody need be named.
      ...(attendeeIds.join() !== 'self' && { attendeeIds }),
      ...(evenIfClashes && { evenIfClashes }),
    })
    // Even a lost answer may be an entry.
    await refreshEntries()
    setBusy(false)
    if (reply.ok) {
      drafts.forget(ballotId)
      setObstacle(null)
      return setEntered(reply.value)
    }
    if (reply.code === 'UNAUTHENTICATED') return onSignIn()
    setObstacle(enterObstacle(reply, wish, serverNow()))
  }
  return { enter, busy, entered, obstacle, dismiss: () => setObstacle(null) }
}

/** Whom somebody chose before and has not entered; undefined where nobody was. */
export function draftPeople(ballotId: string): readonly string[] | undefined {
  const kept = drafts.read(ballotId)?.attendeeIds ?? []
  return kept.length > 0 ? kept : undefined
}
