import * as v from 'valibot'
import {
  GROUP_NAME_LENGTH,
  MOST_COURSES_PER_TERM,
  MOST_SEATS_PER_TERM,
} from '@/domain/seats/limits'
import { Category, CentreId, CentreKey, Cursor, Instant, NextPage, PlainLine } from './fields'
import { command, query } from './operation'

const upTo = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(most))

/** How many courses of a term the centre gives one attendee in one term; null for any number. */
const CoursesPerTerm = v.nullable(upTo(MOST_COURSES_PER_TERM))
/** How many seats of the activity one attendee may hold in one term; null for any number. */
const SeatsPerTerm = v.nullable(upTo(MOST_SEATS_PER_TERM))
/** The name of a group of parallel classes of the centre, of which one is for each; null for none. */
const ParallelGroup = v.nullable(PlainLine(1, GROUP_NAME_LENGTH))

/** What limits an activity that takes bookings, for its staff. */
export const ActivityLimits = v.object({
  activityId: CentreKey,
  title: v.string(),
  category: Category,
  ruleInWords: v.string(),
  /** Whether a seat is one of the whole term, and so counts under the centre's limit. */
  wholeTerm: v.boolean(),
  seatsPerTerm: SeatsPerTerm,
  parallelGroup: ParallelGroup,
  /** Until when the next pool that is not closed is for residents of this centre alone; null for nobody. */
  residentsFirstUntil: v.nullable(Instant),
  /** When the last of its pools closes, which `residentsFirstUntil` can be set for; null without one. */
  closesAt: v.nullable(Instant),
})

/**
 * For staff: what a centre's limit is, and its published activities that are booked without a form and
 * are not over, by their keys; pages of 50.
 */
export const get = query(
  v.strictObject({ centreId: CentreId, after: v.optional(Cursor) }),
  v.object({
    coursesPerTerm: CoursesPerTerm,
    activities: v.array(ActivityLimits),
    after: NextPage,
  }),
  { NOT_FOUND: v.object({ what: v.literal('centre') }) },
)

/** The fields of `limits.set` that are about the centre, and about an activity. */
const Field = v.picklist(['coursesPerTerm', 'seatsPerTerm', 'parallelGroup', 'residentsFirstUntil'])

/**
 * For staff: sets limits of a centre, or of one of its activities where `activityId` is given; what is
 * left out stays, null takes a limit away. Seats that are held stay held. `residentsFirstUntil` is set
 * for those pools of the activity that are not closed, each until it closes at the latest.
 */
export const set = command(
  v.strictObject({
    centreId: CentreId,
    coursesPerTerm: v.optional(CoursesPerTerm),
    activityId: v.optional(CentreKey),
    seatsPerTerm: v.optional(SeatsPerTerm),
    parallelGroup: v.optional(ParallelGroup),
    residentsFirstUntil: v.optional(v.nullable(Instant)),
  }),
  v.object({
    centreId: CentreId,
    activityId: v.nullable(CentreKey),
    /** For how many pools `residentsFirstUntil` was set. */
    pools: v.number(),
  }),
  {
    /** Nothing to set was given. */
    NOTHING_SET: v.object({}),
    /** A field of an activity without `activityId`, or of the centre with it. */
    MISPLACED: v.object({ field: Field }),
    /** Nobody books this activity, or only through a form. */
    NOT_LIMITED: v.object({ field: v.literal('activityId') }),
    /** The instant is over. */
    IN_THE_PAST: v.object({ field: v.literal('residentsFirstUntil') }),
    /** No pool of the activity is open by then: nobody would be before anybody. */
    BEFORE_OPENING: v.object({ field: v.literal('residentsFirstUntil'), opensAt: Instant }),
    /** Every pool of the activity is closed. */
    ALL_CLOSED: v.object({ field: v.literal('residentsFirstUntil') }),
    NOT_FOUND: v.object({ what: v.picklist(['centre', 'activity']) }),
  },
)
