import { type Kysely, type SqlBool, sql } from 'kysely'
import type { Database } from '@/cloud/store/tables'

/** What a person reported, latest first, with the answer that staff gave. */
export function reportsOf(
  db: Kysely<Database>,
  page: {
    personId: string
    after: [reportedAt: number, reportId: string] | undefined
    limit: number
  },
) {
  const { personId, after, limit } = page
  return db
    .selectFrom('changlai.station_report as r')
    .innerJoin('changlai.station as s', (join) =>
      join.onRef('s.centre_id', '=', 'r.centre_id').onRef('s.station_id', '=', 'r.station_id'),
    )
    .leftJoin('changlai.station_task as t', (join) =>
      join.onRef('t.centre_id', '=', 'r.centre_id').onRef('t.task_id', '=', 'r.task_id'),
    )
    .select(['r.report_id', 'r.station_id', 's.name as station_name', 'r.kind', 'r.facility'])
    .select(['r.reported_at', 't.settlement', 't.line', 't.settled_at'])
    .where('r.person_id', '=', personId)
    .$if(after !== undefined, (query) =>
      // Latest first, and keys upwards where two were made in the same millisecond.
      query.where(
        sql<SqlBool>`r.reported_at <= ${new Date(after![0])}
          and (r.reported_at < ${new Date(after![0])} or r.report_id > ${after![1]})`,
      ),
    )
    .orderBy('r.reported_at', 'desc')
    .orderBy('r.report_id')
    .limit(limit)
    .execute()
}
