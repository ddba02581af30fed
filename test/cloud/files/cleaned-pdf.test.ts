import { deflateSync } from 'node:zlib'
import {
  decodePDFRawStream,
  PDFArray,
  PDFContext,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFString,
} from '@cantoo/pdf-lib'
import sharp from 'sharp'
import { cleanedPdf } from '@/cloud/files/cleaned-pdf'
import { limitDecoding } from '@/cloud/files/decoding-budget'
import { scannedPdf, scannedTwice } from '../../support/files/pdfs'

/** Everything that can be read in a PDF: its own bytes, and each of its objects unpacked. */
async function everyWord(content: Uint8Array): Promise<string> {
  const { context } = await PDFDocument.load(content, { updateMetadata: false })
  const words = [Buffer.from(content).toString('latin1')]
  for (const [, object] of context.enumerateIndirectObjects()) {
    words.push(object.toString(), ...texts(object))
    if (!(object instanceof PDFRawStream)) continue
    const filter = object.dict.lookup(PDFName.of('Filter'))
    const plain = filter === undefined || filter === PDFName.of('DCTDecode')
    const bytes = plain ? object.getContents() : decodePDFRawStream(object).decode()
    words.push(Buffer.from(bytes).toString('latin1'), Buffer.from(bytes).toString('utf8'))
  }
  return words.join('\n')
}

function texts(object: unknown): string[] {
  if (object instanceof PDFString || object instanceof PDFHexString) return [object.decodeText()]
  if (object instanceof PDFDict) return object.values().flatMap(texts)
  return object instanceof PDFArray ? object.asArray().flatMap(texts) : []
}

const SECRETS = [
  ...['Sample Author', 'Second Author', 'Sample Title', 'Sample Scanner 9', 'PieceInfo'],
  ...['示例作者', 'xmpmeta', 'Exif\0', 'Sample Phone 7', 'sample-place', '/Metadata', '/Info'],
]
const told = async (content: Uint8Array) => {
  const words = await everyWord(content)
  return SECRETS.filter((secret) => words.includes(secret))
}

const packed = async () => (await scannedPdf()).save()
const plain = async () => (await scannedPdf()).save({ useObjectStreams: false })

test.each([
  ['packed in object streams', packed],
  ['with a table of its objects', plain],
  ['saved again behind itself', scannedTwice],
])('a scan %s is written anew without who, where and with what', async (_, write) => {
  const scan = Buffer.from(await write())
  expect((await told(scan)).length).toBeGreaterThan(9)

  const { kind, content } = await cleanedPdf(scan)
  expect(kind).toBe('pdf')
  expect(await told(content)).toEqual([])
  const document = await PDFDocument.load(content, { updateMetadata: false })
  expect([document.getAuthor(), document.getTitle(), document.getProducer()]).toEqual([
    ...Array<undefined>(3).fill(undefined),
  ])
  expect(document.getPageCount()).toBe(1)
})

test('a scan keeps its page, and its photograph point by point', async () => {
  const before = await photographIn(await packed())
  const { content } = await cleanedPdf(await packed())
  const after = await photographIn(content)
  expect(after.length).toBeLessThan(before.length)
  expect((await sharp(before).metadata()).exif).toBeDefined()
  expect((await sharp(after).metadata()).exif).toBeUndefined()
  const points = (jpeg: Buffer) => sharp(jpeg).keepIccProfile().raw().toBuffer()
  expect((await points(after)).equals(await points(before))).toBe(true)
  expect(await everyWord(content)).toContain(
    Buffer.from('What the paper says').toString('hex').toUpperCase(),
  )
})

test('a photograph that was packed once more is cleaned as well', async () => {
  const document = await scannedPdf()
  const [ref, stream] = document.context
    .enumerateIndirectObjects()
    .find(([, object]) => object instanceof PDFRawStream && isPhotograph(object))!
  const { dict, contents } = stream as PDFRawStream
  dict.set(PDFName.of('Filter'), document.context.obj(['FlateDecode', 'DCTDecode']))
  document.context.assign(ref, PDFRawStream.of(dict, deflateSync(contents)))
  const scan = await document.save()

  const { content } = await cleanedPdf(scan)
  expect(await told(content)).toEqual([])
  expect(await sharp(await photographIn(content)).metadata()).toMatchObject({ width: 400 })
})

test('a PDF with a password, and one that is broken, are refused', async () => {
  const locked = await scannedPdf()
  locked.encrypt({ userPassword: 'sample', ownerPassword: 'sample' })
  await expect(cleanedPdf(await locked.save())).rejects.toMatchObject({ reason: 'PDF_ENCRYPTED' })

  const scan = Buffer.from(await plain())
  for (const broken of [
    Buffer.from('%PDF-1.7\n'),
    Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>'),
    Buffer.from(scan.toString('latin1').replace('/Kids', '/Cats'), 'latin1'),
    scan.subarray(0, 700),
  ]) {
    await expect(cleanedPdf(broken)).rejects.toMatchObject({
      name: 'FileRefused',
      reason: 'PDF_BROKEN',
    })
  }
})

test('a few kilobytes that unpack to gigabytes are refused', async () => {
  const twice = deflateSync(deflateSync(Buffer.alloc(256 * 1024 * 1024)))
  expect(twice.length).toBeLessThan(2_000)
  const dict = `<< /Type /ObjStm /N 1 /First 5 /Filter [/FlateDecode /FlateDecode] /Length ${twice.length} >>`
  const bomb = Buffer.concat([
    Buffer.from(`%PDF-1.7\n1 0 obj\n${dict}\nstream\n`),
    twice,
    Buffer.from('\nendstream\nendobj\n'),
  ])
  await expect(cleanedPdf(bomb)).rejects.toMatchObject({ reason: 'PDF_BROKEN' })
})

test('what is unpacked is counted over all streams of a PDF', () => {
  limitDecoding(3_000_000)
  const context = PDFContext.create()
  const unpack = (bytes: number, filter: PDFName) => {
    const dict = context.obj({ Filter: filter })
    return decodePDFRawStream(PDFRawStream.of(dict, deflateSync(Buffer.alloc(bytes)))).decode()
  }
  const flate = PDFName.of('FlateDecode')
  expect(unpack(900_000, flate)).toHaveLength(900_000)
  expect(unpack(900_000, flate)).toHaveLength(900_000)
  expect(() => unpack(900_000, flate)).toThrow(RangeError)
})

test('a PDF that would be read for ever is refused in time', async () => {
  const endless = Buffer.concat([Buffer.from('%PDF-1.7\n1 0 obj\nnull\nendobj\n'), digits()])
  const startedAt = Date.now()
  await expect(cleanedPdf(endless)).rejects.toMatchObject({
    reason: 'PDF_BROKEN',
    cause: { message: 'not read in time' },
  })
  expect(Date.now() - startedAt).toBeLessThan(15_000)
})

/** What is no object, and looks at each of its bytes as though one began. */
function digits(): Buffer {
  return Buffer.alloc(5_000_000, '.1')
}

const isPhotograph = ({ dict }: PDFRawStream) =>
  dict.lookup(PDFName.of('Filter')) === PDFName.of('DCTDecode')

async function photographIn(content: Uint8Array): Promise<Buffer> {
  const { context } = await PDFDocument.load(content, { updateMetadata: false })
  const streams = context.enumerateIndirectObjects().map(([, object]) => object)
  const found = streams.find((one) => one instanceof PDFRawStream && isPhotograph(one))
  return Buffer.from((found as PDFRawStream).getContents())
}
