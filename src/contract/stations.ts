import * as v from 'valibot'
import { FACILITIES, FACILITY_STATES } from '@/domain/stations/facility'
import { REPORT_KINDS, SETTLEMENTS } from '@/domain/stations/station'
import { OpeningHours } from './centres'
import {
  CalendarDate,
  CentreId,
  CentreKey,
  Cursor,
  Instant,
  Location,
  NextPage,
  PictureShape,
  PlainLine,
} from './fields'
import { command, query } from './operation'

export const Facility = v.picklist(FACILITIES)
export const ReportKind = v.picklist(REPORT_KINDS)

/** The code at a station's door, the `scene` of its mini-program code: easy to read out, unmistakable. */
export const DoorCode = v.pipe(v.string(), v.regex(/^[2-9A-HJKMNP-Z]{6}$/, 'DOOR_CODE'))

/** What staff and riders write about a station: one plain line. */
const Line = PlainLine(1, 100)

const TimeSpan = v.object({ opens: v.string(), closes: v.string() })

/** See domain/stations/station-hours. */
export const StationHours = v.object({
  weekly: OpeningHours,
  publicHolidays: v.nullable(v.array(TimeSpan)),
  special: v.array(v.object({ from: CalendarDate, to: CalendarDate, spans: v.array(TimeSpan) })),
})

/** What reports make of a station. */
const standing = {
  facilities: v.array(v.object({ facility: Facility, state: v.picklist(FACILITY_STATES) })),
  /** When somebody last found it open, and how many different people did in the week before. */
  lastConfirmed: v.nullable(v.object({ at: Instant, by: v.number() })),
  /** 可能关闭: until when, and how many different people said so; null while nobody doubts it. */
  doubt: v.nullable(v.object({ until: Instant, by: v.number() })),
}

export const Station = v.object({
  stationId: CentreKey,
  centreId: CentreId,
  doorCode: DoorCode,
  name: v.string(),
  address: v.string(),
  /** Which door, code or QR lets people in. */
  entrance: v.nullable(v.string()),
  /**
   * `/photo/<centreId>/<photoId>`: on an HTTP host a path to GET, which never changes; where there is
   * none, `stations.photo` gives the same picture, and this is its name to keep it by.
   */
  photo: v.nullable(v.string()),
  /** Null with `photo`, and absent from older servers. */
  photoShape: v.optional(v.nullable(PictureShape)),
  location: Location,
  /** Null where nobody wrote them down. */
  hours: v.nullable(StationHours),
  hoursInWords: v.nullable(v.string()),
  /** By its hours, at the time of the answer; null where they are not known. */
  openNow: v.nullable(v.boolean()),
  runBy: v.string(),
  phone: v.nullable(v.string()),
  ...standing,
})

const StationWithDistance = v.object({
  ...Station.entries,
  /** From `near`, as the crow flies, in metres; null without it. */
  distanceM: v.nullable(v.number()),
})

const NoStation = { NOT_FOUND: v.object({ what: v.literal('station') }) }

/** Degrees of GCJ-02 within China's bounds and a little more. */
const Near = v.strictObject({
  lat: v.pipe(v.number(), v.minValue(3), v.maxValue(54)),
  lng: v.pipe(v.number(), v.minValue(73), v.maxValue(136)),
})

/**
 * Rest stations, nearest first where `near` is given, else by centre and key; pages of 20. `now`
 * leaves out what is closed by its hours and what several people lately found locked; `24h` gives
 * what never closes and is not shut on this special day. A station has all of the `facilities` asked
 * for, none of them known broken.
 */
export const list = query(
  v.strictObject({
    near: v.optional(Near),
    centreId: v.optional(CentreId),
    open: v.optional(v.picklist(['now', '24h'])),
    facilities: v.optional(v.pipe(v.array(Facility), v.maxLength(FACILITIES.length))),
    after: v.optional(Cursor),
  }),
  v.object({ now: Instant, stations: v.array(StationWithDistance), after: NextPage }),
  { NOT_FOUND: v.object({ what: v.literal('centre') }) },
)

/** One station, by its id or by the code at its door: exactly one of the two. */
export const get = query(
  v.pipe(
    v.strictObject({ stationId: v.optional(CentreKey), doorCode: v.optional(DoorCode) }),
    v.forward(
      v.check(
        ({ stationId, doorCode }) => (stationId === undefined) !== (doorCode === undefined),
        'ONE_OF',
      ),
      ['stationId'],
    ),
  ),
  v.object({ now: Instant, ...Station.entries }),
  NoStation,
)

/**
 * What changed in the whole list since the versions that the phone holds (centreId → version; what
 * it does not name it has nothing of). `packed` is domain/stations/packed-list, deflated (RFC 1951)
 * and in base64; pages of at most 1,000 stations, `after` gives the next (with the same `have`).
 * `versions` names the centres that a page completes: when every page is applied, keep what they say
 * together, over what was held.
 */
