import { type Kysely, type SqlBool, sql } from 'kysely'
import type { Audience, Category } from '@/domain/calendar/programme'
import type { Database } from '@/cloud/store/tables'
import { poolClosesAt } from './pools'
import { wholeTerm } from './seats/limits'

/** `%`, `_` and `\` of a text that is looked for, not a pattern. */
function literal(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&')
}

/**
 * The published activities of a centre that have something to come at `now`, soonest first, each
 * with the pool that a resident would look at first.
 */
export function activitiesToCome(
  db: Kysely<Database>,
  page: {
    centreId: string
    category: Category | undefined
    audience: Audience | undefined
    text: string | undefined
    after: [startsAt: number, activityId: string] | undefined
    now: Date
    limit: number
  },
) {
  const { centreId, category, audience, text, after, now, limit } = page
  // The page is chosen first: what is looked at of each of its activities is not looked at of all.
  const chosen = db
    .selectFrom('changlai.activity as a')
    .innerJoinLateral(
      (lateral) =>
        lateral
          .selectFrom('changlai.occurrence as o')
          .select(['o.starts_at as next_starts_at', 'o.ends_at as next_ends_at'])
          .whereRef('o.centre_id', '=', 'a.centre_id')
          .whereRef('o.activity_id', '=', 'a.activity_id')
          .where('o.ends_at', '>', sql<number>`${now}::timestamptz`)
          .where('o.state', '<>', 'cancelled')
          .where('o.guest_of', 'is', null)
          .orderBy('o.ends_at')
          .limit(1)
          .as('next'),
      (join) => join.onTrue(),
    )
    .selectAll('a')
    .select(['next.next_starts_at', 'next.next_ends_at'])
    .where('a.centre_id', '=', centreId)
    .where('a.published', '=', true)
    .$if(category !== undefined, (query) => query.where('a.category', '=', category!))
    .$if(audience !== undefined, (query) => query.where('a.audience', '=', audience!))
    .$if(text !== undefined && text !== '', (query) => {
      const pattern = `%${literal(text!)}%`
      return query.where(
        sql<SqlBool>`(a.title ilike ${pattern} or a.description ilike ${pattern}
          or a.place ilike ${pattern} or exists (
            select from changlai.occurrence as o
            where o.centre_id = a.centre_id and o.activity_id = a.activity_id
              and o.ends_at > ${now}::timestamptz and o.topic ilike ${pattern}))`,
      )
    })
    .$if(after !== undefined, (query) =>
      query.where(
        sql<SqlBool>`(next.next_starts_at, a.activity_id)
          > (${new Date(after![0])}, ${after![1]})`,
      ),
    )
    .orderBy('next.next_starts_at')
    .orderBy('a.activity_id')
    .limit(limit)
  return db
    .selectFrom(chosen.as('a'))
    .leftJoinLateral(
      (lateral) =>
        lateral
          .selectFrom('changlai.pool as p')
          .select([
            'p.pool_id',
            'p.capacity',
            'p.taken',
            'p.opens_at',
            'p.only_role',
            'p.mode',
            poolClosesAt(now).as('closes_at'),
            sql<number>`(
              select count(*) from changlai.occurrence as covered
              where covered.centre_id = p.centre_id and covered.pool_id = p.pool_id
            )`.as('lessons'),
          ])
          .whereRef('p.centre_id', '=', 'a.centre_id')
          .whereRef('p.activity_id', '=', 'a.activity_id')
          .where('p.ends_at', '>', sql<number>`${now}::timestamptz`)
          .where('p.guest_of', 'is', null)
          .orderBy(
            sql`case
              when ${poolClosesAt(now)} <= ${now} then 3
              when p.opens_at > ${now} then 1
              when p.taken >= p.capacity then 2
              else 0
            end`,
          )
          .orderBy('p.starts_at')
          .limit(1)
          .as('first'),
      (join) => join.onTrue(),
    )
    .selectAll('a')
    .select([
      'first.pool_id',
      'first.capacity',
      'first.taken',
      'first.opens_at',
      'first.only_role',
      'first.mode',
      'first.closes_at',
      'first.lessons',
    ])
    .orderBy('a.next_starts_at')
    .orderBy('a.activity_id')
    .execute()
}

/** A published activity with its centre's short name and limit. */
export function publishedActivity(db: Kysely<Database>, centreId: string, activityId: string) {
  return db
    .selectFrom('changlai.activity as a')
    .innerJoin('changlai.centre as c', 'c.centre_id', 'a.centre_id')
    .selectAll('a')
    .select(['c.short_name as centre_name', 'c.courses_per_term'])
    .select(sql<boolean>`${sql.raw(wholeTerm('a'))}`.as('whole_term'))
    .where('a.centre_id', '=', centreId)
    .where('a.activity_id', '=', activityId)
    .where('a.published', '=', true)
    .executeTakeFirst()
}

/** The pools of an activity that are not over at `now`, soonest first; never those of guests. */
export function poolsOfActivity(
  db: Kysely<Database>,
  key: { centreId: string; activityId: string },
  now: Date,
  limit: number,
) {
  return db
    .selectFrom('changlai.pool as p')
    .selectAll('p')
    .select(poolClosesAt(now).as('closes_effectively_at'))
    .select(
      sql<string | null>`(
        select d.ballot_id from changlai.ballot_pool as d
        where d.centre_id = p.centre_id and d.pool_id = p.pool_id)`.as('ballot_id'),
    )
    .select(
      sql<number>`(
        select coalesce(sum(case entry.state when 'offered' then entry.seats else entry.saved end), 0)
        from changlai.waitlist_entry as entry
        where entry.centre_id = p.centre_id and entry.pool_id = p.pool_id
          and entry.state in ('waiting', 'offered'))::int`.as('held'),
    )
    .where('p.centre_id', '=', key.centreId)
    .where('p.activity_id', '=', key.activityId)
    .where('p.ends_at', '>', sql<number>`${now}::timestamptz`)
    .where('p.guest_of', 'is', null)
    .orderBy('p.starts_at')
    .orderBy('p.pool_id')
    .limit(limit)
    .execute()
}

/** The occurrences of an activity that need no seat and are not over at `now`, soonest first. */
export function walkInsOfActivity(
  db: Kysely<Database>,
  key: { centreId: string; activityId: string },
  now: Date,
  limit: number,
) {
  return db
    .selectFrom('changlai.occurrence as o')
    .selectAll('o')
    .where('o.centre_id', '=', key.centreId)
    .where('o.activity_id', '=', key.activityId)
    .where('o.pool_id', 'is', null)
    .where('o.ends_at', '>', sql<number>`${now}::timestamptz`)
    .orderBy('o.ends_at')
    .orderBy('o.occurrence_id')
    .limit(limit)
    .execute()
}
