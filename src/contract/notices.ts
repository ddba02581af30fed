import * as v from 'valibot'
import { NOTICE_KINDS } from '@/domain/notices/kind'
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

/** That a lesson in which somebody has a seat was moved or cancelled. */
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
