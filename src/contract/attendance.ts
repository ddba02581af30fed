import * as v from 'valibot'
import { MARKS, MARK_MEANS } from '@/domain/attendance/mark'
import { SHEET_PURPOSES } from '@/domain/attendance/sheet'
import {
  AttendeeId,
  CalendarDate,
  Category,
  CentreId,
  CentreKey,
  Cursor,
  Instant,
  Lesson,
  NextPage,
  OccurrenceState,
} from './fields'
import { command, query } from './operation'

export const Mark = v.picklist(MARKS)
const MarkMeans = v.picklist(MARK_MEANS)
const CheckInCode = v.pipe(v.string(), v.regex(/^[2-9A-HJKMNP-Z]{8}$/, 'CHECK_IN_CODE'))
const OneTimeCode = v.pipe(v.string(), v.regex(/^\d{6}$/, 'ONE_TIME_CODE'))

/** The code on a centre's wall, as its mini-program code's scene carries it: `<centreId>.<six letters>`. */
export const PosterId = v.pipe(
  v.string(),
  v.regex(/^[a-z][a-z0-9-]{1,23}\.[2-9a-hjkmnp-z]{6}$/, 'POSTER_ID'),
)

/** One attendee of a lesson, among those of the booking, as staff see them in the roster. */
export const AttendeeKey = v.pipe(v.string(), v.regex(/^[a-z2-7]{16}$/, 'ATTENDEE_KEY'))

const noLesson = v.object({ what: v.literal('occurrence') })

/** A lesson in which the person who asks, or one of theirs, was marked; who is named, the phone knows. */
const CheckedIn = v.object({
  occurrenceId: CentreKey,
  title: v.string(),
  place: v.string(),
  startsAt: Instant,
  lesson: Lesson,
  attendees: v.array(v.object({ attendeeId: AttendeeId, mark: Mark })),
})

/**
 * Checks in by the code on the centre's wall: the person who asks and everybody whom they booked for,
 * in each lesson of the centre that is on or begins within 45 minutes. Again changes nothing.
 */
export const checkIn = command(
  v.strictObject({ posterId: PosterId }),
  v.object({ lessons: v.array(CheckedIn) }),
  {
    /** Nothing of theirs is on now; `nextAt` is when their next lesson here begins, null for none. */
    NOTHING_ON: v.object({ nextAt: v.nullable(Instant) }),
    NOT_FOUND: v.object({ what: v.literal('poster') }),
  },
)

/**
 * For staff and volunteers: checks in everybody of the booking whose code a phone shows. `scannedAt` is
 * when the scanner saw it, so that a scanner without network can send later, until a day after the lesson.
 */
export const scan = command(
  v.strictObject({
    occurrenceId: CentreKey,
    checkInCode: CheckInCode,
    oneTimeCode: OneTimeCode,
    scannedAt: Instant,
  }),
  v.object({
    /** How many people the booking brings, and how many were not marked before. */
    seats: v.number(),
    fresh: v.number(),
    mark: Mark,
    /** The first character of each name that is known. */
    initials: v.array(v.nullable(v.string())),
  }),
  {
    /** A picture of a code, or a phone whose clock is off by more than a minute. */
    CODE_EXPIRED: v.object({}),
    /** The booking holds no seat in this lesson. */
    NOT_IN_LESSON: v.object({ title: v.nullable(v.string()), startsAt: v.nullable(Instant) }),
    TOO_EARLY: v.object({ startsAt: Instant }),
    OVER: v.object({ endsAt: Instant }),
    NOT_FOUND: noLesson,
  },
)

/** For staff and volunteers: the lessons of a day in a centre that have seats, in order; pages of 50. */
export const lessons = query(
  v.strictObject({ centreId: CentreId, day: CalendarDate, after: v.optional(Cursor) }),
  v.object({
    lessons: v.array(
      v.object({
        occurrenceId: CentreKey,
        activityId: CentreKey,
        title: v.string(),
        category: Category,
        place: v.string(),
        startsAt: Instant,
        endsAt: Instant,
        state: OccurrenceState,
        lesson: Lesson,
        /** Seats held, and how many of those people are there, late or not. */
        expected: v.number(),
        there: v.number(),
        excused: v.number(),
      }),
    ),
    after: NextPage,
  }),
  { NOT_FOUND: v.object({ what: v.literal('centre') }) },
)

