import type { Handler } from '@/cloud/handler'
import { inTransaction } from '@/cloud/store/in-transaction'
import { isAnswered } from '@/cloud/store/queries/answered-requests'
import { receiptFor } from '@/cloud/store/queries/erasure/receipt'
import { eraseIn } from '@/cloud/erasure/erase'
import { forgetErased } from '@/cloud/erasure/forget-erased'

/**
 * Erases the account of the person who asks, in one transaction: all of it or nothing. A retry comes as
 * somebody new, whom the receipt gives the first answer.
 */
export const eraseMe: Handler<'me.erase'> = async ({ intent, dependencies }) => {
  const { store, clock } = dependencies
  const now = clock.now()
  const outcome = await inTransaction(store.pool, async (client) => {
    const receipt = await receiptFor<Awaited<ReturnType<typeof eraseIn>>['value']>(client, intent)
    if (receipt) return { value: receipt }
    if (await isAnswered(client, intent)) return { answeredBefore: true } as const
    return eraseIn(client, intent, now)
  })
  forgetErased(dependencies, intent.personId, 'poolIds' in outcome ? outcome.poolIds : [])
  if ('value' in outcome && outcome.value) return { value: outcome.value }
  return outcome
}
