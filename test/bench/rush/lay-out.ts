import type { Store } from '../../../src/cloud/store'
import { DAY, HOUR } from '../../../src/domain/time/instant'
import { CENTRE, type Morning, capacities, openidOf } from './morning'

/**
 * A centre with the courses of a morning, each of one pool and twelve weekly lessons, open since
 * yesterday; and everybody who will come, as people who have been here before.
 */
export async function layOut(store: Store, morning: Morning): Promise<void> {
  const { pool } = store
  const starts = new Date(Math.ceil(Date.now() / DAY) * DAY + 30 * DAY)
  await pool.query(COURSES, [CENTRE, capacities(morning), new Date(Date.now() - DAY), starts])
  await pool.query(LESSONS, [CENTRE, HOUR / 1000])
  // So many at once that no statement is long.
  const most = 50_000
  for (let from = 0; from < morning.contenders; from += most) {
    const to = Math.min(morning.contenders, from + most) - 1
    await pool.query(PEOPLE, [from, to, openidOf(0).slice(0, -1)])
  }
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
    lesson_number, lesson_of)
select centre_id, pool_id || '-' || n, activity_id, pool_id, (at at time zone 'Asia/Shanghai')::date,
  at, at + $2::integer * interval '1 second', at, '二楼', n + 1, 12
from changlai.pool, generate_series(0, 11) as n,
  lateral (select starts_at + n * interval '7 days' as at) as lesson
where centre_id = $1`

const PEOPLE = `
with made as materialized (
  select gen_random_uuid() as person_id, $3::text || n as openid
  from generate_series($1::integer, $2::integer) as n
), person as (
  insert into changlai.person (person_id) select person_id from made
)
insert into changlai.person_identity (provider, subject, person_id)
select 'wechat', openid, person_id from made`
