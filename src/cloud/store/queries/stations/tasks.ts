import { type Kysely, type SqlBool, sql } from 'kysely'
import type { Database } from '@/cloud/store/tables'

/** How many of the latest words staff read with a task. */
const NOTES = 5

/** The open tasks about a centre's stations, longest waiting first, with what people wrote. */
export function tasksOfCentre(
  db: Kysely<Database>,
  page: {
    centreId: string
    after: [openedAt: number, taskId: string] | undefined
    limit: number
  },
) {
  const { centreId, after, limit } = page
  return db
    .selectFrom('changlai.station_task as t')
    .innerJoin('changlai.station as s', (join) =>
      join.onRef('s.centre_id', '=', 't.centre_id').onRef('s.station_id', '=', 't.station_id'),
    )
    .select(['t.task_id', 't.station_id', 's.name as station_name', 't.kind', 't.facility'])
    .select(['t.opened_at', 't.settlement', 't.line', 't.settled_at'])
    .select([
      sql<number>`(
        select count(distinct r.person_id) from changlai.station_report r
        where r.centre_id = t.centre_id and r.task_id = t.task_id
      )`.as('people'),
      // Milliseconds, because JSON has no instants.
      sql<{ note: string; at: number }[]>`(
        select coalesce(jsonb_agg(
          jsonb_build_object('note', latest.note,
            'at', (extract(epoch from latest.reported_at) * 1000)::bigint)
          order by latest.reported_at desc), '[]')
        from (
          select r.note, r.reported_at from changlai.station_report r
          where r.centre_id = t.centre_id and r.task_id = t.task_id and r.note is not null
          order by r.reported_at desc limit ${NOTES}::integer
        ) as latest
      )`.as('notes'),
    ])
    .where('t.centre_id', '=', centreId)
    .where(sql<SqlBool>`(t.settlement is null or t.settlement = 'will-take-time')`)
    .where('s.removed_at', 'is', null)
    .$if(after !== undefined, (query) =>
      query.where(sql<SqlBool>`(t.opened_at, t.task_id) > (${new Date(after![0])}, ${after![1]})`),
    )
    .orderBy('t.opened_at')
    .orderBy('t.task_id')
    .limit(limit)
    .execute()
}
