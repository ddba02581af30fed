import type { Pool, PoolClient } from 'pg'
import { centreOf } from '@/domain/access/key'
import { ANOTHERS_BOOKING } from '@/domain/seats/clash'
import type { Booker } from '@/domain/seats/eligibility'
import type { AttendeeFacts, BookingFacts } from '@/domain/seats/explain-refusal'
import type { LimitStanding } from '@/domain/seats/limits'
import { firstClashOf } from './clashing'
import { weightOfStrikes } from './delayed'
import { limitsOf } from './limits'
import { namedBy, namedIn } from './party'
import type { SeatQuestion } from './wish'

type PoolFacts = Omit<NonNullable<BookingFacts['pool']>, 'centreId'>

/** One attendee of a wish, with what is the same for all of them. */
type WhyNotRow = Partial<PoolFacts> &
  Booker & {
    at: number
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

export interface WhyNot {
  answeredBefore: boolean
  facts: BookingFacts
}

/** What stands in the way of wishes that took nothing, for each of them. */
export async function whyNoSeats(
  database: Pool | PoolClient,
  wishes: readonly SeatQuestion[],
): Promise<WhyNot[]> {
  const { holders, named } = namedBy(wishes)
  const { rows } = await database.query<WhyNotRow>({
    ...(wishes.length === 1 ? { name: 'seats.why-not' } : {}),
    text: WHY_NO_SEATS,
    values: [
      wishes.map(({ poolId }) => centreOf(poolId)),
      wishes.map(({ poolId }) => poolId),
      holders,
      wishes.map(({ now }) => now),
      wishes.map(({ intent }) => intent.requestId),
      wishes.map(({ intent }) => intent.personId),
      ...named,
    ],
  })
  const rowsOf = wishes.map((): WhyNotRow[] => [])
  for (const row of rows) rowsOf[row.at - 1]!.push(row)
  return wishes.map((wish, index) => whyNot(wish, rowsOf[index]!))
}

/** The same for one wish. */
export async function whyNoSeat(database: Pool | PoolClient, wish: SeatQuestion): Promise<WhyNot> {
  const [why] = await whyNoSeats(database, [wish])
  return why!
}

function whyNot(wish: SeatQuestion, rows: readonly WhyNotRow[]): WhyNot {
  const { poolId, evenIfClashes, throughIntake = false } = wish
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

const OF_WISH = { centre: 'wish.centre_id', pool: 'wish.pool_id', now: 'wish.now' }

const OF_ATTENDEE = { person: 'party.person_id', pool: 'found', activity: 'found' }

// A title is told to whoever made the other booking and to nobody else: a relative does not learn
// through a clash what an elder has booked.
const WHY_NO_SEATS = `
with wish as (
  select wish.*, wish.ordinal::integer as at
  from (
    select * from unnest($1::text[], $2::text[], $3::uuid[], $4::timestamptz[], $5::text[], $6::uuid[])
    with ordinality limit cardinality($1::text[])
  ) as wish (centre_id, pool_id, holder_id, now, request_id, asker_id, ordinal)
), party as (
${namedIn('$3', ['$7', '$8', '$9'])}
)
select wish.at,
  (
    select true from changlai.answered_request
    where answered_request.person_id = wish.asker_id
      and answered_request.request_id = wish.request_id
    limit 1
  ) is not null as "answeredBefore",
  holder.home_centre_id as "homeCentreId",
  coalesce((
    select jsonb_agg(jsonb_build_object('role', role, 'centreId', nullif(centre_id, '*')))
    from changlai.role_grant where role_grant.person_id = wish.holder_id
  ), '[]'::jsonb) as roles,
  found.pool_id is not null as known,
  found.capacity, found.taken, found.mode, found.intake, found.waiting,
  found.list_takes_from as "listTakesFrom",
  found.opens_at as "opensAt",
  case when (
    select true from changlai.occurrence
    where occurrence.centre_id = wish.centre_id and occurrence.pool_id = wish.pool_id
      and occurrence.state <> 'cancelled'
    limit 1
  ) then found.closes_at else least(found.closes_at, wish.now) end as "closesAt",
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
    where held.centre_id = wish.centre_id and held.pool_id = wish.pool_id
      and held.person_id = party.person_id
      and held.status = 'booked'
  ) as "ownBookingId",
  clash.booking_id as "clashBookingId",
  case when clash.holder_id = wish.asker_id then clash.title end as "clashTitle",
  clash.starts_at as "clashStartsAt",
  clash.ends_at as "clashEndsAt",
  ${limitsOf(OF_ATTENDEE, 'wish.asker_id', 'wish.now')} as limits,
  ${weightOfStrikes('wish.holder_id', 'wish.centre_id', 'wish.now')} as strikes
from wish
cross join lateral (
  select home_centre_id from changlai.person where person_id = wish.holder_id limit 1
) as holder
join party on party.at = wish.at
left join lateral (
  select pool.*, activity.min_age, activity.max_age, activity.seating, activity.seats_per_term,
    activity.parallel_group
  from changlai.pool
  join changlai.activity
    on activity.centre_id = pool.centre_id and activity.activity_id = pool.activity_id
  where pool.centre_id = wish.centre_id and pool.pool_id = wish.pool_id and activity.published
) as found on true
left join lateral (${firstClashOf('party.person_id', OF_WISH)}
) as clash on true
order by wish.at, party.place`
