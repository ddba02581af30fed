import type pg from 'pg'
import { droppedIndexes } from '../../support/dropped-indexes'
import {
  BOOKINGS_EACH,
  COMING_NOW,
  COURSES,
  type City,
  LESSONS,
  NOW,
  activitiesOf,
  bookingsOf,
  peopleOf,
} from './city'

/**
 * Lays a city out as the database's owner, as a replica is written: nobody looks up a million times
 * whether what is referred to is there. Rows stand in the order in which people booked, so that what
 * belongs to one person or one course is strewn over the table as it is in life.
 *
 * This term has six weeks behind it and six before it. Of each centre's people fifty come now: each
 * with a term's seat and three single lessons to come, and sixteen bookings from before. The others
 * have twenty from before. Every fourth booking is for a child too. Of what is over it is known who came,
 * and how each waiting list ended. The last course of this term is full and somebody waits for it.
 */
export async function layOut(client: pg.Client, city: City): Promise<void> {
  const { centres, termsBefore } = city
  await client.query('set session_replication_role = replica')
  await client.query('set synchronous_commit = off')
  await client.query(`set work_mem = '256MB'`)
  await client.query(`set maintenance_work_mem = '256MB'`)
  const now = new Date(NOW)
  const steps: [text: string, values?: unknown[]][] = [
    [CENTRES, [centres]],
    [COURSES_OF_TERMS, [termsBefore, COURSES]],
    [LESSONS_OF_COURSES, [now, LESSONS]],
    [POOLS],
    [PEOPLE, [peopleOf(city), centres]],
    [FAMILIES],
    [NUMBERED],
    [NUMBERED_POOLS, [now]],
    // What comes next is planned for what is there.
    ['analyze'],
    [BOOKINGS, [BOOKINGS_EACH, COMING_NOW, termsBefore === 0]],
    ['analyze'],
    [SEATS],
    ['analyze'],
    [WHO_CAME, [now]],
    [COUNTED],
    [FULL, [now]],
    [LISTS_THAT_ENDED, [now]],
    [ANSWERS],
    [NOTICES],
  ]
  const indexes = await droppedIndexes(client, ['booking', 'booking_attendee', 'attendance'])
  for (const [text, values] of steps) await client.query(text, values)
  for (const index of indexes) await client.query(index)
  await client.query('set session_replication_role = default')
  await checkCounts(client, city)
  await client.query('vacuum analyze')
  await client.query('checkpoint')
}

const CENTRES = `
insert into changlai.centre (centre_id, position, name, short_name, address, lat, lng, phone, hours,
  courses_per_term)
select 'g' || n, n, '示例社区党群服务中心', '示例社区', '示例路', 34.75, 113.61, '', '[]', 3
from generate_series(0, $1::integer - 1) as n`

const COURSES_OF_TERMS = `
insert into changlai.activity (centre_id, activity_id, title, category, audience, description, host, place,
  rule, seating)
select centre_id, centre_id || '.t' || term || '-' || course, '示例课 ' || course,
  (array['night-school', 'lecture', 'skills', 'club'])[course % 4 + 1], 'everyone', '示例', '示例', '二楼',
  '{"frequency":"weekly","weekdays":[4],"startsOn":"2026-01-01","time":"15:00","durationMinutes":60}',
  case when course < 5 then '{"per":"term"}' else '{"per":"occurrence"}' end::jsonb
from changlai.centre, generate_series(0, $1::integer) as term, generate_series(0, $2::integer - 1) as course`

// Days and hours are such that no two courses of a term meet.
const LESSONS_OF_COURSES = `
insert into changlai.occurrence (centre_id, occurrence_id, activity_id, pool_id, day, starts_at, ends_at,
  original_starts_at, place, lesson_number, lesson_of)
select centre_id, activity_id || '-' || week, activity_id,
  case when course < 5 then activity_id else activity_id || '-' || week end,
  (at at time zone 'Asia/Shanghai')::date, at, at + interval '1 hour', at, '二楼', week + 1, $2::integer
from changlai.activity, generate_series(0, $2::integer - 1) as week,
  lateral (select split_part(split_part(activity_id, '.t', 2), '-', 1)::integer as term,
    split_part(activity_id, '-', 2)::integer as course) as which,
  lateral (select $1::timestamptz + interval '10 minutes'
    + (week - $2::integer / 2 - term * $2::integer) * interval '7 days'
    + course % 7 * interval '1 day' + course * interval '1 hour' as at) as time
order by at`