export const changes = query(
  v.strictObject({
    have: v.optional(
      v.pipe(
        v.record(CentreId, v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 31))),
        v.check((have) => Object.keys(have).length <= 500, 'TOO_MANY'),
      ),
      {},
    ),
    after: v.optional(Cursor),
  }),
  v.object({
    now: Instant,
    packed: v.string(),
    /** Stations that are no more, of centres named in `have`. */
    removed: v.array(CentreKey),
    versions: v.record(v.string(), v.number()),
    /**
     * Centres of `have` whose version this server has not reached, as after a restored backup: what
     * the phone holds of them may never have been. It should ask for the whole list, without `have`.
     */
    ahead: v.optional(v.array(CentreId)),
    /** The marks of the State Council's notice from yesterday on for 60 days: opening hours need them. */
    holidays: v.record(v.string(), v.picklist(['rest', 'work'])),
    after: NextPage,
  }),
  {},
)

const Told = v.object({ stationId: CentreKey, reportedAt: Instant, ...standing })

const reportRefusals = {
  ...NoStation,
  /** A person may say only so much in an hour; `until` is when they may again. */
  TOO_MANY_REPORTS: v.object({ until: Instant }),
}

/**
 * Tells how a station was found. One person's word changes nothing for others until several say
 * the same (domain/stations/trust); saying the same again within the hour counts once.
 */
export const report = command(
  v.pipe(
    v.strictObject({
      stationId: CentreKey,
      kind: ReportKind,
      facility: v.optional(Facility),
      note: v.optional(Line),
    }),
    v.forward(
      v.check(
        ({ kind, facility }) => kind !== 'broken' || facility !== undefined,
        'WHICH_FACILITY',
      ),
      ['facility'],
    ),
  ),
  Told,
  {
    ...reportRefusals,
    /** The station has no such thing. */
    NO_SUCH_FACILITY: v.object({ facility: Facility }),
  },
)

/** Tells that a station was found open and well: `report` of `fine` in one tap. */
export const confirm = command(v.strictObject({ stationId: CentreKey }), Told, reportRefusals)

/** What staff answered to a report or a task. */
const Answer = v.object({
  settlement: v.picklist(SETTLEMENTS),
  line: v.nullable(v.string()),
  at: Instant,
})

/** What the person reported, latest first, with what became of it; pages of 20. */
export const mine = query(
  v.strictObject({ after: v.optional(Cursor) }),
  v.object({
    reports: v.array(
      v.object({
        reportId: CentreKey,
        stationId: CentreKey,
        stationName: v.string(),
        kind: ReportKind,
        facility: v.nullable(Facility),
        reportedAt: Instant,
        answer: v.nullable(Answer),
      }),
    ),
    after: NextPage,
  }),
  {},
)

/**
 * For staff: the stations of a centre that several people report, longest waiting first; pages of
 * 20. A task stays here until it has an answer other than `will-take-time`.
 */
export const tasks = query(
  v.strictObject({ centreId: CentreId, after: v.optional(Cursor) }),
  v.object({
    tasks: v.array(
      v.object({
        taskId: CentreKey,
        stationId: CentreKey,
        stationName: v.string(),
        kind: ReportKind,
        facility: v.nullable(Facility),
        openedAt: Instant,
        people: v.number(),
        /** The latest words of those who reported, at most 5; never who they are. */
        notes: v.array(v.object({ note: v.string(), at: Instant })),
        /** `will-take-time`, once staff said so: the task stays open until a later answer. */
        answer: v.nullable(Answer),
      }),
    ),
    after: NextPage,
  }),
  { NOT_FOUND: v.object({ what: v.literal('centre') }) },
)

/**
 * For staff: the code to hang at a station's door. `picture` is the mini-program code (PNG or JPEG in
 * base64), null where the platform draws none: on other hosts, and before the mini-program is out.
 */
export const doorSign = query(
  v.strictObject({ stationId: CentreKey }),
  v.object({
    doorCode: DoorCode,
    /** At most 32 characters. */
    scene: v.string(),
    page: v.string(),
    picture: v.nullable(v.string()),
  }),
  NoStation,
)

/**
 * For staff: answers a task. Everybody who reported it reads the answer; `fixed` and
 * `fine-after-all` lift the doubt, `will-take-time` keeps the station or facility marked until a
 * later answer, `gone` takes the station off the list.
 */
export const settle = command(
  v.strictObject({
    taskId: CentreKey,
    settlement: v.picklist(SETTLEMENTS),
    line: v.optional(Line),
  }),
  v.object({ taskId: CentreKey, settledAt: Instant, ...standing }),
  {
    NOT_FOUND: v.object({ what: v.literal('task') }),
    ALREADY_SETTLED: v.object({ at: Instant }),
  },
)
