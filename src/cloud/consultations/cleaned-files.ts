import { LIMITS } from '@/domain/consultation/consultation'
import { cleanedPdf } from '@/cloud/files/cleaned-pdf'
import { cleanedPicture, PICTURE_KINDS } from '@/cloud/files/cleaned-picture'
import { FileRefused } from '@/cloud/files/file-refused'
import type { Store } from '@/cloud/store'
import { type UploadedFile, fileOf } from '@/cloud/store/queries/uploaded-files'

/** A file of a person, without what it told beside its content. */
export interface CleanedFile {
  fileId: string
  name: string
  kind: 'jpeg' | 'png' | 'webp' | 'pdf'
  content: Buffer
}

type Refusal =
  | { code: 'NOT_FOUND'; facts: { what: 'file' } }
  | { code: 'FILE_REFUSED'; facts: { fileId: string; reason: 'KIND' | 'UNREADABLE' | 'LOCKED' } }

/** A page of a contract, photographed, stays legible; a sealed matter stays small. */
const PICTURE = { longestSide: 2600, mostBytes: 3 * 1024 * 1024 } as const

export const NO_FILE = { code: 'NOT_FOUND', facts: { what: 'file' } } as const

/**
 * Files that a person sent, cleaned one after another; they stay where they wait until a transaction
 * takes them up. A file that is none of theirs, or no picture and no PDF, is refused.
 */
export async function cleanedFiles(
  store: Store,
  personId: string,
  fileIds: readonly string[],
): Promise<{ files: CleanedFile[] } | { refusal: Refusal }> {
  const files: CleanedFile[] = []
  for (const fileId of new Set(fileIds.slice(0, LIMITS.attachments))) {
    const sent = await fileOf(store.pool, personId, fileId)
    if (!sent) return { refusal: NO_FILE }
    const cleaned = await cleanedOrWhyNot(sent)
    if (typeof cleaned === 'string') {
      return { refusal: { code: 'FILE_REFUSED', facts: { fileId, reason: cleaned } } }
    }
    files.push({ fileId, name: sent.name, ...cleaned })
  }
  return { files }
}

async function cleanedOrWhyNot({
  kind,
  content,
}: UploadedFile): Promise<
  Pick<CleanedFile, 'kind' | 'content'> | 'KIND' | 'UNREADABLE' | 'LOCKED'
> {
  const isPicture = PICTURE_KINDS.some((one) => one === kind)
  if (!isPicture && kind !== 'pdf') return 'KIND'
  try {
    const cleaned = isPicture ? await cleanedPicture(content, PICTURE) : await cleanedPdf(content)
    return { kind: cleaned.kind, content: cleaned.content }
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error
    return error.reason === 'PDF_ENCRYPTED' ? 'LOCKED' : 'UNREADABLE'
  }
}
