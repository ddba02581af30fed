import fc from 'fast-check'
import { utils, write } from '@e965/xlsx'
import { decodedText } from '@/cloud/files/decoded-text'
import { fileKind } from '@/cloud/files/file-kind'

const latin = (text: string) => Buffer.from(text, 'latin1')
const book = (bookType: 'xlsx' | 'xls') => {
  const sheet = utils.book_new()
  utils.book_append_sheet(sheet, utils.aoa_to_sheet([['名称', '地址']]), '驿站')
  return write(sheet, { bookType, type: 'buffer' }) as Buffer
}
// 名称,地址 as Excel on a Chinese desk writes it.
const GB18030 = latin('\xc3\xfb\xb3\xc6,\xb5\xd8\xd6\xb7\r\n')

test.each([
  ['a PDF', latin('%PDF-1.7\n'), 'pdf'],
  ['a PNG', latin('\x89PNG\r\n\x1a\n\x00\x00'), 'png'],
  ['a JPEG', latin('\xff\xd8\xff\xe0\x00'), 'jpeg'],
  ['a WebP', latin('RIFF\x00\x00\x00\x00WEBPVP8 '), 'webp'],
  ['a workbook of today', book('xlsx'), 'xlsx'],
  ['a workbook of before 2007', book('xls'), 'xls'],
  ['a table in UTF-8', Buffer.from('﻿名称,地址\n工会驿站,工人路\n'), 'csv'],
  ['a table in GB 18030', GB18030, 'csv'],
  ['a table in UTF-16', Buffer.from('\ufeff名称\t地址\n', 'utf16le'), 'csv'],
  ['another zip', latin('PK\x03\x04 a photograph album'), null],
  ['a program', latin('\x7fELF\x02\x01\x01\x00'), null],
  ['text with a NUL', latin('name\x00address'), null],
  ['blanks', latin(' \r\n\t'), null],
  ['RIFF without WebP', latin('RIFF\x00\x00\x00\x00WAVEfmt '), null],
])('tells %s by its bytes', (_, content, kind) => {
  expect(fileKind(content)).toBe(kind)
})

test('reads the encoding that a text is in', () => {
  expect(decodedText(GB18030)).toBe('名称,地址\r\n')
  expect(decodedText(Buffer.from('名称'))).toBe('名称')
  expect(decodedText(Buffer.from('\ufeff名称', 'utf16le'))).toBe('名称')
  expect(decodedText(latin('\xff\xff\xff'))).toBeNull()
})

test('has an answer for any bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect([null, 'csv', 'jpeg']).toContain(fileKind(Buffer.from(bytes)))
    }),
  )
})
