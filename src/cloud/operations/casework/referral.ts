import { toInstantText } from '@/domain/time/instant'
import { openWritten } from '@/cloud/consultations/content'
import type { Handler } from '@/cloud/handler'
import { sealingOf } from '@/cloud/sealing/sealing-of'
import { inTransaction } from '@/cloud/store/in-transaction'
import { letterheadOf } from '@/cloud/store/queries/centres'
import { writeOpening } from '@/cloud/store/queries/consultations/openings'
import { NO_CONSULTATION } from '../consultation/no-consultation'
import { holdOwnCase } from './own-case'

/** For the assigned professional: what the 司法所 needs to know, without a word of the matter itself. */
export const referralOf: Handler<'casework.referral'> = async ({ input, actor, dependencies }) => {
  const { store, clock } = dependencies
  const sealing = sealingOf(dependencies)
  const now = clock.now()
  return inTransaction(store.pool, async (client) => {
    const row = await holdOwnCase(client, actor, input.consultationId, now)
    if (!row) return NO_CONSULTATION
    await writeOpening(client, row, 'referral', now)
    const { consultationId, urgent, createdAt } = row
    const key = await sealing.keyOf(consultationId, row.wrapped)
    const { matter, contact } = openWritten(key, row.sealed)
    const centre = await letterheadOf(client, row.centreId)
    return {
      value: {
        ...{ consultationId, urgent, receivedAt: toInstantText(createdAt) },
        ...{ centreName: centre.name, centrePhone: centre.phone },
        ...{ name: contact.name, reach: contact.reach, kind: matter.kind },
      },
    }
  })
}
