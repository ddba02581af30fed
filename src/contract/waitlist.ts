import * as v from 'valibot'
import { ENTRY_STATES } from '@/domain/waitlist/entry-state'
import {
  AttendeeId,
  AttendeeIds,
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
import { book, bookRefusals } from './seats'

export const EntryState = v.picklist(ENTRY_STATES)

/** Why staff put somebody at the front: one plain line that everybody on the list reads; no names. */
const Reason = PlainLine(2, 60)

/**
 * The true past of a position: of `waited` entries that stood at the positions `from` to `to` (null:
 * and all behind) when they joined, `offered` were offered their seats. Of ended lists of the same
 * activity, or of the whole centre where those are too few; null where those are too few as well.
 */
export const PastChance = v.nullable(
  v.object({
    from: v.number(),
    to: v.nullable(v.number()),
    waited: v.number(),
    offered: v.number(),
    of: v.picklist(['activity', 'centre']),
  }),
)

const noEntry = v.object({ what: v.literal('entry') })

const { SOLD_OUT: _, ...otherRefusals } = bookRefusals

/**
 * Goes on the waiting list of a pool where seats for all asked for cannot be had: for the person who
 * asks when `attendeeIds` is left out, else for each of those named, together in one entry. Nobody
 * waits twice for one pool.
 */
export const join = command(
  v.strictObject({
    poolId: CentreKey,
    evenIfClashes: v.optional(v.boolean()),
    attendeeIds: v.optional(AttendeeIds),
  }),
  v.object({
    entryId: CentreKey,
    /** From 1: how many entries will be asked before, and this one. */
    position: v.number(),
    /** How many entries wait, this one included. */
    waiting: v.number(),
    chance: PastChance,
  }),
  {
    ...otherRefusals,
    /** The seats can simply be booked. */
    SEATS_LEFT: v.object({ left: v.number() }),
    ALREADY_WAITING: v.object({ entryId: CentreKey, attendeeId: v.optional(AttendeeId) }),
    /** More people than the pool has seats. */
    NEVER_FITS: v.object({ capacity: v.number() }),
    /** The list has ended: what comes free goes to whoever books it. */
    LIST_OVER: v.object({ startsAt: Instant }),
  },
)

/** Takes an entry back, or says no to the seats that it was offered. */
export const leave = command(
  v.strictObject({ entryId: CentreKey }),
  v.object({ entryId: CentreKey, state: v.literal('left') }),
  {
    /** It has ended already. */
    ENTRY_ENDED: v.object({ state: EntryState }),
    NOT_FOUND: noEntry,
  },
)

/** Takes the seats that an entry was offered, all of them; the booking is an ordinary one. */
export const accept = command(
  v.strictObject({ entryId: CentreKey, evenIfClashes: v.optional(v.boolean()) }),
  book.output,
  {
    /** It waits still: nothing is held for it. */
    NO_OFFER: v.object({}),
    OFFER_LAPSED: v.object({ until: Instant }),
    ENTRY_ENDED: v.object({ state: EntryState }),
    ALREADY_BOOKED: bookRefusals.ALREADY_BOOKED,
    /** Of PARALLEL and TERM_LIMIT: the offer stands until its deadline, for whoever gives a seat back. */
    NOT_ELIGIBLE: bookRefusals.NOT_ELIGIBLE,
    CLASHES: bookRefusals.CLASHES,
    NOT_FOUND: noEntry,
  },
)

/** That staff put an entry at the front of the list. */
const Move = v.object({ at: Instant, fromPosition: v.number(), reason: v.string() })

export const WaitlistEntry = v.object({
  entryId: CentreKey,
  state: EntryState,
  centreId: CentreId,
  centreName: v.string(),
  activityId: CentreKey,
  poolId: CentreKey,
  title: v.string(),
  category: Category,
  place: v.string(),
  /** The one lesson whose seat it is for, as a guest; null, or absent from older servers, for all of a pool's. */
  onlyLesson: v.optional(Lesson),
  startsAt: Instant,
  endsAt: Instant,
  joinedAt: Instant,
  /** When the list ends. */
  listEndsAt: Instant,
  seats: v.number(),
  /** Whom it is for; the name is null for oneself and for somebody who is no longer in my family. */
  attendees: v.array(
    v.object({ attendeeId: v.nullable(AttendeeId), name: v.nullable(v.string()) }),
  ),
  /** Null unless it waits. */
  position: v.nullable(v.number()),
  waiting: v.number(),
  chance: PastChance,
  /** Until when the seats offered can be taken; null without an offer that stands. */
  offerUntil: v.nullable(Instant),
  /** How many seats are saved for it already, because it was passed over often enough. */
  saved: v.number(),
  /** The booking that came of it. */
  bookingId: v.nullable(CentreKey),
  /** Whom staff put at the front of this list, newest first, at most 10. */
  moves: v.array(Move),
})

/** The entries of the person who asks, newest first; pages of 20. `live` keeps those that may still get seats. */
export const mine = query(
  v.strictObject({ live: v.optional(v.boolean()), after: v.optional(Cursor) }),
  v.object({ entries: v.array(WaitlistEntry), after: NextPage }),
  {},
)

/** For staff: who waits or was offered seats in a pool, in their turn, without names; pages of 50. */
export const list = query(
  v.strictObject({ poolId: CentreKey, after: v.optional(Cursor) }),
  v.object({
    waiting: v.number(),
    entries: v.array(
      v.object({
        entryId: CentreKey,
        state: v.picklist(['waiting', 'offered']),
        position: v.nullable(v.number()),
        seats: v.number(),
        joinedAt: Instant,
        offerUntil: v.nullable(Instant),
        saved: v.number(),
        passedOver: v.number(),
        moved: v.nullable(Move),
      }),
    ),
    after: NextPage,
  }),
  { NOT_FOUND: v.object({ what: v.literal('pool') }) },
)

/** For staff: the pools of a centre for which entries wait or were offered seats; by time, pages of 50. */
export const pools = query(
  v.strictObject({ centreId: CentreId, after: v.optional(Cursor) }),
  v.object({
    pools: v.array(
      v.object({
        poolId: CentreKey,
        activityId: CentreKey,
        title: v.string(),
        startsAt: Instant,
        endsAt: Instant,
        /** Entries that wait, and those that have to confirm. */
        waiting: v.number(),
        offered: v.number(),
      }),
    ),
    after: NextPage,
  }),
  { NOT_FOUND: v.object({ what: v.literal('centre') }) },
)

/** For staff: puts an entry at the front of its list. Everybody on the list can read the reason. */
export const moveUp = command(
  v.strictObject({ entryId: CentreKey, reason: Reason }),
  v.object({ entryId: CentreKey, position: v.literal(1), fromPosition: v.number() }),
  {
    ALREADY_FIRST: v.object({}),
    /** It does not wait: it was offered seats, or has ended. */
    NOT_WAITING: v.object({ state: EntryState }),
    NOT_FOUND: noEntry,
  },
)
