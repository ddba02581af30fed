import * as v from 'valibot'
import { ACTIVITY_NOTICE_KINDS, CHANGE_KINDS } from '@/domain/notices/kind'
import { MESSAGE_LENGTH } from '@/domain/notices/message'
import {
  AttendeeId,
  Category,
  CentreId,
  CentreKey,
  Cursor,
  Instant,
  Lesson,
  NextPage,
  PlainLine,
} from './fields'
import { command, query } from './operation'

const Span = v.object({ startsAt: Instant, endsAt: Instant, place: v.string() })

/** What became of a whole activity; `lessons` are at most 12 of those that concern the reader. */
const WholeActivity = v.object({
  kind: v.picklist(ACTIVITY_NOTICE_KINDS),
  moved: v.number(),
  added: v.number(),
  cancelled: v.number(),
  lessons: v.array(
    v.object({
      /** Which lesson of a course it was; null for what is no course's and what is new. */
      number: v.nullable(v.number()),
      /** Null for one that is new. */
      from: v.nullable(Span),
      /** Null for one that is cancelled. */
      to: v.nullable(Span),
    }),
  ),
})

const told = {
  noticeId: CentreKey,
  centreId: CentreId,
  /** The booking that it is about. */
  bookingId: CentreKey,
  activityId: CentreKey,
  title: v.string(),
  category: Category,
  madeAt: Instant,
  isRead: v.boolean(),
}

/**
 * That a lesson in which somebody has a seat was moved or cancelled; where `whole` is there, that this
 * became of several at once, of which `kind`, `lesson`, `from` and `to` tell the first.
 */
export const LessonNotice = v.object({
  ...told,
  kind: v.picklist(CHANGE_KINDS),
  lesson: Lesson,
  /** When and where it would have been… */
  from: Span,
  /** …and is now; null for one that is cancelled. */
  to: v.nullable(Span),
  reason: v.string(),
  /** Absent from older servers, and where the notice is about one lesson. */
  whole: v.optional(WholeActivity),
  /** What else they have at the new time and have not given back since. */
  clashes: v.array(
    v.object({
      /** Null for somebody who is no longer in the reader's family. */
      attendeeId: v.nullable(AttendeeId),
      name: v.nullable(v.string()),
      bookingId: CentreKey,
      /** As CLASHES of seats.book tells it. */
      title: v.string(),
      startsAt: Instant,
      endsAt: Instant,
    }),
  ),
})

/** What staff say to everybody with a seat in a class. */
export const MessageNotice = v.object({
  ...told,
  kind: v.literal('class-message'),
  centreName: v.string(),
  text: v.string(),
})

/**
 * What the person who asks is told of, newest first; pages of 20. What staff say to a class is among it
 * for those who ask for `messages`: older clients know of changes alone.
 */
export const mine = query(
  v.strictObject({ after: v.optional(Cursor), messages: v.optional(v.literal(true)) }),
  v.object({
    notices: v.array(v.variant('kind', [LessonNotice, MessageNotice])),
    unread: v.number(),
    after: NextPage,
  }),
  {},
)

/** Marks a notice and all before it as read. */
export const read = command(v.strictObject({ upTo: CentreKey }), v.object({ unread: v.number() }), {
  NOT_FOUND: v.object({ what: v.literal('notice') }),
})

/** An activity, and one pool of it where only those with a seat in that are meant. */
const ofClass = { activityId: CentreKey, poolId: v.optional(CentreKey) }
const noClass = v.object({ what: v.picklist(['activity', 'pool']) })

/** For staff: whom a message to a class would reach now. */
export const previewMessage = query(
  v.strictObject(ofClass),
  v.object({
    title: v.string(),
    /** How many people read it: whoever booked what is not over, and attendees with an account, each once. */
    people: v.number(),
    /** How many were sent to the class today, and how many may be in one day. */
    sentToday: v.number(),
    mostADay: v.number(),
  }),
  { NOT_FOUND: noClass },
)

/**
 * For staff: says one plain line to everybody with a seat in a class now, among their notices; at most
 * three a day. Who sent what is kept.
 */
export const send = command(
  v.strictObject({ ...ofClass, text: PlainLine(1, MESSAGE_LENGTH) }),
  v.object({ messageId: CentreKey, told: v.number() }),
  {
    /** A link, or a telephone number that is not the centre's. */
    NOT_IN_A_MESSAGE: v.object({ what: v.picklist(['link', 'phone']), phone: v.string() }),
    NOBODY_TO_TELL: v.object({}),
    ENOUGH_TODAY: v.object({ mostADay: v.number() }),
    NOT_FOUND: noClass,
  },
)
