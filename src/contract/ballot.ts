import * as v from 'valibot'
import { BALLOT_STATES, MOST_POOLS, MOST_WISHES } from '@/domain/ballot/ballot'
import { TYPED_NUMBER } from '@/domain/ballot/public-number'
import { ENTRY_STATES } from '@/domain/waitlist/entry-state'
import {
  AttendeeId,
  AttendeeIds,
  CentreId,
  CentreKey,
  Cursor,
  Instant,
  NextPage,
  PlainLine,
} from './fields'
import { command, query } from './operation'
import { bookRefusals } from './seats'

export const BallotState = v.picklist(BALLOT_STATES)

/** The number by which an entry stands in the published list: all that is told of it. */
const EntryNumber = v.number()

/** The SHA-256 of the entry list as it was frozen at closing, 64 hexadecimal digits. */
const ListHash = v.string()

/** Digits as they were published; what stands between them does not matter. */
const TypedNumber = v.pipe(v.string(), v.maxLength(120), v.regex(TYPED_NUMBER, 'PUBLIC_NUMBER'))

/** Where the public number will come from: one plain line. */
const NumberSource = PlainLine(4, 60)

const distinctPools = (most: number) =>
  v.pipe(
    v.array(CentreKey),
    v.minLength(1),
    v.maxLength(most),
    v.check((ids) => new Set(ids).size === ids.length, 'REPEATED'),
  )

/** What was named in advance. */
const announced = {
  ballotId: CentreKey,
  state: BallotState,
  closesAt: Instant,
  numberSource: v.string(),
  numberAt: Instant,
}

const ofWish = { poolId: CentreKey }
const noBallot = v.object({ what: v.literal('ballot') })

/**
 * Takes part in the draw of one ballot: for the person who asks when `attendeeIds` is left out, else
 * for those named together, in one entry. `wishes` come in their order, the dearest first; at most one
 * is won. Nobody takes part twice in one ballot. To change an entry, leave and enter again.
 */
export const enter = command(
  v.strictObject({
    wishes: v.pipe(
      v.array(v.strictObject({ poolId: CentreKey })),
      v.minLength(1),
      v.maxLength(MOST_WISHES),
      v.check(
        (wishes) => new Set(wishes.map(({ poolId }) => poolId)).size === wishes.length,
        'REPEATED',
      ),
    ),
    attendeeIds: v.optional(AttendeeIds),
    evenIfClashes: v.optional(v.boolean()),
  }),
  v.object({
    ballotId: CentreKey,
    entryNumber: EntryNumber,
    /** The weight as it would be now; the list says it for good. */
    weight: v.number(),
    closesAt: Instant,
  }),
  {
    /** The ballot of this pool has not been announced: its number was not named in advance. */
    NOT_ANNOUNCED: v.object(ofWish),
    /** The wishes are drawn apart from each other. */
    DIFFERENT_BALLOTS: v.object(ofWish),
    ALREADY_ENTERED: v.object({ attendeeId: v.optional(AttendeeId) }),
    BALLOT_FULL: v.object({ most: v.number() }),
    NEVER_FITS: v.object({ ...ofWish, capacity: v.number() }),
    NOT_OPEN_YET: v.object({ ...ofWish, opensAt: Instant }),
    CLOSED: v.object({ ...ofWish, closesAt: Instant }),
    NOT_ELIGIBLE: v.object({ ...ofWish, ...bookRefusals.NOT_ELIGIBLE.entries }),
    CLASHES: v.object({ ...ofWish, ...bookRefusals.CLASHES.entries }),
    NOT_FOUND: v.object({
      what: v.picklist(['pool', 'attendee']),
      poolId: v.optional(CentreKey),
      attendeeId: v.optional(AttendeeId),
    }),
  },
)

/** Takes one's entry in a ballot back, until it closes. */
export const leave = command(
  v.strictObject({ ballotId: CentreKey }),
  v.object({ ballotId: CentreKey, entryNumber: EntryNumber }),
  { CLOSED: v.object({ closesAt: Instant }), NOT_FOUND: v.object({ what: v.literal('entry') }) },
)

/** An entry of the person who asks. */
export const BallotEntry = v.object({
  ...announced,
  entryNumber: EntryNumber,
  enteredAt: Instant,
  seats: v.number(),
  attendees: v.array(
    v.object({ attendeeId: v.nullable(AttendeeId), name: v.nullable(v.string()) }),
  ),
  /** In their order; `won` of at most one. */
  wishes: v.array(
    v.object({
      poolId: CentreKey,
      activityId: CentreKey,
      title: v.string(),
      startsAt: Instant,
      endsAt: Instant,
      capacity: v.number(),
      won: v.boolean(),
    }),
  ),
  /** 1, and 1 for each term lost since the last win, up to 4; null until the list is frozen. */
  weight: v.nullable(v.number()),
  /** The hash of the frozen list: note it down to check the draw by. */
  listHash: v.nullable(ListHash),
  number: v.nullable(v.string()),
  /** In which place the entry was drawn; null before the draw. */
  place: v.nullable(v.number()),
  /** What became of the seats won, as a waiting list's entry; null where none were. */
  wonSeats: v.optional(v.nullable(v.picklist(ENTRY_STATES))),
  /**
   * Where the entry stands now: an offer to confirm by `waitlist.accept`, or a place on a waiting list.
   */
  waitlistEntryIds: v.array(CentreKey),
})

