import * as v from 'valibot'
import { Ages, CentreId, CentreKey, Fee, FileId, Instant } from './fields'
import { query } from './operation'

/** Where something stands in the sheet, as the clerk sees it: B3; 秋季!B3 in a workbook of several sheets. */
const Cell = v.string()

const Why = v.object({ cell: Cell, why: v.string() })

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
    questions: v.array(Why),
    rejected: v.array(Why),
    notes: v.array(v.object({ cell: Cell, text: v.string() })),
  }),
  {
    NOT_FOUND: v.object({ what: v.picklist(['centre', 'file']) }),
    /** The file cannot be read as a table at all; `problem` is a Chinese sentence for who chose it. */
    TABLE_REFUSED: v.object({ problem: v.string() }),
  },
)
