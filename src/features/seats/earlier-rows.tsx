import { dateOf } from '@/domain/time/date'
import { parseInstant } from '@/domain/time/instant'
import { dateInWords } from '@/domain/time/words'
import { Row, Rows } from '@/ui/row/row'
import type { Booking } from './booking'
import { endInWords } from './my-bookings'

interface EarlierRowsProps {
  bookings: readonly Booking[]
  now: number
  onOpen: (activityId: string) => void
}

/** Seats of earlier and those given back. */
export function EarlierRows({ bookings, now, onOpen }: EarlierRowsProps) {
  return (
    <Rows label="以前的">
      {bookings.map((booking) => {
        const day = dateInWords(dateOf(parseInstant(booking.startsAt)), dateOf(now))
        const end = endInWords(booking)
        return (
          <Row
            key={booking.bookingId}
            seal={booking.category}
            title={booking.title}
            note={`${day} · ${booking.place}`}
            tag={{ tone: 'quiet', text: end }}
            label={`${booking.title}，${day}，${end}`}
            onTap={() => onOpen(booking.activityId)}
          />
        )
      })}
    </Rows>
  )
}
