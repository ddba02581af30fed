import type { PoolClient } from 'pg'
import { isOnTheDay } from '@/domain/queue/on-the-day'
import { toInstantText } from '@/domain/time/instant'
import type { Refusal } from '@/cloud/handler'
import { lockQueue } from '@/cloud/store/queries/queue/numbers'
import { type QueueStanding, queueStanding } from '@/cloud/store/queries/queue/standing'

type DayRefusal = Extract<Refusal<'queue.mark'>, { code: 'NOT_TODAY' | 'NOT_FOUND' }>

/** The queue of a pool, held until the transaction ends, on its day; else why it cannot be had. */
export async function queueToday(
  client: PoolClient,
  poolId: string,
  now: Date,
): Promise<{ queue: QueueStanding } | { refusal: DayRefusal }> {
  await lockQueue(client, poolId)
  const queue = await queueStanding(client, poolId, null)
  if (!queue) return { refusal: { code: 'NOT_FOUND', facts: { what: 'pool' } } }
  if (isOnTheDay(queue, now.getTime())) return { queue }
  return { refusal: { code: 'NOT_TODAY', facts: { startsAt: toInstantText(queue.startsAt) } } }
}

/** How the queue stands after a change, as the wire has it. */
export async function standingAfter(client: PoolClient, poolId: string) {
  const { called, nextUp, waiting } = (await queueStanding(client, poolId, null))!
  return { called, nextUp, waiting }
}
