import { useState } from 'react'
import type { Output } from '@/contract'
import { serverNow } from '@/gateway/clock'
import { signedIn } from '@/gateway/session/session'
import type { Failure } from '@/gateway/call/wire'
import { bookingInTheWay } from '../limit-words'
import { CHANGING, type Sentence, sentenceFor } from '../refusal-words'
import { bookWordsFor } from './book-wording'
import { type Chosen, newBooking } from './new-booking'
import { desk } from './phone-desk'
import { rememberBooking } from './use-mine'
import { useSeatBusy } from './use-seats'

type Activity = Output<'activities.get'>

interface Booking {
  activity: Activity
  pool: Activity['pools'][number]
  centreName: string
  /** Whom it is for. */
  chosen: readonly Chosen[]
  onBooked: (bookingId: string) => void
  onSignIn: () => void
  /** The page shows what no longer holds. */
  onChanged: () => void
}

/** What stands between a tap and a seat, if anything. */
export type Obstacle =
  | { kind: 'clash'; sentence: Sentence }
  | { kind: 'mine' | 'limit'; sentence: Sentence; bookingId: string }
  | { kind: 'unknown'; sentence: Sentence }
  | { kind: 'refused'; sentence: Sentence; byStrikes: boolean }

/** Booking one pool from a detail page. */
export function useBooking(booking: Booking | null) {
  const [obstacle, setObstacle] = useState<Obstacle | null>(null)
  const busy = useSeatBusy(booking?.pool.poolId ?? null)

  const book = async (evenIfClashes = false): Promise<void> => {
    if (!booking) return
    if (!signedIn()) return booking.onSignIn()
    const { activity, pool, centreName, chosen } = booking
    const attendeeIds = chosen.map(({ attendeeId }) => attendeeId)
    // For oneself alone nobody need be named, and an older server knows no names.
    const named = attendeeIds.join() === 'self' ? undefined : attendeeIds
    const outcome = await desk.book(pool.poolId, evenIfClashes, named)
    setObstacle(null)
    if (outcome.ok) {
      const made = newBooking(activity, pool, centreName, outcome.value, chosen, serverNow())
      rememberBooking(made)
      return booking.onBooked(outcome.value.bookingId)
    }
    booking.onChanged()
    if (outcome.failure.code === 'UNAUTHENTICATED') return booking.onSignIn()
    setObstacle(obstacleOf(outcome.failure, chosen))
  }
  return { book, busy, obstacle, dismiss: () => setObstacle(null) }
}

function obstacleOf(failure: Failure, chosen: readonly Chosen[]): Obstacle {
  const nameOf = (id?: string): string | null =>
    chosen.find(({ attendeeId }) => attendeeId === id)?.name ?? null
  const sentence = sentenceFor(bookWordsFor(nameOf), CHANGING, failure, serverNow())
  switch (failure.code) {
    case 'CLASHES':
      return { kind: 'clash', sentence }
    case 'ALREADY_BOOKED':
      return { kind: 'mine', sentence, bookingId: failure.facts.bookingId }
    case 'NOT_ELIGIBLE': {
      const bookingId = bookingInTheWay(failure)
      return bookingId === null
        ? { kind: 'refused', sentence, byStrikes: failure.facts.rule === 'STRIKES' }
        : { kind: 'limit', sentence, bookingId }
    }
    case 'UNREACHABLE':
    case 'UNAVAILABLE':
    case 'TOO_MANY_REQUESTS':
      return { kind: 'unknown', sentence }
    default:
      return { kind: 'refused', sentence, byStrikes: false }
  }
}