/** The entries in ballots of the person who asks, those taken back left out; newest first, pages of 20. */
export const mine = query(
  v.strictObject({ after: v.optional(Cursor) }),
  v.object({ entries: v.array(BallotEntry), after: NextPage }),
  {},
)

/**
 * Everything by which anybody can draw again, without names: by the ballot or by one of its pools,
 * exactly one of the two. `list` and `results` are the texts of domain/ballot.
 */
export const proof = query(
  v.pipe(
    v.strictObject({ ballotId: v.optional(CentreKey), poolId: v.optional(CentreKey) }),
    v.forward(
      v.check(
        ({ ballotId, poolId }) => (ballotId === undefined) !== (poolId === undefined),
        'ONE_OF',
      ),
      ['ballotId'],
    ),
  ),
  v.object({
    method: v.string(),
    ...announced,
    pools: v.array(
      v.object({ poolId: CentreKey, title: v.string(), startsAt: Instant, capacity: v.number() }),
    ),
    /** How many entries there are so far. */
    entries: v.number(),
    closedAt: v.nullable(Instant),
    list: v.nullable(v.string()),
    listHash: v.nullable(ListHash),
    number: v.nullable(v.string()),
    numberConfirmedAt: v.nullable(Instant),
    drawnAt: v.nullable(Instant),
    results: v.nullable(v.string()),
  }),
  { NOT_FOUND: noBallot },
)

/**
 * For staff: opens a ballot for pools of a centre that close at one time, and names the public number
 * that it will be drawn by: where it will be published and when, after closing.
 */
export const announce = command(
  v.strictObject({
    centreId: CentreId,
    poolIds: distinctPools(MOST_POOLS),
    numberSource: NumberSource,
    numberAt: Instant,
  }),
  v.object({ ballotId: CentreKey }),
  {
    /** Seats of this pool go to whoever comes first. */
    NOT_DRAWN: v.object(ofWish),
    ALREADY_ANNOUNCED: v.object({ ...ofWish, ballotId: CentreKey }),
    DIFFERENT_CLOSING: v.object({ ...ofWish, closesAt: Instant }),
    CLOSED: v.object({ ...ofWish, closesAt: Instant }),
    /** It would be known before the list is closed. */
    NUMBER_TOO_EARLY: v.object({ closesAt: Instant }),
    /** Winners would not have the time to confirm. */
    NUMBER_TOO_LATE: v.object({ latest: Instant }),
    NOT_FOUND: v.object({ what: v.literal('pool'), poolId: CentreKey }),
  },
)

/**
 * For staff: enters the public number. The second member of staff who enters the same confirms it, and
 * the draw is made. Until then whoever mistyped it may enter it anew.
 */
export const publishNumber = command(
  v.strictObject({ ballotId: CentreKey, number: TypedNumber }),
  v.object({
    ballotId: CentreKey,
    /** The digits as they are taken. */
    number: v.string(),
    confirmed: v.boolean(),
  }),
  {
    /** Somebody else entered another number; this one was not kept. */
    NUMBERS_DIFFER: v.object({ number: v.string(), other: v.string() }),
    ALREADY_PUBLISHED: v.object({ number: v.string() }),
    NUMBER_TOO_EARLY: v.object({ numberAt: Instant }),
    /** The list is not frozen yet; ask again in some minutes. */
    NOT_CLOSED: v.object({ closesAt: Instant }),
    NOT_FOUND: noBallot,
  },
)

/** For staff: the ballots of a centre, newest first; pages of 20. */
export const list = query(
  v.strictObject({ centreId: CentreId, after: v.optional(Cursor) }),
  v.object({
    ballots: v.array(
      v.object({
        ...announced,
        titles: v.array(v.string()),
        entries: v.number(),
        listHash: v.nullable(ListHash),
        number: v.nullable(v.string()),
        /** How many members of staff entered a number so far, and whether I did. */
        enteredBy: v.number(),
        enteredByMe: v.boolean(),
        drawnAt: v.nullable(Instant),
      }),
    ),
    after: NextPage,
  }),
  { NOT_FOUND: v.object({ what: v.literal('centre') }) },
)

/**
 * For staff: the pools of a centre whose seats are drawn and for which no ballot was announced yet,
 * what closes first before the rest; pages of 20. Those that close at one time can be drawn together.
 */
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
        capacity: v.number(),
        opensAt: Instant,
        closesAt: Instant,
      }),
    ),
    after: NextPage,
  }),
  { NOT_FOUND: v.object({ what: v.literal('centre') }) },
)
