import type { Booking } from './booking'
import { type Mine, useMine } from './use-mine'

/** One of my seats to come; null while it is not known or no longer held. */
export function useMyBooking(bookingId: string): Mine & { booking: Booking | null } {
  const mine = useMine()
  const booking = mine.bookings?.find((one) => one.bookingId === bookingId) ?? null
  return { ...mine, booking }
}
