import type { Pool, PoolClient } from 'pg'
import type { Output } from '@/contract'
import { centreOf } from '@/domain/access/key'
import { inTransaction } from '../../in-transaction'
import { instantText } from '../instant-text'
import { CLASHING } from './clashing'
import { notDelayed } from './delayed'
import { withinLimits } from './limits'
import { lockParty, partyIn, partyOf } from './party'
import type { SeatQuestion, SeatWish } from './wish'

export type { SeatQuestion, SeatWish }

/**
 * Takes a seat for each attendee, or none at all: raises the pool's count, writes the booking, its
 * attendees with their numbers, and the answer, in one statement and one round trip. Gives the answer;
 * null when it took nothing, for any reason. Throws unique violations of booking, booking_attendee
 * and answered_request, after which nothing is taken either.
 */
export async function takeSeat(
  database: Pool | PoolClient,
  wish: SeatWish,
): Promise<Output<'seats.book'> | null> {
  const { intent, poolId, bookingId, checkInCode } = wish
  const { holder, asked } = partyIn(wish)
  const { rows } = await database.query<{ value: Output<'seats.book'> }>({
    name: 'seats.take',
    text: TAKE_SEAT,
    values: [
      centreOf(poolId),
      poolId,
      holder,
      wish.now,
      wish.evenIfClashes,
      bookingId,
      checkInCode,
      intent.requestId,
      intent.operation,
      intent.inputHash,
      asked,
      intent.personId,
      wish.throughIntake ?? false,
      wish.answersItself ?? false,
    ],
  })
  return rows[0]?.value ?? null
}

/**
 * Takes seats while no other booking for any of the attendees is under way, so that what is refused
 * is not refused because of one that came to nothing. Costs four round trips: for a second try only.
 */
export function takeSeatInTurn(pool: Pool, wish: SeatWish): Promise<Output<'seats.book'> | null> {
  return inTransaction(pool, async (client) => {
    await lockParty(client, wish)
    return takeSeat(client, wish)
  })
}

const SEATS = 'cardinality($11::text[])'

const WITHIN_LIMITS = withinLimits({
  person: 'party.person_id',
  pool: 'pool',
  activity: 'activity',
})

/** Seats that somebody on the waiting list could be given are not for whoever comes by. */
const NOT_THE_LISTS = `and (pool.list_takes_from is null
      or pool.capacity - pool.taken < pool.list_takes_from)`

/** Who did not come too often waits longer than everybody else. */
const NOT_DELAYED = notDelayed('$3', '$4::timestamptz')

