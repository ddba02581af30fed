import type { Pool } from 'pg'
import { centreOf } from '@/domain/access/key'
import type { Booker, PoolAudience } from '@/domain/seats/eligibility'
import type { BookingFacts } from '@/domain/seats/explain-refusal'
import { CLASHING } from './clashing'
import type { SeatWish } from './take'

type WhyNotRow = Partial<BookingFacts['pool'] & PoolAudience> &
  Booker & {
    answeredBefore: boolean
    known: boolean
    ownBookingId: string | null
    clashBookingId: string | null
    clashTitle: string
    clashStartsAt: number
    clashEndsAt: number
  }

/** What stands in the way of a booking that took nothing. */
export async function whyNoSeat(
  pool: Pool,
  { intent, poolId, evenIfClashes, now }: SeatWish,
): Promise<{ answeredBefore: boolean; facts: BookingFacts }> {
  const { rows } = await pool.query<WhyNotRow>({
    name: 'seats.why-not',
    text: WHY_NO_SEAT,
    values: [centreOf(poolId), poolId, intent.personId, now, intent.requestId],
  })
  const row = rows[0]
  if (!row) throw new Error('Nobody is there to book a seat: the person was deleted')
  const { homeCentreId, roles, ownBookingId } = row
  const clash = row.clashBookingId && {
    bookingId: row.clashBookingId,
    title: row.clashTitle,
    startsAt: row.clashStartsAt,
    endsAt: row.clashEndsAt,
  }
  const { capacity, taken, opensAt, closesAt, mode, homeCentreUntil, onlyRole } = row
  const found = row.known && {
    centreId: centreOf(poolId),
    capacity: capacity!,
    taken: taken!,
    opensAt: opensAt!,
    closesAt: closesAt!,
    mode: mode!,
    homeCentreUntil: homeCentreUntil!,
    onlyRole: onlyRole!,
    waiting: 0,
  }
  return {
    answeredBefore: row.answeredBefore,
    facts: {
      pool: found || null,
      person: { homeCentreId, roles },
      ownBookingId,
      clash: clash || null,
      evenIfClashes,
    },
  }
}

const WHY_NO_SEAT = `
select
  exists (
    select from changlai.answered_request
    where answered_request.person_id = $3 and answered_request.request_id = $5
  ) as "answeredBefore",
  person.home_centre_id as "homeCentreId",
  coalesce((
    select jsonb_agg(jsonb_build_object('role', role, 'centreId', nullif(centre_id, '*')))
    from changlai.role_grant where role_grant.person_id = $3
  ), '[]'::jsonb) as roles,
  found.pool_id is not null as known,
  found.capacity, found.taken, found.mode,
  found.opens_at as "opensAt",
  case when exists (
    select from changlai.occurrence
    where occurrence.centre_id = $1 and occurrence.pool_id = $2 and occurrence.state <> 'cancelled'
  ) then found.closes_at else least(found.closes_at, $4::timestamptz) end as "closesAt",
  found.home_centre_until as "homeCentreUntil",
  found.only_role as "onlyRole",
  (
    select booking_id from changlai.booking
    where booking.centre_id = $1 and booking.pool_id = $2 and booking.person_id = $3
      and booking.status = 'booked'
  ) as "ownBookingId",
  clash.booking_id as "clashBookingId",
  clash.title as "clashTitle",
  clash.starts_at as "clashStartsAt",
  clash.ends_at as "clashEndsAt"
from changlai.person
left join lateral (
  select pool.*
  from changlai.pool
  join changlai.activity
    on activity.centre_id = pool.centre_id and activity.activity_id = pool.activity_id
  where pool.centre_id = $1 and pool.pool_id = $2 and activity.published
) as found on true
left join lateral (
  select clashing.booking_id, activity.title, clashing.starts_at, clashing.ends_at
  from (
    select held.booking_id, other.centre_id, other.activity_id, other.starts_at, other.ends_at
    from ${CLASHING}
    order by other.starts_at
    limit 1
  ) as clashing
  join changlai.activity
    on activity.centre_id = clashing.centre_id and activity.activity_id = clashing.activity_id
) as clash on true
where person.person_id = $3`
