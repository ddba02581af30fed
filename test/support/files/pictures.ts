import sharp from 'sharp'

/** What a phone writes beside a photograph: who, with what, and where. */
const EXIF = {
  IFD0: { Artist: '示例作者', Model: 'Sample Phone 7' },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '34/1 44/1 56/1' },
}
const XMP =
  '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">' +
  '<rdf:Description rdf:about="sample-place"/></rdf:RDF></x:xmpmeta>'

/**
 * A photograph as a phone held upright writes it: 400 × 200 points lying, blue on the left and red on
 * the right, with the word that the right end is to be at the bottom; EXIF with a place, XMP and a
 * profile of its colours.
 */
export async function pictureOfAPhone(kind: 'jpeg' | 'png' | 'webp'): Promise<Buffer> {
  const half = (background: string) => ({
    create: { width: 200, height: 200, channels: 3, background } as const,
  })
  return sharp({ create: { width: 400, height: 200, channels: 3, background: '#000' } })
    .composite([
      { input: half('#12c'), left: 0, top: 0 },
      { input: half('#c21'), left: 200, top: 0 },
    ])
    .withMetadata({ orientation: 6 })
    .withExifMerge(EXIF)
    .withXmp(XMP)
    .withIccProfile('p3')
    .toFormat(kind)
    .toBuffer()
}

/** A JPEG of nothing but noise, the hardest there is to pack. */
export async function noisyPicture(width: number, height: number): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const
  return sharp({ create: { width, height, channels: 3, background: '#888', noise } })
    .jpeg({ quality: 95 })
    .toBuffer()
}
