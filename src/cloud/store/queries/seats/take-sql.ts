import { instantText } from '../instant-text'
import { clashing } from './clashing'
import { notDelayed } from './delayed'
import { withinLimits } from './limits'
import { IS_HELD, fullForAnybody, isOpen } from './full'
import { namedIn } from './party'

/** Seats that somebody on the waiting list could be given are not for whoever comes by. */
const notTheLists = (pool: string) => `(${pool}.list_takes_from is null
      or ${pool}.capacity - ${pool}.taken < ${pool}.list_takes_from)`

const NOT_ANSWERED = `(select true from changlai.answered_request
      where answered_request.person_id = wish.asker_id
        and answered_request.request_id = wish.request_id limit 1) is null`

/**
 * Takes seats for many wishes at once, in the order of their arrival. It is the same statement for one.
 *
 * wish: one row a wish, `at` from 1 on. By its limit, which limits nothing, PostgreSQL knows how many
 *   there are when it plans for them, and expects one where it keeps one plan for all.
 * party: everybody for whom a seat is asked, and whether they may have one as the snapshot shows it. Of
 *   several wishes for one person the first alone is judged: the
 *   snapshot does not show the others what comes of it.
 * judged: what the snapshot allows, with the mark of the pool's lessons: where one was moved
 *   meanwhile, nothing is taken, because the snapshot shows its old time. What is judged is a column
 *   and no condition, so that PostgreSQL does not expect nearly nothing to be left. sold_out: that there
 *   is no seat is all that can be said to somebody who asks for themselves, has none in the pool, and
 *   has not asked under this requestId.
 * marks: the persons of whom seats are taken, with the mark of their bookings.
 * locked: bookings for one person wait for each other here, everybody's in one order, so that two
 *   that share several people cannot wait in a circle. turn: who comes second finds the mark moved on
 *   and takes nothing, because its snapshot does not show what the first has booked.
 * counted: the pools, locked after the persons and in one order too, as they stand now. queue: how
 *   many seats are asked for up to each wish; those that fit are taken. Seats that came free since the
 *   snapshot are left for when it is asked again: PostgreSQL holds what is taken against the capacity
 *   on the row of the snapshot too, before it sees that there is a newer one.
 *
 * Gives a row a wish that took seats, with its answer; one for each that the snapshot allowed and that
 * took none, to be asked again; and one for each pool that is sold out, with the wishes to which
 * that is all there is to say.
 */
