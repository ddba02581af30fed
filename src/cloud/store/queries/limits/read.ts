import { type Kysely, sql } from 'kysely'
import type { Database } from '@/cloud/store/tables'
import { wholeTerm } from '../seats/limits'

/** The limit of a centre; undefined for a centre that does not exist. */
export function limitOfCentre(db: Kysely<Database>, centreId: string) {
  return db
    .selectFrom('changlai.centre')
    .select('courses_per_term')
    .where('centre_id', '=', centreId)
    .executeTakeFirst()
}

/**
 * The published activities of a centre that are booked without a form and have a pool that is not over
 * at `now`, by their keys, with what limits them: until when the next pool that is not closed is for
 * residents first, and when the last closes.
 */
export function limitedActivities(
  db: Kysely<Database>,
  page: { centreId: string; after: string | undefined; now: Date; limit: number },
) {
  const { centreId, after, now, limit } = page
  const open = sql`p.closes_at > ${now}::timestamptz`
  return db
    .selectFrom('changlai.activity as a')
    .innerJoinLateral(
      (lateral) =>
        lateral
          .selectFrom('changlai.pool as p')
          .select(sql<number | null>`max(p.closes_at) filter (where ${open})`.as('closes_at'))
          .select(
            sql<number | null>`(array_agg(p.home_centre_until order by p.starts_at)
              filter (where ${open}))[1]`.as('residents_first_until'),
          )
          .whereRef('p.centre_id', '=', 'a.centre_id')
          .whereRef('p.activity_id', '=', 'a.activity_id')
          .where('p.intake', 'is', null)
          .where('p.guest_of', 'is', null)
          .where('p.ends_at', '>', sql<number>`${now}::timestamptz`)
          .having(sql<boolean>`count(*) > 0`)
          .as('pools'),
      (join) => join.onTrue(),
    )
    .select(['a.activity_id', 'a.title', 'a.category', 'a.rule'])
    .select(['a.seats_per_term', 'a.parallel_group'])
    .select(sql<boolean>`${sql.raw(wholeTerm('a'))}`.as('whole_term'))
    .select(['pools.closes_at', 'pools.residents_first_until'])
    .where('a.centre_id', '=', centreId)
    .where('a.published', '=', true)
    .$if(after !== undefined, (query) => query.where('a.activity_id', '>', after!))
    .orderBy('a.activity_id')
    .limit(limit)
    .execute()
}

/** The other published classes of an activity's group that have a pool that is not over, at most 20. */
export function parallelClasses(
  db: Kysely<Database>,
  activity: { centre_id: string; activity_id: string; parallel_group: string | null },
  now: Date,
) {
  return db
    .selectFrom('changlai.activity as a')
    .select(['a.activity_id', 'a.title'])
    .where('a.centre_id', '=', activity.centre_id)
    .where('a.parallel_group', '=', activity.parallel_group)
    .where('a.activity_id', '<>', activity.activity_id)
    .where('a.published', '=', true)
    .where((a) =>
      a.exists(
        a
          .selectFrom('changlai.pool as p')
          .select('p.pool_id')
          .whereRef('p.centre_id', '=', 'a.centre_id')
          .whereRef('p.activity_id', '=', 'a.activity_id')
          .where('p.ends_at', '>', sql<number>`${now}::timestamptz`),
      ),
    )
    .orderBy('a.activity_id')
    .limit(MOST_SHOWN)
    .execute()
}

const MOST_SHOWN = 20
