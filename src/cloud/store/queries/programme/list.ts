import type { Pool } from 'pg'
import type { Category } from '@/domain/calendar/programme'
import type { Rule } from '@/domain/calendar/rule'
import type { Seating } from '@/domain/calendar/seating'
import type { ActivityState, ListedLesson } from '@/domain/programme/plan'
import { OF_PROGRAMME } from './activity'

/** An activity as a line of the list that staff see; instants in milliseconds. */
export interface ListedActivity {
  activityId: string
  title: string
  category: Category
  state: ActivityState | 'over'
  rule: Rule
  lessons: ListedLesson[] | null
  seating: Seating | null
  place: string
  host: string
  firstStartsAt: number | null
  lastEndsAt: number | null
  capacity: number | null
  taken: number
  waiting: number
  version: number
  changedAt: number
}

/** The activities of a centre that staff plan, what was changed last first. */
export async function listedActivities(
  pool: Pool,
  page: {
    centreId: string
    state: ListedActivity['state'] | undefined
    text: string | undefined
    after: [changedAt: number, activityId: string] | undefined
    now: Date
    limit: number
  },
): Promise<ListedActivity[]> {
  const { centreId, state, text, after, now, limit } = page
  const pattern = text ? `%${text.replace(/[\\%_]/g, '\\$&')}%` : null
  const { rows } = await pool.query<ListedActivity>({
    name: 'programme.list',
    text: LIST,
    values: [
      ...[centreId, now, state ?? null, pattern],
      ...[after ? new Date(after[0]) : null, after?.[1] ?? null, limit],
    ],
  })
  return rows
}

// Kept to the millisecond, by which a cursor names it.
const CHANGED = `date_trunc('milliseconds', activity.changed_at)`

const LIST = `
select activity.activity_id as "activityId", activity.title, activity.category, shown.state,
  activity.rule, activity.lessons, activity.seating, activity.place, activity.host,
  span.starts_at as "firstStartsAt", span.ends_at as "lastEndsAt", seats.capacity,
  coalesce(seats.taken, 0) as taken, coalesce(seats.waiting, 0) as waiting, activity.version,
  activity.changed_at as "changedAt"
from changlai.activity
cross join lateral (
  select min(starts_at) as starts_at, max(ends_at) as ends_at from changlai.occurrence
  where centre_id = activity.centre_id and activity_id = activity.activity_id
    and guest_of is null and state <> 'cancelled'
) as span
cross join lateral (
  select case when activity.state = 'published' and (span.ends_at is null
    or span.ends_at <= $2::timestamptz) then 'over' else activity.state end as state
) as shown
cross join lateral (
  select sum(capacity)::integer as capacity, sum(taken)::integer as taken,
    sum(waiting)::integer as waiting
  from changlai.pool
  where centre_id = activity.centre_id and activity_id = activity.activity_id
    and guest_of is null and ends_at > $2::timestamptz
) as seats
where activity.centre_id = $1 and ${OF_PROGRAMME}
  and ($3::text is null or shown.state = $3)
  and ($4::text is null or activity.title ilike $4 or activity.host ilike $4
    or activity.place ilike $4)
  and ($5::timestamptz is null or activity.changed_at < $5::timestamptz + interval '1 millisecond'
    and (${CHANGED} < $5::timestamptz or activity.activity_id > $6))
order by ${CHANGED} desc, activity.activity_id
limit $7::integer`
