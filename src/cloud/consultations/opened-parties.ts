import type { Sealing } from '@/cloud/sealing/sealing'
import { type ConsultationRow, isSealed } from '@/cloud/store/queries/consultations/row'
import { openWritten } from './content'
import { type Parties, partiesOf } from './parties'

/**
 * The parties of a consultation, out of what is sealed; null once its key was destroyed. The text is
 * opened in memory for the comparison and goes to nobody. In a transaction only after
 * `prepareHashes`; there, of a consultation that is held, they are what they will be at its end.
 */
export async function openedParties(
  sealing: Sealing,
  row: ConsultationRow,
): Promise<Parties | null> {
  if (!isSealed(row)) return null
  const { matter, contact } = openWritten(
    await sealing.keyOf(row.consultationId, row.wrapped),
    row.sealed,
  )
  return partiesOf(sealing, { name: contact.name, otherParties: matter.otherParties })
}
