import type { PoolClient } from 'pg'
import type { Dependencies } from '@/cloud/handler'
import { inTransaction } from '@/cloud/store/in-transaction'
import { ballotsToDraw, drawBallot } from '@/cloud/store/queries/ballot/draw'
import { ballotsToFreeze, freezeList } from '@/cloud/store/queries/ballot/freeze'
import { lockBallot } from '@/cloud/store/queries/ballot/lock'

/** Freezes and publishes the entry lists of ballots that have closed; gives how many. */
export async function closeBallots(dependencies: Dependencies): Promise<number> {
  const { store, clock } = dependencies
  let closed = 0
  for (const ballotId of await ballotsToFreeze(store.pool, clock.now())) {
    const done = await apart(dependencies, ballotId, async (client) => {
      const ballot = await lockBallot(client, ballotId)
      if (!ballot || ballot.closedAt !== null) return false
      await freezeList(client, ballot, clock.now())
      return true
    })
    if (done) closed += 1
  }
  return closed
}

/** Draws the ballots whose number is there; gives how many. */
export async function drawBallots(dependencies: Dependencies): Promise<number> {
  let drawn = 0
  for (const ballotId of await ballotsToDraw(dependencies.store.pool)) {
    if (await drawAtOnce(dependencies, ballotId)) drawn += 1
  }
  return drawn
}

/** Draws one ballot, once; gives whether it was drawn now. */
export function drawAtOnce(dependencies: Dependencies, ballotId: string): Promise<boolean> {
  const { clock } = dependencies
  return apart(dependencies, ballotId, (client) => drawBallot(client, ballotId, clock.now()))
}

/**
 * Does something for a ballot in a transaction of its own. A failure is logged and stops no other
 * ballot: nothing of it was done, and the next pass tries it again.
 */
async function apart(
  { store, log }: Dependencies,
  ballotId: string,
  work: (client: PoolClient) => Promise<boolean>,
): Promise<boolean> {
  try {
    return await inTransaction(store.pool, work)
  } catch (err) {
    log.error({ err, ballotId }, 'a ballot could not be closed or drawn')
    return false
  }
}
