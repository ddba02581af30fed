import { csvRows } from '@/cloud/sheets/csv-rows'
import { ListRefused } from '@/cloud/sheets/list-refused'
import { openWorkbook } from '@/cloud/sheets/open-workbook'
import { readWorkbook } from './read-workbook'
import { MOST_COLUMNS, MOST_ROWS, type Sheet, plainCell } from './sheet'

export const MOST_BYTES = 10 * 1024 * 1024

/** A few more than may be imported, for titles above and notes below. */
const ROWS_READ = MOST_ROWS + 200

/**
 * The sheets of a list of stations: Excel (xlsx, xls) or CSV, told apart by what is in the file and
 * not by its name. Throws ListRefused for anything else, for more than 10 MB and for what would
 * unpack to more than 50 MB.
 */
export function readList(bytes: Uint8Array): Sheet[] {
  if (bytes.length > MOST_BYTES) throw new ListRefused('文件超过 10 MB，不能导入；请只留驿站名单')
  const workbook = openWorkbook(bytes, ROWS_READ)
  if (workbook) return readWorkbook(workbook)
  const rows = csvRows(bytes)
    .map((cells, index) => ({
      number: index + 1,
      cells: cells.slice(0, MOST_COLUMNS).map(plainCell),
    }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  return [{ name: '', rows }]
}
