import * as v from 'valibot'
import {
  Ages,
  Audience,
  Category,
  CentreId,
  CentreKey,
  Cursor,
  Fee,
  Instant,
  Intake,
  Lesson,
  NextPage,
  OccurrenceState,
  OnlyRole,
  PictureShape,
  PoolMode,
  PoolState,
  Topic,
} from './fields'
import { query } from './operation'
import { PastChance } from './waitlist'

export const Occurrence = v.object({
  occurrenceId: CentreKey,
  startsAt: Instant,
  endsAt: Instant,
  place: v.string(),
  state: OccurrenceState,
  topic: Topic,
  lesson: Lesson,
})

/** A pool of seats with the occurrences that one seat in it covers. */
export const Pool = v.object({
  poolId: CentreKey,
  capacity: v.number(),
  taken: v.number(),
  mode: PoolMode,
  opensAt: Instant,
  closesAt: Instant,
  cancelUntil: Instant,
  state: PoolState,
  /**
   * Of a pool that opens to whoever comes first: first tries leave at random within so many
   * milliseconds after `opensAt`, no sooner and evenly spread: every client is asked to do so. Absent
   * from older servers.
   */
  firstTryWithinMs: v.optional(v.number()),
  /** Whether each seat has a number by which it is called; absent from older servers. */
  numbered: v.optional(v.boolean()),
  intake: Intake,
  /** How many entries stand on the waiting list; absent from older servers. */
  waiting: v.optional(v.number()),
  /** How many of the seats in `taken` are offered to the waiting list or saved for somebody on it. */
  held: v.optional(v.number()),
  /** How whoever would join the waiting list now has fared before; only where seats are short. */
  chance: v.optional(PastChance),
  /** The ballot that draws for it, or drew; absent from older servers. */
  ballotId: v.optional(v.nullable(CentreKey)),
  occurrences: v.array(Occurrence),
})

const summary = {
  activityId: CentreKey,
  centreId: CentreId,
  title: v.string(),
  category: Category,
  audience: Audience,
  /** The recurrence in plain Chinese: 每周四 15:00–16:30. */
  ruleInWords: v.string(),
  place: v.string(),
  ages: Ages,
  fee: Fee,
  /** How many lessons one seat covers: 1 for a lecture, 12 for a term of night school. */
  lessons: v.number(),
}

export const ActivitySummary = v.object({
  ...summary,
  /** The next occurrence that is still to come, if any. */
  next: v.nullable(v.object({ startsAt: Instant, endsAt: Instant })),
  /** The pool that a resident would look at first: the next open one, else the next to open, else the next full one, else one that is closed but not over. */
  pool: v.nullable(
    v.object({
      poolId: CentreKey,
      capacity: v.number(),
      taken: v.number(),
      state: PoolState,
      opensAt: Instant,
      /** Absent from older servers. */
      mode: v.optional(PoolMode),
      onlyRole: OnlyRole,
    }),
  ),
})

export const Activity = v.object({
  ...summary,
  /** The server's time: a phone whose clock is wrong still says truly how long there is. */
  now: Instant,
  /**
   * The same in milliseconds since the epoch, by which a phone sets its clock: a pool opens at an
   * instant, not at a second. Absent from older servers.
   */
  nowMs: v.optional(v.number()),
  description: v.string(),
  /** Who holds it: an organisation or a role, never a private person's contact. */
  host: v.string(),
  bring: v.nullable(v.string()),
  /** Who may book beyond what the pool itself says, in plain Chinese; null for everybody. */
  whoMayBook: v.nullable(v.string()),
  pools: v.array(Pool),
  /** What keeps seats fair, per attendee and term; absent from older servers. */
  limits: v.optional(
    v.object({
      /** How many courses of a term the centre gives; null for any number and where this is none. */
      coursesPerTerm: v.nullable(v.number()),
      /** How many seats of this activity. */
      seatsPerTerm: v.nullable(v.number()),
      /** The other classes, one of which or this one is for each; at most 20. */
      parallel: v.array(v.object({ activityId: CentreKey, title: v.string() })),
    }),
  ),
  /**
   * `/cover/<centreId>/<coverId>`: on an HTTP host a path to GET, which never changes; where there is
   * none, `programme.cover` gives the same picture. Null for none, absent from older servers.
   */
  cover: v.optional(v.nullable(v.string())),
  /** Null with `cover`, and absent from older servers. */
  coverShape: v.optional(v.nullable(PictureShape)),
  /** Occurrences that need no seat. */
  walkIns: v.array(Occurrence),
})

/** The activities of a centre that still have something to come, soonest first; pages of 20. */
export const list = query(
  v.strictObject({
    centreId: CentreId,
    category: v.optional(Category),
    audience: v.optional(Audience),
    text: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(40))),
    after: v.optional(Cursor),
  }),
  v.object({ activities: v.array(ActivitySummary), after: NextPage }),
  { NOT_FOUND: v.object({ what: v.literal('centre') }) },
)

/** One activity with the pools and occurrences that are not over, at most 30 of each. */
export const get = query(v.strictObject({ activityId: CentreKey }), Activity, {
  NOT_FOUND: v.object({ what: v.literal('activity') }),
})
