import { inflateRawSync } from 'node:zlib'
import { zipSync } from 'fflate'
import { ListRefused } from './list-refused'

const END = 0x06054b50
const ENTRY = 0x02014b50
const END_LENGTH = 22
const MOST_ENTRIES = 2000
const MEGABYTE = 1024 * 1024
export const MOST_UNPACKED = 50 * MEGABYTE

const BROKEN = '这个 Excel 文件是坏的，请用 Excel 打开后另存一份再导入'
const TOO_LARGE = '这个 Excel 文件展开后超过 50 MB，不能导入；请只留要导入的那一张表，另存一份再试'

interface Entry {
  name: string
  method: number
  packed: number
  unpacked: number
  offset: number
}

/** The entries that a zip file's directory names. */
function directory(file: Buffer): Entry[] {
  let end = file.length - END_LENGTH
  while (end >= 0 && file.readUInt32LE(end) !== END) end -= 1
  if (end < 0) throw new ListRefused(BROKEN)
  const count = file.readUInt16LE(end + 10)
  if (count > MOST_ENTRIES) throw new ListRefused(TOO_LARGE)
  let at = file.readUInt32LE(end + 16)
  return Array.from({ length: count }, () => {
    if (file.readUInt32LE(at) !== ENTRY) throw new ListRefused(BROKEN)
    if ((file.readUInt16LE(at + 8) & 1) !== 0) {
      throw new ListRefused('这个 Excel 文件有密码，请去掉密码后另存一份再导入')
    }
    const nameLength = file.readUInt16LE(at + 28)
    const entry = {
      name: file.toString('utf8', at + 46, at + 46 + nameLength),
      method: file.readUInt16LE(at + 10),
      packed: file.readUInt32LE(at + 20),
      unpacked: file.readUInt32LE(at + 24),
      offset: file.readUInt32LE(at + 42),
    }
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
    return entry
  })
}

/** An entry's bytes, at most `budget` of them whatever the directory says. */
function unpack(file: Buffer, { method, packed, offset }: Entry, budget: number): Buffer {
  const start = offset + 30 + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28)
  const data = file.subarray(start, start + packed)
  if (method === 0) return data
  if (method !== 8) throw new ListRefused(BROKEN)
  return inflateRawSync(data, { maxOutputLength: Math.max(budget, 1) })
}

/** What Excel's sheets are read from; pictures and the like are left behind. */
const isNeeded = (name: string) =>
  name === '[Content_Types].xml' ||
  /^(_rels|xl)\/(?!media|drawings|embeddings).*\.(xml|rels)$/i.test(name)

/**
 * An Excel file (xlsx) that is safe to hand to a parser: the same sheets, not compressed. A directory
 * that adds up to more than 50 MB is refused before anything is unpacked, and one that lies about it
 * while unpacking. Throws ListRefused.
 */
export function safeWorkbook(bytes: Uint8Array): Uint8Array {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const entries = directory(file)
    if (entries.reduce((sum, { unpacked }) => sum + unpacked, 0) > MOST_UNPACKED) {
      throw new ListRefused(TOO_LARGE)
    }
    let budget = MOST_UNPACKED
    const kept: Record<string, Uint8Array> = {}
    for (const entry of entries.filter(({ name }) => isNeeded(name))) {
      const data = unpack(file, entry, budget)
      budget -= data.length
      if (budget <= 0) throw new ListRefused(TOO_LARGE)
      kept[entry.name] = data
    }
    if (!('xl/workbook.xml' in kept)) {
      throw new ListRefused('这是压缩包，不是 Excel 文件；请先解压，选里面的表格')
    }
    return zipSync(kept, { level: 0 })
  } catch (error) {
    if (error instanceof ListRefused) throw error
    const tooLong = (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE'
    throw new ListRefused(tooLong ? TOO_LARGE : BROKEN, { cause: error })
  }
}
