import * as v from 'valibot'
import { ASK_KINDS } from '@/domain/timetable/ask'
import { SAID_FIELDS } from '@/domain/timetable/said-fields'
import { REST_DAY_POLICIES } from '@/domain/calendar/rule'
import {
  Ages,
  Audience,
  CalendarDate,
  Category,
  CentreId,
  CentreKey,
  Instant,
  PlainLine,
} from './fields'
import { command, query } from './operation'

const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most))

/** Where something stands in the sheet; of several classes in one cell B3#1, B3#2…. */
const Cell = v.pipe(v.string(), v.minLength(1), v.maxLength(120), v.regex(/^[^\p{Cc}]*$/u, 'CELL'))

/** Null where nobody needs a seat. */
const Seats = v.nullable(whole(1, 100_000))
const Age = v.nullable(whole(0, 120))
const LessonMinutes = whole(5, 24 * 60)
const RestDays = v.picklist(REST_DAY_POLICIES)

/** What a clerk says of a class, or of all that were read from a cell; what is left out stays. */
const ANSWER = {
  /** It is not to be published. */
  skip: v.optional(v.boolean()),
  /** Which questions are right as they were read. An answer with nothing in it says that all are. */
  right: v.optional(v.pipe(v.array(v.picklist(ASK_KINDS)), v.maxLength(ASK_KINDS.length))),
  title: v.optional(PlainLine(1, 60)),
  teacher: v.optional(v.nullable(PlainLine(0, 60))),
  place: v.optional(v.nullable(PlainLine(0, 60))),
  capacity: v.optional(Seats),
  ages: v.optional(v.nullable(v.strictObject({ min: Age, max: Age }))),
  feeFen: v.optional(whole(0, 1_000_000)),
  endsAfterMinutes: v.optional(LessonMinutes),
  restDays: v.optional(RestDays),
  /** When, in words as a sheet has them: 9月6日起 每周六 9:00-10:30 共8次. */
  when: v.optional(PlainLine(1, 200)),
  lessons: v.optional(
    v.pipe(
      v.array(v.strictObject({ startsAt: Instant, endsAt: Instant })),
      v.minLength(1),
      v.maxLength(366),
    ),
  ),
  category: v.optional(Category),
  audience: v.optional(Audience),
  /** Whether a seat is for all lessons, or for each. */
  per: v.optional(v.picklist(['term', 'occurrence'])),
}

/** What keeps a class from becoming what the sheet says. */
const PROBLEMS = ['CAPACITY_BELOW_TAKEN', 'SEATING_FIXED', 'NOTHING_TO_COME', 'PLAN'] as const

const MOST_ANSWERS = 1000

const Import = {
  /** Of staff.importTimetable: the reading of one file, as long as the file is kept. */
  importId: CentreKey,
  /** Each with its cell, or by its cell; none is [] or {}. */
  answers: v.union([
    v.pipe(v.array(v.strictObject({ cell: Cell, ...ANSWER })), v.maxLength(MOST_ANSWERS)),
    v.pipe(v.record(Cell, v.strictObject(ANSWER)), v.maxEntries(MOST_ANSWERS)),
  ]),
  /** What holds for every class of the sheet that does not say it itself. */
  defaults: v.optional(
    v.strictObject({
      lengthMinutes: v.optional(LessonMinutes),
      seats: v.optional(Seats),
      restDays: v.optional(RestDays),
      /** From when on seats can be booked; at once where it is left out. */
      opensAt: v.optional(Instant),
    }),
  ),
}

const Why = v.object({ cell: v.string(), kind: v.picklist(ASK_KINDS), why: v.string() })

const Counts = v.object({
  added: v.number(),
  changed: v.number(),
  unchanged: v.number(),
  skipped: v.number(),
})
const LessonCounts = v.object({ moved: v.number(), cancelled: v.number(), added: v.number() })
const Outcome = v.picklist(['added', 'changed', 'unchanged', 'skipped'])

/** A class of an earlier import that is to come and is not in this one. */
const Missing = v.object({ activityId: CentreKey, title: v.string() })

const REFUSALS = {
  NOT_FOUND: v.object({ what: v.picklist(['import', 'activity']) }),
  TABLE_REFUSED: v.object({ problem: v.string() }),
  /** Nothing was read from this cell, so nothing can be answered to it. */
  UNKNOWN_CELL: v.object({ cell: v.string() }),
}

