import { parse } from 'csv-parse/sync'
import { ListRefused } from './list-refused'
import { MOST_COLUMNS, type Sheet, plainCell } from './sheet'

const DELIMITERS = [',', '\t', ';', '，']

/** Text in UTF-8 or UTF-16 (with or without its mark) or GB18030, which Excel in China writes. */
function decode(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  if (bytes.includes(0)) {
    throw new ListRefused('这不是名单文件；请选 Excel（xlsx、xls）或 CSV 表格')
  }
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      // Not this one.
    }
  }
  throw new ListRefused(
    '文件里的文字不是 UTF-8，也不是 GB18030；请用 Excel 打开后另存为 xlsx 再导入',
  )
}

/** The mark that most often stands in the first lines. */
function delimiterOf(text: string): string {
  const lines = text.split(/\r?\n/, 10).join('\n')
  const often = (mark: string) => lines.split(mark).length
  return DELIMITERS.reduce((best, mark) => (often(mark) > often(best) ? mark : best))
}

/** The rows of a CSV file. Throws ListRefused. */
export function readText(bytes: Uint8Array): Sheet[] {
  const text = decode(bytes)
  let records: string[][]
  try {
    records = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
    })
  } catch (error) {
    throw new ListRefused('这个 CSV 文件的引号不成对，请用 Excel 打开后另存为 xlsx 再导入', {
      cause: error,
    })
  }
  const rows = records
    .map((cells, index) => ({
      number: index + 1,
      cells: cells.slice(0, MOST_COLUMNS).map(plainCell),
    }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  return [{ name: '', rows }]
}