const POOLS = `
insert into changlai.pool (centre_id, pool_id, activity_id, capacity, opens_at, closes_at, cancel_until,
  starts_at, ends_at)
select centre_id, pool_id, activity_id, 60, min(starts_at) - interval '60 days', max(starts_at),
  max(starts_at), min(starts_at), max(ends_at)
from changlai.occurrence
group by centre_id, pool_id, activity_id
order by min(starts_at)`

const PEOPLE = `
with made as materialized (
  select gen_random_uuid() as person_id, n % $2::integer as centre, n / $2::integer as rank
  from generate_series(0, $1::integer - 1) as n
), person as (
  insert into changlai.person (person_id, nickname, home_centre_id)
  select person_id, '示例居民', 'g' || centre from made
)
insert into changlai.person_identity (provider, subject, person_id)
select 'local', 'resident-' || centre || '-' || rank, person_id from made`

const FAMILIES = `
with family as (
  insert into changlai.family_member
    (member_id, holder_id, person_id, kind, name, birth_date, linked, added_at)
  select 'm-' || translate(lpad(to_hex(row_number() over ()), 16, '0'), '0189', 'wxyz'), person_id,
    gen_random_uuid(), 'child', '示例', '2018-05-01', false, now()
  from changlai.person
  returning person_id
)
insert into changlai.person (person_id) select person_id from family`

// Of each centre: term's seats and single lessons, of what is to come and of what was.
const NUMBERED = `
create temporary table numbered
  (centre_id text, pool_id text, starts_at timestamptz, kind text, number integer)`

const NUMBERED_POOLS = `
insert into numbered
select centre_id, pool_id, starts_at, kind, number::integer - 1
from (
  select *, row_number() over (partition by centre_id, kind order by starts_at, pool_id) as number
  from (
    select centre_id, pool_id, starts_at,
      case when pool_id <> activity_id then case when ends_at > $1 then 'lesson' else 'past lesson' end
        when ends_at > $1 then 'term' else 'past term' end as kind
    from changlai.pool
  ) as pool
) as pool`

const BOOKINGS = `
with wanted as materialized (
  select identity.person_id, which.centre, which.rank, nth, which.kind
  from changlai.person_identity as identity
  cross join generate_series(0, $1::integer - 1) as nth
  cross join lateral (
    select split_part(subject, '-', 2)::integer as centre, split_part(subject, '-', 3)::integer as rank
  ) as of_key
  cross join lateral (
    select 'g' || centre as centre, rank,
      case when nth = 0 and rank < $2::integer then 'term'
        when nth in (0, 4) then case when $3::boolean then 'term' else 'past term' end
        when nth < 4 and rank < $2::integer then 'lesson'
        else 'past lesson' end as kind
  ) as which
), kinds as materialized (
  select centre_id, kind, count(*)::integer as pools from numbered group by centre_id, kind
), chosen as materialized (
  select wanted.*, case wanted.kind
      when 'lesson' then rank + nth * 10
      when 'past lesson' then rank * 11 + nth * (pools / $1::integer)
      else rank + nth / 4 end % pools as number
  from wanted join kinds on kinds.centre_id = wanted.centre and kinds.kind = wanted.kind
), made as (
  select numbered.centre_id, numbered.pool_id, chosen.person_id,
    case when nth % 4 = 3 then 2 else 1 end as seats,
    numbered.starts_at - (1 + (rank * 13 + nth * 7) % 29) * interval '1 day'
      + rank * interval '1 minute' as booked_at
  from chosen join numbered on numbered.centre_id = chosen.centre and numbered.kind = chosen.kind
    and numbered.number = chosen.number
)
insert into changlai.booking (centre_id, booking_id, pool_id, person_id, status, check_in_code, booked_at,
  seats)
select centre_id, centre_id || '.b' || at, pool_id, person_id, 'booked',
  upper(translate(lpad(to_hex(at), 8, 'z'), '01', 'XY')), booked_at, seats
from (select *, row_number() over (order by booked_at) as at from made) as made
order by booked_at`

