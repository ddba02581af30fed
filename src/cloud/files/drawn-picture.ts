import { randomBytes } from 'node:crypto'
import { localKey } from '@/domain/access/key'
import type { UploadedFile } from '@/cloud/store/queries/uploaded-files'
import { cleanedPicture, PICTURE_KINDS } from './cleaned-picture'
import { FileRefused } from './file-refused'

/** As wide as a phone's screen has points, and in base64 at most 250,000 characters. */
const WISH = { longestSide: 1280, as: 'jpeg', mostBytes: 187_500 } as const
const NAME_BYTES = 16

/** A picture to be hung, drawn anew without what the phone wrote beside it. */
export interface DrawnPicture {
  /** The mark of its kind, and then what nobody can guess. */
  name: string
  jpeg: Buffer
  width: number
  height: number
}

type Refused = {
  refusal: { code: 'PHOTO_REFUSED'; facts: { reason: 'KIND' | 'BROKEN' | 'TOO_LARGE' } }
}

/**
 * The picture in a file that somebody sent, or why it is none. To be drawn before a transaction, which
 * would keep others waiting meanwhile.
 */
export async function drawnPicture(
  { kind, content }: UploadedFile,
  mark: 'p' | 'c',
): Promise<DrawnPicture | Refused> {
  if (!PICTURE_KINDS.some((one) => one === kind)) return refused('KIND')
  try {
    const { content: jpeg, width, height } = await cleanedPicture(content, WISH)
    return { name: `${mark}-${localKey(randomBytes(NAME_BYTES))}`, jpeg, width, height }
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error
    return refused(error.reason === 'PICTURE_TOO_LARGE' ? 'TOO_LARGE' : 'BROKEN')
  }
}

function refused(reason: Refused['refusal']['facts']['reason']): Refused {
  return { refusal: { code: 'PHOTO_REFUSED', facts: { reason } } }
}
