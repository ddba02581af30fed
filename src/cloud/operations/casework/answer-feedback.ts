import type { PoolClient } from 'pg'
import type { ParsedInput } from '@/contract'
import type { Handler, Outcome } from '@/cloud/handler'
import { takeStep } from '@/cloud/store/queries/consultations/course'
import { holdConsultation } from '@/cloud/store/queries/consultations/row'
import { commandInTransaction } from '../command-in-transaction'

/** For staff: answers feedback, which closes it. */
export const answerFeedback: Handler<'casework.answerFeedback'> = (call) =>
  commandInTransaction<'casework.answerFeedback'>(call.dependencies, call.intent, (client, now) =>
    answerIn(client, call.input, now),
  )

async function answerIn(
  client: PoolClient,
  { consultationId, text }: ParsedInput<'casework.answerFeedback'>,
  now: Date,
): Promise<Outcome<'casework.answerFeedback'>> {
  const row = await holdConsultation(client, 'staff', consultationId)
  if (row?.service !== 'feedback') {
    return { refusal: { code: 'NOT_FOUND', facts: { what: 'consultation' } } }
  }
  const line = { kind: 'answer', author: 'staff', plain: text } as const
  const taken = await takeStep(client, row, 'answer', { state: 'closed' }, now, line)
  if (!taken) return { refusal: { code: 'WRONG_STATE', facts: { state: row.state } } }
  return { value: { consultationId, state: taken.state } }
}
