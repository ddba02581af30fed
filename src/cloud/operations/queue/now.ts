import { isOnTheDay } from '@/domain/queue/on-the-day'
import { pollAfterMs } from '@/domain/queue/poll'
import type { Handler } from '@/cloud/handler'
import { queueStanding } from '@/cloud/store/queries/queue/standing'

/** How a queue stands, with the numbers of whoever is signed in. */
export const queueNow: Handler<'queue.now'> = async ({ input, actor, dependencies }) => {
  const { store, clock } = dependencies
  const queue = await queueStanding(store.pool, input.poolId, actor.personId)
  if (!queue) return { refusal: { code: 'NOT_FOUND', facts: { what: 'pool' } } }
  const { called, nextUp, waiting, mine } = queue
  const first = mine.find(({ state }) => state === 'waiting')
  const onTheDay = isOnTheDay(queue, clock.now().getTime())
  return {
    value: {
      called,
      nextUp,
      waiting,
      mine,
      pollAfterMs: pollAfterMs(first?.ahead ?? null, onTheDay),
    },
  }
}
