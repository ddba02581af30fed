import { type PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { pictureOfAPhone } from './pictures'

const XMP =
  '<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:creator xmlns:dc="http://purl.org/dc/elements/1.1/">' +
  '示例作者</dc:creator></x:xmpmeta>'

/** What a scan by a phone is: a photograph on a page, named after who made it in every way there is. */
export async function scannedPdf(): Promise<PDFDocument> {
  const document = await PDFDocument.create()
  document.setAuthor('Sample Author')
  document.setTitle('Sample Title')
  document.setProducer('Sample Scanner 9')
  const page = document.addPage([400, 500])
  const photograph = await document.embedJpg(await pictureOfAPhone('jpeg'))
  page.drawImage(photograph, { x: 20, y: 20, width: 360, height: 180 })
  page.drawText('What the paper says', { x: 20, y: 400 })
  describe(document, document.catalog)
  describe(document, page.node)
  await document.flush()
  page.node.set(PDFName.of('PieceInfo'), document.context.obj({ Editor: { Private: 'Sample' } }))
  return document
}

/** A scan that was saved, and saved again behind the first version, as readers do when one signs. */
export async function scannedTwice(): Promise<Uint8Array> {
  const first = await (await scannedPdf()).save({ useObjectStreams: false })
  const again = await PDFDocument.load(first, { forIncrementalUpdate: true, updateMetadata: false })
  again.setAuthor('Second Author')
  return again.save()
}

function describe(document: PDFDocument, what: PDFDict): void {
  const metadata = document.context.stream(XMP, { Type: 'Metadata', Subtype: 'XML' })
  what.set(PDFName.of('Metadata'), document.context.register(metadata))
}
