import { wholeOf } from '@/cloud/consultations/whole'
import type { Handler } from '@/cloud/handler'
import { sealingOf } from '@/cloud/sealing/sealing-of'
import { inTransaction } from '@/cloud/store/in-transaction'
import { writeOpening } from '@/cloud/store/queries/consultations/openings'
import { partsOf } from '@/cloud/store/queries/consultations/parts'
import { NO_CONSULTATION } from '../consultation/no-consultation'
import { holdOwnCase } from './own-case'

/** For the assigned professional: opens a consultation, once that it is opened has been written down. */
export const openConsultation: Handler<'casework.open'> = async ({
  input,
  actor,
  dependencies,
}) => {
  const { store, clock } = dependencies
  const sealing = sealingOf(dependencies)
  const now = clock.now()
  return inTransaction(store.pool, async (client) => {
    const row = await holdOwnCase(client, actor, input.consultationId, now)
    if (!row) return NO_CONSULTATION
    await writeOpening(client, row, 'consultation', now)
    const whole = await wholeOf(row, await partsOf(client, row, now), sealing)
    return { value: { ...whole, mayRate: false } }
  })
}
