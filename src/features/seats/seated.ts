import { attending } from './attending'
import type { Booking } from './booking'

/** Those for whom a seat is held in a pool: `self` and keys of my family. */
export function seatedIn(bookings: readonly Booking[], poolId: string | null): ReadonlySet<string> {
  return new Set(
    bookings
      .filter((one) => one.poolId === poolId && one.status === 'booked')
      .flatMap(attending)
      .map(({ attendeeId }) => attendeeId),
  )
}
