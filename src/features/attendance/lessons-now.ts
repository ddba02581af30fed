import type { Output } from '@/contract'
import { canCheckIn } from './lesson-time'

type Booking = Output<'seats.mine'>['bookings'][number]
export interface Visit {
  booking: Booking
  occurrence: Booking['occurrences'][number]
}

/**
 * The lessons of mine in a centre for which I could check in at `now` (milliseconds), soonest first;
 * in every centre where none is given.
 */
export function lessonsNow(
  bookings: readonly Booking[],
  now: number,
  centreId?: string | null,
): Visit[] {
  return bookings
    .filter(
      (booking) => booking.status === 'booked' && (!centreId || booking.centreId === centreId),
    )
    .flatMap((booking) =>
      booking.occurrences
        .filter((one) => one.state !== 'cancelled' && canCheckIn(one, now))
        .map((occurrence) => ({ booking, occurrence })),
    )
    .sort((a, b) => (a.occurrence.startsAt < b.occurrence.startsAt ? -1 : 1))
}
