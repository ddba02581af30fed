import type { Pool } from 'pg'

/** The lessons of running courses in which somebody is excused whose seat no guest has yet; at most 1,000. */
export async function lessonsToFree(pool: Pool, now: Date): Promise<string[]> {
  const { rows } = await pool.query<{ occurrenceId: string }>({
    name: 'lessons.to-free',
    text: TO_FREE,
    values: [now],
  })
  return rows.map(({ occurrenceId }) => occurrenceId)
}

const TO_FREE = `
select lesson.occurrence_id as "occurrenceId"
from changlai.activity
join changlai.occurrence as lesson
  on lesson.centre_id = activity.centre_id and lesson.activity_id = activity.activity_id
join changlai.pool on pool.centre_id = lesson.centre_id and pool.pool_id = lesson.pool_id
where activity.guests_from_list
  and lesson.ends_at > $1::timestamptz and lesson.starts_at > $1::timestamptz
  and lesson.guest_of is null and lesson.state <> 'cancelled'
  and pool.starts_at <= $1::timestamptz
  and exists (
    select from changlai.attendance as excuse
    where excuse.centre_id = lesson.centre_id and excuse.occurrence_id = lesson.occurrence_id
      and excuse.mark = 'excused' and not excuse.freed)
limit 1000`
