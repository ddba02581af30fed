/** Characters that a terminal draws twice as wide as a letter. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/

const widthOf = (text: string) =>
  [...text].reduce((width, one) => width + (WIDE.test(one) || one > '\uffff' ? 2 : 1), 0)

/** Cuts a text to a width, with … where something is left out. */
function fitted(text: string, width: number): string {
  if (widthOf(text) <= width) return text
  let cut = ''
  for (const one of text) {
    if (widthOf(cut + one) > width - 1) break
    cut += one
  }
  return `${cut}…`
}

/** Lines of a table for a terminal: each column as wide as it needs, at most `most`; no frames. */
export function columnsOfText(rows: readonly (readonly string[])[], most = 40): string[] {
  const columns = Math.max(0, ...rows.map(({ length }) => length))
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.min(most, Math.max(...rows.map((row) => widthOf(row[column] ?? '')))),
  )
  return rows.map((row) =>
    row
      .map((cell, column) => {
        // What stands last may be as long as it is.
        if (column === row.length - 1) return cell
        const text = fitted(cell, widths[column]!)
        return text + ' '.repeat(widths[column]! - widthOf(text))
      })
      .join('  ')
      .trimEnd(),
  )
}
