import * as v from 'valibot'
import { AUDIENCES, CATEGORIES, OCCURRENCE_STATES } from '@/domain/calendar/programme'
import { ROLES } from '@/domain/access/role'
import { MOST_ATTENDEES } from '@/domain/family/member'
import { QUEUE_STATES } from '@/domain/queue/number-state'
import { POOL_INTAKES, POOL_MODES, POOL_STATES } from '@/domain/seats/pool'
import { isCalendarDate } from '@/domain/time/date'

/** The short name of a centre, part of the key of everything that belongs to it. */
export const CentreId = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{1,23}$/, 'CENTRE_ID'))

/** The key of anything that belongs to a centre: `<centreId>.<local key>`. */
export const CentreKey = v.pipe(
  v.string(),
  v.maxLength(64),
  v.regex(/^[a-z][a-z0-9-]{1,23}\.[a-z0-9][a-z0-9-]{0,38}$/, 'CENTRE_KEY'),
)

/** A file that its sender gave to `POST /upload` or files.receive; it waits a day to be taken up. */
export const FileId = v.pipe(v.string(), v.regex(/^f-[a-z2-7]{26}$/, 'FILE_ID'))

/** How many points a picture is wide and high; its place can be kept free before it has come. */
export const PictureShape = v.object({ width: v.number(), height: v.number() })

/** What somebody wrote as one plain line of so many UTF-16 units, without control characters. */
export const PlainLine = (shortest: number, longest: number) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.minLength(shortest),
    v.maxLength(longest),
    v.regex(/^[^\p{Cc}\u2028\u2029]*$/u, 'CONTROL_CHARACTER'),
  )

/** Where the next page begins: what the page before gave as `after`. */
export const Cursor = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,200}$/, 'CURSOR'))
export const NextPage = v.nullable(Cursor)

/** A calendar day in Asia/Shanghai, `YYYY-MM-DD`, that exists and lies between 1970 and 2099. */
export const CalendarDate = v.pipe(v.string(), v.check(isCalendarDate, 'DATE'))

/** A month in Asia/Shanghai, `YYYY-MM`, of this century. */
export const Month = v.pipe(v.string(), v.regex(/^20\d\d-(0[1-9]|1[0-2])$/, 'MONTH'))

/** An instant as ISO 8601 with the offset +08:00, to the second. */
export const Instant = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$/, 'INSTANT'),
)

/** A point in the datum that Chinese maps and phones use (GCJ-02, degrees). */
export const Location = v.object({
  lat: v.number(),
  lng: v.number(),
  datum: v.literal('GCJ-02'),
})

export const Category = v.picklist(CATEGORIES)
export const Audience = v.picklist(AUDIENCES)
export const OccurrenceState = v.picklist(OCCURRENCE_STATES)
export const PoolMode = v.picklist(POOL_MODES)
export const PoolState = v.picklist(POOL_STATES)
/** The form through which alone a pool is booked; null, or absent from older servers, for none. */
export const Intake = v.optional(v.nullable(v.picklist(POOL_INTAKES)))

/** One of those for whom a resident books. */
export const MemberId = v.pipe(v.string(), v.regex(/^m-[a-z2-7]{16}$/, 'MEMBER_ID'))

/** Somebody whom a seat is for: `self`, the person who asks, or one of their family. */
export const AttendeeId = v.pipe(v.string(), v.regex(/^(?:self|m-[a-z2-7]{16})$/, 'ATTENDEE_ID'))

/** Those whom seats are for, each once, in the order in which they get their numbers. */
export const AttendeeIds = v.pipe(
  v.array(AttendeeId),
  v.minLength(1),
  v.maxLength(MOST_ATTENDEES),
  v.check((ids) => new Set(ids).size === ids.length, 'REPEATED'),
)

/** A number of a clinic's queue: from 1, never given twice in one pool. */
export const QueueNumber = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000))
export const QueueState = v.picklist(QUEUE_STATES)

/** The role that a pool is kept for; null, or absent from older servers, where it is for residents. */
export const OnlyRole = v.optional(v.nullable(v.picklist(ROLES)))

/** Ages in full years that an activity is meant for; null where it sets no bound. */
export const Ages = v.nullable(
  v.object({ min: v.nullable(v.number()), max: v.nullable(v.number()) }),
)

/** A fee in fen (1/100 yuan); 0 is free. */
export const Fee = v.object({
  free: v.boolean(),
  amountFen: v.number(),
  currency: v.literal('CNY'),
})

/** What one occurrence is about (冬季急救 in a weekly lecture), where its title does not say it all. */
export const Topic = v.optional(v.string())

/** Which lesson of how many, for activities that are a course. */
export const Lesson = v.nullable(v.object({ number: v.number(), of: v.number() }))
