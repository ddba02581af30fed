/** A row as its sheet has it: `number` counts from 1, cells are plain text without spaces around. */
export interface SheetRow {
  number: number
  cells: string[]
}

/** One sheet of a list; rows without any text are left out. */
export interface Sheet {
  name: string
  rows: SheetRow[]
}

export const MOST_ROWS = 5000
export const MOST_COLUMNS = 100

/** A cell's text on one line: no control characters, no spaces around or twice. */
export function plainCell(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\s\u2028\u2029]+/gu, ' ').trim()
}
