import type { Store } from '../../../src/cloud/store'
import { DAY, HOUR } from '../../../src/domain/time/instant'
import { CENTRE, type Morning, POOLS, POOLS_BEFORE, capacities, openidOf } from './morning'

/**
 * A centre with the courses of a morning, each of one pool and twelve weekly lessons, open since
 * yesterday; and everybody who will come, as people who have been here before.
 */
export async function layOut(store: Store, morning: Morning): Promise<void> {
  const { pool } = store
  const starts = new Date(Math.ceil(Date.now() / DAY) * DAY + 30 * DAY)
  await pool.query(COURSES, [CENTRE, capacities(morning), new Date(Date.now() - DAY), starts])
  await pool.query(LESSONS, [CENTRE, HOUR / 1000, POOLS])
  // So many at once that no statement is long.
  const most = 20_000
  for (let from = 0; from < morning.contenders; from += most) {
    const to = Math.min(morning.contenders, from + most) - 1
    await pool.query(PEOPLE, [from, to, openidOf(0).slice(0, -1)])
  }
}

/** How many waited for each course of the term before. */
const WAITED = 5

/** The term before, whose seats the first of them had, and whose lists others were on: no city opens its courses on empty tables. */
export async function layOutTermBefore({ pool }: Store, morning: Morning): Promise<void> {
  await pool.query(TERM_BEFORE, [CENTRE, POOLS, POOLS_BEFORE])
  await pool.query(LESSONS, [CENTRE, HOUR / 1000, POOLS_BEFORE])
  await pool.query(SEATS_BEFORE, [POOLS_BEFORE, openidOf(0).slice(0, -1), morning.contenders])
  await pool.query(LISTS_BEFORE, [POOLS_BEFORE, WAITED])
}

const COURSES = `
with centre as (
  insert into changlai.centre
    (centre_id, position, name, short_name, address, lat, lng, phone, hours)
  values ($1, 1, '示例社区党群服务中心', '示例社区', '示例路', 34.75, 113.61, '', '[]')
), course as (
  select ordinal - 1 as n, capacity from unnest($2::integer[]) with ordinality as c (capacity, ordinal)
), activity as (
  insert into changlai.activity
    (centre_id, activity_id, title, category, audience, description, host, place, rule, seating)
  select $1, $1 || '.a' || n, '示例课 ' || n, 'night-school', 'everyone', '', '', '二楼',
    '{"frequency":"weekly","weekdays":[4],"startsOn":"2026-01-01","time":"19:00","durationMinutes":90}',
    '{"per":"term"}'
  from course
)
insert into changlai.pool (centre_id, pool_id, activity_id, capacity, opens_at, closes_at, cancel_until,
  starts_at, ends_at)
select $1, $1 || '.p' || n, $1 || '.a' || n, capacity, $3::timestamptz, $4::timestamptz, $4::timestamptz,
  $4::timestamptz, $4::timestamptz + interval '12 weeks'
from course`

const LESSONS = `
insert into changlai.occurrence
  (centre_id, occurrence_id, activity_id, pool_id, day, starts_at, ends_at, original_starts_at, place,
    lesson_number, lesson_of, judged_at)
select centre_id, pool_id || '-' || n, activity_id, pool_id, (at at time zone 'Asia/Shanghai')::date,
  at, lesson.ends_at, at, '二楼', n + 1, 12, case when lesson.ends_at < now() then lesson.ends_at end
from changlai.pool, generate_series(0, 11) as n,
  lateral (select starts_at + n * interval '7 days' as at,
    starts_at + n * interval '7 days' + $2::integer * interval '1 second' as ends_at) as lesson
where centre_id = $1 and starts_with(pool_id, $3)`

const PEOPLE = `
with made as materialized (
  select gen_random_uuid() as person_id, $3::text || n as openid
  from generate_series($1::integer, $2::integer) as n
), person as (
  insert into changlai.person (person_id) select person_id from made
)
insert into changlai.person_identity (provider, subject, person_id)
select 'wechat', openid, person_id from made`

const TERM_BEFORE = `
insert into changlai.pool (centre_id, pool_id, activity_id, capacity, taken, opens_at, closes_at,
  cancel_until, starts_at, ends_at)
select centre_id, replace(pool_id, $2, $3), activity_id, capacity, capacity,
  opens_at - interval '180 days', closes_at - interval '180 days', cancel_until - interval '180 days',
  starts_at - interval '180 days', ends_at - interval '180 days'
from changlai.pool where centre_id = $1`

// The n-th seat of the term is the n-th person's; where there are fewer people, they have one each.
const SEATS_BEFORE = `
with seat as materialized (
  select pool.centre_id, pool.pool_id, pool.opens_at, identity.person_id,
    pool.centre_id || '.' || substr(md5(identity.subject), 1, 16) as booking_id,
    translate(upper(substr(md5(identity.subject), 17, 8)), '01', 'XY') as check_in_code
  from (
    select pool.*, row_number() over (order by pool_id, place) - 1 as n
    from changlai.pool, generate_series(1, pool.capacity) as place
    where starts_with(pool.pool_id, $1)
  ) as pool
  cross join lateral (
    select * from changlai.person_identity
    where provider = 'wechat' and subject = $2::text || pool.n limit 1
  ) as identity
  where pool.n < $3::integer
), booking as (
  insert into changlai.booking
    (centre_id, booking_id, pool_id, person_id, status, check_in_code, booked_at, seats)
  select centre_id, booking_id, pool_id, person_id, 'booked', check_in_code, opens_at, 1
  from seat
  on conflict (centre_id, check_in_code) do nothing
  returning centre_id, booking_id, pool_id, person_id
)
insert into changlai.booking_attendee (centre_id, booking_id, person_id, pool_id, holder_id, status)
select centre_id, booking_id, person_id, pool_id, person_id, 'booked' from booking`

// The list of a course is what those had who sat in the course before it.
const LISTS_BEFORE = `
with waited as materialized (
  select pool.centre_id, pool.pool_id, pool.starts_at, held.person_id, held.turn::integer as turn,
    pool.centre_id || '.' || substr(md5(pool.pool_id || held.turn), 1, 16) as entry_id
  from (
    select pool.*, lead(pool_id, 1, pool_id) over (order by pool_id desc) as another
    from changlai.pool where starts_with(pool.pool_id, $1)
  ) as pool
  cross join lateral (
    select person_id, row_number() over (order by person_id) as turn
    from changlai.booking_attendee
    where booking_attendee.centre_id = pool.centre_id and booking_attendee.pool_id = pool.another
    limit $2::integer
  ) as held
), entry as (
  insert into changlai.waitlist_entry
    (centre_id, entry_id, pool_id, holder_id, state, seats, turn, joined_at, joined_position, ended_at)
  select centre_id, entry_id, pool_id, person_id, 'over', 1, turn, starts_at - interval '20 days', turn,
    starts_at
  from waited
)
insert into changlai.waitlist_attendee (centre_id, entry_id, person_id, pool_id, place, live)
select centre_id, entry_id, person_id, pool_id, 1, false from waited`
