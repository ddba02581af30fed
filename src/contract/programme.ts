import * as v from 'valibot'
import { ACTIVITY_STATES } from '@/domain/programme/plan'
import {
  CalendarDate,
  Category,
  CentreId,
  CentreKey,
  Cursor,
  FileId,
  Instant,
  NextPage,
  PictureShape,
  PlainLine,
} from './fields'
import { command, query } from './operation'
import { Plan } from './programme-fields'

const State = v.picklist(ACTIVITY_STATES)
/** Moves on with every change by staff. */
const Version = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(2 ** 31 - 1))
/** Why staff change what people have seats in: one plain line that all of them read; no names. */
const Reason = PlainLine(2, 60)

const noActivity = { NOT_FOUND: v.object({ what: v.literal('activity') }) }

/** Who changed an activity last: a nickname; null for nobody who has one, or by the clock. */
const ChangedBy = v.nullable(v.string())

/** Another member of staff changed it in between: how it is now, so that both can be shown. */
const meanwhile = {
  CHANGED_MEANWHILE: v.object({
    version: v.number(),
    state: State,
    plan: Plan,
    changedAt: Instant,
    changedBy: ChangedBy,
  }),
}
const cancelled = { CANCELLED: v.object({}) }

/**
 * For staff: what a centre offers, what was changed last first; pages of 50. `over` is what was
 * published and has nothing to come. What is booked through a private form is not among it.
 */
export const list = query(
  v.strictObject({
    centreId: CentreId,
    state: v.optional(v.picklist(['draft', 'published', 'over', 'cancelled'])),
    text: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(40))),
    after: v.optional(Cursor),
  }),
  v.object({
    activities: v.array(
      v.object({
        activityId: CentreKey,
        title: v.string(),
        category: Category,
        state: v.picklist(['draft', 'published', 'over', 'cancelled']),
        ruleInWords: v.string(),
        place: v.string(),
        host: v.string(),
        /** Of a draft as it is planned. */
        firstStartsAt: v.nullable(Instant),
        lastEndsAt: v.nullable(Instant),
        /** All seats that are not over; null where none is needed. */
        capacity: v.nullable(v.number()),
        taken: v.number(),
        waiting: v.number(),
        version: v.number(),
        changedAt: Instant,
      }),
    ),
    after: NextPage,
  }),
  { NOT_FOUND: v.object({ what: v.literal('centre') }) },
)

/** For staff: one activity as it is planned. */
export const get = query(
  v.strictObject({ activityId: CentreKey }),
  v.object({
    activityId: CentreKey,
    version: v.number(),
    state: State,
    plan: Plan,
    /** As `cover` of activities.get. */
    cover: v.nullable(v.string()),
    coverShape: v.nullable(PictureShape),
    /** How many lessons are to come, and how many seats in them are taken. */
    toCome: v.number(),
    taken: v.number(),
    changedAt: Instant,
    changedBy: ChangedBy,
  }),
  noActivity,
)

/** When and where a lesson is, or was. */
const Span = v.object({ startsAt: Instant, endsAt: Instant, place: v.string() })

/** What a plan or a change would make of an activity. */
const Preview = v.object({
  ruleInWords: v.string(),
  /** The lessons that are not over, in order, with those that a rest day drops or a change cancels. */
  lessons: v.array(
    v.object({
      ...Span.entries,
      /** The public rest day that the rule's own day is: 国庆节. */
      restDay: v.nullable(v.string()),
      /** What becomes of it on a rest day: held on its day, on another, or not at all. */
      held: v.picklist(['as-ruled', 'moved', 'dropped']),
      originalDate: CalendarDate,
      /** What else has the room then. */
      room: v.nullable(v.object({ title: v.string(), startsAt: Instant, endsAt: Instant })),
      /** Against what stands; null where nothing stands yet, and for what is dropped. */
      change: v.nullable(v.picklist(['same', 'added', 'moved', 'cancelled'])),
      /** How a lesson that is moved stands now. */
      from: v.optional(Span),
    }),
  ),
  /** How many of the rule's days are public rest days. */
  restDays: v.number(),
  roomClashes: v.number(),
  /** When the first pool that has not opened does; null where none is to open. */
  opensAt: v.nullable(Instant),
  /** How many people have seats in lessons that change, and how many of them have something else then. */
  people: v.number(),
  clashing: v.number(),
})

/** For staff: what a plan gives, and what it would change; changes nothing. */
export const preview = query(
  v.strictObject({ centreId: CentreId, activityId: v.nullable(CentreKey), plan: Plan }),
  Preview,
  { NOT_FOUND: v.object({ what: v.picklist(['centre', 'activity']) }), ...cancelled },
)

