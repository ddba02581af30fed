import * as v from 'valibot'
import {
  Category,
  CentreId,
  CentreKey,
  Cursor,
  Instant,
  Lesson,
  NextPage,
  OccurrenceState,
  Topic,
} from './fields'
import { command, query } from './operation'

/** What a resident shows at the door: eight letters and digits without look-alikes. */
export const CheckInCode = v.pipe(v.string(), v.regex(/^[2-9A-HJKMNP-Z]{8}$/))

export const BookingStatus = v.picklist(['booked', 'cancelled'])

/** A booking of the person who asks, with what a ticket needs to be read without network. */
export const Booking = v.object({
  bookingId: CentreKey,
  status: BookingStatus,
  checkInCode: CheckInCode,
  centreId: CentreId,
  centreName: v.string(),
  activityId: CentreKey,
  poolId: CentreKey,
  title: v.string(),
  category: Category,
  place: v.string(),
  bring: v.nullable(v.string()),
  bookedAt: Instant,
  cancelUntil: Instant,
  /** The first and last instant that the seat covers. */
  startsAt: Instant,
  endsAt: Instant,
  lessons: v.number(),
  occurrences: v.array(
    v.object({
      startsAt: Instant,
      endsAt: Instant,
      place: v.string(),
      state: OccurrenceState,
      topic: Topic,
      lesson: Lesson,
    }),
  ),
})

/** Takes one seat in a pool for the person who asks. */
export const book = command(
  v.strictObject({ poolId: CentreKey, evenIfClashes: v.optional(v.boolean()) }),
  v.object({
    bookingId: CentreKey,
    status: v.literal('booked'),
    checkInCode: CheckInCode,
    cancelUntil: Instant,
  }),
  {
    SOLD_OUT: v.object({ capacity: v.number(), waiting: v.number() }),
    ALREADY_BOOKED: v.object({ bookingId: CentreKey }),
    NOT_OPEN_YET: v.object({ opensAt: Instant }),
    CLOSED: v.object({ closesAt: Instant }),
    NOT_ELIGIBLE: v.object({
      rule: v.picklist(['HOME_CENTRE', 'ROLE', 'BALLOT']),
      centreId: CentreId,
      until: v.nullable(Instant),
    }),
    CLASHES: v.object({
      bookingId: CentreKey,
      title: v.string(),
      startsAt: Instant,
      endsAt: Instant,
    }),
    NOT_FOUND: v.object({ what: v.literal('pool') }),
  },
)

/** Gives a seat back, until the pool's `cancelUntil`. */
export const cancel = command(
  v.strictObject({ bookingId: CentreKey }),
  v.object({ bookingId: CentreKey, status: v.literal('cancelled') }),
  {
    TOO_LATE: v.object({ cancelUntil: Instant }),
    ALREADY_CANCELLED: v.object({}),
    NOT_FOUND: v.object({ what: v.literal('booking') }),
  },
)

/** The bookings of the person who asks, newest first; pages of 50. `when` keeps those to come or those over and cancelled. */
export const mine = query(
  v.strictObject({ when: v.optional(v.picklist(['upcoming', 'past'])), after: v.optional(Cursor) }),
  v.object({ bookings: v.array(Booking), after: NextPage }),
  {},
)
