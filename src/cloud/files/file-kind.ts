/** The kinds of file that are taken in. */
export const FILE_KINDS = ['pdf', 'png', 'jpeg', 'webp', 'xlsx', 'xls', 'csv'] as const
export type FileKind = (typeof FILE_KINDS)[number]

/**
 * What a file is by its own bytes, whatever its name says; null for anything else. An .xlsx is a
 * zip with a workbook in it; text without control characters, in UTF-8 or GB18030, is a CSV.
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

// eslint-disable-next-line no-control-regex -- tab, line feed and carriage return are text, others are not
const CONTROL = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/

function isText(content: Buffer): boolean {
  const text = decodedText(content)
  return text !== null && text.trim() !== '' && !CONTROL.test(text)
}

/** Text in UTF-8, or else in the national standard GB 18030 that Excel on Chinese desks writes; null for neither. */
export function decodedText(content: Buffer): string | null {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(content)
    } catch {
      // Not in this encoding.
    }
  }
  return null
}
