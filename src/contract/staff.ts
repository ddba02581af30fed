import * as v from 'valibot'
import { ASK_KINDS } from '@/domain/timetable/ask'
import {
  Ages,
  CalendarDate,
  Category,
  CentreId,
  CentreKey,
  Fee,
  FileId,
  Instant,
  Lesson,
} from './fields'
import { query } from './operation'

/** Where something stands in the sheet, as the clerk sees it: B3; 秋季!B3 in a workbook of several sheets. */
const Cell = v.string()

const Why = v.object({ cell: Cell, why: v.string() })

/** What a question is about; absent from servers before this one. */
const Question = v.object({ ...Why.entries, kind: v.optional(v.picklist(ASK_KINDS)) })

const ImportedActivity = v.object({
  title: v.string(),
  teacher: v.nullable(v.string()),
  place: v.nullable(v.string()),
  /** Null where nothing is said, or that there is no limit. */
  capacity: v.nullable(v.number()),
  ages: Ages,
  fee: v.nullable(Fee),
  /** In order; `endsAt` is null where the sheet does not say it. At most 366. */
  lessons: v.array(v.object({ startsAt: Instant, endsAt: v.nullable(Instant) })),
  /** The cells that it was read from, that of the title first. */
  cells: v.array(Cell),
})

/**
 * For staff: what is understood of a timetable (Excel or CSV, sent before; 5 MB, 5,000 rows) as clerks
 * keep it. Changes nothing, and gives the same for the same file as long as it is kept (a day). `year`
 * is that of days written without one. Whatever is not certain is asked in `questions`, whatever cannot
 * be is in `rejected`, what is about no class in `notes`.
 */
export const importTimetable = query(
  v.strictObject({
    centreId: CentreId,
    fileId: FileId,
    year: v.pipe(v.number(), v.integer(), v.minValue(2020), v.maxValue(2098)),
  }),
  v.object({
    importId: CentreKey,
    activities: v.array(ImportedActivity),
    questions: v.array(Question),
    rejected: v.array(Why),
    notes: v.array(v.object({ cell: Cell, text: v.string() })),
  }),
  {
    NOT_FOUND: v.object({ what: v.picklist(['centre', 'file']) }),
    /** The file cannot be read as a table at all; `problem` is a Chinese sentence for who chose it. */
    TABLE_REFUSED: v.object({ problem: v.string() }),
  },
)

/** What is on today or still to come, soonest first; at most 8. */
const NextLesson = v.object({
  occurrenceId: CentreKey,
  activityId: CentreKey,
  title: v.string(),
  category: Category,
  place: v.string(),
  startsAt: Instant,
  endsAt: Instant,
  lesson: Lesson,
  /** Seats held, how many of those people are there, late or not, and how many are excused. */
  expected: v.number(),
  there: v.number(),
  excused: v.number(),
  /** How many seats nobody has. */
  left: v.number(),
})

/**
 * For whoever works in a centre: today there, in numbers and without names of people. Each part is null
 * for whom it is not; counts of what waits end at 1,000.
 */
export const today = query(
  v.strictObject({ centreId: CentreId }),
  v.object({
    day: CalendarDate,
    /** Who may mark attendance: the lessons that take place, of how many seats, full or without anybody. */
    lessons: v.nullable(
      v.object({
        lessons: v.number(),
        expected: v.number(),
        there: v.number(),
        excused: v.number(),
        full: v.number(),
        empty: v.number(),
        next: v.array(NextLesson),
      }),
    ),
    /** Who calls numbers: the clinics of today, in order; at most 20. */
    clinics: v.nullable(
      v.array(
        v.object({
          poolId: CentreKey,
          title: v.string(),
          place: v.string(),
          startsAt: Instant,
          endsAt: Instant,
          /** The number called last; null before the first. `waiting` is how many wait still. */
          called: v.nullable(v.number()),
          waiting: v.number(),
        }),
      ),
    ),
    /** A lawyer or mediator: what is assigned to them, and how much of it is overdue. */
    cases: v.nullable(v.object({ open: v.number(), overdue: v.number() })),
    /** Staff: what opens for booking today and is not open yet, soonest first; at most 8. */
    opening: v.nullable(
      v.array(
        v.object({
          activityId: CentreKey,
          poolId: CentreKey,
          title: v.string(),
          opensAt: Instant,
          capacity: v.number(),
        }),
      ),
    ),
    /** Staff: how much waits for them, each in its own place. */
    waiting: v.nullable(
      v.object({
        /** Consultations that nobody took up, and all that are overdue; of the former, or with somebody. */
        unassigned: v.number(),
        overdue: v.number(),
        /** What residents said about the centre and was not answered. */
        feedback: v.number(),
        /** What several people reported of a station. */
        stations: v.number(),
        /** Strikes that residents contest. */
        contested: v.number(),
        /** Seats that are held for somebody who has not confirmed. */
        offers: v.number(),
        /** Classes for which somebody waits although seats are free. */
        roomAndWaiting: v.number(),
        /** Classes that are to be drawn and not announced, and ballots whose number is out and not entered. */
        toAnnounce: v.number(),
        toDraw: v.number(),
      }),
    ),
  }),
  { NOT_FOUND: v.object({ what: v.literal('centre') }) },
)
