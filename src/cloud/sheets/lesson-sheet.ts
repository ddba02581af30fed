import { type WorkSheet, utils, write } from '@e965/xlsx'
import type { Output } from '@/contract'
import type { SheetPurpose } from '@/domain/attendance/sheet'
import {
  NO_NAME,
  SHEET_COLUMNS,
  SHEET_FOOTS,
  SHEET_MARKS,
  SHEET_NAMES,
  type SheetLesson,
  sheetTitle,
  sheetWhen,
} from '@/domain/attendance/sheet-words'
import { dateOf } from '@/domain/time/date'

type Sheet = Output<'attendance.sheet'>

/** Characters of each column, and points of a row that somebody signs in. */
const WIDTHS: Readonly<Record<SheetPurpose, readonly number[]>> = {
  'sign-in': [6, 16, 10, 40],
  roster: [6, 24, 10, 14],
}
const SIGNING_HEIGHT = 30

/** A lesson's sheet as an Excel file; no cell of it is ever taken for a formula. */
export function writeLessonSheet(
  purpose: SheetPurpose,
  lesson: SheetLesson & { centreName: string },
  rows: Sheet['rows'],
): Sheet['file'] {
  const heads = [
    [`${lesson.centreName} ${SHEET_NAMES[purpose]}`],
    [sheetTitle(lesson)],
    [sheetWhen(lesson)],
    [...SHEET_COLUMNS[purpose]],
  ]
  const lines = rows.map(({ number, name, codeEnds, mark }) => [
    number,
    name ?? NO_NAME,
    codeEnds,
    mark === null ? '' : SHEET_MARKS[mark],
  ])
  const cells = [...heads, ...lines, [SHEET_FOOTS[purpose]]].map((line) => line.map(asText))
  const sheet = utils.aoa_to_sheet(cells)
  layOut(sheet, purpose, heads.length, rows.length)
  const book = utils.book_new()
  utils.book_append_sheet(book, sheet, SHEET_NAMES[purpose])
  const base64 = write(book, { type: 'base64', bookType: 'xlsx', compression: true }) as string
  return { name: `${fileTitle(lesson)} ${SHEET_NAMES[purpose]}.xlsx`, base64 }
}

function layOut(sheet: WorkSheet, purpose: SheetPurpose, heads: number, people: number): void {
  const columns = SHEET_COLUMNS[purpose].length
  const whole = (row: number) => ({ s: { r: row, c: 0 }, e: { r: row, c: columns - 1 } })
  sheet['!merges'] = [0, 1, 2, heads + people].map(whole)
  sheet['!cols'] = WIDTHS[purpose].map((wch) => ({ wch }))
  const signed = purpose === 'sign-in' ? { hpt: SIGNING_HEIGHT } : {}
  sheet['!rows'] = Array.from({ length: heads + people }, (_, row) => (row < heads ? {} : signed))
  // In inches: A4 with room to hold the paper.
  sheet['!margins'] = { left: 0.6, right: 0.6, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 }
}

/**
 * What somebody called themselves may begin like a formula. The cell is a text either way; the mark
 * before it stays with it when the sheet is saved as CSV and opened again.
 */
function asText(cell: string | number): string | number {
  return typeof cell === 'string' && /^[\s]*[=+\-@|]/.test(cell) ? `'${cell}` : cell
}

/** 2026-12-01 吉他入门 第 3 课, without what no file may be called. */
function fileTitle({ title, startsAt, lesson }: SheetLesson): string {
  const words = lesson ? `${title} 第 ${lesson.number} 课` : title
  return `${dateOf(startsAt)} ${words.replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ').trim()}`
}
