import { utils, write } from '@e965/xlsx'
import { COLUMNS } from '@/domain/timetable/sheet-rows'

/** How wide the columns are, in characters. */
const WIDTHS = [24, 44, 18, 16, 8, 10, 10]

/** What a program for tables may take for a formula when somebody saves the sheet as text. */
const FORMULA = /^[=+\-@\t\r]/

/** A call carries so much of an answer and no more. */
const MOST_CHARACTERS = 1_000_000

/** The sheet in base64; null where no call carries it. */
export function sheetContent(rows: readonly (readonly string[])[]): string | null {
  const content = Buffer.from(writeTimetable(rows)).toString('base64')
  return content.length > MOST_CHARACTERS ? null : content
}

/**
 * A sheet with a row a class as an Excel file (xlsx). No cell is a formula; before what looks like one
 * stands a character that nobody sees, which the reader leaves out again.
 */
export function writeTimetable(rows: readonly (readonly string[])[]): Uint8Array {
  const guarded = rows.map((row) =>
    row.map((text) => (FORMULA.test(text) ? `\u200b${text}` : text)),
  )
  const sheet = utils.aoa_to_sheet([[...COLUMNS], ...guarded])
  sheet['!cols'] = WIDTHS.map((wch) => ({ wch }))
  const book = utils.book_new()
  utils.book_append_sheet(book, sheet, '课程表')
  const options = { type: 'buffer', bookType: 'xlsx', compression: true } as const
  return new Uint8Array(write(book, options) as Buffer)
}
