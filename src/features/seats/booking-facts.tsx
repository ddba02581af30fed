import { type Fact, Facts } from '@/ui/facts/facts'
import { bookedByInWords, whoInWords } from './attending'
import type { Booking } from './booking'
import { lessonInWords, nextOccurrence, spokenWhen, visitWhen } from './my-bookings'

/** 12月5日 周六 09:30–11:00, of the next time a seat is used. */
export function bookingWhen(booking: Booking, now: number): string {
  const occurrence = nextOccurrence(booking, now)
  return occurrence ? visitWhen({ booking, occurrence }, now) : ''
}

/** 签到码 AB12 CD34 */
export function codeInWords({ checkInCode }: Booking): string {
  return `签到码 ${checkInCode.slice(0, 4)} ${checkInCode.slice(4)}`
}

interface BookingFactsProps {
  booking: Booking
  now: number
  /** Said first, such as where the code is. */
  first?: Fact
  /** Said last. */
  last?: Fact
  /** In the words in which people say a time. */
  spoken?: boolean
}

/** When, where and with what to come. */
export function BookingFacts({ booking, now, first, last, spoken = false }: BookingFactsProps) {
  const occurrence = nextOccurrence(booking, now)
  const lesson = occurrence && lessonInWords(occurrence)
  const [who, by] = [whoInWords(booking), bookedByInWords(booking)]
  const items: Fact[] = [
    ...(first ? [first] : []),
    ...(who || by
      ? [{ icon: 'people' as const, title: who ?? '我', ...(by ? { note: by } : {}) }]
      : []),
    {
      icon: 'clock',
      title:
        spoken && occurrence ? spokenWhen({ booking, occurrence }, now) : bookingWhen(booking, now),
      ...(booking.lessons > 1 ? { note: lesson ?? `共 ${booking.lessons} 课` } : {}),
    },
    { icon: 'pin', title: occurrence?.place ?? booking.place, note: booking.centreName },
    ...(booking.bring ? [{ icon: 'bag' as const, title: booking.bring }] : []),
    ...(last ? [last] : []),
  ]
  return <Facts items={items} />
}
