import type { Pool } from 'pg'

/** Deletes alerts that ended, and acceptances that were used, before an instant; gives how many, some at a time. */
export function forgetAlertsBefore(pool: Pool, before: Date): Promise<number> {
  return deleted(pool, 'alerts.forget', FORGET, before)
}

/** Deletes what was accepted before an instant, used or not, and what the local host delivered before it. */
export function forgetAcceptancesBefore(pool: Pool, before: Date): Promise<number> {
  return deleted(pool, 'alerts.forget-acceptances', FORGET_ACCEPTANCES, before)
}

async function deleted(pool: Pool, name: string, text: string, before: Date): Promise<number> {
  const { rows } = await pool.query<{ count: number }>({ name, text, values: [before] })
  return rows[0]!.count
}

const FORGET = `
with old as (
  select ctid from changlai.alert
  where state <> 'waiting' and ended_at < $1::timestamptz
  order by ended_at
  limit 5000
  for update skip locked
), gone as (
  delete from changlai.alert where ctid = any (array(select ctid from old)) returning 1
)
select count(*) from gone`

const FORGET_ACCEPTANCES = `
with gone as (
  delete from changlai.alert_acceptance
  where ctid = any (array(
    select ctid from changlai.alert_acceptance
    where accepted_at < $1::timestamptz
    order by accepted_at
    limit 5000
    for update skip locked))
  returning 1
), shown as (
  delete from changlai.delivered_alert
  where ctid = any (array(
    select ctid from changlai.delivered_alert
    where delivered_at < $1::timestamptz
    order by delivered_at
    limit 5000
    for update skip locked))
  returning 1
)
select (select count(*) from gone) + (select count(*) from shown) as count`
