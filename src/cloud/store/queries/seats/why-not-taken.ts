import type { Pool, PoolClient } from 'pg'
import { centreOf } from '@/domain/access/key'
import { ANOTHERS_BOOKING } from '@/domain/seats/clash'
import type { Booker } from '@/domain/seats/eligibility'
import type { AttendeeFacts, BookingFacts } from '@/domain/seats/explain-refusal'
import type { LimitStanding } from '@/domain/seats/limits'
import { firstClashOf } from './clashing'
import { weightOfStrikes } from './delayed'
import { limitsOf } from './limits'
import { partyIn, partyOf } from './party'
import type { SeatQuestion } from './wish'

type PoolFacts = Omit<NonNullable<BookingFacts['pool']>, 'centreId'>

/** One attendee, with what is the same for all of them. */
type WhyNotRow = Partial<PoolFacts> &
  Booker & {
    answeredBefore: boolean
    known: boolean
    attendeeId: string
    inFamily: boolean
    birthDate: string | null
    ownBookingId: string | null
    clashBookingId: string | null
    clashTitle: string | null
    clashStartsAt: number
    clashEndsAt: number
    limits: LimitStanding[] | null
    strikes: number
  }

/** What stands in the way of a booking that took nothing. */
export async function whyNoSeat(
  database: Pool | PoolClient,
  wish: SeatQuestion,
): Promise<{ answeredBefore: boolean; facts: BookingFacts }> {
  const { intent, poolId, evenIfClashes, now, throughIntake = false } = wish
  const { holder, asked } = partyIn(wish)
  const { rows } = await database.query<WhyNotRow>({
    name: 'seats.why-not',
    text: WHY_NO_SEAT,
    values: [centreOf(poolId), poolId, holder, now, intent.requestId, asked, intent.personId],
  })
  const row = rows[0]
  if (!row) throw new Error('Nobody is there to book a seat: the person was deleted')
  const { homeCentreId, roles, strikes, answeredBefore } = row
  const isNamed = wish.attendeeIds !== undefined
  return {
    answeredBefore,
    facts: {
      pool: row.known ? poolOf(row as PoolFacts, centreOf(poolId)) : null,
      person: { homeCentreId, roles },
      strikes,
      attendees: rows.map((one) => attendeeOf(one, isNamed)),
      evenIfClashes,
      throughIntake,
    },
  }
}

function poolOf(row: PoolFacts, centreId: string): BookingFacts['pool'] {
  const { capacity, taken, opensAt, closesAt, mode, homeCentreUntil, onlyRole } = row
  const { intake, minAge, maxAge, firstDay, waiting, listTakesFrom } = row
  const times = { capacity, taken, opensAt, closesAt, waiting, listTakesFrom }
  return { centreId, ...times, mode, homeCentreUntil, onlyRole, intake, minAge, maxAge, firstDay }
}

function attendeeOf(row: WhyNotRow, isNamed: boolean): AttendeeFacts {
  const { attendeeId, inFamily, birthDate, ownBookingId, clashBookingId, limits } = row
  const clash = clashBookingId && {
    bookingId: clashBookingId,
    title: row.clashTitle ?? ANOTHERS_BOOKING,
    startsAt: row.clashStartsAt,
    endsAt: row.clashEndsAt,
  }
  const known = { inFamily, birthDate, ownBookingId, clash: clash || null, limits: limits ?? [] }
  return { attendeeId: isNamed ? attendeeId : null, ...known }
}

const OF_ATTENDEE = { person: 'party.person_id', pool: 'found', activity: 'found' }

// A title is told to whoever made the other booking and to nobody else: a relative does not learn
// through a clash what an elder has booked.
const WHY_NO_SEAT = `
select
  exists (
    select from changlai.answered_request
    where answered_request.person_id = $7 and answered_request.request_id = $5
  ) as "answeredBefore",
  holder.home_centre_id as "homeCentreId",
  coalesce((
    select jsonb_agg(jsonb_build_object('role', role, 'centreId', nullif(centre_id, '*')))
    from changlai.role_grant where role_grant.person_id = $3
  ), '[]'::jsonb) as roles,
  found.pool_id is not null as known,
  found.capacity, found.taken, found.mode, found.intake, found.waiting,
  found.list_takes_from as "listTakesFrom",
  found.opens_at as "opensAt",
  case when exists (
    select from changlai.occurrence
    where occurrence.centre_id = $1 and occurrence.pool_id = $2 and occurrence.state <> 'cancelled'
  ) then found.closes_at else least(found.closes_at, $4::timestamptz) end as "closesAt",
  found.home_centre_until as "homeCentreUntil",
  found.only_role as "onlyRole",
  found.min_age as "minAge",
  found.max_age as "maxAge",
  (found.starts_at at time zone 'Asia/Shanghai')::date as "firstDay",
  party.attendee_id as "attendeeId",
  party.person_id is not null as "inFamily",
  party.birth_date as "birthDate",
  (
    select held.booking_id from changlai.booking_attendee as held
    where held.centre_id = $1 and held.pool_id = $2 and held.person_id = party.person_id
      and held.status = 'booked'
  ) as "ownBookingId",
  clash.booking_id as "clashBookingId",
  case when clash.holder_id = $7 then clash.title end as "clashTitle",
  clash.starts_at as "clashStartsAt",
  clash.ends_at as "clashEndsAt",
  ${limitsOf(OF_ATTENDEE, '$7::uuid', '$4::timestamptz')} as limits,
  ${weightOfStrikes('$3', '$1', '$4::timestamptz')} as strikes
from changlai.person as holder
cross join (${partyOf('$3', '$6')}) as party
left join lateral (
  select pool.*, activity.min_age, activity.max_age, activity.seating, activity.seats_per_term,
    activity.parallel_group
  from changlai.pool
  join changlai.activity
    on activity.centre_id = pool.centre_id and activity.activity_id = pool.activity_id
  where pool.centre_id = $1 and pool.pool_id = $2 and activity.published
) as found on true
left join lateral (${firstClashOf('party.person_id')}
) as clash on true
where holder.person_id = $3
order by party.place`
