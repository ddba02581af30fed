import type { Pool } from 'pg'
import { MARKS } from '@/domain/attendance/mark'
import { WAITS } from '@/domain/figures/month'
import {
  type Counting,
  lessonsThatCount,
  monthOfDay,
  monthOfInstant,
  startOf,
  valuesOf,
} from './lessons'

/** A table of one row for a month of a centre: numbers of its parts, and the people behind them. */
export interface PartsRow {
  centreId: string
  month: string
  /** How much of each part, in the domain's order; absent parts have none. */
  counts: { part: number; count: number }[]
  /** How many people have some of just these parts, a bit for each. */
  people: { parts: number; people: number }[]
}

/** Marks of lessons that were held. */
export const marksMade = (pool: Pool, counting: Counting) =>
  parts(pool, { name: 'figures.marks', text: MARKED, values: [...valuesOf(counting), MARKS] })

/** What became of those who began to wait: entries, and the people whom they are for. */
export const entriesMade = (pool: Pool, counting: Counting) =>
  parts(pool, { name: 'figures.entries', text: ENTERED, values: [...valuesOf(counting), WAITS] })

/** Bookings that were given back whole, a table of one part, and whose they were. */
export const bookingsGivenBack = (pool: Pool, counting: Counting) =>
  parts(pool, { name: 'figures.given-back', text: GIVEN_BACK, values: valuesOf(counting) })

async function parts(
  pool: Pool,
  query: { name: string; text: string; values: unknown[] },
): Promise<PartsRow[]> {
  const { rows } = await pool.query<PartsRow>(query)
  return rows
}

/**
 * The parts of rows `one` with centre_id, month, part, person_id and count, which is to be given once for
 * each thing that counts, however many people it is for.
 */
const byParts = (rows: string) => `
with one as materialized (${rows}
), counted as (
  select centre_id, month, part, sum(count) as count from one group by centre_id, month, part
), crowd as (
  select centre_id, month, parts, count(*) as people
  from (
    select centre_id, month, person_id, bit_or(1 << part) as parts
    from one group by centre_id, month, person_id
  ) as each
  group by centre_id, month, parts
)
select centre_id as "centreId", month,
  (
    select jsonb_agg(jsonb_build_object('part', counted.part, 'count', counted.count))
    from counted where counted.centre_id = here.centre_id and counted.month = here.month
  ) as counts,
  (
    select jsonb_agg(jsonb_build_object('parts', crowd.parts, 'people', crowd.people))
    from crowd where crowd.centre_id = here.centre_id and crowd.month = here.month
  ) as people
from (select distinct centre_id, month from counted) as here`

const MARKS_OF_SEATS = `
  join changlai.attendance
    on attendance.centre_id = lesson.centre_id and attendance.occurrence_id = lesson.occurrence_id
    and attendance.mark is not null
  join changlai.booking_attendee as attendee
    on attendee.centre_id = attendance.centre_id and attendee.booking_id = attendance.booking_id
    and attendee.person_id = attendance.person_id and attendee.status = 'booked'`

const MARKED = byParts(`
  select lesson.centre_id, ${monthOfDay('lesson.day')} as month,
    array_position($5::text[], attendance.mark) - 1 as part, attendance.person_id,
    count(*) as count
  from ${lessonsThatCount(true, MARKS_OF_SEATS)} and lesson.state <> 'cancelled'
  group by 1, 2, 3, 4`)

// Who was copied onto the list of one lesson's guests, and who won a draw, never waited in line.
const ENTERED = byParts(`
  select entry.centre_id, ${monthOfInstant('entry.joined_at')} as month,
    array_position($5::text[], case when entry.state = 'accepted' then 'taken'
      when entry.offered_at is not null then 'offered' else 'never' end) - 1 as part,
    waits.person_id,
    -- An entry counts once, with the first of those whom it is for.
    case when waits.place = min(waits.place) over (
      partition by entry.centre_id, entry.entry_id) then 1 else 0 end as count
  from changlai.waitlist_entry as entry
  join changlai.waitlist_attendee as waits
    on waits.centre_id = entry.centre_id and waits.entry_id = entry.entry_id
  where entry.centre_id = any ($1::text[])
    and entry.joined_at >= ${startOf('$2')} and entry.joined_at < ${startOf('$3')}
    and entry.joined_at <= $4::timestamptz
    and entry.joined_position is not null`)

const GIVEN_BACK = byParts(`
  select booking.centre_id, ${monthOfInstant('booking.cancelled_at')} as month, 0 as part,
    booking.person_id, 1 as count
  from changlai.booking
  join changlai.pool on pool.centre_id = booking.centre_id and pool.pool_id = booking.pool_id
  where booking.centre_id = any ($1::text[]) and booking.status = 'cancelled'
    and booking.cancelled_at >= ${startOf('$2')} and booking.cancelled_at < ${startOf('$3')}
    and booking.cancelled_at <= $4::timestamptz
    and pool.intake is null`)
