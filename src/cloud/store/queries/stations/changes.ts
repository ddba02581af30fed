import { type Kysely, type SqlBool, sql } from 'kysely'
import type { Database } from '@/cloud/store/tables'

/** The number of the latest change of each centre's list, in the order of their keys. */
export function listVersions(db: Kysely<Database>) {
  return db
    .selectFrom('changlai.station_list')
    .selectAll()
    .orderBy(sql`centre_id collate "C"`)
    .execute()
}

/** Where a page of changes ended. */
export type ChangePosition = [centreId: string, version: number, stationId: string]

/**
 * The stations that changed after the versions held of their centres, centre by centre and change by
 * change; of a centre that is not held all that are not removed.
 */
export function stationsChangedSince(
  db: Kysely<Database>,
  page: {
    have: Readonly<Record<string, number>>
    after: ChangePosition | undefined
    limit: number
  },
) {
  const { have, after, limit } = page
  const held = sql`${JSON.stringify(have)}::jsonb`
  return (
    db
      .selectFrom('changlai.station as s')
      .selectAll('s')
      .where(sql<SqlBool>`s.version > coalesce((${held} ->> s.centre_id)::bigint, 0)`)
      // Of the centre that the page before left unfinished a phone may have been sent what is gone now.
      .where(
        sql<SqlBool>`(s.removed_at is null or ${held} ? s.centre_id
          or s.centre_id = ${after?.[0] ?? null})`,
      )
      .$if(after !== undefined, (query) =>
        query.where(
          sql<SqlBool>`(s.centre_id collate "C", s.version, s.station_id)
          > (${after![0]}, ${after![1]}::bigint, ${after![2]})`,
        ),
      )
      .orderBy(sql`s.centre_id collate "C"`)
      .orderBy('s.version')
      .orderBy('s.station_id')
      .limit(limit)
      .execute()
  )
}
