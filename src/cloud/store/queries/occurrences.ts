import { type Kysely, sql } from 'kysely'
import type { Audience, Category } from '@/domain/calendar/programme'
import type { Database } from '@/cloud/store/tables'
import { poolClosesAt } from './pools'
import { SITTING_ENDS, STANDS_FOR_SITTING, freeHoursOfSitting } from './sittings'

/** The occurrences that these pools' seats cover, in order. */
export async function occurrencesOfPools(
  db: Kysely<Database>,
  pools: readonly { centre_id: string; pool_id: string }[],
) {
  if (pools.length === 0) return []
  const centres = pools.map(({ centre_id }) => centre_id)
  const keys = pools.map(({ pool_id }) => pool_id)
  return db
    .selectFrom('changlai.occurrence as o')
    .selectAll('o')
    .where(
      sql<boolean>`(o.centre_id, o.pool_id) in
        (select * from unnest(${centres}::text[], ${keys}::text[]))`,
    )
    .orderBy('o.starts_at')
    .orderBy('o.occurrence_id')
    .execute()
}

/** A column, or null where the pool is given through a form. */
function unlessForm<Value>(column: string) {
  return sql<Value | null>`case when p.intake is null then ${sql.ref(column)} end`
}

/**
 * What is on in a centre on the days from one to another, both included, at `now`. Half hours that are
 * given through a form are one line for each part of a day, without a pool: the calendar says that
 * somebody is there and how many of their times are free, and not which of them are taken.
 *
 * The activity and the pool of each are looked up by their keys. By their limits, which limit nothing,
 * PostgreSQL cannot join them otherwise: where it has no statistics yet (of a database that was copied
 * or upgraded, or is new) it would read all of a centre's activities for each occurrence.
 */
export function occurrencesOfDays(
  db: Kysely<Database>,
  span: {
    centreId: string
    from: string
    to: string
    category: Category | undefined
    audience: Audience | undefined
    after: [day: string, startsAt: number, occurrenceId: string] | undefined
    now: Date
    limit: number
  },
) {
  const { centreId, from, to, category, audience, after, now, limit } = span
  return db
    .selectFrom('changlai.occurrence as o')
    .innerJoinLateral(
      (lateral) =>
        lateral
          .selectFrom('changlai.activity as a')
          .select(['a.title', 'a.category', 'a.audience', 'a.published'])
          .whereRef('a.centre_id', '=', 'o.centre_id')
          .whereRef('a.activity_id', '=', 'o.activity_id')
          .limit(1)
          .as('a'),
      (join) => join.onTrue(),
    )
    .leftJoinLateral(
      (lateral) =>
        lateral
          .selectFrom('changlai.pool as p')
          .select([
            'p.centre_id',
            'p.pool_id',
            'p.capacity',
            'p.taken',
            'p.opens_at',
            'p.closes_at',
          ])
          .select(['p.only_role', 'p.intake', 'p.mode'])
          .whereRef('p.centre_id', '=', 'o.centre_id')
          .whereRef('p.pool_id', '=', 'o.pool_id')
          .limit(1)
          .as('p'),
      (join) => join.onTrue(),
    )
    .select([
      'o.occurrence_id',
      'o.activity_id',
      unlessForm<string>('o.pool_id').as('pool_id'),
      'o.day',
      'o.starts_at',
      sql.raw<number>(SITTING_ENDS).as('ends_at'),
      'o.place',
      'o.state',
      'o.topic',
      'o.lesson_number',
      'o.lesson_of',
      'a.title',
      'a.category',
      'a.audience',
      unlessForm<number>('p.capacity').as('capacity'),
      unlessForm<number>('p.taken').as('taken'),
      unlessForm<number>('p.opens_at').as('opens_at'),
      'p.only_role',
      'p.intake',
      freeHoursOfSitting(now).as('free_hours'),
      'p.mode',
      poolClosesAt(now).as('closes_at'),
    ])
    .where(sql.raw<boolean>(STANDS_FOR_SITTING))
    .where('o.centre_id', '=', centreId)
    .where('o.guest_of', 'is', null)
    .where('o.day', '>=', from)
    .where('o.day', '<=', to)
    .where('a.published', '=', true)
    .$if(category !== undefined, (query) => query.where('a.category', '=', category!))
    .$if(audience !== undefined, (query) => query.where('a.audience', '=', audience!))
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`(o.day, o.starts_at, o.occurrence_id)
          > (${after![0]}::date, ${new Date(after![1])}, ${after![2]})`,
      ),
    )
    .orderBy('o.day')
    .orderBy('o.starts_at')
    .orderBy('o.occurrence_id')
    .limit(limit)
    .execute()
}
