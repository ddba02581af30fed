import { departedOf } from '@/cloud/departed'
import type { Handler } from '@/cloud/handler'
import { inTransaction } from '@/cloud/store/in-transaction'
import { isAnswered } from '@/cloud/store/queries/answered-requests'
import { receiptFor } from '@/cloud/store/queries/erasure/receipt'
import { eraseIn } from '@/cloud/erasure/erase'

/**
 * Erases the account of the person who asks, in one transaction: all of it or nothing. A retry comes as
 * somebody new, whom the receipt gives the first answer.
 */
export const eraseMe: Handler<'me.erase'> = async ({ intent, dependencies }) => {
  const { store, clock, groups } = dependencies
  const now = clock.now()
  const outcome = await inTransaction(store.pool, async (client) => {
    const receipt = await receiptFor<Awaited<ReturnType<typeof eraseIn>>['value']>(client, intent)
    if (receipt) return { value: receipt }
    if (await isAnswered(client, intent)) return { answeredBefore: true } as const
    return eraseIn(client, intent, now)
  })
  departedOf(store).add(intent.personId)
  for (const poolId of 'poolIds' in outcome ? outcome.poolIds : []) groups?.soldOut.forget(poolId)
  if ('value' in outcome && outcome.value) return { value: outcome.value }
  return outcome
}
