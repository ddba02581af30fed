import { useState } from 'react'
import type { Output } from '@/contract'
import { answers } from '@/gateway/answers/phone-answers'
import { call } from '@/gateway/call/call'
import type { Failure } from '@/gateway/call/wire'
import { serverNow } from '@/gateway/clock'
import { CHANGING, type Sentence, sentenceFor } from '../refusal-words'
import { bookForWords } from './book-wording'

/** What staff and volunteers see beside it. */
const AT_THE_DOOR = ['attendance.lessons', 'staff.today'] as const

/** Booking one pool for somebody who reads out a code. */
export function useBookFor(poolId: string) {
  const [busy, setBusy] = useState(false)
  const [booked, setBooked] = useState<Output<'seats.bookFor'> | null>(null)
  const [problem, setProblem] = useState<(Sentence & { clash: boolean }) | null>(null)

  const book = async (code: string, evenIfClashes = false): Promise<void> => {
    if (busy) return
    setBusy(true)
    setProblem(null)
    const reply = await call('seats.bookFor', {
      poolId,
      code,
      ...(evenIfClashes && { evenIfClashes }),
    })
    setBusy(false)
    answers.outdate(['activities.get', 'activities.list', 'calendar.list', ...AT_THE_DOOR])
    if (reply.ok) return setBooked(reply.value)
    const sentence = sentenceFor(bookForWords, CHANGING, reply as Failure, serverNow())
    setProblem({ ...sentence, clash: reply.code === 'CLASHES' })
  }
  const forget = (): void => {
    setBooked(null)
    setProblem(null)
  }
  return { book, busy, booked, problem, forget }
}
