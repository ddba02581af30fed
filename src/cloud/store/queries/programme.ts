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
    .where('a.published', '=', true)
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
 * Writes pools and occurrences, all or none; those that are there already stay as they are. Gives
 * how many occurrences were added.
 */
export async function writeOccurrences(
  db: Kysely<Database>,
  { pools, occurrences }: PlannedOccurrences,
): Promise<number> {
  return db.transaction().execute(async (transaction) => {
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
  })
}

function* chunks<Row>(rows: Row[]): Generator<Row[]> {
  for (let from = 0; from < rows.length; from += ROWS) yield rows.slice(from, from + ROWS)
}
