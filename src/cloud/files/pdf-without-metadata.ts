import { inflateSync } from 'node:zlib'
import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib'
import { jpegWithoutMetadata } from './jpeg-without-metadata'

const METADATA = PDFName.of('Metadata')
const FILTER = PDFName.of('Filter')
/** What programs keep for themselves beside a page: their own drawing of it, and when it was changed. */
const OF_PROGRAMS = [PDFName.of('PieceInfo'), PDFName.of('LastModified')]
const MOST_PICTURE_BYTES = 64 * 1024 * 1024

/**
 * A PDF without what names who wrote it, where and with what: the Info dictionary, XMP of the
 * document and of its parts, what programs keep for themselves, EXIF in the photographs of a scan,
 * and every earlier version that was saved in the same file. Throws EncryptedPDFError for one that
 * is encrypted and some other Error for one that is broken.
 */
export async function pdfWithoutMetadata(content: Uint8Array): Promise<Uint8Array> {
  const document = await PDFDocument.load(content, {
    updateMetadata: false,
    throwOnInvalidObject: true,
  })
  if (document.getPageCount() === 0) throw new Error('no page')
  const { context } = document
  context.trailerInfo.Info = undefined
  context.trailerInfo.ID = undefined
  for (const [, object] of context.enumerateIndirectObjects()) forget(object, context)
  const reached = reachable(context)
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    if (!reached.has(ref)) context.delete(ref)
    else if (object instanceof PDFRawStream) cleanPhotograph(ref, object, context)
  }
  return document.save({ addDefaultPage: false, updateFieldAppearances: false })
}

/** The objects directly in another, those behind a reference left out. */
function within(object: PDFObject): PDFObject[] {
  if (object instanceof PDFDict) return object.values()
  if (object instanceof PDFArray) return object.asArray()
  return object instanceof PDFStream ? [object.dict] : []
}

function forget(whole: PDFObject, context: PDFContext): void {
  const waiting = [whole]
  for (let object = waiting.pop(); object; object = waiting.pop()) {
    if (object instanceof PDFDict) {
      OF_PROGRAMS.forEach((key) => object instanceof PDFDict && object.delete(key))
      // A drawing may bear any name, this one too; what describes is a stream that draws nothing.
      const described = context.lookup(object.get(METADATA))
      if (described instanceof PDFStream && !isDrawn(described)) object.delete(METADATA)
    }
    waiting.push(...within(object))
  }
}

function isDrawn({ dict }: PDFStream): boolean {
  return ['Image', 'Form'].some((kind) => dict.lookup(PDFName.of('Subtype')) === PDFName.of(kind))
}

/** What a reader finds from the document's root; anything else is left over from earlier versions. */
function reachable(context: PDFContext): Set<PDFRef> {
  const reached = new Set<PDFRef>()
  const waiting: PDFObject[] = context.trailerInfo.Root ? [context.trailerInfo.Root] : []
  for (let object = waiting.pop(); object; object = waiting.pop()) {
    if (!(object instanceof PDFRef)) {
      waiting.push(...within(object))
    } else if (!reached.has(object)) {
      reached.add(object)
      const there = context.lookup(object)
      if (there) waiting.push(there)
    }
  }
  return reached
}

/** A scan's page is a JPEG as the phone took it, with the place where it was taken. */
function cleanPhotograph(ref: PDFRef, stream: PDFRawStream, context: PDFContext): void {
  const filters = filtersOf(stream.dict)
  if (filters.at(-1) !== 'DCTDecode') return
  const before = filters.slice(0, -1)
  if (before.some((filter) => filter !== 'FlateDecode') || before.length > 1) {
    throw new Error('a photograph packed in a way that nobody packs photographs')
  }
  const packed = stream.getContents()
  const photograph =
    before.length === 0 ? packed : inflateSync(packed, { maxOutputLength: MOST_PICTURE_BYTES })
  const cleaned = jpegWithoutMetadata(photograph)
  if (!cleaned) throw new Error('a broken photograph')
  if (before.length > 0) {
    stream.dict.set(FILTER, PDFName.of('DCTDecode'))
    stream.dict.delete(PDFName.of('DecodeParms'))
  }
  context.assign(ref, PDFRawStream.of(stream.dict, cleaned))
}

/** The names of a stream's filters, the first to undo first. */
function filtersOf(dict: PDFDict): string[] {
  const filter = dict.lookup(FILTER)
  const names = filter instanceof PDFArray ? filter.asArray() : filter ? [filter] : []
  return names
    .map((name) => dict.context.lookup(name))
    .filter((name) => name instanceof PDFName)
    .map((name) => name.decodeText())
}
