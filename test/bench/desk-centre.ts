import type { Store } from '../../src/cloud/store'

/** A morning in the middle of a term, and its day at UTC+8. */
export const NOW = Date.parse('2026-11-22T09:00:00+08:00')
export const TODAY = '2026-11-22'

export interface DeskSize {
  activities: number
  bookings: number
}
export const WHOLE: DeskSize = { activities: 500, bookings: 20_000 }
export const A_TENTH: DeskSize = { activities: 50, bookings: 2_000 }

/** The same in every size: 60 lessons today with 30 seats taken in each, 40 classes waited for. */
const LESSONS_TODAY = 60
const SEATS = 30

/**
 * A centre `desk` with a term of weekly lessons for each activity, a pool each, and the same day today
 * whatever its size; the rest of the bookings lies in the other lessons.
 */
export async function seedDesk(store: Store, size: DeskSize): Promise<void> {
  const { activities, bookings } = size
  const people = Math.max(200, bookings / 5)
  const run = (text: string, values: unknown[] = []) => store.pool.query(text, values)
  await run(CENTRE)
  await run(ACTIVITIES, [activities])
  await run(OTHER_DAYS, [new Date(NOW)])
  await run(THIS_DAY, [new Date(NOW), LESSONS_TODAY, activities])
  await run(
    `insert into changlai.occurrence (centre_id, occurrence_id, activity_id, pool_id, day, starts_at,
       ends_at, original_starts_at, place)
     select centre_id, pool_id, activity_id, pool_id, (starts_at at time zone 'Asia/Shanghai')::date,
       starts_at, ends_at, starts_at + row_number() over (order by pool_id) * interval '1 microsecond', ''
     from changlai.pool`,
  )
  await run(PEOPLE, [people])
  await run(
    `insert into changlai.role_grant (centre_id, person_id, role)
     select 'desk', person_id, 'staff' from changlai.person_identity where subject = 'staff'`,
  )
  await run(BOOKINGS, [SEATS, LESSONS_TODAY, bookings, people, new Date(NOW)])
  await run(SEATS_OF_BOOKINGS)
  await run(COUNTED)
  await run(WAITING, [new Date(NOW)])
}

const CENTRE = `
insert into changlai.centre
  (centre_id, position, name, short_name, address, lat, lng, phone, hours)
values ('desk', 1, '示例社区党群服务中心', '示例社区', '示例路', 34.75, 113.61, '', '[]')`

const ACTIVITIES = `
insert into changlai.activity
  (centre_id, activity_id, title, category, audience, description, host, place, rule)
select 'desk', 'desk.a' || n, '示例课 ' || n, 'lecture', 'everyone', '', '', '二楼',
  '{"frequency":"weekly","weekdays":[4],"startsOn":"2026-01-01","time":"15:00","durationMinutes":60}'
from generate_series(1, $1::integer) n`

const POOL_COLUMNS = `(centre_id, pool_id, activity_id, capacity, taken, mode, opens_at, closes_at,
  cancel_until, starts_at, ends_at)`

// 24 weeks around today, none of them today; a few still to open, and one class in eight drawn.
const OTHER_DAYS = `
insert into changlai.pool ${POOL_COLUMNS}
select 'desk', activity_id || '-' || w + 12, activity_id, 40, 0,
  case when w = 8 and right(activity_id, 1) = '8' then 'ballot' else 'open' end,
  at - interval '14 days', at, at, at, at + interval '1 hour'
from changlai.activity, generate_series(-12, 11) w,
  lateral (select $1::timestamptz + w * interval '7 days' + interval '1 day 6 hours' as at) t`

const THIS_DAY = `
insert into changlai.pool ${POOL_COLUMNS}
select 'desk', 'desk.today-' || n, 'desk.a' || n % $3::integer + 1, 40, 0, 'open', at - interval '14 days',
  at, at, at, at + interval '1 hour'
from generate_series(1, $2::integer) n,
  lateral (select $1::timestamptz + n % 12 * interval '1 hour' as at) t`

const PEOPLE = `
with made as (
  insert into changlai.person (person_id, nickname)
  select gen_random_uuid(), '示例居民' || n from generate_series(1, $1::integer) n
  returning person_id, nickname
)
insert into changlai.person_identity (provider, subject, person_id)
select 'local', case when nickname = '示例居民1' then 'staff' else nickname end, person_id from made`

const BOOKINGS = `
with others as (
  select pool_id, row_number() over (order by pool_id) - 1 as r
  from changlai.pool where not starts_with(pool_id, 'desk.today-')
), people as (
  select person_id, row_number() over (order by person_id) - 1 as r from changlai.person
), wanted as (
  select n, n % (select count(*) from others) as other, (n / $2::integer + n) % $4::integer as who
  from generate_series(0, $3::integer - 1) n
)
insert into changlai.booking
  (centre_id, booking_id, pool_id, person_id, status, check_in_code, booked_at, seats)
select 'desk', 'desk.b' || n,
  case when n < $1::integer * $2::integer then 'desk.today-' || n % $2::integer + 1
    else others.pool_id end,
  people.person_id, 'booked', upper(translate(lpad(to_hex(n), 8, 'z'), '01', 'XY')),
  $5::timestamptz - interval '2 days', 1
from wanted
join others on others.r = wanted.other
join people on people.r = wanted.who`

const SEATS_OF_BOOKINGS = `
insert into changlai.booking_attendee
  (centre_id, booking_id, person_id, pool_id, holder_id, status)
select centre_id, booking_id, person_id, pool_id, person_id, 'booked' from changlai.booking`

const COUNTED = `
update changlai.pool set taken = held.seats
from (select pool_id, count(*) as seats from changlai.booking group by pool_id) as held
where held.pool_id = pool.pool_id`

// Who waited for a lesson that is over, and 40 who wait now.
const WAITING = `
with lists as (
  select pool_id, row_number() over (order by starts_at desc, pool_id) <= 40 as live
  from changlai.pool where not starts_with(pool_id, 'desk.today-')
), holder as (
  select person_id from changlai.person where nickname = '示例居民2'
), waits as (
  insert into changlai.waitlist_entry
    (centre_id, entry_id, pool_id, holder_id, state, seats, turn, joined_at, joined_position, ended_at)
  select 'desk', pool_id || '-w', pool_id, holder.person_id,
    case when live then 'waiting' else 'over' end, 1, 1, $1::timestamptz, 1,
    case when live then null else $1::timestamptz end
  from lists cross join holder
  returning pool_id, state
)
update changlai.pool set last_turn = 1, waiting = 1, list_takes_from = 1
from waits where waits.pool_id = pool.pool_id and waits.state = 'waiting'`
