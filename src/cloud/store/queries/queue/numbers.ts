import { type Kysely, sql } from 'kysely'
import type { PoolClient } from 'pg'
import { centreOf } from '@/domain/access/key'
import type { QueueState } from '@/domain/queue/number-state'
import type { Database } from '@/cloud/store/tables'

/**
 * Holds the queue of a pool until the transaction ends: two who call the next number at once get
 * one after the other, and so two numbers.
 */
export async function lockQueue(client: PoolClient, poolId: string): Promise<void> {
  await client.query({
    name: 'queue.lock',
    text: `
      select from changlai.pool where centre_id = $1 and pool_id = $2
      for no key update`,
    values: [centreOf(poolId), poolId],
  })
}

/** Sets how it stands with a number whose seat is held; gives whether there is such a one. */
export async function setState(
  client: PoolClient,
  poolId: string,
  number: number,
  state: QueueState,
): Promise<boolean> {
  const { rowCount } = await client.query({
    name: 'queue.set-state',
    text: SET_STATE,
    values: [centreOf(poolId), poolId, number, state],
  })
  return (rowCount ?? 0) > 0
}

/** Writes down which number was called last. */
export async function writeCalled(
  client: PoolClient,
  poolId: string,
  number: number,
): Promise<void> {
  await client.query({
    name: 'queue.write-called',
    text: 'update changlai.pool set called_number = $3 where centre_id = $1 and pool_id = $2',
    values: [centreOf(poolId), poolId, number],
  })
}

/** The numbers of a pool after one, in order, with the first character of each name that is known. */
export function numbersOfPool(db: Kysely<Database>, poolId: string, after: number, limit: number) {
  return db
    .selectFrom('changlai.booking_attendee as a')
    .innerJoin('changlai.person as own', 'own.person_id', 'a.person_id')
    .leftJoin('changlai.family_member as f', (join) =>
      join
        .onRef('f.holder_id', '=', 'a.holder_id')
        .onRef('f.person_id', '=', 'a.person_id')
        .on('f.removed_at', 'is', null),
    )
    .select(['a.status', sql<string | null>`left(coalesce(f.name, own.nickname), 1)`.as('initial')])
    .select([sql<number>`a.queue_number`.as('number'), sql<QueueState>`a.queue_state`.as('state')])
    .where('a.centre_id', '=', centreOf(poolId))
    .where('a.pool_id', '=', poolId)
    .where('a.queue_number', '>', after)
    .orderBy('a.queue_number')
    .limit(limit)
    .execute()
}

const SET_STATE = `
update changlai.booking_attendee
set queue_state = $4
where centre_id = $1 and pool_id = $2 and queue_number = $3 and status = 'booked'`