const saved = v.object({
  activityId: CentreKey,
  version: v.number(),
  state: State,
  /** How many people find it among their notices. */
  told: v.number(),
})

const changeRefusals = {
  ...noActivity,
  ...meanwhile,
  ...cancelled,
  /** Nothing of it is to come. */
  NOTHING_TO_COME: v.object({}),
}

/**
 * For staff: writes a draft (activityId and version null for a new one), or changes what is published:
 * words at once, seats for what has not opened, lessons that have not begun by the least that makes them
 * the plan's. Bookings stay; whoever has a seat in a lesson that changes is told, once.
 */
export const save = command(
  v.strictObject({
    centreId: CentreId,
    activityId: v.nullable(CentreKey),
    version: v.nullable(Version),
    plan: Plan,
    reason: v.nullable(Reason),
  }),
  saved,
  {
    ...changeRefusals,
    NOT_FOUND: v.object({ what: v.picklist(['centre', 'activity']) }),
    /** So many seats of one pool are taken: it cannot have fewer. */
    CAPACITY_BELOW_TAKEN: v.object({ taken: v.number() }),
    /** So many people have seats in what changes; they are to read why. */
    REASON_NEEDED: v.object({ people: v.number() }),
    /** What cannot change once it is published. */
    SEATING_FIXED: v.object({
      field: v.picklist(['seating', 'per', 'capacity', 'mode', 'slotMinutes', 'numbered']),
    }),
  },
)

const Expected = { activityId: CentreKey, version: Version }

/** For staff: shows a draft to residents; its lessons that are to come and their seats are laid out. */
export const publish = command(
  v.strictObject(Expected),
  v.object({ activityId: CentreKey, version: v.number(), state: State }),
  { ...changeRefusals, ALREADY_PUBLISHED: v.object({}) },
)

/** For staff: deletes a draft. */
export const discard = command(v.strictObject(Expected), v.object({ activityId: CentreKey }), {
  ...noActivity,
  ...meanwhile,
  ALREADY_PUBLISHED: v.object({}),
})

const Days = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(180))

const wholeRefusals = {
  ...changeRefusals,
  /** Nobody sees it yet. */
  STILL_DRAFT: v.object({}),
}

/**
 * For staff: moves every lesson to come by so many days, at the same time and place. Not what has no
 * end: its rule is changed, or single lessons.
 */
export const postpone = command(
  v.strictObject({ ...Expected, days: Days, reason: Reason }),
  saved,
  {
    ...wholeRefusals,
    ENDLESS: v.object({}),
  },
)

/** For staff: calls every lesson to come off, for good. Seats stay; everybody is told once. */
export const cancel = command(v.strictObject({ ...Expected, reason: Reason }), saved, wholeRefusals)

/** For staff: what postponing or cancelling would change; changes nothing. */
export const previewChange = query(
  v.strictObject({
    activityId: CentreKey,
    change: v.variant('kind', [
      v.strictObject({ kind: v.literal('postpone'), days: Days }),
      v.strictObject({ kind: v.literal('cancel') }),
    ]),
  }),
  Preview,
  {
    ...noActivity,
    ...cancelled,
    NOTHING_TO_COME: v.object({}),
    STILL_DRAFT: v.object({}),
    ENDLESS: v.object({}),
  },
)

/**
 * For staff: hangs a picture that they sent at an activity, in the place of the one before, or takes it
 * down (null). It is drawn anew and smaller; the file is taken up and gone.
 */
export const setCover = command(
  v.strictObject({ activityId: CentreKey, fileId: v.nullable(FileId) }),
  v.object({
    activityId: CentreKey,
    cover: v.nullable(v.string()),
    coverShape: v.nullable(PictureShape),
  }),
  {
    NOT_FOUND: v.object({ what: v.picklist(['activity', 'file']) }),
    /** As stations.setPhoto. */
    PHOTO_REFUSED: v.object({ reason: v.picklist(['KIND', 'BROKEN', 'TOO_LARGE']) }),
  },
)

const CoverAddress = v.pipe(
  v.string(),
  v.regex(/^\/cover\/[a-z][a-z0-9-]{1,23}\/c-[a-z2-7]{26}$/, 'COVER_ADDRESS'),
)

/**
 * The picture of an activity that residents see, where no HTTP host is: what `cover` of activities.get
 * names, a JPEG in base64 of at most 250,000 characters. Of a draft too, for who says its address, as
 * an HTTP host serves it.
 */
export const cover = query(
  v.strictObject({ activityId: CentreKey, cover: v.optional(CoverAddress) }),
  v.object({ cover: v.string(), coverShape: PictureShape, jpeg: v.string() }),
  { NOT_FOUND: v.object({ what: v.picklist(['activity', 'cover']) }) },
)
