import { randomBytes } from 'node:crypto'
import type { PoolClient } from 'pg'
import type { ParsedInput } from '@/contract'
import { LOCAL_KEY_BYTES, centreKey, localKey } from '@/domain/access/key'
import { dueAt } from '@/domain/consultation/course'
import { toInstantText } from '@/domain/time/instant'
import type { Handler, Outcome } from '@/cloud/handler'
import { feedbackStanding, writeFeedback } from '@/cloud/store/queries/consultations/feedback'
import { commandInTransaction } from '../command-in-transaction'

/** So much of one person may wait for an answer at once. */
const MOST_OPEN = 5

/** Says something about a centre, which its staff read and answer. */
export const sendFeedback: Handler<'consultation.sendFeedback'> = (call) =>
  commandInTransaction<'consultation.sendFeedback'>(call.dependencies, call.intent, (client, now) =>
    sendIn(client, call.intent.personId, call.input, now),
  )

async function sendIn(
  client: PoolClient,
  personId: string,
  { centreId, kind, text, reach }: ParsedInput<'consultation.sendFeedback'>,
  now: Date,
): Promise<Outcome<'consultation.sendFeedback'>> {
  const { centreIsKnown, open } = await feedbackStanding(client, centreId, personId)
  if (!centreIsKnown) return { refusal: { code: 'NOT_FOUND', facts: { what: 'centre' } } }
  if (open >= MOST_OPEN) return { refusal: { code: 'TOO_MANY_OPEN', facts: { open } } }
  const consultationId = centreKey(centreId, localKey(randomBytes(LOCAL_KEY_BYTES)))
  const due = dueAt({
    ...{ service: 'feedback', state: 'received', urgent: false },
    ...{ since: now.getTime(), meetsUntil: null },
  })!
  const written = { consultationId, personId, kind, text, reach, dueAt: due }
  await writeFeedback(client, written, now)
  return { value: { consultationId, dueAt: toInstantText(due) } }
}
