import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx'
import { MOST_COLUMNS, type Sheet, plainCell } from './sheet'

/** A number as it was entered, unless it is shown as a time or a date: 113.62000, not 113.62. */
function textOf(cell: CellObject | undefined): string {
  if (!cell || cell.v === undefined || cell.t === 'e') return ''
  const shown = cell.w ?? String(cell.v)
  if (typeof cell.v !== 'number') return plainCell(shown)
  return /[:年月日]|\d[-/]\d/.test(shown) ? plainCell(shown) : String(cell.v)
}

function cellsOf(sheet: WorkSheet): string[][] {
  const rows = (sheet['!data'] ?? []) as (CellObject[] | undefined)[]
  const cells = rows.map((row) => (row ?? []).slice(0, MOST_COLUMNS).map(textOf))
  // What is merged over several rows is said of each of them.
  for (const { s: from, e: to } of sheet['!merges'] ?? []) {
    const text = cells[from.r]?.[from.c]
    if (!text || from.c >= MOST_COLUMNS) continue
    for (let row = from.r + 1; row <= Math.min(to.r, cells.length - 1); row += 1) {
      const own = (cells[row] ??= [])
      while (own.length < from.c) own.push('')
      own[from.c] = text
    }
  }
  return Array.from(cells, (row) => Array.from(row ?? [], (cell) => cell ?? ''))
}

/** The sheets of a workbook, without empty rows. */
export function readWorkbook(workbook: WorkBook): Sheet[] {
  return workbook.SheetNames.map((name) => ({
    name,
    rows: cellsOf(workbook.Sheets[name]!)
      .map((cells, index) => ({ number: index + 1, cells }))
      .filter(({ cells }) => cells.some((cell) => cell !== '')),
  }))
}
