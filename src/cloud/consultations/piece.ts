import type { Output } from '@/contract'
import type { Sealing } from '@/cloud/sealing/sealing'
import type { SealedAttachment } from '@/cloud/store/queries/consultations/attachments'
import { openAttachment, openAttachmentName } from './content'

/** 350 KB in base64: a cloud function may answer with 1 MB. */
const PIECE_BYTES = 256 * 1024

/** A piece of an attachment, from 0, opened; null past its end. */
export async function pieceOf(
  attachment: SealedAttachment,
  piece: number,
  sealing: Sealing,
): Promise<Output<'consultation.attachment'> | null> {
  const { attachmentId, kind, bytes, sealed, sealedName } = attachment
  const pieces = Math.ceil(bytes / PIECE_BYTES)
  if (piece >= pieces) return null
  const key = await sealing.keyOf(attachment.consultationId, attachment.wrapped)
  const [from, to] = [piece * PIECE_BYTES, (piece + 1) * PIECE_BYTES]
  const content = openAttachment(key, attachmentId, sealed).subarray(from, to).toString('base64')
  return { name: openAttachmentName(key, attachmentId, sealedName), kind, pieces, content }
}
