import { useState } from 'react'
import { type Activity, firstPool } from '@/features/activities/activity-words'
import type { Centre } from '@/features/centres/current-centre'
import { namesInWords } from '@/features/family/attendees'
import { useAttendees } from '@/features/family/use-attendees'
import { go } from '@/features/navigation/routes'
import type { Booking } from '@/features/seats/booking'
import { bookingOf } from '@/features/seats/my-bookings'
import { type Offer, offerForSeveral, offerOf } from '@/features/seats/offer'
import { seatedIn } from '@/features/seats/seated'
import { useBooking } from '@/features/seats/use-booking'
import { entriesIn, waitingIn } from '@/features/waitlist/entry'
import type { Entry } from '@/features/waitlist/offers'
import { standingOf } from '@/features/waitlist/standing'
import { useJoining } from '@/features/waitlist/use-joining'

interface SeatDeskOptions {
  activity: Activity
  /** Null while the centres are not known. */
  centre: Centre | null
  bookings: readonly Booking[]
  /** Where I wait for seats. */
  entries: readonly Entry[]
  /** Milliseconds since the epoch. */
  now: number
  /** The pool that was asked for or chosen. */
  poolId: string | null
  /** What is shown no longer holds. */
  onChanged: () => void
  /** Asks anew for the activity, and so for the server's time. */
  onMeasure: () => Promise<void>
}

export type SeatDesk = ReturnType<typeof useSeatDesk>

/** The pool that an activity's page is about, for whom seats are wanted there, and how to get them. */
export function useSeatDesk({ activity, centre, bookings, now, ...given }: SeatDeskOptions) {
  const [signing, setSigning] = useState(false)
  const [joiningOpen, setJoiningOpen] = useState(false)
  const pool = firstPool(activity.pools, given.poolId)
  const occurrences = pool?.occurrences ?? activity.walkIns
  const next = occurrences.find(({ state }) => state !== 'cancelled') ?? occurrences[0] ?? null
  const entries = pool ? entriesIn(given.entries, pool.poolId, now) : []
  const whom = useAttendees({
    ages: activity.ages,
    poolId: pool?.poolId ?? null,
    startsAt: next?.startsAt ?? null,
    seated: seatedIn(bookings, pool?.poolId ?? null),
    waiting: waitingIn(entries),
    now,
  })
  const names = namesInWords(whom.chosen)
  const onSignIn = () => setSigning(true)
  const booking = useBooking(
    pool && {
      activity,
      pool,
      centreName: centre?.shortName ?? '',
      chosen: whom.chosen,
      onBooked: go.confirmed,
      onSignIn,
      onChanged: given.onChanged,
      onMeasure: given.onMeasure,
    },
  )
  const joining = useJoining(
    pool && {
      poolId: pool.poolId,
      attendeeIds: whom.chosen.map(({ attendeeId }) => attendeeId),
      names,
    },
    { onSignIn, onChanged: given.onChanged },
  )
  const held = pool && bookingOf(bookings, pool.poolId)
  const offer = offerOf(pool, held !== null && whom.chosen.length === 0, now)

  return {
    pool,
    /** The pool that a link or the person named; empty where none was. */
    askedFor: given.poolId ?? '',
    occurrences,
    next,
    entries,
    whom,
    names,
    booking,
    joining,
    /** The seat held already, if there is one. */
    bookingId: held?.bookingId ?? null,
    offer: offerNow(),
    joiningOpen: joiningOpen && !signing,
    openJoining: setJoiningOpen,
    signing,
    stopSigning: () => setSigning(false),
    /** What was begun goes on once it is known who asks. */
    goOn: () => void (joiningOpen ? joining.join() : booking.ask()),
  }

  /** The offer for those chosen: seats, or a place on the waiting list. */
  function offerNow(): Offer {
    if (pool === null || offer.kind === 'booked') return offer
    const seats = whom.chosen.length
    const waiting = standingOf(pool, { seats, entries, now })
    return waiting ?? (whom.asks ? offerForSeveral(offer, pool, seats) : offer)
  }
}
