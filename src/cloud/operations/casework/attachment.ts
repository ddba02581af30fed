import { pieceOf } from '@/cloud/consultations/piece'
import type { Handler } from '@/cloud/handler'
import { sealingOf } from '@/cloud/sealing/sealing-of'
import { inTransaction } from '@/cloud/store/in-transaction'
import { attachmentFor } from '@/cloud/store/queries/consultations/attachments'
import { writeOpening, writeReading } from '@/cloud/store/queries/consultations/openings'
import { personOf } from '../person'
import { holdOwnCase } from './own-case'

const NO_ATTACHMENT = { refusal: { code: 'NOT_FOUND', facts: { what: 'attachment' } } } as const

/** For the assigned professional: a piece of an attachment, once that it is opened has been written down. */
export const caseAttachment: Handler<'casework.attachment'> = async (call) => {
  const { input, actor, dependencies } = call
  const { store, clock } = dependencies
  const { attachmentId, piece: number } = input
  const sealing = sealingOf(dependencies)
  const now = clock.now()
  const professionalId = personOf(actor)
  return inTransaction(store.pool, async (client) => {
    const found = await attachmentFor(client, { professionalId }, attachmentId)
    const row = found && (await holdOwnCase(client, actor, found.consultationId, now))
    if (!found || !row) return NO_ATTACHMENT
    if (number === 0) await writeOpening(client, row, 'attachment', now)
    else await writeReading(client, row, now)
    const piece = await pieceOf(found, number, sealing)
    return piece ? { value: piece } : NO_ATTACHMENT
  })
}
