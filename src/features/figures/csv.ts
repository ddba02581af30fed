import type { Table } from './tables'

/** A spreadsheet takes a cell that begins so for something to work out (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r]/

/**
 * Tables as one CSV file (RFC 4180), the one beside the other with the same rows; with the mark by which
 * a spreadsheet knows UTF-8. What a cell says is what the screen says; one that could be taken for a
 * formula gets a stroke before it.
 */
export function csvOf(tables: readonly Table[]): string {
  const [first] = tables
  if (!first) return ''
  const lines = [
    [first.of, ...tables.flatMap(({ title, columns }) => columns.map((one) => `${title}：${one}`))],
    ...first.rows.map(({ label }, row) => [
      label,
      ...tables.flatMap(({ rows }) => rows[row]!.cells),
    ]),
  ]
  return `\ufeff${lines.map((line) => `${line.map(cellOf).join(',')}\r\n`).join('')}`
}

function cellOf(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe
}
