import * as v from 'valibot'
import { ROLES } from '@/domain/access/role'
import { CentreId, Instant, PlainLine } from './fields'
import { command, query } from './operation'

/** A name that a person chose to be called by; seen by nobody else so far. No control characters. */
export const Nickname = PlainLine(1, 20)

export const Me = v.object({
  nickname: v.nullable(v.string()),
  homeCentreId: v.nullable(CentreId),
  /** A null centre means every centre of the deployment. */
  roles: v.array(v.object({ role: v.picklist(ROLES), centreId: v.nullable(CentreId) })),
  /** Whether what I booked has an address; left out where the deployment gives none. */
  calendarAddress: v.optional(v.boolean()),
})

/** What is kept about the person who asks. */
export const get = query(v.strictObject({}), Me, {})

/** Changes the nickname or the home centre; null clears it, a field left out stays. */
export const update = command(
  v.strictObject({
    nickname: v.optional(v.nullable(Nickname)),
    homeCentreId: v.optional(v.nullable(CentreId)),
  }),
  Me,
  { NOT_FOUND: v.object({ what: v.literal('centre') }) },
)

/** Since when my calendar has an address; null for none. What opens it is never told again. */
export const calendarAddress = query(
  v.strictObject({}),
  v.object({
    /** Whether this deployment gives addresses at all. */
    offered: v.boolean(),
    since: v.nullable(Instant),
  }),
  {},
)

/**
 * Gives what I and my family booked an address that calendars read by themselves, in place of the
 * last, which is then none any more. Told in this answer and in no other.
 */
export const makeCalendarAddress = command(
  v.strictObject({}),
  v.object({
    /**
     * `https://…/calendar/….ics`; whoever has it reads the calendar. Null where what this requestId
     * made was ended meanwhile: a new intent makes another.
     */
    address: v.nullable(v.string()),
    since: Instant,
  }),
  { NOT_OFFERED: v.object({}) },
)

/** Ends the address that was made at `since`; one that was made in its place meanwhile stays. */
export const revokeCalendarAddress = command(
  v.strictObject({ since: Instant }),
  /** Since when there is one after it. */
  v.object({ since: v.nullable(Instant) }),
  {},
)
