import * as v from 'valibot'
import { STRIKE_KINDS, STRIKE_STATES } from '@/domain/attendance/strike'
import { CentreId, CentreKey, Cursor, Instant, NextPage, PlainLine } from './fields'
import { command, query } from './operation'

const Strike = v.object({
  strikeId: CentreKey,
  kind: v.picklist(STRIKE_KINDS),
  state: v.picklist(STRIKE_STATES),
  weight: v.number(),
  title: v.string(),
  startsAt: Instant,
  struckAt: Instant,
  expiresAt: Instant,
  contestedAt: v.nullable(Instant),
  /** What staff said when they looked at it; null where they have not, or the clock waived it. */
  reason: v.nullable(v.string()),
})

/**
 * What the person who asks left behind by not coming, newest first, with what has expired in the last
 * term; pages of 20. `centres` says of each centre what it leads to now, by the published rule.
 */
export const mine = query(
  v.strictObject({ after: v.optional(Cursor) }),
  v.object({
    strikes: v.array(v.object({ ...Strike.entries, centreName: v.string() })),
    centres: v.array(
      v.object({
        centreId: CentreId,
        centreName: v.string(),
        /** What counts now, and from what weight on bookings are delayed. */
        weight: v.number(),
        delaysFrom: v.number(),
        /** By how many hours a booking is delayed after its pool has opened; null while it is not. */
        delayHours: v.nullable(v.number()),
        /** When the term ends, and everything counts from nothing again. */
        until: Instant,
      }),
    ),
    after: NextPage,
  }),
  {},
)

/** Contests a strike of one's own, in one tap: it does not count until staff have looked at it. */
export const contest = command(
  v.strictObject({ strikeId: CentreKey }),
  v.object({ strikeId: CentreKey, state: v.literal('contested') }),
  {
    /** It was looked at already, or is being. */
    ALREADY_CONTESTED: v.object({ state: v.picklist(STRIKE_STATES) }),
    EXPIRED: v.object({ expiresAt: Instant }),
    NOT_FOUND: v.object({ what: v.literal('strike') }),
  },
)

/** For staff: the strikes that residents contest, those that wait longest first; pages of 50. */
export const contested = query(
  v.strictObject({ centreId: CentreId, after: v.optional(Cursor) }),
  v.object({
    strikes: v.array(
      v.object({
        ...Strike.entries,
        name: v.nullable(v.string()),
        codeEnds: v.string(),
        /** When the clock waives it unless somebody looks. */
        lapsesAt: Instant,
      }),
    ),
    after: NextPage,
  }),
  {},
)

/** For staff: takes a contested strike back, or lets it stand with a reason that the resident reads. */
export const settle = command(
  v.strictObject({
    strikeId: CentreKey,
    state: v.picklist(['upheld', 'waived']),
    reason: PlainLine(2, 60),
  }),
  v.object({ strikeId: CentreKey, state: v.picklist(STRIKE_STATES) }),
  {
    NOT_CONTESTED: v.object({ state: v.picklist(STRIKE_STATES) }),
    NOT_FOUND: v.object({ what: v.literal('strike') }),
  },
)
