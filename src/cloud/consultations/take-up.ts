import { randomBytes } from 'node:crypto'
import type { PoolClient } from 'pg'
import { LOCAL_KEY_BYTES, centreKey, centreOf, localKey } from '@/domain/access/key'
import type { CaseKey } from '@/cloud/sealing/sealing'
import { addAttachment } from '@/cloud/store/queries/consultations/attachments'
import { takeUpFile } from '@/cloud/store/queries/uploaded-files'
import type { CleanedFile } from './cleaned-files'
import { sealAttachment } from './content'

/**
 * Takes cleaned files of a person up as attachments of a consultation, sealed; their uploads are gone
 * with the caller's transaction. False when one of them was taken up by something else meanwhile: then
 * the transaction must not be kept.
 */
export async function takeUpFiles(
  client: PoolClient,
  { personId, consultationId, key }: { personId: string; consultationId: string; key: CaseKey },
  files: readonly CleanedFile[],
  now: Date,
): Promise<boolean> {
  for (const file of files) {
    if (!(await takeUpFile(client, personId, file.fileId))) return false
    const centreId = centreOf(consultationId)
    const attachmentId = centreKey(centreId, localKey(randomBytes(LOCAL_KEY_BYTES)))
    const { kind, content } = file
    const sealed = sealAttachment(key, attachmentId, file)
    const attachment = { attachmentId, kind, bytes: content.length, ...sealed }
    await addAttachment(client, consultationId, attachment, now)
  }
  return true
}
