import { parseInstant } from '@/domain/time/instant'
import { untilInWords } from '@/domain/time/words'
import { Ticket } from '@/ui/ticket/ticket'
import { whoInWords } from './attending'
import { lessonInWords, type Visit, visitTitle, visitWhen } from './my-bookings'
import { cancelUntilInWords } from './wording'

interface NextTicketProps {
  visit: Visit
  now: number
  onShow: () => void
  onOpen: () => void
}

/** The next thing I booked. */
export function NextTicket({ visit, now, onShow, onOpen }: NextTicketProps) {
  const { booking, occurrence } = visit
  const soon = untilInWords(parseInstant(occurrence.startsAt), now)
  const course = lessonInWords(occurrence) ?? cancelUntilInWords(booking.cancelUntil, now)
  return (
    <Ticket
      when={visitWhen(visit, now)}
      soon={soon ?? '正在进行'}
      title={visitTitle(visit)}
      place={[occurrence.place, booking.bring].filter(Boolean).join(' · ')}
      note={[whoInWords(booking), course].filter(Boolean).join('\n')}
      onShow={onShow}
      onOpen={onOpen}
    />
  )
}
