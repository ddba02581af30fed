import { parse } from 'csv-parse/sync'
import { decodedText } from '@/cloud/files/decoded-text'
import { ListRefused } from './list-refused'
import { MOST_COLUMNS, type Sheet, plainCell } from './sheet'

const DELIMITERS = [',', '\t', ';', '，']

function textOf(bytes: Uint8Array): string {
  const text = decodedText(bytes)
  if (text !== null) return text
  throw new ListRefused(
    bytes.includes(0)
      ? '这不是名单文件；请选 Excel（xlsx、xls）或 CSV 表格'
      : '文件里的文字不是 UTF-8，也不是 GB18030；请用 Excel 打开后另存为 xlsx 再导入',
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
  const text = textOf(bytes)
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
