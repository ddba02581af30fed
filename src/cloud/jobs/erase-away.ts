import type { PoolClient } from 'pg'
import { eraseIn } from '@/cloud/erasure/erase'
import { forgetErased } from '@/cloud/erasure/forget-erased'
import type { Dependencies } from '@/cloud/handler'
import { inTransaction } from '@/cloud/store/in-transaction'
import {
  accountsToErase,
  holdLeavingAccount,
  tryAnotherDay,
  writeLooks,
} from '@/cloud/store/queries/away/marks'
import { accountsStanding } from '@/cloud/store/queries/away/standing'
import { holdLeaving } from '@/cloud/store/queries/erasure/people'
import { addDays, dateOf } from '@/domain/time/date'
import { lookAt } from './look-at-account'

/** Erased in one pass at most; the next one goes on. */
const BATCH = 100

/**
 * Erases whoever was found to be away and has not come since, as `me.erase` does; gives how many. Each in
 * a transaction of its own: where one fails it is tried again another day, and the others go on.
 */
export async function eraseAway(dependencies: Dependencies): Promise<number> {
  const { store, clock, log } = dependencies
  const now = clock.now()
  const today = dateOf(now.getTime())
  let erased = 0
  for (const personId of await accountsToErase(store.pool, today, BATCH)) {
    try {
      const poolIds = await inTransaction(store.pool, (client) =>
        eraseUnlessHere(client, personId, { now, today }),
      )
      if (!poolIds) continue
      forgetErased(dependencies, personId, poolIds)
      erased += 1
    } catch (err) {
      log.warn({ err }, 'somebody who is away could not be erased')
      await tryAnotherDay(store.pool, personId, addDays(today, 1))
    }
  }
  return erased
}

/**
 * Erases somebody unless they have come or something keeps them by now, and gives the pools in which
 * seats came free; null where it did not. They are held as a booking holds them, and then their name on
 * the platform, for which whoever comes waits: so they have either come before, or come as somebody new.
 */
async function eraseUnlessHere(
  client: PoolClient,
  personId: string,
  { now, today }: { now: Date; today: string },
): Promise<readonly string[] | null> {
  if ((await holdLeaving(client, personId)).length === 0) return null
  if (!(await holdLeavingAccount(client, personId, today))) return null
  const [standing] = await accountsStanding(client, [personId], { now, today })
  const look = lookAt(standing!, today)
  if (!look.leaving) {
    await writeLooks(client, [look])
    return null
  }
  const outcome = await eraseIn(client, { personId, requestId: null }, now)
  // Nobody without a role is refused, and who has one is kept: asked again where it is otherwise.
  if ('refusal' in outcome) throw new Error(`refused: ${outcome.refusal.code}`)
  return outcome.poolIds
}
