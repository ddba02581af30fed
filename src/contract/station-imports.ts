import * as v from 'valibot'
import { DATUMS } from '@/domain/stations/datum'
import { CentreId, FileId } from './fields'
import { command, query } from './operation'

const Datum = v.picklist(DATUMS)

/** How many stations a list adds, changes, leaves as they are…; `wrong` counts rows with errors. */
const Counts = v.object({
  added: v.number(),
  changed: v.number(),
  same: v.number(),
  /** In the list, but taken off ours before. */
  takenOff: v.number(),
  /** Ours, but not in the list. */
  missing: v.number(),
  wrong: v.number(),
})

const source = { centreId: CentreId, fileId: FileId, datum: v.optional(Datum) }

const refusals = {
  NOT_FOUND: v.object({ what: v.picklist(['centre', 'file']) }),
  /** The file cannot be read as a list at all; `problem` is a Chinese sentence for who chose it. */
  LIST_REFUSED: v.object({ problem: v.string() }),
}

/**
 * For staff: what a list of stations (Excel or CSV, sent to /upload before) would change in a
 * centre. Changes nothing. At most 200 of each kind of line; `counts` count them all.
 */
export const previewImport = query(
  v.strictObject(source),
  v.object({
    sheet: v.string(),
    /** The datum that the points were read in, and how it is known; a guess has to be answered. */
    datum: Datum,
    datumSource: v.picklist(['given', 'named', 'guessed']),
    counts: Counts,
    added: v.array(v.object({ row: v.number(), name: v.string(), what: v.string() })),
    changed: v.array(v.object({ row: v.number(), name: v.string(), what: v.string() })),
    takenOff: v.array(v.object({ row: v.number(), name: v.string(), what: v.string() })),
    missing: v.array(v.object({ name: v.string(), what: v.string() })),
    /** The row as in the sheet, the title of the column, what is wrong there and what was read. */
    errors: v.array(
      v.object({ row: v.number(), column: v.string(), problem: v.string(), read: v.string() }),
    ),
    /** Words for facilities that nobody knows, with the first rows that have them. */
    unknownWords: v.array(v.object({ word: v.string(), rows: v.array(v.number()) })),
    /** Titles of columns that were not read. */
    unreadColumns: v.array(v.string()),
  }),
  refusals,
)

/**
 * For staff: takes a list in. Rows with errors are left out, the others are written together or not
 * at all; the same list again changes nothing. Without `removeMissing` nothing is taken off, without
 * `restore` nothing that was taken off comes back.
 */
export const importList = command(
  v.strictObject({
    ...source,
    removeMissing: v.optional(v.boolean(), false),
    restore: v.optional(v.boolean(), false),
  }),
  v.object({ counts: Counts }),
  {
    ...refusals,
    /** The list does not name its datum and none was given. */
    DATUM_UNKNOWN: v.object({ guess: v.nullable(Datum) }),
    /** With rows in error it is not known what is missing from the list. */
    ROWS_WRONG: v.object({ wrong: v.number() }),
  },
)