// wanted: what the snapshot allows, with the mark of the pool's lessons: where one was moved meanwhile,
//   nothing is taken, because the snapshot shows its old time. marks: the marks of the attendees' bookings as the snapshot has
//   them. locked: two bookings for one person wait for each other here, everybody's in one order, so
//   that two that share several people cannot wait in a circle. turn: the second finds the mark moved
//   on and takes nothing, because its snapshot does not show what the first has booked. taken: the
//   guarded count, judged anew on the newest row once its lock is had.
const TAKE_SEAT = `
with party as (${partyOf('$3', '$11')}
), wanted as (
  select pool.pool_id, pool.lessons_turn
  from changlai.pool
  join changlai.activity
    on activity.centre_id = pool.centre_id and activity.activity_id = pool.activity_id
  join changlai.person as holder on holder.person_id = $3
  where pool.centre_id = $1 and pool.pool_id = $2
    and activity.published
    and pool.mode = 'open'
    and pool.opens_at <= $4::timestamptz and $4::timestamptz < pool.closes_at
    and ${SEATS} <= pool.capacity - pool.taken
    ${NOT_THE_LISTS}
    and (pool.intake is null or $13::boolean)
    and (pool.home_centre_until is null or pool.home_centre_until <= $4::timestamptz
      or holder.home_centre_id = pool.centre_id)
    and ${NOT_DELAYED}
    and (pool.only_role is null or exists (
      select from changlai.role_grant
      where role_grant.person_id = $3
        and (role_grant.role = pool.only_role
          or (pool.only_role = 'staff' and role_grant.role = 'director'))
        and role_grant.centre_id in (pool.centre_id, '*')))
    and exists (
      select from changlai.occurrence
      where occurrence.centre_id = $1 and occurrence.pool_id = $2
        and occurrence.state <> 'cancelled')
    and (select count(party.person_id) from party) = ${SEATS}
    and not exists (
      select from party
      where extract(year from age(
          (pool.starts_at at time zone 'Asia/Shanghai')::date::timestamp,
          party.birth_date::timestamp))
        not between coalesce(activity.min_age, 0) and coalesce(activity.max_age, 1000))
    and not exists (
      select from party
      join changlai.booking_attendee as held
        on held.centre_id = $1 and held.pool_id = $2 and held.person_id = party.person_id
      where held.status = 'booked')
    and not exists (select from party where not ${WITHIN_LIMITS})
    and ($5::boolean or not exists (select from ${CLASHING}))
    and not exists (
      select from changlai.answered_request
      where answered_request.person_id = $12 and answered_request.request_id = $8)
), marks as (
  select person.person_id, person.booking_turn
  from wanted cross join party
  join changlai.person on person.person_id = party.person_id
), locked as (
  select person.person_id
  from changlai.person
  where person.person_id in (select marks.person_id from marks)
  order by person.person_id
  for no key update
), turn as (
  update changlai.person
  set booking_turn = person.booking_turn + 1
  from locked join marks on marks.person_id = locked.person_id
  where person.person_id = locked.person_id and person.booking_turn = marks.booking_turn
  returning person.person_id
), taken as (
  update changlai.pool
  set taken = pool.taken + ${SEATS},
    last_number = pool.last_number + case when pool.numbered then ${SEATS} else 0 end
  from (select count(*) as had from turn) as turns
  where pool.centre_id = $1 and pool.pool_id = $2
    and turns.had = ${SEATS}
    and pool.lessons_turn = (select lessons_turn from wanted)
    and pool.taken + ${SEATS} <= pool.capacity
    ${NOT_THE_LISTS}
    and pool.mode = 'open'
    and pool.opens_at <= $4::timestamptz and $4::timestamptz < pool.closes_at
  returning pool.centre_id, pool.pool_id, pool.cancel_until,
    case when pool.numbered then pool.last_number - ${SEATS} end as numbers_after
), booked as (
  insert into changlai.booking
    (centre_id, booking_id, pool_id, person_id, status, check_in_code, booked_at, seats, booked_by)
  select centre_id, $6, pool_id, $3, 'booked', $7, $4::timestamptz, ${SEATS},
    nullif($12::uuid, $3::uuid)
  from taken
  returning centre_id
), attending as (
  insert into changlai.booking_attendee
    (centre_id, booking_id, person_id, pool_id, holder_id, status, queue_number, queue_state)
  select taken.centre_id, $6, party.person_id, taken.pool_id, $3, 'booked',
    taken.numbers_after + party.place,
    case when taken.numbers_after is not null then 'waiting' end
  from taken cross join party
  returning person_id, queue_number
), answer as (
  select taken.centre_id, jsonb_build_object(
    'bookingId', $6::text,
    'status', 'booked',
    'checkInCode', $7::text,
    'cancelUntil', ${instantText('taken.cancel_until')},
    'attendees', (
      select jsonb_agg(
        jsonb_build_object('attendeeId', party.attendee_id, 'number', attending.queue_number)
        order by party.place)
      from attending join party on party.person_id = attending.person_id)) as value
  from taken join booked on booked.centre_id = taken.centre_id
), recorded as (
  insert into changlai.answered_request
    (centre_id, person_id, request_id, operation, input_hash, answer, answered_at)
  select centre_id, $12, $8, $9, $10::bytea, jsonb_build_object('ok', true, 'value', value),
    $4::timestamptz
  from answer
  where not $14::boolean
)
select value from answer`
