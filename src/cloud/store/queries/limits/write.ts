import type { PoolClient } from 'pg'

/** An activity as far as limiting it needs; instants in milliseconds. */
export interface LimitableActivity {
  /** Whether any of its pools is booked without a form. */
  booked: boolean
  /** Its pools that are not closed, and when the first of them opens. */
  pools: number
  opensAt: number | null
}

/** Sets the limit of a centre; gives whether there is such a centre. */
export async function limitCentre(
  client: PoolClient,
  centreId: string,
  coursesPerTerm: number | null,
): Promise<boolean> {
  const { rowCount } = await client.query({
    name: 'limits.of-centre',
    text: 'update changlai.centre set courses_per_term = $2 where centre_id = $1',
    values: [centreId, coursesPerTerm],
  })
  return rowCount === 1
}

/** Holds a published activity of a centre until the transaction ends; null for none. */
export async function lockActivity(
  client: PoolClient,
  centreId: string,
  activityId: string,
  now: Date,
): Promise<LimitableActivity | null> {
  const { rows } = await client.query<LimitableActivity>({
    name: 'limits.lock-activity',
    text: LOCK_ACTIVITY,
    values: [centreId, activityId, now],
  })
  return rows[0] ?? null
}

/** What is set for an activity; what is left out stays. */
export interface ActivityLimits {
  seatsPerTerm?: number | null | undefined
  parallelGroup?: string | null | undefined
}

export async function limitActivity(
  client: PoolClient,
  centreId: string,
  activityId: string,
  { seatsPerTerm, parallelGroup }: ActivityLimits,
): Promise<void> {
  await client.query({
    name: 'limits.of-activity',
    text: LIMIT_ACTIVITY,
    values: [
      ...[centreId, activityId],
      ...[seatsPerTerm !== undefined, seatsPerTerm ?? null],
      ...[parallelGroup !== undefined, parallelGroup ?? null],
    ],
  })
}

/**
 * Keeps the pools of an activity that are not closed for residents of its centre until an instant, or
 * until they close where that is sooner; for nobody where it is null. Gives how many pools.
 */
export async function keepForResidents(
  client: PoolClient,
  centreId: string,
  activityId: string,
  { until, now }: { until: Date | null; now: Date },
): Promise<number> {
  const { rowCount } = await client.query({
    name: 'limits.keep-for-residents',
    text: KEEP_FOR_RESIDENTS,
    values: [centreId, activityId, until, now],
  })
  return rowCount ?? 0
}

const LOCK_ACTIVITY = `
with activity as (
  select centre_id, activity_id from changlai.activity
  where centre_id = $1 and activity_id = $2 and published
  for no key update
)
select exists (
    select from changlai.pool
    where pool.centre_id = activity.centre_id and pool.activity_id = activity.activity_id
      and pool.intake is null) as booked,
  not_closed.pools, not_closed.opens_at as "opensAt"
from activity
cross join lateral (
  select count(*) as pools, min(pool.opens_at) as opens_at from changlai.pool
  where pool.centre_id = activity.centre_id and pool.activity_id = activity.activity_id
    and pool.intake is null and pool.guest_of is null
    and pool.closes_at > $3::timestamptz) as not_closed`

const LIMIT_ACTIVITY = `
update changlai.activity
set seats_per_term = case when $3::boolean then $4::smallint else seats_per_term end,
  parallel_group = case when $5::boolean then $6::text else parallel_group end
where centre_id = $1 and activity_id = $2`

const KEEP_FOR_RESIDENTS = `
update changlai.pool
set home_centre_until = case when $3::timestamptz is not null
  then least($3::timestamptz, pool.closes_at) end
where pool.centre_id = $1 and pool.activity_id = $2 and pool.intake is null
  and pool.guest_of is null
  and pool.closes_at > $4::timestamptz`
