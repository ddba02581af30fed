import { ListRefused } from './list-refused'
import { readText } from './read-text'
import { readWorkbook } from './read-workbook'
import type { Sheet } from './sheet'
import { safeWorkbook } from './zip-guard'

export const MOST_BYTES = 10 * 1024 * 1024

const MAGIC = {
  zip: [0x50, 0x4b, 0x03, 0x04],
  compound: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
}
/** Files that somebody may take for a list, by how they begin. */
const OTHERS: [magic: string, name: string][] = [
  ['%PDF', 'PDF 文件'],
  ['\x89PNG', '图片'],
  ['\xff\xd8\xff', '图片'],
  ['{\\rtf', '文字稿'],
  ['<', '网页'],
]

const begins = (bytes: Uint8Array, magic: readonly number[]) =>
  magic.every((byte, at) => bytes[at] === byte)

/**
 * The sheets of a list of stations: Excel (xlsx, xls) or CSV, told apart by what is in the file and
 * not by its name. Throws ListRefused for anything else, for more than 10 MB and for what would
 * unpack to more than 50 MB.
 */
export function readList(bytes: Uint8Array): Sheet[] {
  if (bytes.length === 0) throw new ListRefused('文件是空的')
  if (bytes.length > MOST_BYTES) throw new ListRefused('文件超过 10 MB，不能导入；请只留驿站名单')
  if (begins(bytes, MAGIC.zip)) return readWorkbook(safeWorkbook(bytes))
  if (begins(bytes, MAGIC.compound)) return readWorkbook(bytes)
  const start = Buffer.from(bytes.subarray(0, 16)).toString('latin1').trimStart()
  const other = OTHERS.find(([magic]) => start.startsWith(magic))
  if (other) {
    throw new ListRefused(`这是${other[1]}，不是名单；请选 Excel（xlsx、xls）或 CSV 表格`)
  }
  return readText(bytes)
}
