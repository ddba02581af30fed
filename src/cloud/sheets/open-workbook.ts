import { type WorkBook, read } from '@e965/xlsx'
import { ListRefused } from './list-refused'
import { safeWorkbook } from './zip-guard'

const MAGIC = {
  zip: [0x50, 0x4b, 0x03, 0x04],
  compound: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
}
/** Files that somebody may take for a table, by how they begin. */
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
 * The workbook in a file (xlsx made safe, or xls), told apart by what is in it and not by its name;
 * null where it may be a text. No formula is run: cells have the value that was saved with them. At most
 * `sheetRows` rows of a sheet are read. Throws ListRefused for anything that is no table, for one with a
 * password, and for what would unpack to more than 50 MB.
 */
export function openWorkbook(bytes: Uint8Array, sheetRows: number): WorkBook | null {
  if (bytes.length === 0) throw new ListRefused('文件是空的')
  if (begins(bytes, MAGIC.zip)) return parsed(safeWorkbook(bytes), sheetRows)
  if (begins(bytes, MAGIC.compound)) return parsed(bytes, sheetRows)
  const start = Buffer.from(bytes.subarray(0, 16)).toString('latin1').trimStart()
  const other = OTHERS.find(([magic]) => start.startsWith(magic))
  if (other) {
    throw new ListRefused(`这是${other[1]}，不是表格；请选 Excel（xlsx、xls）或 CSV 表格`)
  }
  return null
}

function parsed(bytes: Uint8Array, sheetRows: number): WorkBook {
  try {
    return read(bytes, {
      ...{ type: 'buffer', dense: true, sheetRows, cellHTML: false, cellFormula: false },
      cellNF: true,
    })
  } catch (error) {
    const isProtected = /password|encrypt/i.test((error as Error).message)
    throw new ListRefused(
      isProtected
        ? '这个 Excel 文件有密码，请去掉密码后另存一份再导入'
        : '这个 Excel 文件读不出来，请用 Excel 打开后另存为 xlsx 再导入',
      { cause: error },
    )
  }
}
