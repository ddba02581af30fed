import { type WorkSheet, utils, write } from '@e965/xlsx'

/** Bytes of GB18030's two-byte part, which has all the characters that lists use. */
const GB18030 = new Map<string, number[]>()
const decoder = new TextDecoder('gb18030')
for (let first = 0x81; first <= 0xfe; first += 1) {
  for (let second = 0x40; second <= 0xfe; second += 1) {
    if (second === 0x7f) continue
    GB18030.set(decoder.decode(Uint8Array.of(first, second)), [first, second])
  }
}

/** A text as Excel in China saves CSV. */
export function gb18030(text: string): Uint8Array {
  return Uint8Array.from([...text].flatMap((one) => GB18030.get(one) ?? [one.charCodeAt(0)]))
}

export type Cell = string | number | null

/** Rows as CSV text. */
export function csv(rows: readonly (readonly Cell[])[]): string {
  const quoted = (cell: Cell) => `"${String(cell ?? '').replaceAll('"', '""')}"`
  return rows.map((row) => row.map(quoted).join(',')).join('\r\n')
}

/** Rows as an Excel workbook of one sheet, or as that of Excel 97 (`biff8`). */
export function workbook(
  rows: readonly (readonly Cell[])[],
  options: { bookType?: 'xlsx' | 'biff8'; change?: (sheet: WorkSheet) => void } = {},
): Uint8Array {
  const sheet = utils.aoa_to_sheet(rows.map((row) => [...row]))
  options.change?.(sheet)
  const book = utils.book_new()
  utils.book_append_sheet(book, sheet, '驿站')
  return new Uint8Array(
    write(book, {
      type: 'buffer',
      bookType: options.bookType ?? 'xlsx',
      compression: true,
    }) as Buffer,
  )
}
