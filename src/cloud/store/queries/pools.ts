import { type RawBuilder, sql } from 'kysely'

/**
 * When pool `p` closes: at its own time, or at once when everything that its seats cover was
 * cancelled. Null without a pool.
 */
export function poolClosesAt(now: Date): RawBuilder<number | null> {
  // No EXISTS: for many pools PostgreSQL would hash the whole table of occurrences to answer it.
  return sql<number | null>`case when p.pool_id is null or (
    select true from changlai.occurrence as covered
    where covered.centre_id = p.centre_id and covered.pool_id = p.pool_id
      and covered.state <> 'cancelled'
    limit 1
  ) then p.closes_at else least(p.closes_at, ${now}::timestamptz) end`
}
