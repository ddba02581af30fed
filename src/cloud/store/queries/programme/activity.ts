import type { Pool, PoolClient } from 'pg'
import { centreOf } from '@/domain/access/key'
import type { Audience, Category } from '@/domain/calendar/programme'
import type { Rule } from '@/domain/calendar/rule'
import type { Seating } from '@/domain/calendar/seating'
import type { ActivityState, ListedLesson, Plan } from '@/domain/programme/plan'

/** An activity with its plan, as it is kept; instants in milliseconds. */
export interface PlannedActivity {
  centreId: string
  activityId: string
  version: number
  state: ActivityState
  importKey: string | null
  changedAt: number
  /** The nickname of whoever changed it last. */
  changedBy: string | null
  cover: string | null
  coverWidth: number | null
  coverHeight: number | null
  plan: Plan
}

interface Row extends Omit<PlannedActivity, 'plan'> {
  title: string
  category: Category
  audience: Audience
  description: string
  host: string
  place: string
  minAge: number | null
  maxAge: number | null
  feeFen: number
  bring: string | null
  rule: Rule
  lessons: ListedLesson[] | null
  seating: Seating | null
  guestsFromList: boolean
}

/** An activity of the programme as it stands; null for none, and for one of a private form. */
export async function activityOf(
  client: Pool | PoolClient,
  activityId: string,
): Promise<PlannedActivity | null> {
  const { rows } = await client.query<Row>({
    name: 'programme.activity',
    text: ACTIVITY,
    values: [centreOf(activityId), activityId],
  })
  return rows[0] ? withPlan(rows[0]) : null
}

/**
 * The same, held until the transaction ends: whoever changes an activity, its lessons as a whole or its
 * picture does so under this lock. Lessons are held after it, and pools after those.
 */
export async function lockActivity(
  client: PoolClient,
  activityId: string,
): Promise<PlannedActivity | null> {
  const { rowCount } = await client.query({
    name: 'programme.lock-activity',
    text: LOCK,
    values: [centreOf(activityId), activityId],
  })
  // Read only then: a statement that waits sees, of what it joins, what was there when it began.
  return rowCount === 0 ? null : activityOf(client, activityId)
}

/** The activities of a centre that came out of its timetable, by what names them there. */
export async function importedActivities(
  client: Pool | PoolClient,
  centreId: string,
): Promise<PlannedActivity[]> {
  const { rows } = await client.query<Row>({
    name: 'programme.imported',
    text: IMPORTED,
    values: [centreId],
  })
  return rows.map(withPlan)
}

function withPlan(row: Row): PlannedActivity {
  const { title, category, audience, description, host, place, feeFen, bring, ...rest } = row
  const { minAge, maxAge, rule, lessons, seating, guestsFromList, ...activity } = rest
  const ages = minAge === null && maxAge === null ? null : { min: minAge, max: maxAge }
  const when = lessons ? { kind: 'lessons' as const, lessons } : { kind: 'rule' as const, rule }
  const words = { title, category, audience, description, host, place, ages, feeFen, bring }
  return { ...activity, plan: { ...words, when, seating, guestsFromList } }
}

const COLUMNS = `
  activity.centre_id as "centreId", activity.activity_id as "activityId", activity.version,
  activity.state, activity.import_key as "importKey", activity.changed_at as "changedAt",
  person.nickname as "changedBy", activity.cover, activity.cover_width as "coverWidth",
  activity.cover_height as "coverHeight", activity.title, activity.category, activity.audience,
  activity.description, activity.host, activity.place, activity.min_age as "minAge",
  activity.max_age as "maxAge", activity.fee_fen as "feeFen", activity.bring, activity.rule,
  activity.lessons, activity.seating, activity.guests_from_list as "guestsFromList"`

/**
 * Whether an activity is one that staff plan: not what a professional's hours lay out, nor one that was
 * taken out of the programme when there were no drafts yet.
 */
export const OF_PROGRAMME = `not exists (
    select from changlai.pool as form
    where form.centre_id = activity.centre_id and form.activity_id = activity.activity_id
      and (form.intake is not null or activity.state = 'draft'))
  and not (activity.category = 'legal' and activity.seating is null and activity.changed_by is null)`

const ACTIVITY = `
select ${COLUMNS}
from changlai.activity
left join changlai.person on person.person_id = activity.changed_by
where activity.centre_id = $1 and activity.activity_id = $2 and ${OF_PROGRAMME}`

const LOCK = `
select from changlai.activity
where centre_id = $1 and activity_id = $2
for no key update of activity`

const IMPORTED = `
select ${COLUMNS}
from changlai.activity
left join changlai.person on person.person_id = activity.changed_by
where activity.centre_id = $1 and activity.import_key is not null
order by activity.activity_id`
