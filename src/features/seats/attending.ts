import type { Attendee, Booking } from './booking'

/** An older server does not say whom a booking is for: it is for oneself. */
const MYSELF: Attendee = {
  attendeeId: 'self',
  name: null,
  status: 'booked',
  number: null,
  state: null,
}

/** Those for whom a booking holds a seat; once it holds none, those for whom it did. */
export function attending({ attendees = [MYSELF] }: Booking): Attendee[] {
  const held = attendees.filter(({ status }) => status === 'booked')
  return held.length > 0 ? held : attendees
}

/** 我, 小满; somebody who is no longer in the family has no name. */
export function attendeeName({ attendeeId, name }: Attendee): string {
  return attendeeId === 'self' ? '我' : (name ?? '一位家里人')
}

/** 我 + 小满; null where a seat is one's own alone, as most are. */
export function whoInWords(booking: Booking): string | null {
  const names = attending(booking).map(attendeeName).join(' + ')
  return names === '我' ? null : names
}

/** Who booked it for whoever holds this phone; null for what they booked themselves. */
export function bookedByInWords({ bookedBy = 'self' }: Booking): string | null {
  if (bookedBy === 'self') return null
  return `${bookedBy === 'relative' ? '家里人' : '志愿者或工作人员'}替您报的`
}
