import type { Output } from '@/contract'
import { lessonsNow } from './lessons-now'
import { MARK_TAGS } from './mark-words'

type Booking = Output<'seats.mine'>['bookings'][number]

/** Whether a booking's next lesson is on or about to begin, so that its people can check in. */
export function isOnNow(booking: Booking, now: number): boolean {
  return lessonsNow([booking], now).length > 0
}

/**
 * Who of a booking is marked in the lesson that is on now: 到了, or 小满 到了，小川 迟到 where it is for
 * somebody else or several; null while nobody is.
 */
export function marksNow(booking: Booking, now: number): string | null {
  const marks = lessonsNow([booking], now)[0]?.occurrence.marks ?? []
  const words = marks.map(({ attendeeId, mark }) => {
    const name = booking.attendees?.find((one) => one.attendeeId === attendeeId)?.name
    const who = attendeeId === 'self' ? (marks.length > 1 ? '我' : null) : (name ?? '一位家里人')
    return [who, MARK_TAGS[mark].text].filter(Boolean).join(' ')
  })
  return words.length > 0 ? words.join('，') : null
}