export const TAKE_SEATS = `
with wish as materialized (
  select wish.*, wish.ordinal::integer as at
  from (
    select * from unnest($1::text[], $2::text[], $3::uuid[], $4::timestamptz[], $5::boolean[],
      $6::text[], $7::text[], $8::text[], $9::text[], $10::bytea[], $11::uuid[], $12::boolean[],
      $13::boolean[], $14::boolean[], $15::integer[])
    with ordinality limit cardinality($1::text[])
  ) as wish (centre_id, pool_id, holder_id, now, even_if_clashes, booking_id, check_in_code,
    request_id, operation, input_hash, asker_id, through_intake, answers_itself, told_unwritten, seats,
    ordinal)
), named as materialized (
${namedIn('$3', ['$16', '$17', '$18'])}
), party as materialized (
  select party.at, party.attendee_id, party.place, party.person_id,
    row_number() over (partition by party.person_id order by party.at) as turn,
    case when wish.seats <= pool.capacity - pool.taken
      and party.person_id is not null
      and coalesce(extract(year from age(
          (pool.starts_at at time zone 'Asia/Shanghai')::date::timestamp,
          party.birth_date::timestamp))
        between coalesce(activity.min_age, 0) and coalesce(activity.max_age, 1000), true)
      and (select true from changlai.booking_attendee as held
        where held.centre_id = wish.centre_id and held.pool_id = wish.pool_id
          and held.person_id = party.person_id and held.status = 'booked') is null
      and ${withinLimits({ person: 'party.person_id', pool: 'pool', activity: 'activity' })}
      and (wish.even_if_clashes or not exists (
        select from ${clashing(
          { centre: 'wish.centre_id', pool: 'wish.pool_id', now: 'wish.now' },
          '(select party.person_id) as party',
        )}))
    then true else false end as may
  from named as party
  join wish on wish.at = party.at
  left join changlai.pool on pool.centre_id = wish.centre_id and pool.pool_id = wish.pool_id
  left join changlai.activity
    on activity.centre_id = pool.centre_id and activity.activity_id = pool.activity_id
), parties as (
  select at, bool_and(may) as may, max(turn) > 1 as later from party group by at
), judged as materialized (
  select wish.*, pool.lessons_turn, coalesce(parties.later, false) as later,
    case when parties.may and not parties.later
    and activity.published
    and ${isOpen('pool', 'wish.now')}
    and ${notTheLists('pool')}
    and (pool.intake is null or wish.through_intake)
    and (pool.home_centre_until is null or pool.home_centre_until <= wish.now
      or (select holder.home_centre_id from changlai.person as holder
        where holder.person_id = wish.holder_id) = pool.centre_id)
    and ${notDelayed('wish.holder_id', 'wish.now')}
    and (pool.only_role is null or exists (
      select from changlai.role_grant
      where role_grant.person_id = wish.holder_id
        and (role_grant.role = pool.only_role
          or (pool.only_role = 'staff' and role_grant.role = 'director'))
        and role_grant.centre_id in (pool.centre_id, '*')))
    and ${IS_HELD}
    and ${NOT_ANSWERED}
    then true else false end as fits,
    case when wish.told_unwritten
    and ${fullForAnybody('wish.now')}
    and (select true from changlai.booking_attendee as held
      where held.centre_id = wish.centre_id and held.pool_id = wish.pool_id
        and held.person_id = wish.holder_id and held.status = 'booked') is null
    and ${NOT_ANSWERED}
    then true else false end as sold_out,
    pool.capacity, pool.waiting, pool.opens_at, pool.closes_at, pool.xmin::text as version,
    pool.capacity - pool.taken as seen_free
  from wish
  left join parties on parties.at = wish.at
  left join changlai.pool on pool.centre_id = wish.centre_id and pool.pool_id = wish.pool_id
  left join changlai.activity
    on activity.centre_id = pool.centre_id and activity.activity_id = pool.activity_id
), marks as materialized (
  select party.at, party.person_id,
    (select person.booking_turn from changlai.person
      where person.person_id = party.person_id) as mark
  from judged join party on party.at = judged.at
  where judged.fits
  limit cardinality($16::integer[])
), locked as materialized (
  select person.person_id, person.booking_turn
  from changlai.person
  where person.person_id = any (array(select marks.person_id from marks))
  order by person.person_id
  for no key update
), unmoved as materialized (
  select marks.at, marks.person_id
  from locked join marks on marks.person_id = locked.person_id
    and locked.booking_turn = marks.mark
), turn as (
  update changlai.person
  set booking_turn = person.booking_turn + 1
  where person.person_id = any (array(select unmoved.person_id from unmoved))
), turns as (
  select at, count(*) as had from unmoved group by at
), ready as materialized (
  select judged.* from judged left join turns on turns.at = judged.at
  where case when turns.had = judged.seats then true else false end
), counted as materialized (
  select pool.*
  from changlai.pool
  where (pool.centre_id, pool.pool_id) in (select centre_id, pool_id from ready)
  order by pool.centre_id, pool.pool_id
  for no key update
), queue as (
  select wish.*,
    (sum(wish.seats) over (partition by wish.centre_id, wish.pool_id order by wish.at))::integer as upto
  from ready as wish
  left join counted on counted.pool_id = wish.pool_id
  where case when counted.lessons_turn = wish.lessons_turn
    and ${isOpen('counted', 'wish.now')}
    and ${notTheLists('counted')}
    then true else false end
), fitting as materialized (
  select queue.*
  from queue
  join counted on counted.pool_id = queue.pool_id
  where queue.upto <= least(queue.seen_free, counted.capacity - counted.taken)
), taken as (
  update changlai.pool
  set taken = pool.taken + asked.seats,
    last_number = pool.last_number + case when pool.numbered then asked.seats else 0 end
  from (
    select centre_id, pool_id, max(upto) as seats from fitting group by centre_id, pool_id
  ) as asked
  where pool.centre_id = asked.centre_id and pool.pool_id = asked.pool_id
  returning pool.centre_id, pool.pool_id, pool.cancel_until,
    case when pool.numbered then pool.last_number - asked.seats end as numbers_after
), booked as materialized (
  select fitting.*, taken.cancel_until, taken.numbers_after + fitting.upto - fitting.seats as numbers_after
  from fitting
  left join taken on taken.pool_id = fitting.pool_id
  where case when taken.pool_id is not null then true else false end
), bookings as (
  insert into changlai.booking
    (centre_id, booking_id, pool_id, person_id, status, check_in_code, booked_at, seats, booked_by)
  select centre_id, booking_id, pool_id, holder_id, 'booked', check_in_code, now, seats,
    nullif(asker_id, holder_id)
  from booked
), attending as materialized (
  select booked.at, booked.centre_id, booked.pool_id, booked.booking_id, booked.holder_id,
    party.person_id, party.attendee_id, party.place, booked.numbers_after + party.place as number
  from booked join party on party.at = booked.at
), attendees as (
  insert into changlai.booking_attendee
    (centre_id, booking_id, person_id, pool_id, holder_id, status, queue_number, queue_state)
  select centre_id, booking_id, person_id, pool_id, holder_id, 'booked', number,
    case when number is not null then 'waiting' end
  from attending
), answer as materialized (
  select booked.*, jsonb_build_object(
    'bookingId', booked.booking_id,
    'status', 'booked',
    'checkInCode', booked.check_in_code,
    'cancelUntil', ${instantText('booked.cancel_until')},
    'attendees', those.attendees) as value
  from booked
  join (
    select at, jsonb_agg(
      jsonb_build_object('attendeeId', attendee_id, 'number', number) order by place) as attendees
    from attending group by at
  ) as those on those.at = booked.at
), recorded as (
  insert into changlai.answered_request
    (centre_id, person_id, request_id, operation, input_hash, answer, answered_at)
  select centre_id, asker_id, request_id, operation, input_hash,
    jsonb_build_object('ok', true, 'value', value), now
  from answer
  where not answers_itself
)
select judged.at, answer.value, null::json as "soldOut"
from judged left join answer on answer.at = judged.at
where judged.fits or (judged.later and not judged.sold_out)
union all
select null, null, json_build_object(
  'at', json_agg(judged.at),
  'capacity', judged.capacity,
  'waiting', judged.waiting,
  'opensAt', round(extract(epoch from judged.opens_at) * 1000),
  'closesAt', round(extract(epoch from judged.closes_at) * 1000),
  'version', judged.version)
from judged
where judged.sold_out
group by judged.centre_id, judged.pool_id, judged.capacity, judged.waiting,
  judged.opens_at, judged.closes_at, judged.version`
