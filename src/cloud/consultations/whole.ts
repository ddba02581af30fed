import type { Output } from '@/contract'
import { toInstantText } from '@/domain/time/instant'
import type { CaseKey, Sealing } from '@/cloud/sealing/sealing'
import type { Parts, SlotRow } from '@/cloud/store/queries/consultations/parts'
import { type ConsultationRow, isSealed } from '@/cloud/store/queries/consultations/row'
import { briefOf, instantOrNull } from './brief'
import { openAttachmentName, openLine, openWritten } from './content'

type Whole = Output<'consultation.get'>

/**
 * A consultation opened, as the wire has it. Whoever asks for a professional has written the opening
 * down before. Throws SealBroken and SealingUnavailable.
 */
export async function wholeOf(
  row: ConsultationRow,
  parts: Parts,
  sealing: Sealing,
): Promise<Whole> {
  const key = isSealed(row) ? await sealing.keyOf(row.consultationId, row.wrapped) : null
  return {
    ...briefOf(row),
    content: key && isSealed(row) ? contentOf(key, row.sealed, parts) : null,
    entries: entriesOf(key, parts),
    proposal: parts.proposal && slotOf(parts.proposal),
    openings: parts.openings.map(({ at, role, what }) => ({ at: toInstantText(at), role, what })),
    deletedAt: instantOrNull(row.deletedAt),
    mayRate: row.state === 'closed' && row.satisfaction === null,
  }
}

/** The lines of a course; null for a text whose key was destroyed. `key` is null for feedback. */
export function entriesOf(key: CaseKey | null, { lines }: Pick<Parts, 'lines'>): Whole['entries'] {
  return lines.map(({ position, kind, author, at, sealed, plain }) => ({
    kind,
    author,
    at: toInstantText(at),
    text: key && sealed ? openLine(key, position, sealed) : plain,
  }))
}

/** A free time as the wire has it. */
export function slotOf({ poolId, startsAt, endsAt, place, channels }: SlotRow) {
  return {
    poolId,
    startsAt: toInstantText(startsAt),
    endsAt: toInstantText(endsAt),
    place,
    channels,
  }
}

function contentOf(key: CaseKey, sealed: Buffer, { attachments }: Parts): Whole['content'] {
  return {
    ...openWritten(key, sealed),
    attachments: attachments.map(({ attachmentId, kind, bytes, sealedName }) => ({
      attachmentId,
      name: openAttachmentName(key, attachmentId, sealedName),
      kind,
      bytes,
    })),
  }
}
