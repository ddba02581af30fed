import { type CellObject, SSF, type WorkBook, type WorkSheet, utils } from '@e965/xlsx'
import type { SheetCell, TimetableSheet } from '@/domain/timetable/sheet'
import { LONGEST_WORDS } from '@/domain/timetable/when-in-words'
import { csvRows } from '@/cloud/sheets/csv-rows'
import { ListRefused } from '@/cloud/sheets/list-refused'
import { openWorkbook } from '@/cloud/sheets/open-workbook'

export const MOST_BYTES = 5 * 1024 * 1024
export const MOST_ROWS = 5000
const MOST_COLUMNS = 100

const TOO_MANY_ROWS = `表格超过 ${MOST_ROWS} 行，请分成几个文件导入`

const pad = (number: number) => String(number).padStart(2, '0')

/** Lines stay lines; nothing else that cannot be seen, no spaces around or twice. */
function plainLines(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/(?!\n)[\p{Cf}\p{Cc}]/gu, '')
    .replace(/ *\n */g, '\n')
    .trim()
    .slice(0, LONGEST_WORDS)
}

/** What the library's types leave open. */
const dates = SSF as {
  is_date: (format: string) => boolean
  parse_date_code: (value: number) => { y: number; m: number; d: number; H: number; M: number }
}

/** A day or time that Excel keeps as a number, as people write it: 2026-09-06, 9:00. */
function dateText(value: number): string {
  const { y, m, d, H, M } = dates.parse_date_code(value)
  const time = `${H}:${pad(M)}`
  if (value < 1) return time
  const day = `${y}-${pad(m)}-${pad(d)}`
  return Number.isInteger(value) ? day : `${day} ${time}`
}

function textOf(cell: CellObject | undefined): string {
  if (!cell || cell.v === undefined || cell.t === 'e') return ''
  const isDate = typeof cell.v === 'number' && typeof cell.z === 'string' && dates.is_date(cell.z)
  if (isDate && (cell.v as number) >= 0) return dateText(cell.v as number)
  return plainLines(typeof cell.v === 'number' ? String(cell.v) : (cell.w ?? String(cell.v)))
}

function cellsOf(sheet: WorkSheet, prefix: string): SheetCell[] {
  const rows = (sheet['!data'] ?? []) as (CellObject[] | undefined)[]
  const merges = new Map(
    (sheet['!merges'] ?? []).map(({ s, e }) => [
      utils.encode_cell(s),
      { rows: Math.min(e.r, MOST_ROWS) - s.r + 1, columns: Math.min(e.c, MOST_COLUMNS) - s.c + 1 },
    ]),
  )
  return rows.flatMap((row, r) =>
    Array.from((row ?? []).slice(0, MOST_COLUMNS), (cell, c) => {
      const own = utils.encode_cell({ r, c })
      const { rows: deep, columns } = merges.get(own) ?? { rows: 1, columns: 1 }
      return {
        ...{ address: `${prefix}${own}`, row: r + 1, column: c + 1, rows: deep, columns },
        text: textOf(cell),
      }
    }).filter(({ text }) => text !== ''),
  )
}

function sheetsOf(workbook: WorkBook): TimetableSheet[] {
  const shown = workbook.SheetNames.filter(
    (_, index) => !workbook.Workbook?.Sheets?.[index]?.Hidden,
  )
  return shown.map((name) => {
    const sheet = workbook.Sheets[name]!
    const cells = cellsOf(sheet, shown.length > 1 ? `${name}!` : '')
    if (cells.some(({ row }) => row > MOST_ROWS)) throw new ListRefused(TOO_MANY_ROWS)
    return { name, cells }
  })
}

/**
 * The sheets of a timetable: Excel (xlsx, xls) or CSV (UTF-8, UTF-16, GB 18030), told apart by what is
 * in the file. Hidden sheets are left out; no formula is run. Throws ListRefused for anything else, for
 * more than 5 MB or 5,000 rows, and for what would unpack to more than 50 MB.
 */
export function readTimetable(bytes: Uint8Array): TimetableSheet[] {
  if (bytes.length > MOST_BYTES) throw new ListRefused('文件超过 5 MB，不能导入；请只留课程表')
  const workbook = openWorkbook(bytes, MOST_ROWS + 1)
  if (workbook) return sheetsOf(workbook)
  const rows = csvRows(bytes)
  if (rows.length > MOST_ROWS) throw new ListRefused(TOO_MANY_ROWS)
  const cells = rows.flatMap((row, r) =>
    row.slice(0, MOST_COLUMNS).map((text, c) => ({
      ...{ address: utils.encode_cell({ r, c }), row: r + 1, column: c + 1, rows: 1, columns: 1 },
      text: plainLines(text),
    })),
  )
  return [{ name: '', cells: cells.filter(({ text }) => text !== '') }]
}
