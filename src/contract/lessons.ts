import * as v from 'valibot'
import { AttendeeIds, CentreKey, Instant, Lesson, OccurrenceState, PlainLine } from './fields'
import { command, query } from './operation'

const Place = PlainLine(1, 60)
/** Why staff move or cancel a lesson: one plain line that everybody with a seat in it reads; no names. */
const Reason = PlainLine(2, 60)

/** When and where a lesson is, and how it stands with it. */
const Standing = { startsAt: Instant, endsAt: Instant, place: v.string(), state: OccurrenceState }

const noLesson = v.object({ what: v.literal('occurrence') })
const notOwn = v.object({ what: v.picklist(['booking', 'occurrence', 'attendee']) })

/** Of a booking of one's own all attendees or those named; of one that a relative made, oneself. */
const excusing = v.strictObject({
  bookingId: CentreKey,
  occurrenceId: CentreKey,
  attendeeIds: v.optional(AttendeeIds),
})

/**
 * Says that somebody cannot come to one lesson of a course, until it begins. Where the activity lets
 * the seat go to a guest, it is offered to who waited for the course; who was seen there stays so.
 */
export const excuse = command(
  excusing,
  v.object({
    bookingId: CentreKey,
    occurrenceId: CentreKey,
    /** How many were not excused before. */
    excused: v.number(),
    /** Whether a seat of theirs was freed for guests of this lesson. */
    freed: v.boolean(),
  }),
  {
    ALREADY_BEGAN: v.object({ startsAt: Instant }),
    /** The lesson does not take place. */
    LESSON_CANCELLED: v.object({}),
    /** The seat is for this one time: it is given back (seats.cancel). */
    NOT_A_COURSE: v.object({}),
    NOT_FOUND: notOwn,
  },
)

/** Takes an excuse back, until the lesson begins and as long as nobody was offered the seat. */
export const unexcuse = command(
  excusing,
  v.object({ bookingId: CentreKey, occurrenceId: CentreKey }),
  {
    ALREADY_BEGAN: v.object({ startsAt: Instant }),
    NOT_EXCUSED: v.object({}),
    /** The seat of this lesson was offered to a guest. */
    GIVEN_ON: v.object({ startsAt: Instant }),
    NOT_A_COURSE: v.object({}),
    NOT_FOUND: notOwn,
  },
)

/** How the lesson stood when it was looked at. */
const Expected = v.strictObject({ ...Standing, place: Place })

const changed = v.object({
  occurrenceId: CentreKey,
  state: OccurrenceState,
  /** How many people find it among their notices. */
  told: v.number(),
})

const changeRefusals = {
  /** Somebody else changed it in between: how it stands now. */
  CHANGED_MEANWHILE: v.object(Standing),
  LESSON_OVER: v.object({ endsAt: Instant }),
  NOT_FOUND: noLesson,
}

/**
 * For staff: gives a lesson another time or place, also one that was cancelled. Everybody with a seat
 * in it is told, and of what else they have then; that something clashes stops nobody.
 */
export const move = command(
  v.strictObject({
    occurrenceId: CentreKey,
    startsAt: Instant,
    endsAt: Instant,
    place: Place,
    expected: Expected,
    reason: Reason,
  }),
  changed,
  {
    ...changeRefusals,
    IN_THE_PAST: v.object({}),
    /** Neither time nor place is another. */
    SAME_AS_BEFORE: v.object({}),
  },
)

/** For staff: calls a lesson off. Seats in it stay; of this one time alone they can be given back. */
export const cancel = command(
  v.strictObject({ occurrenceId: CentreKey, expected: Expected, reason: Reason }),
  changed,
  { ...changeRefusals, ALREADY_CANCELLED: v.object({}) },
)

/**
 * For staff: whom it would concern to move a lesson there, and what else is in the room then; as it
 * stands where time and place are left out.
 */
export const previewMove = query(
  v.strictObject({
    occurrenceId: CentreKey,
    startsAt: v.optional(Instant),
    endsAt: v.optional(Instant),
    place: v.optional(Place),
  }),
  v.object({
    occurrenceId: CentreKey,
    activityId: CentreKey,
    title: v.string(),
    lesson: Lesson,
    /** How it stands now: what `expected` of a change is. */
    stands: v.object(Standing),
    /** How many people hold a seat in it, and how many of them have something else then. */
    people: v.number(),
    clashing: v.number(),
    /** Another lesson that has the room then. */
    room: v.nullable(v.object({ title: v.string(), startsAt: Instant, endsAt: Instant })),
  }),
  { IN_THE_PAST: v.object({}), LESSON_OVER: v.object({ endsAt: Instant }), NOT_FOUND: noLesson },
)
