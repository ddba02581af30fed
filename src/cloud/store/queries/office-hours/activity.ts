import type { PoolClient } from 'pg'
import type { Rule } from '@/domain/calendar/recurrence'
import type { NewActivity } from '@/cloud/store/queries/sample'

/** Under what an office's slots stand in the programme. */
export type OfficeActivity = Omit<NewActivity, 'rule' | 'seating'> & {
  centreId: string
  activityId: string
}

/** Writes the activity of an office down where there is none yet, with the rule that it begins with. */
export async function makeActivity(
  client: PoolClient,
  activity: OfficeActivity,
  rule: Rule,
): Promise<void> {
  const { centreId, activityId, title, category, audience, description, host, place } = activity
  const shown = [title, category, audience, description, host, place]
  await client.query({
    name: 'office-hours.make-activity',
    text: MAKE_ACTIVITY,
    values: [centreId, activityId, ...shown, JSON.stringify(rule)],
  })
}

/** The days from `today` on, `YYYY-MM-DD`, on which an activity has slots; at most `limit`, in order. */
export async function daysToCome(
  client: PoolClient,
  { centreId, activityId }: OfficeActivity,
  today: string,
  limit: number,
): Promise<string[]> {
  const { rows } = await client.query<{ day: string }>({
    name: 'office-hours.days',
    text: DAYS,
    values: [centreId, activityId, today, limit],
  })
  return rows.map(({ day }) => day)
}

/** Tells anew where and when an office is. */
export async function renewActivity(
  client: PoolClient,
  { centreId, activityId, place }: OfficeActivity,
  rule: Rule,
): Promise<void> {
  await client.query({
    name: 'office-hours.renew-activity',
    text: RENEW_ACTIVITY,
    values: [centreId, activityId, place, JSON.stringify(rule)],
  })
}

const MAKE_ACTIVITY = `
insert into changlai.activity
  (centre_id, activity_id, title, category, audience, description, host, place, rule)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9::jsonb)
on conflict (centre_id, activity_id) do nothing`

const DAYS = `
select distinct day from changlai.occurrence
where centre_id = $1 and activity_id = $2 and day >= $3::date and state <> 'cancelled'
order by day
limit $4`

const RENEW_ACTIVITY = `
update changlai.activity set place = $3, rule = $4::jsonb
where centre_id = $1 and activity_id = $2`