const SEATS = `
insert into changlai.booking_attendee (centre_id, booking_id, person_id, pool_id, holder_id, status)
select centre_id, booking_id, attendee.person_id, pool_id, booking.person_id, 'booked'
from changlai.booking
cross join lateral (
  select booking.person_id
  union all
  select member.person_id from changlai.family_member as member
  where booking.seats = 2 and member.holder_id = booking.person_id
) as attendee
order by booked_at`

const WHO_CAME = `
insert into changlai.attendance
  (centre_id, occurrence_id, person_id, booking_id, mark, means, marked_at)
select held.centre_id, lesson.occurrence_id, held.person_id, held.booking_id,
  case when ascii(right(held.booking_id, 1)) % 5 = 0 then 'absent' else 'present' end, 'roster',
  lesson.starts_at
from changlai.occurrence as lesson
join changlai.booking_attendee as held
  on held.centre_id = lesson.centre_id and held.pool_id = lesson.pool_id
where lesson.ends_at < $1 and lesson.pool_id <> lesson.activity_id
order by lesson.starts_at`

const COUNTED = `
update changlai.pool set taken = held.seats
from (
  select centre_id, pool_id, count(*) as seats from changlai.booking_attendee group by centre_id, pool_id
) as held
where held.centre_id = pool.centre_id and held.pool_id = pool.pool_id`

const FULL = `
with list as (
  update changlai.pool
  set capacity = greatest(taken, 1), taken = greatest(taken, 1), waiting = 1, list_takes_from = 1,
    last_turn = 1
  where activity_id like '%.t0-9' and ends_at > $1
  returning centre_id, pool_id
)
insert into changlai.waitlist_entry
  (centre_id, entry_id, pool_id, holder_id, state, seats, turn, joined_at, joined_position)
select list.centre_id, list.pool_id || '-w', list.pool_id, person.person_id, 'waiting', 1, 1, $1, 1
from list join changlai.person_identity as person
  on person.subject = 'resident-' || substr(list.centre_id, 2) || '-49'`

const LISTS_THAT_ENDED = `
insert into changlai.waitlist_outcome
  (centre_id, pool_id, from_position, activity_id, waited, offered)
select centre_id, pool_id, band, activity_id, 3, 1
from changlai.pool, unnest(array[1, 2, 4]) as band
where ends_at < $1 and pool_id like '%9%'`

/** Of the last day alone: older ones are forgotten. */
const ANSWERS = `
insert into changlai.answered_request
  (centre_id, person_id, request_id, operation, input_hash, answer, answered_at)
select centre_id, person_id, 'request-' || booking_id, 'seats.book', sha256('x'),
  '{"ok":true,"value":{}}', booked_at
from changlai.booking join changlai.pool using (centre_id, pool_id)
where pool.activity_id like '%.t0-_'`

/** One for each person, of which one in three is not read. */
const NOTICES = `
insert into changlai.notice (centre_id, notice_id, person_id, kind, booking_id, occurrence_id,
  change_number, facts, made_at, read_at)
select centre_id, booking_id || '-n', person_id, 'lesson-moved', booking_id, pool_id, 1,
  '{"clashes":[]}', booked_at, case when at % 3 > 0 then booked_at end
from (
  select distinct on (person_id) *, row_number() over (order by person_id) as at
  from changlai.booking order by person_id, booked_at desc
) as last
order by booked_at`

async function checkCounts(client: pg.Client, city: City): Promise<void> {
  const { rows } = await client.query<{ activities: number; bookings: number }>(`
    select (select count(*) from changlai.activity)::integer as activities,
      (select count(*) from changlai.booking)::integer as bookings`)
  const { activities, bookings } = rows[0]!
  if (activities !== activitiesOf(city) || bookings !== bookingsOf(city)) {
    throw new Error(`Laid out ${activities} activities and ${bookings} bookings`)
  }
}
