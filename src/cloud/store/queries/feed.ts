import type { Category } from '@/domain/calendar/programme'
import type { Rule } from '@/domain/calendar/recurrence'
import type { Store } from '@/cloud/store'
import { SITTING_ENDS, STANDS_FOR_SITTING } from './sittings'

export interface FeedCentre {
  centreId: string
  name: string
  address: string
}

/** An occurrence as the table has it; instants in milliseconds since the epoch. */
export interface FeedOccurrence {
  startsAt: number
  endsAt: number
  originalStartsAt: number
  place: string
  topic: string | null
  state: 'scheduled' | 'rescheduled' | 'cancelled'
  /** How often staff moved or cancelled it, and when last; left out for never. */
  changes?: number
  changedAt?: number | null
}

export interface FeedActivity {
  activityId: string
  title: string
  category: Category
  description: string
  host: string
  bring: string | null
  createdAt: number
  rule: Rule
  occurrences: FeedOccurrence[]
}

interface Row extends Omit<FeedActivity, 'occurrences'>, FeedOccurrence {}

/** Everything published that a centre holds, oldest activity first; null for an unknown centre. */
export async function programmeOf(
  store: Store,
  centreId: string,
): Promise<{ centre: FeedCentre; activities: FeedActivity[] } | null> {
  const centres = await store.pool.query<FeedCentre>(CENTRE, [centreId])
  const centre = centres.rows[0]
  if (!centre) return null
  const { rows } = await store.pool.query<Row>(PROGRAMME, [centreId])
  const activities = new Map<string, FeedActivity>()
  for (const row of rows) {
    const { startsAt, endsAt, originalStartsAt, place, topic, state, ...others } = row
    const { changes, changedAt, ...activity } = others
    const known = activities.get(activity.activityId) ?? { ...activity, occurrences: [] }
    const times = { startsAt, endsAt, originalStartsAt }
    known.occurrences.push({ ...times, place, topic, state, changes, changedAt })
    activities.set(activity.activityId, known)
  }
  return { centre, activities: [...activities.values()] }
}

const CENTRE = `
select centre_id as "centreId", name, address from changlai.centre where centre_id = $1`

const PROGRAMME = `
select a.activity_id as "activityId", a.title, a.category, a.description, a.host, a.bring,
       a.created_at as "createdAt", a.rule,
       o.starts_at as "startsAt", ${SITTING_ENDS} as "endsAt",
       o.original_starts_at as "originalStartsAt", o.place, o.topic, o.state,
       (
         select count(*) from changlai.lesson_change change
         where change.centre_id = o.centre_id and change.occurrence_id = o.occurrence_id
       ) as changes,
       (
         select max(changed_at) from changlai.lesson_change change
         where change.centre_id = o.centre_id and change.occurrence_id = o.occurrence_id
       ) as "changedAt"
from changlai.activity a
join changlai.occurrence o on o.centre_id = a.centre_id and o.activity_id = a.activity_id
left join changlai.pool p on p.centre_id = o.centre_id and p.pool_id = o.pool_id
where a.centre_id = $1 and a.published and o.guest_of is null and ${STANDS_FOR_SITTING}
order by a.created_at, a.activity_id, o.original_starts_at`
