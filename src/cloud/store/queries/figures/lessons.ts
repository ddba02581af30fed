import type { Pool } from 'pg'
import type { Audience, Category } from '@/domain/calendar/programme'

/** Of which centres what is counted: in whole months of days `YYYY-MM-DD`, as far as it is over at `now`. */
export interface Counting {
  centreIds: readonly string[]
  /** The first day that counts, and the first after it that does not. */
  from: string
  to: string
  now: Date
}

/** How many lessons a centre held in a month in activities of one category for one audience. */
export interface LessonsRow {
  centreId: string
  month: string
  category: Category
  audience: Audience
  held: number
  cancelled: number
  seated: number
  marked: number
  offered: number
}

/** Lessons by month, category and audience. */
export async function lessonsHeld(pool: Pool, counting: Counting): Promise<LessonsRow[]> {
  const { rows } = await pool.query<LessonsRow>({
    name: 'figures.lessons',
    text: LESSONS,
    values: valuesOf(counting),
  })
  return rows
}

export const valuesOf = ({ centreIds, from, to, now }: Counting) => [centreIds, from, to, now]

/**
 * The lessons that count, with their activity, their pool and what is joined to them; those of guests
 * only where `guests` says so.
 */
export const lessonsThatCount = (guests: boolean, joined = '') => `
  changlai.occurrence as lesson
  join changlai.activity
    on activity.centre_id = lesson.centre_id and activity.activity_id = lesson.activity_id
  left join changlai.pool on pool.centre_id = lesson.centre_id and pool.pool_id = lesson.pool_id
  ${joined}
  where lesson.centre_id = any ($1::text[]) and lesson.day >= $2::date and lesson.day < $3::date
    and lesson.ends_at <= $4::timestamptz and pool.intake is null
    ${guests ? '' : 'and lesson.guest_of is null'}`

/** SQL of the month of a day, and of an instant, as `YYYY-MM`. */
export const monthOfDay = (day: string) => `to_char(${day}, 'YYYY-MM')`
export const monthOfInstant = (instant: string) =>
  `to_char(${instant} at time zone 'Asia/Shanghai', 'YYYY-MM')`
/** SQL of the instant at which a day begins in Asia/Shanghai. */
export const startOf = (day: string) => `(${day}::date::timestamp at time zone 'Asia/Shanghai')`

// Attendance was taken where somebody was seen or called; that somebody was excused says nothing of it.
const LESSONS = `
select centre_id as "centreId", month, category, audience,
  count(*) filter (where not off) as held,
  count(*) filter (where off) as cancelled,
  count(*) filter (where not off and capacity is not null) as seated,
  count(*) filter (where not off and capacity is not null and taken_down) as marked,
  coalesce(sum(capacity) filter (where not off), 0) as offered
from (
  select lesson.centre_id, ${monthOfDay('lesson.day')} as month, activity.category,
    activity.audience, lesson.state = 'cancelled' as off, pool.capacity,
    exists (
      select from changlai.attendance
      where attendance.centre_id = lesson.centre_id
        and attendance.occurrence_id = lesson.occurrence_id
        and attendance.mark is not null and attendance.means in ('code', 'poster', 'roster')
    ) as taken_down
  from ${lessonsThatCount(false)}
) as one
group by centre_id, month, category, audience`
