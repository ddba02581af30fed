import type { Pool } from 'pg'
import type { SealedService } from '@/domain/consultation/consultation'

/** A clinic of a day; instants in milliseconds since the epoch. */
export interface ClinicOfDay {
  poolId: string
  title: string
  place: string
  startsAt: number
  endsAt: number
  called: number | null
  waiting: number
}

/** The clinics of a day (`YYYY-MM-DD`) in a centre that call numbers, in order. */
export async function clinicsOfDay(
  pool: Pool,
  centreId: string,
  day: string,
  limit: number,
): Promise<ClinicOfDay[]> {
  const { rows } = await pool.query<ClinicOfDay>({
    name: 'desk.clinics',
    text: CLINICS,
    values: [centreId, day, limit],
  })
  return rows
}

/** A pool that can be booked from `opensAt`, in milliseconds. */
export interface OpeningPool {
  activityId: string
  poolId: string
  title: string
  opensAt: number
  capacity: number
}

/** The pools of a centre that open after one instant and before another, soonest first. */
export async function poolsOpening(
  pool: Pool,
  centreId: string,
  span: { after: Date; before: Date },
  limit: number,
): Promise<OpeningPool[]> {
  const { rows } = await pool.query<OpeningPool>({
    name: 'desk.opening',
    text: OPENING,
    values: [centreId, span.after, span.before, limit],
  })
  return rows
}

/** How much a professional has under way in a centre for their services, and how much is overdue. */
export async function casesUnderWay(
  pool: Pool,
  whose: { centreId: string; personId: string; services: readonly SealedService[] },
  now: Date,
): Promise<{ open: number; overdue: number }> {
  const { centreId, personId, services } = whose
  const { rows } = await pool.query<{ open: number; overdue: number }>({
    name: 'desk.cases',
    text: CASES,
    values: [centreId, personId, services, now],
  })
  return rows[0]!
}

const CLINICS = `
select pool.pool_id as "poolId", activity.title, visit.place,
  visit.starts_at as "startsAt", visit.ends_at as "endsAt", pool.called_number as called,
  (
    select count(*)::integer from changlai.booking_attendee as one
    where one.centre_id = pool.centre_id and one.pool_id = pool.pool_id
      and one.queue_number is not null and one.status = 'booked' and one.queue_state = 'waiting'
  ) as waiting
from changlai.occurrence as visit
join changlai.pool on pool.centre_id = visit.centre_id and pool.pool_id = visit.pool_id
  and pool.numbered
join changlai.activity on activity.centre_id = visit.centre_id
  and activity.activity_id = visit.activity_id and activity.published
where visit.centre_id = $1 and visit.day = $2::date and visit.state <> 'cancelled'
order by visit.starts_at, visit.occurrence_id
limit $3`

const OPENING = `
select pool.activity_id as "activityId", pool.pool_id as "poolId", activity.title,
  pool.opens_at as "opensAt", pool.capacity
from changlai.pool
join changlai.activity on activity.centre_id = pool.centre_id
  and activity.activity_id = pool.activity_id and activity.published
where pool.centre_id = $1 and pool.opens_at > $2::timestamptz and pool.opens_at < $3::timestamptz
  and pool.intake is null and pool.guest_of is null
order by pool.opens_at, pool.pool_id
limit $4`

const CASES = `
select count(*)::integer as open,
  (count(*) filter (where one.due_at < $4::timestamptz))::integer as overdue
from changlai.consultation as one
where one.centre_id = $1 and one.professional_id = $2 and one.service = any ($3::text[])
  and one.state in ('assigned', 'accepted')`
