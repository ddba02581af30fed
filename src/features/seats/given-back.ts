import { attending } from './attending'
import type { Booking } from './booking'

/** A booking as it is once some of its seats were given back. */
export function withoutSeats(booking: Booking, attendeeIds: readonly string[]): Booking {
  return {
    ...booking,
    attendees: attending(booking).map((attendee) =>
      attendeeIds.includes(attendee.attendeeId)
        ? { ...attendee, status: 'cancelled', state: null }
        : attendee,
    ),
  }
}
