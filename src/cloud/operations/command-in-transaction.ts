import type { PoolClient } from 'pg'
import type { OperationName } from '@/contract'
import { violatedUnique } from '@/cloud/database-errors'
import type { Dependencies, Intent, Outcome } from '@/cloud/handler'
import { inTransaction } from '@/cloud/store/in-transaction'
import { isAnswered, recordValue } from '@/cloud/store/queries/answered-requests'

/**
 * A command of several steps: does them in one transaction, writes its value down in the same, and
 * leaves everything as it is where the requestId has an answer. A refusal keeps what was done before
 * it, such as a wrong try that was counted.
 */
export async function commandInTransaction<N extends OperationName>(
  { store, clock }: Dependencies,
  intent: Intent,
  work: (client: PoolClient, now: Date) => Promise<Outcome<N>>,
): Promise<Outcome<N>> {
  const now = clock.now()
  try {
    return await inTransaction(store.pool, async (client) => {
      if (await isAnswered(client, intent)) return { answeredBefore: true }
      const outcome = await work(client, now)
      if ('value' in outcome) await recordValue(client, intent, outcome.value, now)
      return outcome
    })
  } catch (error) {
    // The same request, sent twice at once: the other one was first, and nothing was changed here.
    if (violatedUnique(error) === 'answered_request_once') return { answeredBefore: true }
    throw error
  }
}
