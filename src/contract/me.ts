import * as v from 'valibot'
import { ROLES } from '@/domain/access/role'
import { DATA_GROUP_KEYS, KEPT_AFTER } from '@/domain/retention/kept-after'
import { KEPT_ROLES } from '@/domain/access/role'
import { Attachment } from './consultation-parts'
import { CentreId, Cursor, Instant, NextPage, PlainLine } from './fields'
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

/** What is kept about me, and the children whom I vouch for, counted by what it is. */
export const data = query(
  v.strictObject({}),
  v.object({
    groups: v.array(
      v.object({
        group: v.picklist(DATA_GROUP_KEYS),
        count: v.number(),
      }),
    ),
    /** What erasing would end now. */
    ends: v.object({ seats: v.number(), places: v.number(), draws: v.number(), cases: v.number() }),
    /** What a law would have us keep then. */
    kept: v.array(v.picklist(KEPT_AFTER)),
  }),
  {},
)

/**
 * Everything that is kept about me and the children whom I vouch for, in pages of at most 256 KB that
 * follow one another; what is sealed is opened. What others wrote about me is theirs and is left out.
 */
export const exportData = query(
  v.strictObject({ after: v.optional(Cursor) }),
  v.object({
    group: v.picklist(DATA_GROUP_KEYS),
    title: v.string(),
    /** Why it is kept, for how long, and by what law. */
    why: v.string(),
    kept: v.string(),
    basis: v.string(),
    /** Each a list of what it is called and what it is, in plain Chinese. */
    items: v.array(v.array(v.tuple([v.string(), v.string()]))),
    /** What belongs to the item at this place, from 0; asked for with `consultation.attachment`. */
    attachments: v.optional(v.array(v.object({ item: v.number(), ...Attachment.entries }))),
    after: NextPage,
  }),
  {},
)

/**
 * Erases my account: seats, places in line and draws that are not over are given up, what is mine is
 * deleted, and what is counted loses my name. `confirm` is what the person typed or tapped. Whoever the
 * platform names so is somebody new from then on. It cannot be undone.
 */
export const erase = command(
  v.strictObject({ confirm: v.literal('注销') }),
  v.object({
    seats: v.number(),
    places: v.number(),
    draws: v.number(),
    /** Consultations that were taken back. */
    cases: v.number(),
    /** Seats that relatives with an account of their own keep. */
    handedOver: v.number(),
    kept: v.array(v.picklist(KEPT_AFTER)),
  }),
  {
    /** Nobody else could give roles there: somebody else is to become one first. */
    LAST_DIRECTOR: v.object({ role: v.picklist(KEPT_ROLES) }),
    /** A professional has consultations in hand: they are to be closed or given to others first. */
    CASES_IN_HAND: v.object({ count: v.number() }),
  },
)
