import * as v from 'valibot'
import { MARKS } from '@/domain/attendance/mark'
import { ELIGIBILITY_RULES } from '@/domain/seats/eligibility'
import { LIMITED } from '@/domain/seats/limits'
import {
  Ages,
  AttendeeId,
  AttendeeIds,
  Category,
  CentreId,
  CentreKey,
  Cursor,
  Instant,
  Lesson,
  NextPage,
  OccurrenceState,
  QueueNumber,
  QueueState,
  Topic,
} from './fields'
import { SpokenCode, codeRefusals } from './family'
import { command, query } from './operation'

/** What a resident shows at the door: eight letters and digits without look-alikes. */
export const CheckInCode = v.pipe(v.string(), v.regex(/^[2-9A-HJKMNP-Z]{8}$/))

export const BookingStatus = v.picklist(['booked', 'cancelled'])

/** Somebody whom a booking is for, as the person who asks knows them. */
export const Attendee = v.object({
  attendeeId: AttendeeId,
  /** Null for oneself and for somebody who is no longer in one's family. */
  name: v.nullable(v.string()),
  status: BookingStatus,
  /** The number by which somebody is called, in a pool that is numbered. */
  number: v.nullable(QueueNumber),
  /** How it stands with the number; null without one, and once the seat was given back. */
  state: v.nullable(QueueState),
})

/**
 * Who took the seats: the person who asks, a relative of theirs in a booking of the relative's own,
 * or somebody to whom they read out a code.
 */
export const BookedBy = v.picklist(['self', 'relative', 'helper'])

/** A booking of the person who asks, with what a ticket needs to be read without network. */
export const Booking = v.object({
  bookingId: CentreKey,
  status: BookingStatus,
  checkInCode: CheckInCode,
  /**
   * Base32 of what the code that changes every 30 seconds is made of (domain/attendance/one-time-code).
   * It checks in everybody of the booking: null where that is another's with several people in it, where
   * nobody checks in (private hours, numbers of a clinic), and once it was given back. Absent from older
   * servers.
   */
  checkInSecret: v.optional(v.nullable(v.pipe(v.string(), v.regex(/^[A-Z2-7]{32}$/)))),
  centreId: CentreId,
  centreName: v.string(),
  activityId: CentreKey,
  poolId: CentreKey,
  /** The consultation that it is the time of, which is changed and taken back there; else null. */
  consultationId: v.optional(v.nullable(CentreKey)),
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
  /** Whom it is for; absent from older servers, where it is for oneself. */
  attendees: v.optional(v.array(Attendee)),
  bookedBy: v.optional(BookedBy),
  /** Whether the seat of somebody who is excused from a lesson goes to a guest; absent from older servers. */
  freesLessons: v.optional(v.boolean()),
  occurrences: v.array(
    v.object({
      /** Absent from older servers. */
      occurrenceId: v.optional(CentreKey),
      /** How it stands with those whom it is for and who are marked; absent from older servers. */
      marks: v.optional(v.array(v.object({ attendeeId: AttendeeId, mark: v.picklist(MARKS) }))),
      startsAt: Instant,
      endsAt: Instant,
      place: v.string(),
      state: OccurrenceState,
      topic: Topic,
      lesson: Lesson,
    }),
  ),
})

/** Whom of those asked for a refusal is about; absent where only the person who asks was meant. */
const Concerned = v.optional(AttendeeId)

/**
 * The limit that was reached: how many seats are allowed and held in the pool's term, of what
 * (`LIMITED`), and one of them that could be given back. The booking is told where the person who asks
 * made it or sits in it; else it is null and the title 别的安排.
 */
const ReachedLimit = v.object({
  of: v.picklist(LIMITED),
  most: v.number(),
  held: v.number(),
  bookingId: v.nullable(CentreKey),
  title: v.nullable(v.string()),
})

