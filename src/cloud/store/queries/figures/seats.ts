import type { Pool } from 'pg'
import { AUDIENCES, CATEGORIES } from '@/domain/calendar/programme'
import { AGES, AGE_FROM, type Age } from '@/domain/figures/month'
import { type Counting, lessonsThatCount, monthOfDay, valuesOf } from './lessons'

/**
 * How many people of a month have seats in just these categories, for these audiences, in these bands
 * of age (a bit for each, in the domain's order), and how many seats.
 */
export interface SeatsRow {
  centreId: string
  month: string
  categories: number
  audiences: number
  ages: number
  people: number
}

/** How many seats of a month are of one category, for one audience, in one band of age. */
export interface SeatCountRow {
  centreId: string
  month: string
  category: number
  audience: number
  age: number
  seats: number
}

/** Seats that somebody had in lessons that were held, and how many people had them; no person leaves this. */
export async function seatsTaken(
  pool: Pool,
  counting: Counting,
): Promise<{ counts: SeatCountRow[]; people: SeatsRow[] }> {
  const { rows } = await pool.query<{ counts: SeatCountRow[]; people: SeatsRow[] }>({
    name: 'figures.seats',
    text: SEATS,
    values: [...valuesOf(counting), CATEGORIES, AUDIENCES],
  })
  return rows[0]!
}

const UNKNOWN = AGES.indexOf('unknown')
/** SQL of the place in AGES of somebody's age in full years on a day; of nobody known the last. */
const ageOn = (birth: string, day: string) => {
  const bands = (Object.entries(AGE_FROM) as [Age, number][]).reverse()
  const years = `extract(year from age(${day}, ${birth}))`
  return `case when ${birth} is null then ${UNKNOWN}
    ${bands.map(([age, from]) => `when ${years} >= ${from} then ${AGES.indexOf(age)}`).join(' ')}
    else 0 end`
}

const FREED = `
  join changlai.attendance
    on attendance.centre_id = lesson.centre_id and attendance.occurrence_id = lesson.occurrence_id
    and attendance.mark = 'excused' and attendance.freed`

// had: by pool and month, as a course has several lessons for the same people; what was freed for a
//   guest is taken off again, and the guest has a pool of their own.
const SEATS = `
with had as materialized (
  select lesson.centre_id, ${monthOfDay('lesson.day')} as month, lesson.pool_id,
    activity.category, activity.audience, count(*) as lessons
  from ${lessonsThatCount(true)} and lesson.state <> 'cancelled' and pool.pool_id is not null
  group by 1, 2, 3, 4, 5
), seat as (
  select had.centre_id, had.month, had.category, had.audience, attendee.person_id,
    sum(had.lessons) as seats
  from had
  join changlai.booking_attendee as attendee
    on attendee.centre_id = had.centre_id and attendee.pool_id = had.pool_id
    and attendee.status = 'booked'
  group by 1, 2, 3, 4, 5
), freed as (
  select lesson.centre_id, ${monthOfDay('lesson.day')} as month, activity.category,
    activity.audience, attendance.person_id, -count(*) as seats
  from ${lessonsThatCount(false, FREED)} and lesson.state <> 'cancelled'
  group by 1, 2, 3, 4, 5
), person as materialized (
  select held.centre_id, held.month,
    array_position($5::text[], held.category) - 1 as category,
    array_position($6::text[], held.audience) - 1 as audience,
    ${ageOn('born.birth_date', "(held.month || '-01')::date")} as age,
    held.person_id, held.seats
  from (
    select centre_id, month, category, audience, person_id, sum(seats) as seats
    from (select * from seat union all select * from freed) as each
    group by 1, 2, 3, 4, 5
    having sum(seats) > 0
  ) as held
  left join lateral (
    select min(member.birth_date) as birth_date from changlai.family_member as member
    where member.person_id = held.person_id and member.removed_at is null
  ) as born on true
)
select
  coalesce((
    select jsonb_agg(count) from (
      select centre_id as "centreId", month, category, audience, age, sum(seats) as seats
      from person group by centre_id, month, category, audience, age
    ) as count), '[]'::jsonb) as counts,
  coalesce((
    select jsonb_agg(crowd) from (
      select centre_id as "centreId", month, categories, audiences, ages, count(*) as people
      from (
        select centre_id, month, bit_or(1 << category) as categories,
          bit_or(1 << audience) as audiences, bit_or(1 << age) as ages
        from person group by centre_id, month, person_id
      ) as one
      group by centre_id, month, categories, audiences, ages
    ) as crowd), '[]'::jsonb) as people`
