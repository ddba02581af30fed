import { type Kysely, sql } from 'kysely'
import { centreOf } from '@/domain/access/key'
import type { Database } from '@/cloud/store/tables'

type Db = Kysely<Database>

/** The pools of activities that are to be drawn and belong to no ballot. */
export function poolsToAnnounce(db: Db, activityIds: readonly string[]) {
  return db
    .selectFrom('changlai.pool as p')
    .select(['p.centre_id', 'p.pool_id', 'p.opens_at', 'p.closes_at'])
    .where('p.activity_id', 'in', [...activityIds])
    .where('p.mode', '=', 'ballot')
    .where(
      sql<boolean>`not exists (
        select from changlai.ballot_pool as d
        where d.centre_id = p.centre_id and d.pool_id = p.pool_id)`,
    )
    .orderBy('p.starts_at')
    .execute()
}

/** What the winners of a ballot are offered. */
export function offersOfBallot(db: Db, ballotId: string) {
  return db
    .selectFrom('changlai.waitlist_entry')
    .select(['entry_id as entryId', 'holder_id as holderId'])
    .where('ballot_id', '=', ballotId)
    .where('state', '=', 'offered')
    .orderBy('turn')
    .execute()
}

/** The next pool of an activity, any term of it, that can be booked now and that nobody waited for; or null. */
export async function unlistedPool(db: Db, activityId: string, now: Date): Promise<string | null> {
  const row = await db
    .selectFrom('changlai.pool as p')
    .select('p.pool_id')
    .where((one) =>
      one.or([
        one('p.activity_id', '=', activityId),
        one('p.activity_id', 'like', `${activityId}-________`),
      ]),
    )
    .where('p.opens_at', '<=', sql<number>`${now}::timestamptz`)
    .where('p.closes_at', '>', sql<number>`${now}::timestamptz`)
    .where((one) =>
      one.not(
        one.exists(
          one
            .selectFrom('changlai.waitlist_entry as e')
            .select('e.entry_id')
            .whereRef('e.centre_id', '=', 'p.centre_id')
            .whereRef('e.pool_id', '=', 'p.pool_id'),
        ),
      ),
    )
    .orderBy('p.starts_at')
    .limit(1)
    .executeTakeFirst()
  return row?.pool_id ?? null
}

/** The last of some people who have no seat in a pool. */
export async function unseatedOf(
  db: Db,
  poolId: string,
  people: readonly string[],
  count: number,
): Promise<string[]> {
  const rows = await db
    .selectFrom('changlai.booking_attendee')
    .select('person_id')
    .where('pool_id', '=', poolId)
    .where('status', '=', 'booked')
    .execute()
  const seated = new Set(rows.map(({ person_id }) => person_id))
  return people.filter((personId) => !seated.has(personId)).slice(-count)
}

/** The pools of an activity that were over at `now`, the last ones, oldest first. */
export async function endedPools(
  db: Db,
  activityId: string,
  now: Date,
  most: number,
): Promise<string[]> {
  const rows = await db
    .selectFrom('changlai.pool as p')
    .select('p.pool_id')
    .where('p.activity_id', '=', activityId)
    .where('p.ends_at', '<', sql<number>`${now}::timestamptz`)
    .orderBy('p.starts_at', 'desc')
    .limit(most)
    .execute()
  return rows.map(({ pool_id }) => pool_id).reverse()
}

/** Writes down how past lists of an activity went, where nothing is counted of its centre yet. */
export async function writeOutcomes(
  db: Db,
  activityId: string,
  outcomes: readonly { poolId: string; fromPosition: number; waited: number; offered: number }[],
): Promise<void> {
  const centreId = centreOf(activityId)
  const known = await db
    .selectFrom('changlai.waitlist_outcome')
    .select('pool_id')
    .where('centre_id', '=', centreId)
    .limit(1)
    .executeTakeFirst()
  if (known || outcomes.length === 0) return
  const rows = outcomes.map(({ poolId, fromPosition, waited, offered }) => ({
    ...{ centre_id: centreId, pool_id: poolId, activity_id: activityId },
    ...{ from_position: fromPosition, waited, offered },
  }))
  await db.insertInto('changlai.waitlist_outcome').values(rows).execute()
}
