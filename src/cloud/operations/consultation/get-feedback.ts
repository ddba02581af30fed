import type { Handler } from '@/cloud/handler'
import { briefOf } from '@/cloud/consultations/brief'
import { entriesOf } from '@/cloud/consultations/whole'
import type { FeedbackText } from '@/cloud/store/queries/consultations/feedback'
import { partsOf } from '@/cloud/store/queries/consultations/parts'
import { consultationFor } from '@/cloud/store/queries/consultations/row'
import { personOf } from '../person'

/** Feedback of the person who asks, with the centre's answer; without its text once that was deleted. */
export const getFeedback: Handler<'consultation.getFeedback'> = async (call) => {
  const { input, actor, dependencies } = call
  const { pool } = dependencies.store
  const row = await consultationFor(pool, { personId: personOf(actor) }, input.consultationId)
  if (row?.service !== 'feedback') {
    return { refusal: { code: 'NOT_FOUND', facts: { what: 'consultation' } } }
  }
  const said = row.plain as FeedbackText | null
  return {
    value: {
      ...briefOf(row),
      kind: said?.kind ?? null,
      text: said?.text ?? null,
      reach: said?.reach ?? '',
      entries: entriesOf(null, await partsOf(pool, row, dependencies.clock.now())),
      mayRate: row.state === 'closed' && row.satisfaction === null,
    },
  }
}
