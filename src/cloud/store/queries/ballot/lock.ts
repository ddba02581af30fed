import type { PoolClient } from 'pg'
import { centreOf } from '@/domain/access/key'

/** A ballot, held until the transaction ends; instants in milliseconds since the epoch. */
export interface LockedBallot {
  centreId: string
  ballotId: string
  closesAt: number
  numberSource: string
  numberAt: number
  closedAt: number | null
  list: string | null
  listHash: string | null
  number: string | null
  drawnAt: number | null
}

/**
 * Holds a ballot; null for none. Its list is frozen, its number confirmed and its draw made under this
 * lock, each once. Hold it before any of its pools.
 */
export async function lockBallot(
  client: PoolClient,
  ballotId: string,
): Promise<LockedBallot | null> {
  const { rows } = await client.query<LockedBallot>({
    name: 'ballot.lock',
    text: LOCK,
    values: [centreOf(ballotId), ballotId],
  })
  return rows[0] ?? null
}

const LOCK = `
select centre_id as "centreId", ballot_id as "ballotId", closes_at as "closesAt",
  number_source as "numberSource", number_at as "numberAt", closed_at as "closedAt",
  list, list_hash as "listHash", number, drawn_at as "drawnAt"
from changlai.ballot
where centre_id = $1 and ballot_id = $2
for no key update`
