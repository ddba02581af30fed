import { decodedText } from './decoded-text'

/** The kinds of file that are taken in. */
export const FILE_KINDS = ['pdf', 'png', 'jpeg', 'webp', 'xlsx', 'xls', 'csv'] as const
export type FileKind = (typeof FILE_KINDS)[number]

/**
 * What a file is by its own bytes, whatever its name says; null for anything else. An .xlsx is a
 * zip with a workbook in it; text without control characters, in an encoding of decodedText, is a CSV.
 */
export function fileKind(content: Buffer): FileKind | null {
  const startsWith = (bytes: string, at = 0) =>
    content.subarray(at, at + bytes.length).equals(Buffer.from(bytes, 'latin1'))
  if (startsWith('%PDF-')) return 'pdf'
  if (startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (startsWith('\xff\xd8\xff')) return 'jpeg'
  if (startsWith('RIFF') && startsWith('WEBP', 8)) return 'webp'
  if (startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return 'xls'
  if (startsWith('PK\x03\x04')) return content.includes('xl/workbook.') ? 'xlsx' : null
  return isText(content) ? 'csv' : null
}

// oxlint-disable-next-line no-control-regex -- tab, line feed and carriage return are text, others are not
const CONTROL = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/

function isText(content: Buffer): boolean {
  const text = decodedText(content)
  return text !== null && text.trim() !== '' && !CONTROL.test(text)
}
