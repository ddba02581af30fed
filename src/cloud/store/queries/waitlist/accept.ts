import type { PoolClient } from 'pg'
import type { Output } from '@/contract'
import { centreOf } from '@/domain/access/key'
import type { LimitStanding } from '@/domain/seats/limits'
import { firstClashOf } from '../seats/clashing'
import { POOL_CHANNEL } from '../seats/freed'
import { limitsOf } from '../seats/limits'
import type { SeatWish } from '../seats/wish'
import { instantText } from '../instant-text'
import type { LockedList } from './lock'

/** What stands in the way of somebody taking the seat they were offered; instants in milliseconds. */
export interface Obstacle {
  /** Null for somebody who is no longer in the holder's family. */
  attendeeId: string | null
  ownBookingId: string | null
  clash: { bookingId: string; title: string | null; startsAt: number; endsAt: number } | null
  /** The limits of the pool's activity and centre, as they stand with this person. */
  limits: LimitStanding[]
}

/**
 * Holds the persons of an entry until the transaction ends, in one order for everybody, and moves
 * their marks on, so that no other booking for any of them goes by what was before.
 */
export async function takeTurns(client: PoolClient, entryId: string): Promise<void> {
  const values = [centreOf(entryId), entryId]
  await client.query({ name: 'waitlist.take-turns', text: TAKE_TURNS, values })
}

/** What stands in the way of an entry's people, in their order. */
export async function obstacles(
  client: PoolClient,
  { centreId, poolId }: LockedList,
  entryId: string,
  now: Date,
): Promise<Obstacle[]> {
  const { rows } = await client.query<Obstacle>({
    name: 'waitlist.obstacles',
    text: OBSTACLES,
    values: [centreId, poolId, entryId, now],
  })
  return rows
}

/**
 * Makes the booking of an entry whose seats are held. The pool's count stays as it is, but not who sits
 * in it: hosts that remember it as full forget it, so that nobody is told so who has a seat.
 */
export async function acceptOffer(
  client: PoolClient,
  { centreId, poolId }: LockedList,
  made: Pick<SeatWish, 'bookingId' | 'checkInCode' | 'now'> & { entryId: string },
): Promise<Output<'waitlist.accept'>> {
  const { entryId, bookingId, checkInCode, now } = made
  const { rows } = await client.query<{ value: Output<'waitlist.accept'> }>({
    name: 'waitlist.accept',
    text: ACCEPT,
    values: [centreId, poolId, entryId, bookingId, checkInCode, now],
  })
  return rows[0]!.value
}

/** The other pools on whose lists an entry of a ballot still stands. */
export async function otherWishes(
  client: PoolClient,
  { centreId, poolId }: LockedList,
  ballot: { ballotId: string | null; ballotNumber: number | null },
): Promise<string[]> {
  const { rows } = await client.query<{ poolId: string }>({
    name: 'waitlist.other-wishes',
    text: OTHER_WISHES,
    values: [centreId, ballot.ballotId, ballot.ballotNumber, poolId],
  })
  return rows.map((row) => row.poolId)
}

/** An entry's people as `party`: with the key by which their holder names them. */
const PARTY = `
  select attendee.person_id, attendee.place, entry.holder_id,
    case when attendee.person_id = entry.holder_id then 'self' else member.member_id end
      as attendee_id
  from changlai.waitlist_entry as entry
  join changlai.waitlist_attendee as attendee
    on attendee.centre_id = entry.centre_id and attendee.entry_id = entry.entry_id
  left join changlai.family_member as member
    on member.holder_id = entry.holder_id and member.person_id = attendee.person_id
    and member.removed_at is null
  where entry.centre_id = $1 and entry.entry_id = $3 and attendee.live`

const OTHER_WISHES = `
select pool_id as "poolId" from changlai.waitlist_entry
where centre_id = $1 and ballot_id = $2 and ballot_number = $3 and pool_id <> $4
  and state in ('waiting', 'offered')`

