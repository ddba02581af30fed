import * as v from 'valibot'
import { ACTIVITY_NOTICE_KINDS, NOTICE_KINDS } from '@/domain/notices/kind'
import {
  AttendeeId,
  Category,
  CentreId,
  CentreKey,
  Cursor,
  Instant,
  Lesson,
  NextPage,
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

/**
 * That a lesson in which somebody has a seat was moved or cancelled; where `whole` is there, that this
 * became of several at once, of which `kind`, `lesson`, `from` and `to` tell the first.
 */
export const Notice = v.object({
  noticeId: CentreKey,
  kind: v.picklist(NOTICE_KINDS),
  centreId: CentreId,
  /** The booking whose lesson it is. */
  bookingId: CentreKey,
  activityId: CentreKey,
  title: v.string(),
  category: Category,
  lesson: Lesson,
  madeAt: Instant,
  isRead: v.boolean(),
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

/** What the person who asks is told of, newest first; pages of 20. */
export const mine = query(
  v.strictObject({ after: v.optional(Cursor) }),
  v.object({ notices: v.array(Notice), unread: v.number(), after: NextPage }),
  {},
)

/** Marks a notice and all before it as read. */
export const read = command(v.strictObject({ upTo: CentreKey }), v.object({ unread: v.number() }), {
  NOT_FOUND: v.object({ what: v.literal('notice') }),
})
