import { type CellObject, type WorkSheet, read } from '@e965/xlsx'
import { ListRefused } from './list-refused'
import { MOST_COLUMNS, MOST_ROWS, type Sheet, plainCell } from './sheet'

/** A few more than may be imported, for titles above and notes below. */
const ROWS_READ = MOST_ROWS + 200

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

/** The sheets of an Excel workbook (xlsx, made safe before, or xls). Throws ListRefused. */
export function readWorkbook(bytes: Uint8Array): Sheet[] {
  let workbook
  try {
    workbook = read(bytes, { type: 'buffer', dense: true, sheetRows: ROWS_READ, cellHTML: false })
  } catch (error) {
    const protectedFile = /password|encrypt/i.test((error as Error).message)
    throw new ListRefused(
      protectedFile
        ? '这个 Excel 文件有密码，请去掉密码后另存一份再导入'
        : '这个 Excel 文件读不出来，请用 Excel 打开后另存为 xlsx 再导入',
      { cause: error },
    )
  }
  return workbook.SheetNames.map((name) => ({
    name,
    rows: cellsOf(workbook.Sheets[name]!)
      .map((cells, index) => ({ number: index + 1, cells }))
      .filter(({ cells }) => cells.some((cell) => cell !== '')),
  }))
}
