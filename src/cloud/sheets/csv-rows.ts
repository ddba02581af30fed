import { parse } from 'csv-parse/sync'
import { decodedText } from '@/cloud/files/decoded-text'
import { ListRefused } from './list-refused'

const DELIMITERS = [',', '\t', ';', '，']

/** The mark that most often stands in the first lines. */
function delimiterOf(text: string): string {
  const lines = text.split(/\r?\n/, 10).join('\n')
  const often = (mark: string) => lines.split(mark).length
  return DELIMITERS.reduce((best, mark) => (often(mark) > often(best) ? mark : best))
}

/** The rows of a CSV file in UTF-8, UTF-16 or GB 18030, empty ones too. Throws ListRefused. */
export function csvRows(bytes: Uint8Array): string[][] {
  const text = decodedText(bytes)
  if (text === null) {
    throw new ListRefused(
      bytes.includes(0)
        ? '这不是表格；请选 Excel（xlsx、xls）或 CSV 表格'
        : '文件里的文字不是 UTF-8，也不是 GB18030；请用 Excel 打开后另存为 xlsx 再导入',
    )
  }
  try {
    return parse(text, {
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
}
