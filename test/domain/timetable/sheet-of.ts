import type { SheetCell, TimetableSheet } from '@/domain/timetable/sheet'

/** Joined with the cell to the left, or with the one above: how a merged cell is drawn in a sample. */
const [LEFT, ABOVE] = ['<', '^']

const addressOf = (row: number, column: number) => `${String.fromCharCode(65 + column)}${row + 1}`

/**
 * A sheet as it is drawn in a sample: one line a row, cells parted by `|`, `\n` within a cell, `<` and
 * `^` for what is merged with the cell to the left or above.
 */
export function sheetOf(drawn: string, name = ''): TimetableSheet {
  const rows = drawn
    .replace(/^\n|\n\s*$/g, '')
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim().replace(/\\n/g, '\n')))
  const merged = (row: number, column: number, mark: string) => rows[row]?.[column] === mark
  const cells: SheetCell[] = []
  rows.forEach((line, row) =>
    line.forEach((text, column) => {
      if (text === '' || text === LEFT || text === ABOVE) return
      let [columns, deep] = [1, 1]
      while (merged(row, column + columns, LEFT)) columns += 1
      while (merged(row + deep, column, ABOVE)) deep += 1
      const address = addressOf(row, column)
      cells.push({ address, row: row + 1, column: column + 1, rows: deep, columns, text })
    }),
  )
  return { name, cells }
}
