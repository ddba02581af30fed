import type { Dependencies } from '@/cloud/handler'
import { inTransaction } from '@/cloud/store/in-transaction'
import { cutBallot, cutPool, oldBallots, oldPools } from '@/cloud/store/queries/erasure/old'
import { KEPT_FOR_DAYS } from '@/domain/retention/kept-for'
import { DAY } from '@/domain/time/instant'

/** In one pass at most; the next one goes on. */
const BATCH = 200

/**
 * Forgets whose the seats and places in line of old pools were, and who took part in old draws; gives
 * of how many. Each in a transaction of its own: where one is broken off, nothing of it was done.
 */
export async function cutOldNames({ store, clock }: Dependencies): Promise<number> {
  const now = clock.now()
  const ago = (days: number) => new Date(now.getTime() - days * DAY)
  const pools = await oldPools(store.pool, ago(KEPT_FOR_DAYS.bookings), BATCH)
  const ballots = await oldBallots(store.pool, ago(KEPT_FOR_DAYS.draws), BATCH)
  let done = 0
  for (const old of pools) {
    if (await inTransaction(store.pool, (client) => cutPool(client, old, now))) done += 1
  }
  for (const old of ballots) {
    if (await inTransaction(store.pool, (client) => cutBallot(client, old, now))) done += 1
  }
  return done
}
