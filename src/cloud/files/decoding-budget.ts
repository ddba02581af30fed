import { decodePDFRawStream, PDFContext, PDFName, PDFRawStream } from '@cantoo/pdf-lib'

interface Decoding {
  buffer: Uint8Array
  ensureBuffer(requested: number): Uint8Array
}

/**
 * Lets the PDF library unpack so many bytes and no more, in all, in this thread: a few kilobytes may
 * unpack to gigabytes, and it asks for no limit. Past the budget it throws RangeError.
 */
export function limitDecoding(budget: number): void {
  const dict = PDFContext.create().obj({ Filter: PDFName.of('ASCIIHexDecode') })
  const probe = decodePDFRawStream(PDFRawStream.of(dict, new Uint8Array()))
  let shared = Object.getPrototypeOf(probe) as Decoding
  while (!Object.hasOwn(shared, 'ensureBuffer')) shared = Object.getPrototypeOf(shared) as Decoding
  // oxlint-disable-next-line typescript/unbound-method -- called with the decoder as its this
  const { ensureBuffer } = shared
  let left = budget
  shared.ensureBuffer = function (this: Decoding, requested) {
    const before = this.buffer.length
    const afford = (bytes: number) => {
      if (bytes > left) throw new RangeError('a PDF that unpacks to too much')
    }
    afford(requested - before)
    const buffer = ensureBuffer.call(this, requested)
    afford(buffer.length - before)
    left -= buffer.length - before
    return buffer
  }
}
