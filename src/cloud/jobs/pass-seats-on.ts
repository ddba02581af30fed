import type { Dependencies } from '@/cloud/handler'
import { inTransaction } from '@/cloud/store/in-transaction'
import { listsDue } from '@/cloud/store/queries/waitlist/due'
import { passOn } from '@/cloud/store/queries/waitlist/pass-on'

/**
 * Ends the offers that nobody answered, passes free seats on and ends the lists of what begins soon;
 * gives how many offers were made. Each list in a transaction of its own: where one is broken off,
 * nothing of it was done, and the next pass does it.
 */
export async function passSeatsOn(dependencies: Dependencies): Promise<number> {
  const { store, clock } = dependencies
  let offers = 0
  for (const poolId of await listsDue(store.pool, clock.now())) {
    offers += await passOnAtOnce(dependencies, poolId)
  }
  return offers
}

/**
 * Passes the free seats of one pool on; gives how many offers were made. A failure is logged and
 * stops nothing else: the seats stay the list's, and the next pass offers them.
 */
export async function passOnAtOnce(
  { store, clock, log }: Dependencies,
  poolId: string,
): Promise<number> {
  try {
    return await inTransaction(store.pool, (client) => passOn(client, poolId, clock.now()))
  } catch (err) {
    log.warn({ err, poolId }, 'seats could not be passed on')
    return 0
  }
}
