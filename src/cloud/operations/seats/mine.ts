import type { Output } from '@/contract'
import { secretText } from '@/domain/attendance/one-time-code'
import { toInstantText } from '@/domain/time/instant'
import type { Handler } from '@/cloud/handler'
import { attendeesOfBookings, bookingsOf, marksOfBookings } from '@/cloud/store/queries/bookings'
import { unreadOf } from '@/cloud/store/queries/notices/mine'
import { occurrencesOfPools } from '@/cloud/store/queries/occurrences'
import { type HeldOffer, firstOfferOf } from '@/cloud/store/queries/waitlist/first-offer'
import { lessonOf } from '../lesson'
import { WRONG_CURSOR, pageOf, readCursor, writeCursor } from '../cursor'
import { personOf } from '../person'

const PAGE = 50

type Booking = Output<'seats.mine'>['bookings'][number]
type AttendeeRow = Awaited<ReturnType<typeof attendeesOfBookings>>[number]
type MarkRow = Awaited<ReturnType<typeof marksOfBookings>>[number]

/** The bookings of the person who asks and those made for them, newest first; and what waits for an answer. */
export const mySeats: Handler<'seats.mine'> = async ({ input, actor, dependencies }) => {
  const { store, clock } = dependencies
  const after = readCursor(input.after, ['instant', 'key'])
  if (after === null) return WRONG_CURSOR
  const personId = personOf(actor)
  const now = clock.now()
  const wantsOffer = after === undefined && input.when !== 'past'
  const rows = await bookingsOf(store.db, {
    personId,
    when: input.when,
    after,
    now,
    limit: PAGE + 1,
  })
  const { page, last } = pageOf(rows, PAGE)
  const [occurrences, attendees, marks, unread, offer] = await Promise.all([
    occurrencesOfPools(store.db, page),
    attendeesOfBookings(store.db, personId, page),
    marksOfBookings(store.db, page),
    unreadOf(store.pool, personId),
    wantsOffer ? firstOfferOf(store.pool, personId, now) : undefined,
  ])
  const bookings = page.map((row): Booking => {
    const covered = occurrences.filter(({ pool_id }) => pool_id === row.pool_id)
    const own = attendees.filter(({ booking_id }) => booking_id === row.booking_id)
    return {
      bookingId: row.booking_id,
      status: row.status,
      checkInCode: row.check_in_code,
      checkInSecret: row.check_in_secret && secretText(row.check_in_secret),
      centreId: row.centre_id,
      centreName: row.centre_name,
      activityId: row.activity_id,
      poolId: row.pool_id,
      consultationId: row.consultation_id,
      title: row.title,
      category: row.category,
      place: row.place,
      bring: row.bring,
      bookedAt: toInstantText(row.booked_at),
      cancelUntil: toInstantText(row.cancel_until),
      startsAt: toInstantText(row.starts_at),
      endsAt: toInstantText(row.ends_at),
      lessons: covered.length,
      attendees: own.map(attendeeOnTheWire),
      bookedBy: !row.is_holder ? 'relative' : row.booked_by === null ? 'self' : 'helper',
      freesLessons: row.guests_from_list && covered.length > 1,
      occurrences: covered.map((one) => ({
        occurrenceId: one.occurrence_id,
        marks: marksOnTheWire(
          own,
          // A guest is marked in the lesson itself.
          marks.filter(
            ({ occurrence_id }) => occurrence_id === (one.guest_of ?? one.occurrence_id),
          ),
        ),
        startsAt: toInstantText(one.starts_at),
        endsAt: toInstantText(one.ends_at),
        place: one.place,
        state: one.state,
        topic: one.topic ?? undefined,
        lesson: lessonOf(one),
      })),
    }
  })
  return {
    value: {
      bookings,
      ...(offer === undefined ? {} : { offer: offer && offerOnTheWire(offer) }),
      after: last && writeCursor(last.booked_at, last.booking_id),
      unread,
    },
  }
}

function offerOnTheWire({ title, seats, until }: HeldOffer): Output<'seats.mine'>['offer'] {
  return { title, seats, until: toInstantText(until) }
}

/** The marks of one lesson, of those attendees of a booking whom the person who asks sees. */
function marksOnTheWire(
  attendees: readonly AttendeeRow[],
  marks: readonly MarkRow[],
): NonNullable<Booking['occurrences'][number]['marks']> {
  return attendees.flatMap((attendee) => {
    const { booking_id: bookingId, person_id: personId } = attendee
    const mark = marks.find((one) => one.booking_id === bookingId && one.person_id === personId)
    return mark?.mark ? [{ attendeeId: attendeeIdOf(attendee), mark: mark.mark }] : []
  })
}

function attendeeIdOf({ is_self: isSelf, member_id: memberId }: AttendeeRow): string {
  return isSelf ? 'self' : memberId!
}

function attendeeOnTheWire(row: AttendeeRow): NonNullable<Booking['attendees']>[number] {
  const { is_self: isSelf, status, queue_number: number, queue_state: state } = row
  return {
    attendeeId: attendeeIdOf(row),
    name: isSelf ? null : row.name,
    status,
    number,
    state: status === 'booked' ? state : null,
  }
}
