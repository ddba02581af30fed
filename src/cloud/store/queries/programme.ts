import { type Insertable, type Kysely, sql } from 'kysely'
import type { Database, OccurrenceTable, PoolTable } from '@/cloud/store/tables'

/** Pools and the occurrences that they are for, not yet written. */
export interface PlannedOccurrences {
  pools: Insertable<PoolTable>[]
  occurrences: Insertable<OccurrenceTable>[]
}

/** Rows a statement: PostgreSQL takes 65,535 parameters. */
const ROWS = 1_000

/** Published activities without end that have nothing written down at or after the horizon. */
export function endlessActivities(db: Kysely<Database>, horizon: Date) {
  return db
    .selectFrom('changlai.activity as a')
    .selectAll('a')
    .where('a.state', '=', 'published')
    .where('a.lessons', 'is', null)
    .where(
      sql<boolean>`not (a.rule ? 'until' or a.rule ? 'count') and a.rule ->> 'frequency' <> 'dates'`,
    )
    .where(
      sql<boolean>`not exists (
        select from changlai.occurrence as o
        where o.centre_id = a.centre_id and o.activity_id = a.activity_id
          and o.original_starts_at >= ${horizon})`,
    )
    .orderBy('a.centre_id')
    .orderBy('a.activity_id')
    .execute()
}

/**
 * As writeOccurrences, of what has no occurrence of its name yet, as long as the activity is what it was
 * when it was planned: whoever changes its plan holds it meanwhile.
 */
export async function extendOccurrences(
  db: Kysely<Database>,
  { centre_id, activity_id, version }: { centre_id: string; activity_id: string; version: number },
  { pools, occurrences }: PlannedOccurrences,
): Promise<number> {
  return db.transaction().execute(async (transaction) => {
    const held = await transaction
      .selectFrom('changlai.activity')
      .select('activity_id')
      .where('centre_id', '=', centre_id)
      .where('activity_id', '=', activity_id)
      .where('version', '=', version)
      .where('state', '=', 'published')
      .forNoKeyUpdate()
      .executeTakeFirst()
    if (!held || occurrences.length === 0) return 0
    const from = occurrences.reduce(
      (first, one) => (one.original_starts_at < first ? one.original_starts_at : first),
      occurrences[0]!.original_starts_at,
    )
    const there = await transaction
      .selectFrom('changlai.occurrence')
      .select('original_starts_at')
      .where('centre_id', '=', centre_id)
      .where('activity_id', '=', activity_id)
      .where('guest_of', 'is', null)
      .where('original_starts_at', '>=', sql<number>`${from}::timestamptz`)
      .execute()
    const names = new Set(there.map((one) => one.original_starts_at))
    const added = occurrences.filter((one) => !names.has(one.original_starts_at.getTime()))
    const poolIds = new Set(added.map(({ pool_id }) => pool_id))
    const needed = pools.filter(({ pool_id }) => poolIds.has(pool_id))
    return insertMissing(transaction, { pools: needed, occurrences: added })
  })
}

/**
 * Writes pools and occurrences, all or none; those that are there already stay as they are. Gives
 * how many occurrences were added.
 */
export async function writeOccurrences(
  db: Kysely<Database>,
  planned: PlannedOccurrences,
): Promise<number> {
  return db.transaction().execute((transaction) => insertMissing(transaction, planned))
}

async function insertMissing(
  transaction: Kysely<Database>,
  { pools, occurrences }: PlannedOccurrences,
): Promise<number> {
  for (const rows of chunks(pools)) {
    await transaction
      .insertInto('changlai.pool')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
  let added = 0
  for (const rows of chunks(occurrences)) {
    const result = await transaction
      .insertInto('changlai.occurrence')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    added += Number(result.numInsertedOrUpdatedRows ?? 0)
  }
  return added
}

function* chunks<Row>(rows: Row[]): Generator<Row[]> {
  for (let from = 0; from < rows.length; from += ROWS) yield rows.slice(from, from + ROWS)
}