const TAKE_TURNS = `
with locked as (
  select person.person_id
  from changlai.person
  where person.person_id in (
    select person_id from changlai.waitlist_attendee where centre_id = $1 and entry_id = $2)
  order by person.person_id
  for no key update
)
update changlai.person
set booking_turn = person.booking_turn + 1
from locked
where person.person_id = locked.person_id`

const OF_PERSON = { person: 'everybody.person_id', pool: 'pool', activity: 'activity' }

// A title is told to whoever made the other booking and to nobody else, and never of a consultation.
const OBSTACLES = `
with everybody as (${PARTY}
)
select everybody.attendee_id as "attendeeId", own.booking_id as "ownBookingId",
  case when clash.booking_id is not null then jsonb_build_object(
    'bookingId', clash.booking_id,
    'title', case when clash.holder_id = everybody.holder_id then clash.title end,
    'startsAt', round(extract(epoch from clash.starts_at) * 1000),
    'endsAt', round(extract(epoch from clash.ends_at) * 1000)) end as clash,
  ${limitsOf(OF_PERSON, 'everybody.holder_id', '$4::timestamptz')} as limits
from everybody
join changlai.pool on pool.centre_id = $1 and pool.pool_id = $2
join changlai.activity
  on activity.centre_id = pool.centre_id and activity.activity_id = pool.activity_id
left join changlai.booking_attendee as own
  on own.centre_id = $1 and own.pool_id = $2 and own.person_id = everybody.person_id
  and own.status = 'booked'
left join lateral (${firstClashOf('everybody.person_id')}
) as clash on true
order by everybody.place`

const ACCEPT = `
with party as (${PARTY}
), entry as (
  update changlai.waitlist_entry as entry
  set state = 'accepted', booking_id = $4, ended_at = $6::timestamptz
  where entry.centre_id = $1 and entry.pool_id = $2 and entry.entry_id = $3
    and entry.state = 'offered'
  returning entry.centre_id, entry.entry_id, entry.pool_id, entry.holder_id, entry.seats,
    entry.ballot_id, entry.ballot_number
), served as (
  update changlai.ballot_entry as drawn
  set served_pool_id = entry.pool_id
  from entry
  where drawn.centre_id = entry.centre_id and drawn.ballot_id = entry.ballot_id
    and drawn.number = entry.ballot_number
), people as (
  update changlai.waitlist_attendee as attendee
  set live = false
  from entry
  where attendee.centre_id = entry.centre_id and attendee.entry_id = entry.entry_id
), numbered as (
  update changlai.pool
  set last_number = pool.last_number + case when pool.numbered then entry.seats else 0 end
  from entry
  where pool.centre_id = entry.centre_id and pool.pool_id = entry.pool_id
  returning pool.cancel_until,
    case when pool.numbered then pool.last_number - entry.seats end as numbers_after
), booked as (
  insert into changlai.booking
    (centre_id, booking_id, pool_id, person_id, status, check_in_code, booked_at, seats)
  select centre_id, $4, pool_id, holder_id, 'booked', $5, $6::timestamptz, seats
  from entry
  returning centre_id, booking_id, pool_id, person_id as holder_id
), attending as (
  insert into changlai.booking_attendee
    (centre_id, booking_id, person_id, pool_id, holder_id, status, queue_number, queue_state)
  select booked.centre_id, booked.booking_id, party.person_id, booked.pool_id, booked.holder_id,
    'booked',
    numbered.numbers_after + row_number() over (order by party.place),
    case when numbered.numbers_after is not null then 'waiting' end
  from booked cross join numbered cross join party
  returning person_id, queue_number
)
select jsonb_build_object(
  'bookingId', $4::text,
  'status', 'booked',
  'checkInCode', $5::text,
  'cancelUntil', ${instantText('numbered.cancel_until')},
  'attendees', (
    select coalesce(jsonb_agg(
      jsonb_build_object('attendeeId', party.attendee_id, 'number', attending.queue_number)
      order by party.place), '[]'::jsonb)
    from attending join party on party.person_id = attending.person_id
    where party.attendee_id is not null)) as value,
  pg_notify('${POOL_CHANNEL}', $2::text) as told
from numbered`