/** What may stand in the way of seats: of a booking, and of waiting for one. */
export const bookRefusals = {
  /** `left` is how many seats there are still, where that is some but fewer than were asked for. */
  SOLD_OUT: v.object({
    capacity: v.number(),
    waiting: v.number(),
    left: v.optional(v.number()),
  }),
  ALREADY_BOOKED: v.object({ bookingId: CentreKey, attendeeId: Concerned }),
  NOT_OPEN_YET: v.object({ opensAt: Instant }),
  CLOSED: v.object({ closesAt: Instant }),
  /**
   * `ages` only with the rule AGE: what the activity asks for on the day of its first lesson; `limit`
   * only with PARALLEL and TERM_LIMIT.
   */
  NOT_ELIGIBLE: v.object({
    rule: v.picklist(ELIGIBILITY_RULES),
    centreId: CentreId,
    until: v.nullable(Instant),
    attendeeId: Concerned,
    ages: v.optional(Ages),
    limit: v.optional(ReachedLimit),
  }),
  /** The title is 别的安排 where the other booking was made by somebody else. */
  CLASHES: v.object({
    bookingId: CentreKey,
    title: v.string(),
    startsAt: Instant,
    endsAt: Instant,
    attendeeId: Concerned,
  }),
  NOT_FOUND: v.object({ what: v.picklist(['pool', 'attendee']), attendeeId: Concerned }),
}

/**
 * Takes seats in a pool in one booking, all or none: for the person who asks when `attendeeIds` is
 * left out, else for each of those named. Nobody holds two seats in one pool.
 */
export const book = command(
  v.strictObject({
    poolId: CentreKey,
    evenIfClashes: v.optional(v.boolean()),
    attendeeIds: v.optional(AttendeeIds),
  }),
  v.object({
    bookingId: CentreKey,
    status: v.literal('booked'),
    checkInCode: CheckInCode,
    cancelUntil: Instant,
    /** In the order asked for; `number` is null where the pool is not numbered. */
    attendees: v.optional(
      v.array(v.object({ attendeeId: AttendeeId, number: v.nullable(QueueNumber) })),
    ),
  }),
  bookRefusals,
)

/**
 * Takes one seat for somebody who read out the code that `family.code` gave them; the booking is
 * theirs. The code is used up by a seat, not by a refusal.
 */
export const bookFor = command(
  v.strictObject({
    poolId: CentreKey,
    code: SpokenCode,
    evenIfClashes: v.optional(v.boolean()),
  }),
  v.object({
    bookingId: CentreKey,
    status: v.literal('booked'),
    checkInCode: CheckInCode,
    cancelUntil: Instant,
    number: v.nullable(QueueNumber),
  }),
  { ...bookRefusals, ...codeRefusals },
)

/**
 * Gives seats back, until the pool's `cancelUntil`: of a booking of one's own all of them, or those
 * of `attendeeIds`; of a booking that a relative made, one's own seat. After that and until the first
 * lesson begins with `evenIfLate` alone, which counts half of not coming (attendance.mine).
 */
export const cancel = command(
  v.strictObject({
    bookingId: CentreKey,
    attendeeIds: v.optional(AttendeeIds),
    evenIfLate: v.optional(v.boolean()),
  }),
  v.object({
    bookingId: CentreKey,
    /** What was asked to be given back is given back. */
    status: v.literal('cancelled'),
    /** How many seats the booking still holds; only where `attendeeIds` was given. */
    remaining: v.optional(v.number()),
  }),
  {
    /** `lateUntil`: until when it can be given back late; null, or absent, where it no longer can. */
    TOO_LATE: v.object({ cancelUntil: Instant, lateUntil: v.optional(v.nullable(Instant)) }),
    ALREADY_CANCELLED: v.object({}),
    /** The time of a consultation is given back by consultation.withdraw or .reschedule. */
    THROUGH_CONSULTATION: v.object({ consultationId: CentreKey }),
    NOT_FOUND: v.object({ what: v.picklist(['booking', 'attendee']) }),
  },
)

/**
 * The bookings of the person who asks and those that others made for them, newest first; pages of 50.
 * `when` keeps those to come or those over and cancelled.
 */
export const mine = query(
  v.strictObject({ when: v.optional(v.picklist(['upcoming', 'past'])), after: v.optional(Cursor) }),
  v.object({
    bookings: v.array(Booking),
    /** On the first page but of what is over: the seats held for the person that have to be confirmed first. */
    offer: v.optional(
      v.nullable(v.object({ title: v.string(), seats: v.number(), until: Instant })),
    ),
    after: NextPage,
    /** How many notices (notices.mine) are not read; absent from older servers. */
    unread: v.optional(v.number()),
  }),
  {},
)
