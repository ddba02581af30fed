import { CourseLessons } from '@/features/lessons/course-lessons'
import { attendeeName, attending } from '@/features/seats/attending'
import type { Booking } from '@/features/seats/booking'
import { askMine } from '@/features/seats/use-mine'

/** The lessons of a ticket's course. */
export function TicketLessons({ booking, now }: { booking: Booking; now: number }) {
  const pupils = attending(booking).map((attendee) => ({
    attendeeId: attendee.attendeeId,
    name: attendeeName(attendee),
  }))
  return <CourseLessons course={booking} pupils={pupils} now={now} onChanged={askMine} />
}
