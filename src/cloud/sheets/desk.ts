import { sheetRow } from '@/domain/timetable/sheet-rows'
import { understandTimetable } from '@/domain/timetable/understand'
import { readTimetable } from '../timetable-import/read-timetable'
import { sheetContent, writeTimetable } from '../timetable-import/write-timetable'
import { ListRefused } from './list-refused'

export { previewList } from '../stations-import/preview'
export { writeLessonSheet } from './lesson-sheet'
export { compareWithStanding } from '@/domain/timetable/publishing'
export { newImportKey } from '@/domain/timetable/same-class'
export { sheetContent, sheetRow, writeTimetable }

/**
 * Everything that reads and writes the tables of a desk, behind one dynamic import: few calls need it, and
 * a cloud function keeps it in a file of its own, so that no cold start reads it (config/cloud-bundles).
 */
export const understandTable = (bytes: Uint8Array, year: number) =>
  understandTimetable(readTimetable(bytes), year)

/** What `read` gives; or, for a table that cannot be read at all, why: one sentence for the clerk. */
export function readOrProblem<Read>(read: () => Read): { read: Read } | { problem: string } {
  try {
    return { read: read() }
  } catch (error) {
    if (!(error instanceof ListRefused)) throw error
    return { problem: error.message }
  }
}
