/** A cell with text, as the clerk sees it: rows and columns count from 1, a merged cell is one. */
export interface SheetCell {
  /** B3; 秋季!B3 in a workbook of several sheets. */
  address: string
  row: number
  column: number
  /** How many rows and columns it covers. */
  rows: number
  columns: number
  text: string
}

export interface TimetableSheet {
  /** Empty for a file without sheets (CSV). */
  name: string
  cells: readonly SheetCell[]
}

/** A sheet by rows, with merged cells wherever they reach. */
export class Grid {
  private readonly byPlace = new Map<number, Map<number, SheetCell>>()
  readonly lastRow: number

  constructor(readonly cells: readonly SheetCell[]) {
    for (const cell of cells) {
      for (let row = cell.row; row < cell.row + cell.rows; row += 1) {
        const places = this.byPlace.get(row) ?? new Map<number, SheetCell>()
        for (let column = cell.column; column < cell.column + cell.columns; column += 1) {
          places.set(column, cell)
        }
        this.byPlace.set(row, places)
      }
    }
    this.lastRow = Math.max(0, ...this.byPlace.keys())
  }

  /** The cell that covers a place; undefined where there is no text. */
  at(row: number, column: number): SheetCell | undefined {
    return this.byPlace.get(row)?.get(column)
  }

  /** The cells of a row from left to right, each once. */
  row(row: number): SheetCell[] {
    const cells = [...new Set(this.byPlace.get(row)?.values())]
    return cells.sort((a, b) => a.column - b.column)
  }
}
