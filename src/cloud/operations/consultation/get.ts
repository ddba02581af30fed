import type { Handler } from '@/cloud/handler'
import { wholeOf } from '@/cloud/consultations/whole'
import { sealingOf } from '@/cloud/sealing/sealing-of'
import { partsOf } from '@/cloud/store/queries/consultations/parts'
import { consultationFor } from '@/cloud/store/queries/consultations/row'
import { personOf } from '../person'
import { NO_CONSULTATION } from './no-consultation'

/** One consultation of the person who asks, opened for them. Feedback is asked for by getFeedback. */
export const getConsultation: Handler<'consultation.get'> = async (call) => {
  const { input, actor, dependencies } = call
  const { store, clock } = dependencies
  const personId = personOf(actor)
  const row = await consultationFor(store.pool, { personId }, input.consultationId)
  if (!row || row.service === 'feedback') return NO_CONSULTATION
  const parts = await partsOf(store.pool, row, clock.now())
  return { value: await wholeOf(row, parts, sealingOf(dependencies)) }
}
