import { useState } from 'react'
import type { Output } from '@/contract'
import { serverNow } from '@/gateway/clock'
import { signedIn } from '@/gateway/session/session'
import type { Failure } from '@/gateway/call/wire'
import { CHANGING, type Sentence, sentenceFor } from '../refusal-words'
import { newBooking } from './new-booking'
import { desk } from './phone-desk'
import { rememberBooking } from './use-mine'
import { useSeatBusy } from './use-seats'
import { bookWords } from './wording'

type Activity = Output<'activities.get'>

interface Booking {
  activity: Activity
  pool: Activity['pools'][number]
  centreName: string
  onBooked: (bookingId: string) => void
  onSignIn: () => void
  /** The page shows what no longer holds. */
  onChanged: () => void
}

/** What stands between a tap and a seat, if anything. */
export type Obstacle =
  | { kind: 'clash'; sentence: Sentence }
  | { kind: 'mine'; sentence: Sentence; bookingId: string }
  | { kind: 'unknown'; sentence: Sentence }
  | { kind: 'refused'; sentence: Sentence }

/** Booking one pool from a detail page. */
export function useBooking(booking: Booking | null) {
  const [obstacle, setObstacle] = useState<Obstacle | null>(null)
  const busy = useSeatBusy(booking?.pool.poolId ?? null)

  const book = async (evenIfClashes = false): Promise<void> => {
    if (!booking) return
    if (!signedIn()) return booking.onSignIn()
    const outcome = await desk.book(booking.pool.poolId, evenIfClashes)
    setObstacle(null)
    if (outcome.ok) {
      const { activity, pool, centreName } = booking
      rememberBooking(newBooking(activity, pool, centreName, outcome.value, serverNow()))
      return booking.onBooked(outcome.value.bookingId)
    }
    booking.onChanged()
    if (outcome.failure.code === 'UNAUTHENTICATED') return booking.onSignIn()
    setObstacle(obstacleOf(outcome.failure))
  }
  return { book, busy, obstacle, dismiss: () => setObstacle(null) }
}

function obstacleOf(failure: Failure): Obstacle {
  const sentence = sentenceFor(bookWords, CHANGING, failure, serverNow())
  switch (failure.code) {
    case 'CLASHES':
      return { kind: 'clash', sentence }
    case 'ALREADY_BOOKED':
      return { kind: 'mine', sentence, bookingId: failure.facts.bookingId }
    case 'UNREACHABLE':
    case 'UNAVAILABLE':
    case 'TOO_MANY_REQUESTS':
      return { kind: 'unknown', sentence }
    default:
      return { kind: 'refused', sentence }
  }
}
