import pg from 'pg'
import { droppedIndexes } from '../dropped-indexes'

/** Tables that grow with use; to read one whole for a resident’s tap would show at a city’s size. */
export const GROWING = [
  'booking',
  'booking_attendee',
  'family_member',
  'guardian_consent',
  'spoken_code',
  'spoken_code_try',
  'calendar_address',
  'desk_session',
  'ballot',
  'ballot_pool',
  'ballot_entry',
  'ballot_wish',
  'ballot_attendee',
  'waitlist_entry',
  'waitlist_attendee',
  'waitlist_move',
  'waitlist_outcome',
  'attendance',
  'strike',
  'pool',
  'occurrence',
  'answered_request',
  'person',
  'person_identity',
  'role_grant',
  'role_invitation',
  'audit_entry',
  'audit_outcome',
  'station_report',
  'station_task',
  'consultation',
  'consultation_slot',
  'office_hours',
]

/**
 * Twenty centres, 300 activities with 150 occurrences and pools each, 6,000 people with a child each,
 * 60,000 bookings with a number each, 800 stations, 48,000 reports. Written as a replica is: nobody looks
 * up a million times whether what is referred to is there.
 */
const FILL = `
insert into changlai.centre (centre_id, position, name, short_name, address, lat, lng, phone, hours)
select 'c' || n, n, '示例', '示例', '示例', 34.75, 113.61, '', '[]' from generate_series(1, 20) n;
insert into changlai.activity (centre_id, activity_id, title, category, audience, description, host, place, rule)
select 'c' || n % 20 + 1, 'c' || n % 20 + 1 || '.a' || n, '示例 ' || n, 'lecture', 'everyone', '', '', '',
  '{"frequency":"weekly","weekdays":[4],"startsOn":"2026-01-01","time":"15:00","durationMinutes":60}'
from generate_series(1, 300) n;
insert into changlai.pool (centre_id, pool_id, activity_id, capacity, taken, opens_at, closes_at, cancel_until, starts_at, ends_at)
select centre_id, activity_id || '-' || d, activity_id, 1000, 0, at - interval '21 days', at, at, at, at + interval '1 hour'
from changlai.activity, generate_series(-75, 74) d,
  lateral (select timestamptz '2026-11-22 09:00+08' + d * interval '1 day' + interval '6 hours' as at) t;
insert into changlai.occurrence (centre_id, occurrence_id, activity_id, pool_id, day, starts_at, ends_at, original_starts_at, place)
select centre_id, pool_id, activity_id, pool_id, (starts_at at time zone 'Asia/Shanghai')::date, starts_at, ends_at, starts_at, ''
from changlai.pool;
insert into changlai.person (person_id) select gen_random_uuid() from generate_series(1, 6000);
insert into changlai.person_identity (provider, subject, person_id)
select 'local', 'p' || row_number() over (), person_id from changlai.person;
insert into changlai.role_grant (centre_id, person_id, role)
select 'c' || row_number() over () % 20 + 1, person_id, 'volunteer' from changlai.person order by 1;
insert into changlai.booking (centre_id, booking_id, pool_id, person_id, status, check_in_code, booked_at)
select p.centre_id, p.centre_id || '.b' || n, p.pool_id, w.person_id, 'booked',
  upper(translate(lpad(to_hex(n), 8, '2'), '01', 'XY')), timestamptz '2026-11-01 09:00+08' + n * interval '1 second'
from generate_series(1, 60000) n
join (select row_number() over () as r, * from changlai.pool) p on p.r = n % 45000 + 1
join (select row_number() over () as r, person_id from changlai.person) w on w.r = n % 6000 + 1;
insert into changlai.booking_attendee
  (centre_id, booking_id, person_id, pool_id, holder_id, status, queue_number, queue_state)
select centre_id, booking_id, person_id, pool_id, person_id, 'booked',
  row_number() over (partition by centre_id, pool_id order by booked_at), 'waiting'
from changlai.booking;
update changlai.centre set courses_per_term = 20;
update changlai.activity set seats_per_term = 100, seating = '{"per":"term"}' where activity_id like '%5';
insert into changlai.attendance
  (centre_id, occurrence_id, person_id, booking_id, mark, means, marked_at)
select centre_id, pool_id, person_id, booking_id, 'absent', 'clock', booked_at from changlai.booking
on conflict do nothing;
insert into changlai.strike
  (centre_id, strike_id, person_id, booking_id, occurrence_id, kind, weight, state, struck_at, expires_at)
select centre_id, booking_id || '-s', person_id, booking_id, occurrence_id, 'absent', 2, 'standing',
  marked_at, '2026-11-20 09:00+08'
from changlai.attendance;
update changlai.pool set numbered = true, last_number = 9 where not pool_id like '%-2';
insert into changlai.family_member
  (member_id, holder_id, person_id, kind, name, birth_date, linked, added_at)
select 'm-' || translate(lpad(to_hex(row_number() over ()), 16, '0'), '0189', 'wxyz'),
  w.person_id, gen_random_uuid(), 'child', '示例', '2018-05-01', false, now()
from changlai.person w;
insert into changlai.person (person_id) select person_id from changlai.family_member;
insert into changlai.guardian_consent (member_id, rules_version, guardian_id, consented_at)
select member_id, '2026-11', holder_id, now() from changlai.family_member;
insert into changlai.calendar_address (person_id, token_hash, made_at)
select person_id, sha256(convert_to(person_id::text, 'UTF8')), now() from changlai.person;
insert into changlai.spoken_code (person_id, code, expires_at)
select person_id, upper(translate(lpad(to_hex(row_number() over ()), 6, '0'), '01', 'XY')), now()
from changlai.person;
insert into changlai.spoken_code_try (person_id, wrong, since)
select person_id, 1, timestamptz '2026-11-01 09:00+08' from changlai.person;
insert into changlai.waitlist_entry
  (centre_id, entry_id, pool_id, holder_id, state, seats, turn, joined_at, joined_position, ended_at)
select centre_id, booking_id || '-w', pool_id, person_id, 'over', 1,
  row_number() over (partition by centre_id, pool_id order by booked_at), booked_at, 1, booked_at
from changlai.booking;
insert into changlai.waitlist_attendee (centre_id, entry_id, person_id, pool_id, place, live)
select centre_id, entry_id, holder_id, pool_id, 1, false from changlai.waitlist_entry;
insert into changlai.waitlist_move
  (centre_id, entry_id, moved_at, pool_id, moved_by, from_position, reason)
select centre_id, entry_id, joined_at, pool_id, holder_id, 2, '示例原因'
from changlai.waitlist_entry where turn = 1;
insert into changlai.waitlist_outcome
  (centre_id, pool_id, from_position, activity_id, waited, offered)
select centre_id, pool_id, 1, activity_id, 9, 3 from changlai.pool;
update changlai.pool set last_turn = 9, capacity = 1 where pool_id like '%-3';
update changlai.pool set mode = 'ballot', opens_at = '2026-11-01 09:00+08', closes_at = '2026-12-01 09:00+08'
where pool_id like '%-40';
insert into changlai.ballot
  (centre_id, ballot_id, announced_by, announced_at, closes_at, number_source, number_at, last_entry,
    closed_at, list, list_hash, number, number_confirmed_at, drawn_at, results)
select centre_id, activity_id || '-b' || k, (select person_id from changlai.person limit 1),
  '2026-05-01', '2026-05-10', '示例数字来源', '2026-05-12', 100,
  '2026-05-10', '', encode(sha256(''), 'hex'), '123456', '2026-05-12', '2026-05-12', ''
from changlai.activity, generate_series(10, 29) k;
insert into changlai.ballot_pool (centre_id, ballot_id, pool_id, place)
select centre_id, activity_id || '-b' || k, activity_id || '-' || k, 1
from changlai.activity, generate_series(10, 29) k;
insert into changlai.ballot_entry
  (centre_id, ballot_id, number, holder_id, seats, entered_at, weight, drawn_place)
select b.centre_id, b.ballot_id, n, w.person_id, 1, '2026-05-02', 1, n
from (select row_number() over () as r, * from changlai.ballot) b, generate_series(1, 10) n
join (select row_number() over () as r, person_id from changlai.person_identity) w on true
where w.r = (b.r * 61 + n * 7) % 6000 + 1;
insert into changlai.ballot_attendee (centre_id, ballot_id, number, person_id, place)
select centre_id, ballot_id, number, holder_id, 1 from changlai.ballot_entry;
insert into changlai.ballot_wish (centre_id, ballot_id, number, place, pool_id)
select e.centre_id, e.ballot_id, e.number, 1, d.pool_id
from changlai.ballot_entry e join changlai.ballot_pool d using (centre_id, ballot_id);
insert into changlai.answered_request (centre_id, person_id, request_id, operation, input_hash, answer, answered_at)
select centre_id, person_id, 'request-' || booking_id, 'seats.book', sha256('x'), '{}', booked_at from changlai.booking;
insert into changlai.station_list select centre_id, 40 from changlai.centre;
insert into changlai.station (centre_id, station_id, door_code, name, address, lat, lng, facilities, run_by, version)
select centre_id, centre_id || '.s' || n, upper(translate(lpad(to_hex(row_number() over ()), 6, '0'), '01', 'XY')),
  '示例', '', 34.7 + n * 0.001, 113.6, '{"water":"working"}', '', n
from changlai.centre, generate_series(1, 40) n;
insert into changlai.station_task (centre_id, task_id, station_id, kind, opened_at, settled_at, settlement)
select centre_id, station_id || '-t' || n, station_id, 'closed', timestamptz '2026-10-01 09:00+08',
  case when n > 1 then timestamptz '2026-10-02 09:00+08' end, case when n > 1 then 'fixed' end
from changlai.station, generate_series(1, 10) n;
insert into changlai.station_report (centre_id, report_id, station_id, person_id, kind, reported_at, task_id)
select s.centre_id, s.station_id || '-r' || n, s.station_id, w.person_id, 'closed',
  timestamptz '2026-11-22 09:00+08' - n * interval '1 day', case when n > 30 then s.station_id || '-t' || n % 10 + 1 end
from changlai.station s cross join generate_series(1, 60) n
join (select row_number() over () as r, person_id from changlai.person_identity) w
  on w.r = (n * 97 + length(s.station_id) * 31 + ascii(right(s.station_id, 1)) * 7) % 6000 + 1;
insert into changlai.consultation (centre_id, consultation_id, person_id, service, state, professional_id,
  outcome, consent_version, created_at, state_since, due_at, closed_at, deleted_at, key_version, wrapped_key, sealed, plain)
select 'c' || n % 20 + 1, 'c' || n % 20 + 1 || '.k' || n, w.person_id, k.service,
  case when k.over then 'closed' when k.service = 'feedback' or n % 3 = 0 then 'received' else 'assigned' end,
  case when k.service <> 'feedback' and (k.over or n % 3 > 0) then case when n % 20 = 2 then first.person_id else w.person_id end end,
  case when k.over then 'advised' end, '2026-11', k.at, k.at, case when not k.over then k.at + interval '3 days' end,
  case when k.over then k.at + interval '9 days' end, case when k.over then k.at + interval '189 days' end,
  case when k.service <> 'feedback' then 1 end, case when k.service <> 'feedback' then 'x'::bytea end,
  case when k.service <> 'feedback' then 'x'::bytea end,
  case when k.service = 'feedback' then '{"kind":"praise","text":"x","reach":""}'::jsonb end
from generate_series(1, 30000) n
join (select row_number() over () as r, person_id from changlai.person) w on w.r = n % 6000 + 1
cross join (select person_id from changlai.person_identity where subject = 'p1') first,
lateral (select n % 11 > 0 as over, (array['legal', 'mediation', 'feedback'])[n % 7 % 3 + 1] as service,
  timestamptz '2026-11-22 09:00+08' - n * interval '1 hour' as at) k;
insert into changlai.consultation_slot (centre_id, pool_id, person_id, service, channels)
select p.centre_id, p.pool_id, w.person_id, 'legal', '{phone}'
from (select row_number() over () as r, * from changlai.pool limit 20000) p
join (select row_number() over () as r, person_id from changlai.person) w on w.r = p.r % 3000 + 1;
insert into changlai.office_hours (centre_id, person_id, service, month, hours, published_at)
select centre_id, person_id, 'legal', '2026-0' || m, '{}', now()
from (select distinct centre_id, person_id from changlai.consultation_slot) o, generate_series(1, 4) m;
insert into changlai.role_invitation
  (centre_id, invitation_id, role, note, code_hash, made_by, made_at, expires_at, revoked_at)
select 'c' || n % 20 + 1, translate(lpad(to_hex(n), 16, '0'), '0189', 'wxyz'), 'staff', '示例',
  sha256(convert_to(n::text, 'UTF8')), w.person_id, now(), now() + interval '3 days', now()
from generate_series(1, 20000) n
join (select row_number() over () as r, person_id from changlai.person) w on w.r = n % 6000 + 1;
insert into changlai.audit_entry
  (centre_id, entry_id, at, person_id, role, operation, target, request_id, facts)
select 'c' || n % 20 + 1, translate(lpad(to_hex(n), 16, '0'), '0189', 'wxyz'),
  timestamptz '2026-11-20 09:00+08' - n * interval '1 minute', w.person_id, 'staff',
  (array['attendance.roster', 'attendance.mark', 'stations.tasks'])[n % 3 + 1], 'c1.b' || n % 999,
  'audited-' || n, '{}'
from generate_series(1, 60000) n
join (select row_number() over () as r, person_id from changlai.person) w on w.r = n % 6000 + 1;
insert into changlai.audit_outcome (centre_id, entry_id, at)
select centre_id, entry_id, at from changlai.audit_entry;
`

/** Lays that city out as the database's owner, with the statistics that PostgreSQL gathers within a minute. */
export async function layOutGrownCity(ownerUrl: string): Promise<void> {
  const owner = new pg.Client(ownerUrl)
  await owner.connect()
  await owner.query('set session_replication_role = replica')
  const indexes = await droppedIndexes(owner)
  await owner.query(FILL)
  for (const index of indexes) await owner.query(index)
  await owner.query('analyze')
  await owner.end()
}
