import type { Handler } from '@/cloud/handler'
import { pieceOf } from '@/cloud/consultations/piece'
import { sealingOf } from '@/cloud/sealing/sealing-of'
import { attachmentFor } from '@/cloud/store/queries/consultations/attachments'
import { personOf } from '../person'

const NO_ATTACHMENT = { refusal: { code: 'NOT_FOUND', facts: { what: 'attachment' } } } as const

/** A piece of an attachment of the person who asks. */
export const ownAttachment: Handler<'consultation.attachment'> = async (call) => {
  const { input, actor, dependencies } = call
  const personId = personOf(actor)
  const found = await attachmentFor(dependencies.store.pool, { personId }, input.attachmentId)
  const piece = found && (await pieceOf(found, input.piece, sealingOf(dependencies)))
  return piece ? { value: piece } : NO_ATTACHMENT
}
