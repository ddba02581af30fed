import { FileRefused } from './file-refused'

export const PICTURE_KINDS = ['jpeg', 'png', 'webp'] as const
export type PictureKind = (typeof PICTURE_KINDS)[number]

export interface CleanedPicture {
  kind: PictureKind
  content: Buffer
  width: number
  height: number
}

export interface PictureWish {
  /** The most points on the longer side; a smaller picture is not enlarged. */
  longestSide: number
  /** The kind to give; without it the picture stays of its kind. JPEG is laid on white. */
  as?: PictureKind
  /** The most bytes: quality and then size give way until the picture fits. */
  mostBytes?: number
}

/** What the sharpest phone of today takes, a little over 8000 × 6000; more would fill a function's memory. */
export const MOST_POINTS = 50_000_000
const WITHIN_SECONDS = 20
/** What is tried in this order until a picture fits. The last is small enough for any 100 KB. */
const TRIES = [
  { quality: 82, scale: 1 },
  { quality: 70, scale: 1 },
  { quality: 58, scale: 1 },
  { quality: 58, scale: 0.75 },
  { quality: 50, scale: 0.55 },
  { quality: 40, scale: 0.4 },
  { quality: 30, scale: 0.25 },
] as const

/**
 * A picture (JPEG, PNG or WebP) drawn anew: upright, in sRGB, without anything a camera or an editor
 * wrote beside it (EXIF with its place and time, XMP, IPTC, thumbnails, further pictures). Throws
 * FileRefused: PICTURE_BROKEN for what is no such picture or ends early, PICTURE_TOO_LARGE over
 * MOST_POINTS, which is judged before anything is unpacked.
 */
export async function cleanedPicture(
  content: Uint8Array,
  { longestSide, as, mostBytes = Infinity }: PictureWish,
): Promise<CleanedPicture> {
  // Loaded where a picture is drawn and not before: few calls need it, and every start would wait.
  const { default: sharp } = await import('sharp')
  const open = () => sharp(content, { limitInputPixels: MOST_POINTS, failOn: 'error' })
  try {
    const { format } = await open().metadata()
    const known = PICTURE_KINDS.find((kind) => kind === format)
    if (!known) throw new FileRefused('PICTURE_BROKEN')
    const kind = as ?? known
    for (const { quality, scale } of TRIES) {
      const side = Math.round(longestSide * scale)
      const upright = open()
        .timeout({ seconds: WITHIN_SECONDS })
        .autoOrient()
        .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
      const drawn = kind === 'jpeg' ? upright.flatten({ background: '#fff' }) : upright
      const { data, info } = await drawn
        .toFormat(kind, { quality, ...MORE[kind] })
        .toBuffer({ resolveWithObject: true })
      if (data.length <= mostBytes) {
        return { kind, content: data, width: info.width, height: info.height }
      }
    }
    throw new FileRefused('PICTURE_TOO_LARGE')
  } catch (error) {
    if (error instanceof FileRefused) throw error
    const tooMany = /pixel limit/i.test((error as Error).message)
    throw new FileRefused(tooMany ? 'PICTURE_TOO_LARGE' : 'PICTURE_BROKEN', { cause: error })
  }
}

const MORE: Readonly<Record<PictureKind, object>> = {
  jpeg: { mozjpeg: true },
  // A quality would make it a picture of 256 colours.
  png: { quality: undefined, compressionLevel: 9 },
  webp: { smartSubsample: true },
}