/** For staff and volunteers: who holds a seat in a lesson, by name; pages of 100. */
export const roster = query(
  v.strictObject({ occurrenceId: CentreKey, after: v.optional(Cursor) }),
  v.object({
    title: v.string(),
    place: v.string(),
    startsAt: Instant,
    endsAt: Instant,
    state: OccurrenceState,
    lesson: Lesson,
    attendees: v.array(
      v.object({
        attendeeKey: AttendeeKey,
        /** A family member's name or a nickname; null where none is known. */
        name: v.nullable(v.string()),
        /** By whom a child or elder is brought: the holder's nickname; null otherwise. */
        broughtBy: v.nullable(v.string()),
        /** The last four letters of the check-in code, which are on their ticket. */
        codeEnds: v.string(),
        /** Somebody who has the seat of another for this lesson alone. */
        guest: v.boolean(),
        mark: v.nullable(Mark),
        means: v.nullable(MarkMeans),
        markedAt: v.nullable(Instant),
      }),
    ),
    /** The pool that somebody who comes by is booked into; null where it is drawn, absent from older servers. */
    walkIn: v.optional(
      v.nullable(
        v.object({
          poolId: CentreKey,
          /** Seats that nobody has; `waiting` entries are before whoever comes by. */
          left: v.number(),
          waiting: v.number(),
          opensAt: Instant,
          closesAt: Instant,
        }),
      ),
    ),
    after: NextPage,
  }),
  { NOT_FOUND: noLesson },
)

/**
 * A sheet of a lesson, to print or as an Excel file; names are masked here, not on the phone. `sign-in`,
 * for staff and volunteers, lies open at the door: masked names and room to sign. `roster`, for staff
 * alone, is kept: full names with their marks. At most 2,000 people, by name.
 */
export const sheet = query(
  v.strictObject({ occurrenceId: CentreKey, purpose: v.picklist(SHEET_PURPOSES) }),
  v.object({
    centreName: v.string(),
    title: v.string(),
    place: v.string(),
    startsAt: Instant,
    endsAt: Instant,
    lesson: Lesson,
    rows: v.array(
      v.object({
        /** From 1, in the order of the roster. */
        number: v.number(),
        /** Null where no name is known. */
        name: v.nullable(v.string()),
        codeEnds: v.string(),
        /** Always null in a sign-in sheet. */
        mark: v.nullable(Mark),
      }),
    ),
    /** The same as an Excel workbook (.xlsx) in base64, at most 200 KB of it. */
    file: v.object({ name: v.string(), base64: v.string() }),
  }),
  {
    NOT_FOUND: noLesson,
    /** More people than one sheet holds. */
    TOO_MANY: v.object({ most: v.number() }),
  },
)

/**
 * For staff and volunteers: sets the mark of one attendee, or takes it away (null), from 45 minutes
 * before a lesson until a day after it. `seenAt` is when it was set on the phone: an older one changes
 * nothing that was marked later, so that phones without network may send in any order.
 */
export const mark = command(
  v.strictObject({
    occurrenceId: CentreKey,
    attendeeKey: AttendeeKey,
    mark: v.nullable(Mark),
    seenAt: Instant,
  }),
  v.object({ attendeeKey: AttendeeKey, mark: v.nullable(Mark) }),
  {
    TOO_EARLY: v.object({ startsAt: Instant }),
    /** The roster is closed; what is wrong in it can be contested. */
    OVER: v.object({ endsAt: Instant }),
    NOT_FOUND: v.object({ what: v.picklist(['occurrence', 'attendee']) }),
  },
)

/** For staff: the code on the centre's wall, as a picture where the platform draws one. */
const Poster = v.object({
  posterId: PosterId,
  madeAt: Instant,
  page: v.string(),
  scene: v.string(),
  picture: v.nullable(v.string()),
})
export const poster = query(
  v.strictObject({ centreId: CentreId }),
  v.object({ poster: v.nullable(Poster) }),
  { NOT_FOUND: v.object({ what: v.literal('centre') }) },
)

/** For staff: makes a code for the wall; the one before ends at once. */
export const makePoster = command(
  v.strictObject({ centreId: CentreId }),
  v.object({ posterId: PosterId }),
  { NOT_FOUND: v.object({ what: v.literal('centre') }) },
)