/**
 * For staff: what publishing a sheet with these answers would do; changes nothing. `open` is what has to
 * be answered before; a class with something open has no outcome yet.
 */
export const previewPublish = query(
  v.strictObject(Import),
  v.object({
    classes: v.array(
      v.object({
        /** By which it is answered to. */
        cell: v.string(),
        cells: v.array(v.string()),
        /** Null while something is open. */
        outcome: v.nullable(Outcome),
        /** Why it is skipped; null where it is not, or staff said so. */
        why: v.nullable(v.string()),
        open: v.array(Why),
        /** What it is already, and in which version; null for a new one. */
        stands: v.nullable(v.object({ activityId: CentreKey, version: v.number() })),
        title: v.string(),
        host: v.string(),
        place: v.string(),
        category: Category,
        audience: Audience,
        ages: Ages,
        feeFen: v.number(),
        capacity: Seats,
        per: v.picklist(['term', 'occurrence']),
        /** Of a new class those to come. */
        lessons: v.array(v.object({ startsAt: Instant, endsAt: Instant })),
        /** How many of the sheet's lessons have begun already. */
        behind: v.optional(v.number()),
        /** Which fields change; of a new class none. */
        changes: v.array(v.picklist(SAID_FIELDS)),
        lessonChanges: LessonCounts,
        /** How many people have a seat in it and will read of the change. */
        people: v.number(),
      }),
    ),
    open: v.array(Why),
    missing: v.array(v.object({ ...Missing.entries, people: v.number() })),
    counts: Counts,
    /** From when on seats of new classes can be booked. */
    opensAt: Instant,
  }),
  REFUSALS,
)

/**
 * For staff: publishes a sheet. New classes are created, what the sheet changed since its last import is
 * changed and everybody with a seat told once, what is equal is left alone, and no booking is touched;
 * all of it or nothing. What came with an earlier import and is not in the sheet any more is left alone
 * and reported, but for what `cancel` names. `seen`: in which versions classes that stand were looked at.
 */
export const publishImport = command(
  v.strictObject({
    ...Import,
    seen: v.optional(
      v.pipe(v.record(CentreKey, whole(1, 2 ** 31 - 1)), v.maxEntries(MOST_ANSWERS)),
    ),
    /** Of an earlier import, to be called off. */
    cancel: v.optional(v.pipe(v.array(CentreKey), v.maxLength(100))),
    /** Why things change, as everybody with a seat reads it: one plain line, no names. */
    reason: v.optional(PlainLine(2, 60)),
  }),
  v.object({
    classes: v.array(
      v.object({
        cell: v.string(),
        title: v.string(),
        outcome: Outcome,
        activityId: v.nullable(CentreKey),
        lessons: LessonCounts,
        /** How many people were told. */
        told: v.number(),
      }),
    ),
    missing: v.array(Missing),
    cancelled: v.array(v.object({ ...Missing.entries, told: v.number() })),
    counts: Counts,
    told: v.number(),
  }),
  {
    ...REFUSALS,
    /** What has to be answered first, and the cells of it; nothing was changed. */
    OPEN_QUESTIONS: v.object({ cells: v.array(v.string()), open: v.array(Why) }),
    /** Somebody edited this class since it was looked at; nothing was changed. */
    CHANGED_MEANWHILE: v.object({ cell: v.string(), activityId: CentreKey, title: v.string() }),
    /** This class cannot become what the sheet says; nothing was changed. */
    CANNOT_CHANGE: v.object({
      cell: v.string(),
      title: v.string(),
      problem: v.picklist(PROBLEMS),
      /** How many seats are taken, where too few would be left. */
      taken: v.nullable(v.number()),
    }),
  },
)

/** What a centre offers from one day to another, both included, at most 400 days apart. */
export const exportTimetable = query(
  v.strictObject({ centreId: CentreId, from: CalendarDate, to: CalendarDate }),
  v.object({
    /** An Excel file (xlsx) in base64, of at most 1 MB. */
    content: v.string(),
    name: v.string(),
    classes: v.number(),
    /** The titles of classes whose lessons no cell can say: they are not in the sheet. */
    left: v.optional(v.array(v.string())),
  }),
  {
    NOT_FOUND: v.object({ what: v.literal('centre') }),
    /** `to` lies before `from`, or more than 400 days after it. */
    SPAN: v.object({ field: v.literal('to') }),
    /** More classes than one sheet, or one answer, holds: fewer days have to be chosen. */
    TOO_MANY: v.object({ classes: v.number() }),
  },
)
