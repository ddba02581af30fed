import { useState } from 'react'
import { call } from '@/gateway/call/call'
import type { Failure } from '@/gateway/call/wire'
import { serverNow } from '@/gateway/clock'
import { notice } from '@/ui/notice/notice'
import { CHANGING, sentenceFor } from '../refusal-words'
import type { Entry } from './offers'
import { type Obstacle, obstacleOf } from './obstacle'
import { entriesChanged } from './use-entries'
import { acceptWords, leaveWords } from './wording'

interface Happenings {
  onAccepted: (bookingId: string) => void
  /** Something changed on the server. */
  onChanged?: (() => void) | undefined
}

/** What a person does with an entry: takes the seats that it was offered, or goes off the list. */
export function useEntryActs({ onAccepted, onChanged }: Happenings) {
  const [busy, setBusy] = useState(false)
  const [leaving, setLeaving] = useState<Entry | null>(null)
  const [stuck, setStuck] = useState<{ entry: Entry; again: Again; obstacle: Obstacle } | null>(
    null,
  )

  const settled = async (): Promise<void> => {
    await entriesChanged()
    setBusy(false)
    setLeaving(null)
    setStuck(null)
    onChanged?.()
  }
  const accept = async (entry: Entry, evenIfClashes = false): Promise<void> => {
    if (busy) return
    setBusy(true)
    const { entryId } = entry
    const reply = await call('waitlist.accept', {
      entryId,
      ...(evenIfClashes && { evenIfClashes }),
    })
    await settled()
    if (reply.ok) return onAccepted(reply.value.bookingId)
    const sentence = sentenceFor(acceptWords, CHANGING, reply as Failure, serverNow())
    setStuck({ entry, again: 'accept', obstacle: obstacleOf(reply, sentence) })
  }
  const leave = async (entry: Entry): Promise<void> => {
    if (busy) return
    setBusy(true)
    const reply = await call('waitlist.leave', { entryId: entry.entryId })
    await settled()
    if (reply.ok) return notice(entry.state === 'offered' ? '好，让给下一位' : '退好了，不再等')
    const sentence = sentenceFor(leaveWords, CHANGING, reply as Failure, serverNow())
    setStuck({ entry, again: 'leave', obstacle: obstacleOf(reply, sentence) })
  }
  return {
    busy,
    accept,
    leave,
    leaving,
    ask: setLeaving,
    stuck,
    dismiss: () => setStuck(null),
    /** Once more what found no answer. */
    again: () => {
      if (stuck) void (stuck.again === 'accept' ? accept(stuck.entry) : leave(stuck.entry))
    },
  }
}

type Again = 'accept' | 'leave'
export type EntryActs = ReturnType<typeof useEntryActs>
