import { useState } from 'react'
import type { Output } from '@/contract'
import { BEFOREHAND_MS } from '@/domain/seats/first-try'
import { parseInstant } from '@/domain/time/instant'
import { serverNow } from '@/gateway/clock'
import { signedIn } from '@/gateway/session/session'
import type { Failure } from '@/gateway/call/wire'
import { bookingInTheWay } from '../limit-words'
import { CHANGING, type Sentence, sentenceFor } from '../refusal-words'
import { bookWordsFor } from './book-wording'
import type { Wanted } from './first-try'
import { type Chosen, newBooking } from './new-booking'
import { desk } from './phone-desk'
import { useArrival } from './use-arrival'
import { useFirstTry } from './use-first-try'
import { rememberBooking } from './use-mine'
import { isBusyWith, useBookingProgress, useSeatBusy } from './use-seats'
import { bookedMeanwhile, notBookedMeanwhile } from './waiting-wording'

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
  /** Asks anew for the activity, and so for the server's time. */
  onMeasure: () => Promise<void>
}

/** What stands between a tap and a seat, if anything. */
export type Obstacle =
  | { kind: 'clash'; sentence: Sentence }
  | { kind: 'mine' | 'limit'; sentence: Sentence; bookingId: string }
  | { kind: 'unknown'; sentence: Sentence }
  | { kind: 'refused'; sentence: Sentence; byStrikes: boolean }

/** Booking one pool from a detail page: at once, or in one's turn when it opens. */
export function useBooking(booking: Booking | null) {
  const [obstacle, setObstacle] = useState<Obstacle | null>(null)
  const arrives = useArrival()
  const poolId = booking?.pool.poolId ?? null
  const busy = useSeatBusy(poolId)
  const progress = useBookingProgress(poolId)
  const wanted = booking && wantedOf(booking)

  /** Gives when the pool opens, where the server found it too early and that is to be kept quiet. */
  const send = async (evenIfClashes: boolean, requestId?: string, mayBeEarly = false) => {
    if (!booking) return null
    const { activity, pool, centreName, chosen } = booking
    const attendeeIds = chosen.map(({ attendeeId }) => attendeeId)
    // For oneself alone nobody need be named, and an older server knows no names.
    const named = attendeeIds.join() === 'self' ? undefined : attendeeIds
    const outcome = await desk.book(pool.poolId, evenIfClashes, named, requestId)
    setObstacle(null)
    if (outcome.ok) {
      const made = newBooking(activity, pool, centreName, outcome.value, chosen, serverNow())
      rememberBooking(made)
      const { bookingId } = outcome.value
      arrives(() => booking.onBooked(bookingId), bookedMeanwhile(activity.title))
      return null
    }
    const { failure } = outcome
    if (mayBeEarly && failure.code === 'NOT_OPEN_YET') {
      const opensAt = parseInstant(failure.facts.opensAt)
      if (opensAt - serverNow() < BEFOREHAND_MS) return opensAt
    }
    const standing = obstacleOf(failure, chosen)
    const here = (): void => {
      booking.onChanged()
      if (failure.code === 'UNAUTHENTICATED') booking.onSignIn()
      else setObstacle(standing)
    }
    arrives(here, notBookedMeanwhile(activity.title, standing.sentence))
    return null
  }
  const { asked, ask, takeBack } = useFirstTry({
    wanted,
    send: (requestId, mayBeEarly) => send(false, requestId, mayBeEarly),
    onMeasure: async () => booking?.onMeasure(),
  })

  return {
    /** In one's turn. */
    ask: (): void => {
      if (!booking || isBusyWith(booking.pool.poolId)) return
      if (signedIn()) ask()
      else booking.onSignIn()
    },
    /** At once, as somebody decided who was asked. */
    book: (evenIfClashes = false): void => void send(evenIfClashes),
    asked,
    takeBack,
    opensAt: wanted?.opensAt ?? null,
    busy,
    progress,
    obstacle,
    dismiss: () => setObstacle(null),
  }
}

function wantedOf({ pool, chosen }: Booking): Wanted {
  const { poolId, opensAt, firstTryWithinMs } = pool
  const key = [poolId, ...chosen.map(({ attendeeId }) => attendeeId)].join(' ')
  return { key, opensAt: parseInstant(opensAt), withinMs: firstTryWithinMs }
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
