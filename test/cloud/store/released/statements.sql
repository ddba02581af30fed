delete from changlai.activity
where centre_id = $1 and activity_id = $2 and state = 'draft'

delete from changlai.activity_cover where centre_id = $1 and activity_id = $2

delete from changlai.alert where person_id = any ($1::uuid[])

delete from changlai.alert_acceptance where person_id = any ($1::uuid[])

delete from changlai.alert_answer where person_id = any ($1::uuid[])

delete from changlai.answered_request
where ctid = any (array(
select ctid from changlai.answered_request
where answered_at < $1
order by answered_at
limit 10000
for update skip locked
))

delete from changlai.answered_request where person_id = any ($1::uuid[])

delete from changlai.calendar_address
where person_id = $1 and to_char(made_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD"T"HH24:MI:SS"+08:00"') = $2

delete from changlai.calendar_address where person_id = any ($1::uuid[])

delete from changlai.consultation where ctid = any (array(
select ctid from changlai.consultation where closed_at < $1::timestamptz and wrapped_key is null and plain is null
limit 1000
for update skip locked))

delete from changlai.consultation_attachment
where centre_id = $1 and consultation_id = $2 and attachment_id = any ($3::text[])

delete from changlai.consultation_slot where centre_id = $1 and pool_id = any ($2::text[])

delete from changlai.delivered_alert where person_id = any ($1::uuid[])

delete from changlai.desk_session where person_id = any ($1::uuid[])

delete from changlai.desk_sign_in where person_id = any ($1::uuid[])

delete from changlai.erasure where erased_at < $1

delete from changlai.family_member where ctid = any (array(
select ctid from changlai.family_member where removed_at < $1::timestamptz and not exists (
select from changlai.booking_attendee as seat where seat.person_id = family_member.person_id
and seat.holder_id = family_member.holder_id)
limit 1000
for update skip locked))

delete from changlai.family_member where holder_id = any ($1::uuid[])

delete from changlai.guardian_consent where guardian_id = any ($1::uuid[])

delete from changlai.notice where ctid = any (array(
select ctid from changlai.notice where made_at < $1::timestamptz
limit 1000
for update skip locked))

delete from changlai.notice where person_id = any ($1::uuid[])

delete from changlai.occurrence where centre_id = $1 and pool_id = any ($2::text[])

delete from changlai.office_hours where person_id = any ($1::uuid[])

delete from changlai.person where person_id = any ($1::uuid[])

delete from changlai.person_identity where person_id = any ($1::uuid[])

delete from changlai.pool where centre_id = $1 and pool_id = any ($2::text[])

delete from changlai.professional_met
where ctid = any (array(
select ctid from changlai.professional_met
where met_at < $1::timestamptz
order by met_at
limit 1000
for update skip locked))

delete from changlai.professional_met as met
where met.centre_id = $1 and met.consultation_id = $2 and met.person_id = $3
and not exists (
select from changlai.consultation_opening as opening
where opening.centre_id = $1 and opening.consultation_id = $2 and opening.person_id = $3)

delete from changlai.professional_met where person_id = any ($1::uuid[])

delete from changlai.role_grant where person_id = any ($1::uuid[])

delete from changlai.role_invitation where ctid = any (array(
select ctid from changlai.role_invitation where expires_at < $1::timestamptz
limit 1000
for update skip locked))

delete from changlai.spoken_code where person_id = $1

delete from changlai.spoken_code where person_id = any ($1::uuid[])

delete from changlai.spoken_code_try where person_id = any ($1::uuid[])

delete from changlai.station_photo
where centre_id = $1 and station_id = $2

delete from changlai.station_report
where ctid = any (array(
select ctid from changlai.station_report
where reported_at < $1
order by reported_at
limit 10000
for update skip locked
))

delete from changlai.station_report where person_id = any ($1::uuid[])

delete from changlai.strike where ctid = any (array(
select ctid from changlai.strike where expires_at < $1::timestamptz and state <> 'contested'
limit 1000
for update skip locked))

delete from changlai.strike where person_id = any ($1::uuid[])

delete from changlai.upload_path
where begun_at <= $1

delete from changlai.upload_path
where path_id = $1 and person_id = $2

delete from changlai.upload_path where person_id = any ($1::uuid[])

delete from changlai.uploaded_file
where file_id = any (array(
select file_id from changlai.uploaded_file
where received_at < $1
order by received_at
limit 100
for update skip locked))

delete from changlai.uploaded_file
where person_id = $1 and file_id = $2
returning name, kind, content

delete from changlai.uploaded_file where person_id = any ($1::uuid[])

insert into "changlai"."activity" ("centre_id", "activity_id", "title", "category", "audience", "description", "host", "place", "min_age", "max_age", "fee_fen", "bring", "rule", "seating", "seats_per_term", "parallel_group", "guests_from_list") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17) on conflict do nothing

insert into "changlai"."centre" ("centre_id", "position", "name", "short_name", "address", "lat", "lng", "phone", "hours", "courses_per_term") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing

insert into "changlai"."consultation_tally" ("centre_id", "month", "service", "kind", "outcome", "closed", "rated", "satisfaction_sum") values ($1, $2, $3, $4, $5, $6, $7, $8), ($9, $10, $11, $12, $13, $14, $15, $16), ($17, $18, $19, $20, $21, $22, $23, $24), ($25, $26, $27, $28, $29, $30, $31, $32), ($33, $34, $35, $36, $37, $38, $39, $40), ($41, $42, $43, $44, $45, $46, $47, $48), ($49, $50, $51, $52, $53, $54, $55, $56), ($57, $58, $59, $60, $61, $62, $63, $64), ($65, $66, $67, $68, $69, $70, $71, $72), ($73, $74, $75, $76, $77, $78, $79, $80), ($81, $82, $83, $84, $85, $86, $87, $88), ($89, $90, $91, $92, $93, $94, $95, $96), ($97, $98, $99, $100, $101, $102, $103, $104), ($105, $106, $107, $108, $109, $110, $111, $112), ($113, $114, $115, $116, $117, $118, $119, $120), ($121, $122, $123, $124, $125, $126, $127, $128), ($129, $130, $131, $132, $133, $134, $135, $136), ($137, $138, $139, $140, $141, $142, $143, $144), ($145, $146, $147, $148, $149, $150, $151, $152), ($153, $154, $155, $156, $157, $158, $159, $160), ($161, $162, $163, $164, $165, $166, $167, $168), ($169, $170, $171, $172, $173, $174, $175, $176), ($177, $178, $179, $180, $181, $182, $183, $184), ($185, $186, $187, $188, $189, $190, $191, $192), ($193, $194, $195, $196, $197, $198, $199, $200), ($201, $202, $203, $204, $205, $206, $207, $208), ($209, $210, $211, $212, $213, $214, $215, $216), ($217, $218, $219, $220, $221, $222, $223, $224), ($225, $226, $227, $228, $229, $230, $231, $232), ($233, $234, $235, $236, $237, $238, $239, $240)

insert into "changlai"."occurrence" ("centre_id", "occurrence_id", "activity_id", "pool_id", "day", "starts_at", "ends_at", "original_starts_at", "place", "state", "lesson_number", "lesson_of") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict do nothing

insert into "changlai"."person" ("person_id", "nickname", "home_centre_id") values ($1, $2, $3), ($4, $5, $6), ($7, $8, $9), ($10, $11, $12) on conflict do nothing

insert into "changlai"."pool" ("centre_id", "pool_id", "activity_id", "capacity", "mode", "opens_at", "closes_at", "cancel_until", "starts_at", "ends_at", "home_centre_until", "only_role", "numbered", "intake") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) on conflict do nothing

insert into "changlai"."role_grant" ("person_id", "role", "centre_id") values ($1, $2, $3) on conflict do nothing

insert into "changlai"."sample_programme" ("centre_id", "generated_for") values ($1, $2) on conflict ("centre_id") do update set "generated_for" = $3

insert into "changlai"."waitlist_outcome" ("centre_id", "pool_id", "activity_id", "from_position", "waited", "offered") values ($1, $2, $3, $4, $5, $6), ($7, $8, $9, $10, $11, $12), ($13, $14, $15, $16, $17, $18), ($19, $20, $21, $22, $23, $24), ($25, $26, $27, $28, $29, $30), ($31, $32, $33, $34, $35, $36), ($37, $38, $39, $40, $41, $42), ($43, $44, $45, $46, $47, $48), ($49, $50, $51, $52, $53, $54), ($55, $56, $57, $58, $59, $60), ($61, $62, $63, $64, $65, $66), ($67, $68, $69, $70, $71, $72), ($73, $74, $75, $76, $77, $78), ($79, $80, $81, $82, $83, $84), ($85, $86, $87, $88, $89, $90), ($91, $92, $93, $94, $95, $96), ($97, $98, $99, $100, $101, $102), ($103, $104, $105, $106, $107, $108), ($109, $110, $111, $112, $113, $114), ($115, $116, $117, $118, $119, $120), ($121, $122, $123, $124, $125, $126), ($127, $128, $129, $130, $131, $132), ($133, $134, $135, $136, $137, $138), ($139, $140, $141, $142, $143, $144), ($145, $146, $147, $148, $149, $150), ($151, $152, $153, $154, $155, $156), ($157, $158, $159, $160, $161, $162), ($163, $164, $165, $166, $167, $168), ($169, $170, $171, $172, $173, $174), ($175, $176, $177, $178, $179, $180)

insert into changlai.activity
(centre_id, activity_id, title, category, audience, description, host, place, min_age, max_age,
fee_fen, bring, rule, lessons, seating, guests_from_list, state, published, import_key,
created_at, changed_at, changed_by)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9::smallint, $10::smallint, $11::integer, $12, $13::jsonb,
$14::jsonb, $15::jsonb, $16::boolean, $17, $18::boolean, $19, $20::timestamptz, $20::timestamptz,
$21::uuid)

insert into changlai.activity
(centre_id, activity_id, title, category, audience, description, host, place, min_age, max_age,
fee_fen, bring, rule, seating, lessons, published, state, seats_per_term, parallel_group,
guests_from_list)
select $1, $1 || substring(activity_id from length($2) + 1), title, category, audience, description,
host, place, min_age, max_age, fee_fen, bring, rule, seating, lessons, false, 'draft',
seats_per_term, parallel_group, guests_from_list
from changlai.activity
where centre_id = $2 and state = 'published'
and not exists (
select from changlai.pool
where pool.centre_id = activity.centre_id and pool.activity_id = activity.activity_id
and pool.intake is not null)

insert into changlai.activity
(centre_id, activity_id, title, category, audience, description, host, place, rule)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9::jsonb)
on conflict (centre_id, activity_id) do nothing

insert into changlai.activity_change
(centre_id, activity_id, number, kind, changed_by, changed_at, reason, facts)
values ($1, $2, $3::integer, $4, $5::uuid, $6::timestamptz, $7, $8::jsonb)

insert into changlai.activity_cover (centre_id, cover_id, activity_id, jpeg, hung_at)
values ($1, $2, $3, $4::bytea, $5::timestamptz)

insert into changlai.alert (centre_id, person_id, purpose, about, turn, made_at, next_try_at, until)
select $1, $6::uuid, 'private-news', $2, $7, $3::timestamptz, $4::timestamptz, $5::timestamptz
where exists (
select from changlai.alert_acceptance as acceptance
where acceptance.person_id = $6::uuid and acceptance.template = case 'private-news' when 'lesson-tomorrow' then 'tomorrow' when 'lesson-soon' then 'soon' when 'seat-offered' then 'seat' when 'ballot-drawn' then 'seat' when 'lesson-changed' then 'change' when 'private-news' then 'private' end
and acceptance.used_at is null)
on conflict on constraint alert_once do nothing

insert into changlai.alert (centre_id, person_id, purpose, about, turn, made_at, next_try_at, until)
select distinct told.centre_id, told.person_id, told.purpose, told.occurrence_id, told.turn,
$2::timestamptz, $2::timestamptz, least(told.starts_at - interval '30 minutes', $7::timestamptz)
from (
select lesson.centre_id, lesson.occurrence_id, lesson.starts_at, person.person_id,
case when pool.intake is null then $1 else 'private-news' end as purpose,
to_char(lesson.starts_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as turn
from changlai.occurrence as lesson
join changlai.pool on pool.centre_id = lesson.centre_id and pool.pool_id = lesson.pool_id
join changlai.booking_attendee as seat
on seat.centre_id = pool.centre_id and seat.pool_id = pool.pool_id and seat.status = 'booked'
join changlai.booking
on booking.centre_id = seat.centre_id and booking.booking_id = seat.booking_id
cross join lateral (
values (seat.holder_id), (seat.person_id)
) as person (person_id)
where lesson.state <> 'cancelled'
and lesson.starts_at >= $3::timestamptz and lesson.starts_at < $4::timestamptz
and booking.booked_at
< coalesce($6::timestamptz, lesson.starts_at - $5::float8 * interval '1 millisecond')
and (pool.intake is null or $1 = 'lesson-tomorrow')
and not exists (
select from changlai.attendance as excused
where excused.centre_id = lesson.centre_id and excused.occurrence_id = lesson.occurrence_id
and excused.person_id = seat.person_id and excused.mark = 'excused')
) as told
where exists (
select from changlai.person_identity as known where known.person_id = told.person_id)
and exists (
select from changlai.alert_acceptance as acceptance
where acceptance.person_id = told.person_id and acceptance.template = case told.purpose when 'lesson-tomorrow' then 'tomorrow' when 'lesson-soon' then 'soon' when 'seat-offered' then 'seat' when 'ballot-drawn' then 'seat' when 'lesson-changed' then 'change' when 'private-news' then 'private' end
and acceptance.used_at is null)
and not exists (
select from changlai.alert as written
where written.centre_id = told.centre_id and written.person_id = told.person_id
and written.purpose = told.purpose and written.about = told.occurrence_id
and written.turn = told.turn)
limit $8::integer
on conflict on constraint alert_once do nothing

insert into changlai.alert (centre_id, person_id, purpose, about, turn, made_at, next_try_at, until)
select entry.centre_id, entry.holder_id, 'ballot-drawn', entry.ballot_id, '', $3::timestamptz,
$4::timestamptz, $5::timestamptz
from changlai.ballot_entry as entry
where entry.centre_id = $1 and entry.ballot_id = $2 and entry.drawn_place is not null
and exists (
select from changlai.alert_acceptance as acceptance
where acceptance.person_id = entry.holder_id and acceptance.template = case 'ballot-drawn' when 'lesson-tomorrow' then 'tomorrow' when 'lesson-soon' then 'soon' when 'seat-offered' then 'seat' when 'ballot-drawn' then 'seat' when 'lesson-changed' then 'change' when 'private-news' then 'private' end
and acceptance.used_at is null)
on conflict on constraint alert_once do nothing

insert into changlai.alert (centre_id, person_id, purpose, about, turn, made_at, next_try_at, until)
select entry.centre_id, entry.holder_id, 'seat-offered', entry.entry_id, '', $3::timestamptz,
$4::timestamptz, entry.offer_until
from changlai.waitlist_entry as entry
where entry.centre_id = $1 and entry.entry_id = any ($2::text[]) and entry.state = 'offered'
and exists (
select from changlai.alert_acceptance as acceptance
where acceptance.person_id = entry.holder_id and acceptance.template = case 'seat-offered' when 'lesson-tomorrow' then 'tomorrow' when 'lesson-soon' then 'soon' when 'seat-offered' then 'seat' when 'ballot-drawn' then 'seat' when 'lesson-changed' then 'change' when 'private-news' then 'private' end
and acceptance.used_at is null)
on conflict on constraint alert_once do nothing

insert into changlai.alert (centre_id, person_id, purpose, about, turn, made_at, next_try_at, until)
select told.centre_id, told.person_id, told.purpose, told.notice_id, '', $3::timestamptz,
$4::timestamptz, $5::timestamptz
from (
select notice.centre_id, notice.person_id, notice.notice_id,
case when pool.intake is null then 'lesson-changed' else 'private-news' end as purpose
from changlai.notice
join changlai.booking
on booking.centre_id = notice.centre_id and booking.booking_id = notice.booking_id
join changlai.pool on pool.centre_id = booking.centre_id and pool.pool_id = booking.pool_id
where notice.centre_id = $1 and notice.notice_id = any ($2::text[])
) as told
where exists (
select from changlai.alert_acceptance as acceptance
where acceptance.person_id = told.person_id and acceptance.template = case told.purpose when 'lesson-tomorrow' then 'tomorrow' when 'lesson-soon' then 'soon' when 'seat-offered' then 'seat' when 'ballot-drawn' then 'seat' when 'lesson-changed' then 'change' when 'private-news' then 'private' end
and acceptance.used_at is null)
on conflict on constraint alert_once do nothing

insert into changlai.alert_answer (person_id, template, answer, answered_at)
values ($1::uuid, $2, 'reject', $3::timestamptz)
on conflict on constraint alert_answer_pkey
do update set answer = excluded.answer, answered_at = excluded.answered_at

insert into changlai.alert_tally (purpose, outcome, count)
select * from unnest($1::text[], $2::text[], $3::bigint[]) as one (purpose, outcome, count)
order by purpose, outcome
on conflict on constraint alert_tally_pkey
do update set count = alert_tally.count + excluded.count

insert into changlai.answered_request
(centre_id, person_id, request_id, operation, input_hash, answer, answered_at)
values ($1, $2, $3, $4, $5::bytea, $6::jsonb, $7::timestamptz)

insert into changlai.attendance as known
(centre_id, occurrence_id, booking_id, person_id, mark, means, marked_at, seen_at, marked_by)
select * from unnest($1::text[], $2::text[], $3::text[], $4::uuid[], $5::text[], $6::text[],
$7::timestamptz[], $8::timestamptz[], $9::uuid[])
on conflict on constraint attendance_pkey do update
set booking_id = excluded.booking_id, mark = excluded.mark, means = excluded.means,
marked_at = excluded.marked_at, seen_at = excluded.seen_at,
marked_by = case
when (known.mark, known.means, known.marked_at)
is not distinct from (excluded.mark, excluded.means, excluded.marked_at)
then known.marked_by else excluded.marked_by end

insert into changlai.audit_entry
(centre_id, entry_id, at, person_id, role, operation, target, facts)
select $1, $2, $3::timestamptz, $4::uuid, $5, $6, $7, $8::jsonb
where not exists (
select from changlai.audit_entry
where person_id = $4::uuid and centre_id = $1 and at > $3::timestamptz - interval '1 minute'
and operation = $6 and target = $7 and facts = $8::jsonb and request_id is null
)

insert into changlai.audit_entry
(centre_id, entry_id, at, person_id, role, operation, target, facts, request_id)
values ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9)
on conflict do nothing

insert into changlai.ballot_number (centre_id, ballot_id, person_id, number, entered_at)
values ($1, $2, $3, $4, $5)
on conflict on constraint ballot_number_pkey
do update set number = excluded.number, entered_at = excluded.entered_at

insert into changlai.centre
(centre_id, position, name, short_name, address, lat, lng, phone, hours, courses_per_term)
select $1, coalesce((select max(position) + 1 from changlai.centre), 1), $2, $3, $4, $5, $6, $7,
$8::jsonb, (select courses_per_term from changlai.centre where centre_id = $9)
on conflict (centre_id) do nothing

insert into changlai.check_in_poster (centre_id, poster_id, made_at, made_by)
select centre.centre_id, $2, $3::timestamptz, $4
from changlai.centre
where centre.centre_id = $1
on conflict on constraint check_in_poster_pkey do update
set poster_id = excluded.poster_id, made_at = excluded.made_at, made_by = excluded.made_by

insert into changlai.class_message
(centre_id, message_id, activity_id, pool_id, text, sent_at, sent_by, told)
values ($1, $2, $3, $4, $5, $6::timestamptz, $7, $8::integer)

insert into changlai.consultation
(centre_id, consultation_id, person_id, service, state, created_at, state_since, due_at, plain)
values ($1, $2, $3, 'feedback', 'received', $4::timestamptz, $4::timestamptz, $5::timestamptz,
$6::jsonb)

insert into changlai.consultation
(centre_id, consultation_id, person_id, service, state, urgent, professional_id, booking_id,
consent_version, created_at, state_since, due_at, key_version, wrapped_key, sealed)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::timestamptz, $10::timestamptz, $11::timestamptz,
$12, $13::bytea, $14::bytea)

insert into changlai.consultation_attachment
(centre_id, consultation_id, attachment_id, kind, bytes, sealed_name, sealed, added_at)
values ($1, $2, $3, $4, $5, $6::bytea, $7::bytea, $8::timestamptz)

insert into changlai.consultation_entry
(centre_id, consultation_id, position, kind, author, at, sealed, plain)
values ($1, $2, $3, $4, $5, $6::timestamptz, $7::bytea, $8)

insert into changlai.consultation_opening
(centre_id, consultation_id, opening_id, person_id, role, what, at)
values ($1, $2, $3, $4, $5, $6, $7::timestamptz)

insert into changlai.consultation_slot (centre_id, pool_id, person_id, service, channels)
select $1, unnest($5::text[]), $2, $3, $4::text[]

insert into changlai.consultation_tally as tally (centre_id, month, service, kind, outcome, closed)
values ($1, $2, $3, $4, $5, 1)
on conflict (centre_id, month, service, kind, outcome) do update set closed = tally.closed + 1

insert into changlai.delivered_alert (person_id, alert_id, template, fields, delivered_at)
values ($1::uuid, $2::uuid, $3, $4::jsonb, $5::timestamptz)
on conflict on constraint delivered_alert_pkey do nothing

insert into changlai.erasure (receipt, answer, erased_at)
select receipt, $3::jsonb, $4::timestamptz from (
select sha256(convert_to($2 || ' person ' || $1::uuid::text, 'UTF8')) as receipt
union all
select sha256(convert_to($2 || ' ' || provider || ' ' || subject, 'UTF8'))
from changlai.person_identity where person_id = $1::uuid) as named

insert into changlai.guardian_consent (member_id, rules_version, guardian_id, consented_at)
values ($1, $2, $3, $4)
on conflict do nothing

insert into changlai.job as job (name, lease, leased_until, begun_at)
values ($1, $2, clock_timestamp() + $3::float8 * interval '1 second', clock_timestamp())
on conflict on constraint job_pkey do update
set lease = excluded.lease, leased_until = excluded.leased_until, begun_at = excluded.begun_at,
runs_lost = job.runs_lost + case when job.lease is null then 0 else 1 end
where job.lease is null or job.leased_until <= clock_timestamp()

insert into changlai.notice
(centre_id, notice_id, person_id, kind, booking_id, activity_id, activity_change, facts, made_at)
select $1::text, told.notice_id, told.person_id, $4::text, told.booking_id, $2::text, $3::integer, told.facts::jsonb,
$5::timestamptz
from unnest($6::text[], $7::uuid[], $8::text[], $9::text[])
as told (notice_id, person_id, booking_id, facts)

insert into changlai.notice
(centre_id, notice_id, person_id, kind, booking_id, message_id, facts, made_at)
select $1, told.notice_id, told.person_id, 'class-message', told.booking_id, $2, '{}'::jsonb,
$3::timestamptz
from unnest($4::text[], $5::uuid[], $6::text[]) as told (notice_id, person_id, booking_id)

insert into changlai.notice
(centre_id, notice_id, person_id, kind, booking_id, occurrence_id, change_number, facts, made_at)
select told.centre_id, told.notice_id, told.person_id, $5, told.booking_id, told.occurrence_id,
$6::integer,
jsonb_build_object('clashes', coalesce((
select jsonb_agg(clash.facts) from (
select jsonb_build_object('personId', held.person_id, 'bookingId', held.booking_id,
'occurrenceId', other.occurrence_id) as facts
from
changlai.booking_attendee as held
join changlai.occurrence as other
on other.centre_id = held.centre_id and other.pool_id = held.pool_id
where held.status = 'booked' and other.state <> 'cancelled'
and other.starts_at < $4::timestamptz and $3::timestamptz < other.ends_at
and not (held.centre_id = $1 and held.pool_id in (
select pool_id from changlai.occurrence
where centre_id = $1 and (occurrence_id = $2 or guest_of = $2)))
and $3::timestamptz < $4::timestamptz
and held.person_id in (
select seat.person_id from
changlai.booking_attendee as seat
where seat.centre_id = $1 and seat.status = 'booked' and seat.pool_id in (
select pool_id from changlai.occurrence
where centre_id = $1 and (occurrence_id = $2 or guest_of = $2))
and told.person_id in (seat.holder_id, seat.person_id))
order by other.starts_at, held.booking_id, held.person_id
limit 12) as clash), '[]'::jsonb)),
$7::timestamptz
from (
select lesson.centre_id, lesson.occurrence_id, one.*
from changlai.occurrence as lesson
cross join unnest($8::text[], $9::uuid[], $10::text[]) as one (notice_id, person_id, booking_id)
where lesson.centre_id = $1 and lesson.occurrence_id = $2
) as told

insert into changlai.occurrence
(centre_id, activity_id, occurrence_id, pool_id, day, starts_at, ends_at, original_starts_at, place)
select $1::text, $2::text, one.occurrence_id, one.pool_id, one.day, one.starts_at, one.ends_at,
one.original_starts_at + coalesce((
select interval '1 second' * (1 + count(*))
from changlai.occurrence as other
where other.centre_id = $1::text and other.activity_id = $2::text and other.guest_of is null
and other.original_starts_at >= one.original_starts_at
and other.original_starts_at < one.original_starts_at + interval '1 minute'
having count(*) > 0), interval '0'), one.place
from unnest($3::text[], $4::text[], $5::date[], $6::timestamptz[], $7::timestamptz[],
$8::timestamptz[], $9::text[])
as one (occurrence_id, pool_id, day, starts_at, ends_at, original_starts_at, place)

insert into changlai.occurrence
(centre_id, occurrence_id, activity_id, pool_id, day, starts_at, ends_at, original_starts_at, place)
select $1, slot.pool_id, $2, slot.pool_id, slot.day, slot.starts_at, slot.ends_at, slot.starts_at, $3
from unnest($4::text[], $5::timestamptz[], $6::timestamptz[], $7::date[])
as slot (pool_id, starts_at, ends_at, day)
on conflict (centre_id, occurrence_id) do update
set state = 'scheduled', ends_at = excluded.ends_at, place = excluded.place

insert into changlai.office_hours (centre_id, person_id, service, month, hours, published_at)
values ($1, $2, $3, $4, $5::jsonb, $6::timestamptz)
on conflict (centre_id, person_id, service, month) do update
set hours = excluded.hours, published_at = excluded.published_at

insert into changlai.person (person_id, nobody) select unnest($1::uuid[]), true

insert into changlai.pool
(centre_id, activity_id, capacity, mode, only_role, numbered, pool_id, starts_at, ends_at, opens_at,
closes_at, cancel_until, home_centre_until)
select $1::text, $2::text, $3::integer, $4::text, $5::text, $6::boolean, one.*
from unnest($7::text[], $8::timestamptz[], $9::timestamptz[], $10::timestamptz[],
$11::timestamptz[], $12::timestamptz[], $13::timestamptz[]) as one
on conflict (centre_id, pool_id) do nothing

insert into changlai.pool
(centre_id, pool_id, activity_id, capacity, mode, opens_at, closes_at, cancel_until, starts_at,
ends_at, intake)
select $1, slot.pool_id, $2, 1, 'open', $4::timestamptz, slot.starts_at,
slot.starts_at - interval '2 hours', slot.starts_at, slot.ends_at, $3
from unnest($5::text[], $6::timestamptz[], $7::timestamptz[]) as slot (pool_id, starts_at, ends_at)
on conflict (centre_id, pool_id) do update
set opens_at = excluded.opens_at, closes_at = excluded.closes_at,
cancel_until = excluded.cancel_until, ends_at = excluded.ends_at

insert into changlai.professional_met
(centre_id, consultation_id, person_id, side, name_hash, met_at)
select $1, $2, $3, party.side, party.name_hash, $6::timestamptz
from (
select distinct 'other' as side, other as name_hash from unnest($5::bytea[]) as other
union all
select 'own', $4::bytea where $4::bytea is not null
) as party
on conflict (centre_id, person_id, side, name_hash, consultation_id) do nothing

insert into changlai.role_grant (centre_id, person_id, role, granted_at, granted_by)
values ($1, $2, $3, $4, $5)
on conflict do nothing
returning left(encode(sha256(convert_to(centre_id || '/' || person_id::text, 'UTF8')), 'hex'), 20) as hash

insert into changlai.role_invitation
(centre_id, invitation_id, role, note, code_hash, made_by, made_at, expires_at)
values ($1, $2, $3, $4, $5, $6, $7, $8)

insert into changlai.sealing_secret as secret (purpose, key_version, wrapped_key, created_at)
values ('names', $1, $2, now())
on conflict (purpose) do update set purpose = secret.purpose
returning key_version as "keyVersion", wrapped_key as "wrappedKey"

insert into changlai.spoken_code (person_id, code, expires_at)
values ($1, $2, $3)
on conflict (person_id) do update set code = excluded.code, expires_at = excluded.expires_at

insert into changlai.spoken_code_try (person_id, wrong, since)
values ($1, 0, $2)
on conflict (person_id) do update set wrong = spoken_code_try.wrong
returning wrong, since

insert into changlai.station
(centre_id, station_id, door_code, name, address, entrance, lat, lng, hours, facilities, run_by,
phone, version)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9::jsonb, $10::jsonb, $11, $12, $13)

insert into changlai.station (centre_id, station_id, door_code, source_key, name, address, entrance,
lat, lng, hours, facilities, run_by, phone, version)
select $1::text, n.station_id, n.door_code, n.source_key, n.name, n.address, n.entrance,
n.lat, n.lng, n.hours, n.facilities, n.run_by, n.phone, $3::bigint
from jsonb_to_recordset($2::jsonb) as n (
station_id text, door_code text, source_key text, name text, address text, entrance text,
lat double precision, lng double precision, hours jsonb, facilities jsonb, run_by text, phone text)

insert into changlai.station_list (centre_id, version)
values ($1, 1)
on conflict on constraint station_list_pkey do update set version = station_list.version + 1
returning version

insert into changlai.station_photo (centre_id, photo_id, station_id, jpeg, hung_at)
values ($1, $2, $3, $4::bytea, $5::timestamptz)

insert into changlai.station_report
(centre_id, report_id, station_id, person_id, kind, facility, note, reported_at)
values ($1, $2, $3, $4, $5, $6, $7, $8::timestamptz)

insert into changlai.station_task (centre_id, task_id, station_id, kind, facility, opened_at)
values ($1, $2, $3, $4, $5, $6::timestamptz)

insert into changlai.strike
(centre_id, strike_id, person_id, booking_id, occurrence_id, kind, weight, state, struck_at,
expires_at)
select booking.centre_id, judged.strike_id, booking.person_id, booking.booking_id, $2, 'absent', $5,
'standing', $6::timestamptz, $7::timestamptz
from unnest($3::text[], $4::text[]) as judged (booking_id, strike_id)
join changlai.booking on booking.centre_id = $1 and booking.booking_id = judged.booking_id
on conflict (centre_id, booking_id, occurrence_id) do nothing

insert into changlai.timetable_class
(centre_id, activity_id, read, said, when_words, position, imported_at, imported_by)
select $1, one.activity_id, one.read::jsonb, one.said::jsonb, one.when_words, one.position,
$3::timestamptz, $2::uuid
from unnest($4::text[], $5::text[], $6::text[], $7::text[], $8::integer[])
as one (activity_id, read, said, when_words, position)
on conflict (centre_id, activity_id) do update
set read = excluded.read, said = excluded.said, when_words = excluded.when_words,
position = excluded.position, imported_at = excluded.imported_at,
imported_by = excluded.imported_by

insert into changlai.upload_path (path_id, person_id, name, begun_at)
select $1, $2, $3, $4::timestamptz
where (
select count(*) < $5 from changlai.upload_path where person_id = $2 and begun_at > $6::timestamptz)

insert into changlai.uploaded_file (file_id, person_id, name, kind, bytes, content, received_at)
select $1, $2, $3, $4, length($5::bytea), $5::bytea, $6::timestamptz
where (
select count(*) < $7 and coalesce(sum(bytes), 0) + length($5::bytea) <= $8
from changlai.uploaded_file
where person_id = $2 and received_at > $6::timestamptz - interval '1 day')

insert into changlai.waitlist_outcome
(centre_id, pool_id, activity_id, from_position, waited, offered)
select $1, $2, $3, band.from_position, band.waited, band.offered
from unnest($4::integer[], $5::integer[], $6::integer[]) as band (from_position, waited, offered)

select
(select count(*)::integer from (
select from changlai.consultation as one
where one.centre_id = $1 and one.service in ('legal', 'mediation')
and one.state in ('received', 'assigned', 'accepted') and one.state = 'received' limit 1000) as counted) as unassigned,
(select count(*)::integer from (
select from changlai.consultation as one
where one.centre_id = $1 and one.service in ('legal', 'mediation')
and one.state in ('received', 'assigned', 'accepted') and one.due_at < $2::timestamptz limit 1000) as counted) as overdue,
(select count(*)::integer from (
select from changlai.consultation as one
where one.centre_id = $1 and one.service = 'feedback' and one.state = 'received' limit 1000) as counted) as feedback,
(select count(*)::integer from (
select from changlai.station_task as one
join changlai.station on station.centre_id = one.centre_id
and station.station_id = one.station_id and station.removed_at is null
where one.centre_id = $1
and (one.settlement is null or one.settlement = 'will-take-time') limit 1000) as counted) as stations,
(select count(*)::integer from (
select from changlai.strike as one
where one.centre_id = $1 and one.state = 'contested' limit 1000) as counted) as contested,
(select count(*)::integer from (
select from changlai.waitlist_entry as one
where one.centre_id = $1 and one.state = 'offered'
and one.offer_until > $2::timestamptz limit 1000) as counted) as offers,
(select count(*)::integer from (
select from (
select distinct pool_id from changlai.waitlist_entry
where centre_id = $1 and state = 'waiting'
) as one
join changlai.pool on pool.centre_id = $1 and pool.pool_id = one.pool_id
and pool.taken < pool.capacity and pool.guest_of is null limit 1000) as counted) as "roomAndWaiting",
(select count(*)::integer from (
select from changlai.pool as one
join changlai.activity on activity.centre_id = one.centre_id
and activity.activity_id = one.activity_id and activity.published
where one.centre_id = $1 and one.mode = 'ballot' and one.closes_at > $2::timestamptz
and not exists (
select from changlai.ballot_pool as drawn
where drawn.centre_id = one.centre_id and drawn.pool_id = one.pool_id) limit 1000) as counted) as "toAnnounce",
(select count(*)::integer from (
select from changlai.ballot as one
where one.centre_id = $1 and one.drawn_at is null
and one.number_at <= $2::timestamptz and one.number is null limit 1000) as counted) as "toDraw"

select
activity.centre_id as "centreId", activity.activity_id as "activityId", activity.version,
activity.state, activity.import_key as "importKey", activity.changed_at as "changedAt",
person.nickname as "changedBy", activity.cover, activity.cover_width as "coverWidth",
activity.cover_height as "coverHeight", activity.title, activity.category, activity.audience,
activity.description, activity.host, activity.place, activity.min_age as "minAge",
activity.max_age as "maxAge", activity.fee_fen as "feeFen", activity.bring, activity.rule,
activity.lessons, activity.seating, activity.guests_from_list as "guestsFromList"
from changlai.activity
left join changlai.person on person.person_id = activity.changed_by
where activity.centre_id = $1 and activity.activity_id = $2 and not exists (
select from changlai.pool as form
where form.centre_id = activity.centre_id and form.activity_id = activity.activity_id
and (form.intake is not null or activity.state = 'draft'))
and not (activity.category = 'legal' and activity.seating is null and activity.changed_by is null)

select
case when invitation.accepted_at is not null then 'accepted'
when invitation.revoked_at is not null or not exists (
select from changlai.role_grant as inviter
where inviter.person_id = invitation.made_by and inviter.centre_id in (invitation.centre_id, '*')
and (inviter.role = 'district' or (inviter.role = 'director' and invitation.role <> 'district'))
) then 'revoked'
when invitation.expires_at <= $2 then 'expired'
else 'open' end as state from changlai.role_invitation as invitation where code_hash = $1

select
case when own.waited >= $4 then own.waited else all_of.waited end as waited,
case when own.waited >= $4 then own.offered else all_of.offered end as offered,
case when own.waited >= $4 then 'activity' when all_of.waited >= $4 then 'centre' end as of
from unnest($1::text[], $2::text[], $3::integer[])
with ordinality as asked (centre_id, activity_id, from_position, place)
cross join lateral (
select coalesce(sum(waited), 0) as waited, coalesce(sum(offered), 0) as offered
from changlai.waitlist_outcome as past
where past.centre_id = asked.centre_id and past.activity_id = asked.activity_id
and past.from_position = asked.from_position
) as own
cross join lateral (
select coalesce(sum(waited), 0) as waited, coalesce(sum(offered), 0) as offered
from changlai.waitlist_outcome as past
where past.centre_id = asked.centre_id and past.from_position = asked.from_position
) as all_of
order by asked.place

select
consultation.centre_id as "centreId", centre.short_name as "centreName",
consultation.consultation_id as "consultationId", consultation.service, consultation.state,
consultation.urgent, consultation.awaiting, consultation.outcome,
consultation.created_at as "createdAt", consultation.due_at as "dueAt",
consultation.closed_at as "closedAt",
meeting.pool_id as "meetingPoolId", meeting.starts_at as "meetingStartsAt",
meeting.ends_at as "meetingEndsAt", meeting.place as "meetingPlace"
from
changlai.consultation
join changlai.centre on centre.centre_id = consultation.centre_id
left join changlai.booking
on booking.centre_id = consultation.centre_id and booking.booking_id = consultation.booking_id
left join lateral (
select occurrence.pool_id, occurrence.starts_at, occurrence.ends_at, occurrence.place
from changlai.occurrence
where occurrence.centre_id = booking.centre_id and occurrence.pool_id = booking.pool_id
order by occurrence.starts_at
limit 1
) as meeting on true
where consultation.centre_id = $1 and consultation.professional_id = $2
and consultation.service = any ($3::text[]) and consultation.state = 'closed'
and consultation.closed_at > $4::timestamptz
and ($5::timestamptz is null or consultation.closed_at < $5::timestamptz
or consultation.closed_at = $5::timestamptz and consultation.consultation_id > $6::text)
order by consultation.closed_at desc, consultation.consultation_id
limit $7

select
consultation.centre_id as "centreId", centre.short_name as "centreName",
consultation.consultation_id as "consultationId", consultation.service, consultation.state,
consultation.urgent, consultation.awaiting, consultation.outcome,
consultation.created_at as "createdAt", consultation.due_at as "dueAt",
consultation.closed_at as "closedAt",
meeting.pool_id as "meetingPoolId", meeting.starts_at as "meetingStartsAt",
meeting.ends_at as "meetingEndsAt", meeting.place as "meetingPlace"
from
changlai.consultation
join changlai.centre on centre.centre_id = consultation.centre_id
left join changlai.booking
on booking.centre_id = consultation.centre_id and booking.booking_id = consultation.booking_id
left join lateral (
select occurrence.pool_id, occurrence.starts_at, occurrence.ends_at, occurrence.place
from changlai.occurrence
where occurrence.centre_id = booking.centre_id and occurrence.pool_id = booking.pool_id
order by occurrence.starts_at
limit 1
) as meeting on true
where consultation.person_id = $1
and ($2::timestamptz is null or consultation.created_at < $2::timestamptz
or consultation.created_at = $2::timestamptz and consultation.consultation_id > $3::text)
order by consultation.created_at desc, consultation.consultation_id
limit $4

select
consultation.centre_id as "centreId", centre.short_name as "centreName",
consultation.consultation_id as "consultationId", consultation.service, consultation.state,
consultation.urgent, consultation.awaiting, consultation.outcome,
consultation.created_at as "createdAt", consultation.due_at as "dueAt",
consultation.closed_at as "closedAt",
meeting.pool_id as "meetingPoolId", meeting.starts_at as "meetingStartsAt",
meeting.ends_at as "meetingEndsAt", meeting.place as "meetingPlace",
consultation.person_id as "personId", consultation.professional_id as "professionalId",
consultation.booking_id as "bookingId", consultation.proposed_pool_id as "proposedPoolId",
consultation.satisfaction, consultation.state_since as "stateSince",
consultation.deleted_at as "deletedAt", consultation.key_version as "keyVersion",
consultation.wrapped_key as "wrappedKey", consultation.sealed, consultation.plain,
coalesce((
select max(position) from changlai.consultation_entry as entry
where entry.centre_id = $1 and entry.consultation_id = $2
), 0) as lines
from
changlai.consultation
join changlai.centre on centre.centre_id = consultation.centre_id
left join changlai.booking
on booking.centre_id = consultation.centre_id and booking.booking_id = consultation.booking_id
left join lateral (
select occurrence.pool_id, occurrence.starts_at, occurrence.ends_at, occurrence.place
from changlai.occurrence
where occurrence.centre_id = booking.centre_id and occurrence.pool_id = booking.pool_id
order by occurrence.starts_at
limit 1
) as meeting on true
where consultation.centre_id = $1 and consultation.consultation_id = $2
and ($3::uuid is null or consultation.person_id = $3)
and ($4::uuid is null
or (consultation.professional_id = $4 and consultation.state <> 'withdrawn'))

select
consultation.centre_id as "centreId", centre.short_name as "centreName",
consultation.consultation_id as "consultationId", consultation.service, consultation.state,
consultation.urgent, consultation.awaiting, consultation.outcome,
consultation.created_at as "createdAt", consultation.due_at as "dueAt",
consultation.closed_at as "closedAt",
meeting.pool_id as "meetingPoolId", meeting.starts_at as "meetingStartsAt",
meeting.ends_at as "meetingEndsAt", meeting.place as "meetingPlace", coalesce(consultation.due_at < $2::timestamptz, false) as overdue, coalesce(meeting.starts_at, consultation.due_at, consultation.created_at) as "orderedAt"
from
changlai.consultation
join changlai.centre on centre.centre_id = consultation.centre_id
left join changlai.booking
on booking.centre_id = consultation.centre_id and booking.booking_id = consultation.booking_id
left join lateral (
select occurrence.pool_id, occurrence.starts_at, occurrence.ends_at, occurrence.place
from changlai.occurrence
where occurrence.centre_id = booking.centre_id and occurrence.pool_id = booking.pool_id
order by occurrence.starts_at
limit 1
) as meeting on true
where consultation.centre_id = $1 and consultation.professional_id = $3
and consultation.service = any ($4::text[]) and consultation.state in ('assigned', 'accepted')
and (not coalesce(consultation.due_at < $2::timestamptz, false), coalesce(meeting.starts_at, consultation.due_at, consultation.created_at), consultation.consultation_id::text)
> ($5::boolean, $6::timestamptz, $7::text)
order by not coalesce(consultation.due_at < $2::timestamptz, false), coalesce(meeting.starts_at, consultation.due_at, consultation.created_at), consultation.consultation_id
limit $8

select
consultation.centre_id as "centreId", centre.short_name as "centreName",
consultation.consultation_id as "consultationId", consultation.service, consultation.state,
consultation.urgent, consultation.awaiting, consultation.outcome,
consultation.created_at as "createdAt", consultation.due_at as "dueAt",
consultation.closed_at as "closedAt",
meeting.pool_id as "meetingPoolId", meeting.starts_at as "meetingStartsAt",
meeting.ends_at as "meetingEndsAt", meeting.place as "meetingPlace", consultation.professional_id is not null as assigned, coalesce(consultation.due_at < $2::timestamptz, false) as overdue
from
changlai.consultation
join changlai.centre on centre.centre_id = consultation.centre_id
left join changlai.booking
on booking.centre_id = consultation.centre_id and booking.booking_id = consultation.booking_id
left join lateral (
select occurrence.pool_id, occurrence.starts_at, occurrence.ends_at, occurrence.place
from changlai.occurrence
where occurrence.centre_id = booking.centre_id and occurrence.pool_id = booking.pool_id
order by occurrence.starts_at
limit 1
) as meeting on true
where consultation.centre_id = $1 and consultation.service in ('legal', 'mediation')
and consultation.state in ('received', 'assigned', 'accepted')
and (consultation.state = 'received' or coalesce(consultation.due_at < $2::timestamptz, false))
and (not coalesce(consultation.due_at < $2::timestamptz, false), not consultation.urgent, consultation.created_at,
consultation.consultation_id::text)
> ($3::boolean, $4::boolean, $5::timestamptz, $6::text)
order by not coalesce(consultation.due_at < $2::timestamptz, false), not consultation.urgent, consultation.created_at,
consultation.consultation_id
limit $7

select
exists (select from changlai.booking_attendee where person_id = any ($1::uuid[]))
as "attendance",
exists (
select from changlai.ballot_attendee as one
join changlai.ballot on ballot.centre_id = one.centre_id and ballot.ballot_id = one.ballot_id
where one.person_id = any ($1::uuid[]) and one.live and ballot.closed_at is not null)
as "draws",
exists (
select from changlai.consultation as one
where one.person_id = any ($1::uuid[]) and one.wrapped_key is not null
and not (one.service = 'mediation' and one.state = 'accepted')
and (one.state = 'closed' or exists (
select from changlai.consultation_opening as opening
where opening.centre_id = one.centre_id
and opening.consultation_id = one.consultation_id)))
as "case-files",
exists (
select from changlai.consultation
where person_id = any ($1::uuid[]) and service = 'mediation' and state = 'accepted')
as "dispute",
exists (select from changlai.audit_entry where person_id = any ($1::uuid[]))
or exists (select from changlai.role_grant where person_id = any ($1::uuid[]))
or exists (select from changlai.ended_role where person_id = any ($1::uuid[]))
as "audit"

select "a"."activity_id", "a"."title" from "changlai"."activity" as "a" where "a"."centre_id" = $1 and "a"."parallel_group" = $2 and "a"."activity_id" <> $3 and "a"."published" = $4 and exists (select "p"."pool_id" from "changlai"."pool" as "p" where "p"."centre_id" = "a"."centre_id" and "p"."activity_id" = "a"."activity_id" and "p"."ends_at" > $5::timestamptz) order by "a"."activity_id" limit $6

select "a"."activity_id", "a"."title", "a"."category", "a"."rule", "a"."seats_per_term", "a"."parallel_group", coalesce(a.seating ->> 'per' = 'term', false) as "whole_term", "pools"."closes_at", "pools"."residents_first_until" from "changlai"."activity" as "a" inner join lateral (select max(p.closes_at) filter (where p.closes_at > $1::timestamptz) as "closes_at", (array_agg(p.home_centre_until order by p.starts_at)
filter (where p.closes_at > $2::timestamptz))[1] as "residents_first_until" from "changlai"."pool" as "p" where "p"."centre_id" = "a"."centre_id" and "p"."activity_id" = "a"."activity_id" and "p"."intake" is null and "p"."guest_of" is null and "p"."ends_at" > $3::timestamptz having count(*) > 0) as "pools" on true where "a"."centre_id" = $4 and "a"."published" = $5 and "a"."activity_id" > $6 order by "a"."activity_id" limit $7

select "a"."activity_id", "a"."title", "a"."category", "a"."rule", "a"."seats_per_term", "a"."parallel_group", coalesce(a.seating ->> 'per' = 'term', false) as "whole_term", "pools"."closes_at", "pools"."residents_first_until" from "changlai"."activity" as "a" inner join lateral (select max(p.closes_at) filter (where p.closes_at > $1::timestamptz) as "closes_at", (array_agg(p.home_centre_until order by p.starts_at)
filter (where p.closes_at > $2::timestamptz))[1] as "residents_first_until" from "changlai"."pool" as "p" where "p"."centre_id" = "a"."centre_id" and "p"."activity_id" = "a"."activity_id" and "p"."intake" is null and "p"."guest_of" is null and "p"."ends_at" > $3::timestamptz having count(*) > 0) as "pools" on true where "a"."centre_id" = $4 and "a"."published" = $5 order by "a"."activity_id" limit $6

select "a"."booking_id", "a"."person_id", "a"."status", "a"."queue_number", "a"."queue_state", "member"."member_id", "member"."name", a.person_id = $1 as "is_self" from "changlai"."booking_attendee" as "a" left join lateral (select "f"."member_id", "f"."name" from "changlai"."family_member" as "f" where "f"."holder_id" = $2 and "f"."person_id" = "a"."person_id" order by "f"."added_at" desc limit $3) as "member" on true where (a.centre_id, a.booking_id) in
(select * from unnest($4::text[], $5::text[])) and $6 in (a.holder_id, a.person_id) order by "a"."queue_number", "is_self" desc, "member"."member_id"

select "a"."status", left(coalesce(f.name, own.nickname), 1) as "initial", a.queue_number as "number", a.queue_state as "state" from "changlai"."booking_attendee" as "a" inner join "changlai"."person" as "own" on "own"."person_id" = "a"."person_id" left join "changlai"."family_member" as "f" on "f"."holder_id" = "a"."holder_id" and "f"."person_id" = "a"."person_id" and "f"."removed_at" is null where "a"."centre_id" = $1 and "a"."pool_id" = $2 and "a"."queue_number" > $3 order by "a"."queue_number" limit $4

select "a".* from "changlai"."activity" as "a" where "a"."state" = $1 and "a"."lessons" is null and not (a.rule ? 'until' or a.rule ? 'count') and a.rule ->> 'frequency' <> 'dates' and not exists (
select from changlai.occurrence as o
where o.centre_id = a.centre_id and o.activity_id = a.activity_id
and o.original_starts_at >= $2) order by "a"."centre_id", "a"."activity_id"

select "a".*, "c"."short_name" as "centre_name", "c"."courses_per_term", coalesce(a.seating ->> 'per' = 'term', false) as "whole_term" from "changlai"."activity" as "a" inner join "changlai"."centre" as "c" on "c"."centre_id" = "a"."centre_id" where "a"."centre_id" = $1 and "a"."activity_id" = $2 and "a"."published" = $3

select "a".*, "first"."pool_id", "first"."capacity", "first"."taken", "first"."opens_at", "first"."only_role", "first"."mode", "first"."closes_at", "first"."lessons" from (select "a".*, "next"."next_starts_at", "next"."next_ends_at" from "changlai"."activity" as "a" inner join lateral (select "o"."starts_at" as "next_starts_at", "o"."ends_at" as "next_ends_at" from "changlai"."occurrence" as "o" where "o"."centre_id" = "a"."centre_id" and "o"."activity_id" = "a"."activity_id" and "o"."ends_at" > $1::timestamptz and "o"."state" <> $2 and "o"."guest_of" is null order by "o"."ends_at" limit $3) as "next" on true where "a"."centre_id" = $4 and "a"."published" = $5 and (a.title ilike $6 or a.description ilike $7
or a.place ilike $8 or exists (
select from changlai.occurrence as o
where o.centre_id = a.centre_id and o.activity_id = a.activity_id
and o.ends_at > $9::timestamptz and o.topic ilike $10)) order by "next"."next_starts_at", "a"."activity_id" limit $11) as "a" left join lateral (select "p"."pool_id", "p"."capacity", "p"."taken", "p"."opens_at", "p"."only_role", "p"."mode", case when p.pool_id is null or (
select true from changlai.occurrence as covered
where covered.centre_id = p.centre_id and covered.pool_id = p.pool_id
and covered.state <> 'cancelled'
limit 1
) then p.closes_at else least(p.closes_at, $12::timestamptz) end as "closes_at", (
select count(*) from changlai.occurrence as covered
where covered.centre_id = p.centre_id and covered.pool_id = p.pool_id
) as "lessons" from "changlai"."pool" as "p" where "p"."centre_id" = "a"."centre_id" and "p"."activity_id" = "a"."activity_id" and "p"."ends_at" > $13::timestamptz and "p"."guest_of" is null order by case
when case when p.pool_id is null or (
select true from changlai.occurrence as covered
where covered.centre_id = p.centre_id and covered.pool_id = p.pool_id
and covered.state <> 'cancelled'
limit 1
) then p.closes_at else least(p.closes_at, $14::timestamptz) end <= $15 then 3
when p.opens_at > $16 then 1
when p.taken >= p.capacity then 2
else 0
end, "p"."starts_at" limit $17) as "first" on true order by "a"."next_starts_at", "a"."activity_id"

select "a".*, "first"."pool_id", "first"."capacity", "first"."taken", "first"."opens_at", "first"."only_role", "first"."mode", "first"."closes_at", "first"."lessons" from (select "a".*, "next"."next_starts_at", "next"."next_ends_at" from "changlai"."activity" as "a" inner join lateral (select "o"."starts_at" as "next_starts_at", "o"."ends_at" as "next_ends_at" from "changlai"."occurrence" as "o" where "o"."centre_id" = "a"."centre_id" and "o"."activity_id" = "a"."activity_id" and "o"."ends_at" > $1::timestamptz and "o"."state" <> $2 and "o"."guest_of" is null order by "o"."ends_at" limit $3) as "next" on true where "a"."centre_id" = $4 and "a"."published" = $5 and (next.next_starts_at, a.activity_id)
> ($6, $7) order by "next"."next_starts_at", "a"."activity_id" limit $8) as "a" left join lateral (select "p"."pool_id", "p"."capacity", "p"."taken", "p"."opens_at", "p"."only_role", "p"."mode", case when p.pool_id is null or (
select true from changlai.occurrence as covered
where covered.centre_id = p.centre_id and covered.pool_id = p.pool_id
and covered.state <> 'cancelled'
limit 1
) then p.closes_at else least(p.closes_at, $9::timestamptz) end as "closes_at", (
select count(*) from changlai.occurrence as covered
where covered.centre_id = p.centre_id and covered.pool_id = p.pool_id
) as "lessons" from "changlai"."pool" as "p" where "p"."centre_id" = "a"."centre_id" and "p"."activity_id" = "a"."activity_id" and "p"."ends_at" > $10::timestamptz and "p"."guest_of" is null order by case
when case when p.pool_id is null or (
select true from changlai.occurrence as covered
where covered.centre_id = p.centre_id and covered.pool_id = p.pool_id
and covered.state <> 'cancelled'
limit 1
) then p.closes_at else least(p.closes_at, $11::timestamptz) end <= $12 then 3
when p.opens_at > $13 then 1
when p.taken >= p.capacity then 2
else 0
end, "p"."starts_at" limit $14) as "first" on true order by "a"."next_starts_at", "a"."activity_id"

select "a".*, "first"."pool_id", "first"."capacity", "first"."taken", "first"."opens_at", "first"."only_role", "first"."mode", "first"."closes_at", "first"."lessons" from (select "a".*, "next"."next_starts_at", "next"."next_ends_at" from "changlai"."activity" as "a" inner join lateral (select "o"."starts_at" as "next_starts_at", "o"."ends_at" as "next_ends_at" from "changlai"."occurrence" as "o" where "o"."centre_id" = "a"."centre_id" and "o"."activity_id" = "a"."activity_id" and "o"."ends_at" > $1::timestamptz and "o"."state" <> $2 and "o"."guest_of" is null order by "o"."ends_at" limit $3) as "next" on true where "a"."centre_id" = $4 and "a"."published" = $5 order by "next"."next_starts_at", "a"."activity_id" limit $6) as "a" left join lateral (select "p"."pool_id", "p"."capacity", "p"."taken", "p"."opens_at", "p"."only_role", "p"."mode", case when p.pool_id is null or (
select true from changlai.occurrence as covered
where covered.centre_id = p.centre_id and covered.pool_id = p.pool_id
and covered.state <> 'cancelled'
limit 1
) then p.closes_at else least(p.closes_at, $7::timestamptz) end as "closes_at", (
select count(*) from changlai.occurrence as covered
where covered.centre_id = p.centre_id and covered.pool_id = p.pool_id
) as "lessons" from "changlai"."pool" as "p" where "p"."centre_id" = "a"."centre_id" and "p"."activity_id" = "a"."activity_id" and "p"."ends_at" > $8::timestamptz and "p"."guest_of" is null order by case
when case when p.pool_id is null or (
select true from changlai.occurrence as covered
where covered.centre_id = p.centre_id and covered.pool_id = p.pool_id
and covered.state <> 'cancelled'
limit 1
) then p.closes_at else least(p.closes_at, $9::timestamptz) end <= $10 then 3
when p.opens_at > $11 then 1
when p.taken >= p.capacity then 2
else 0
end, "p"."starts_at" limit $12) as "first" on true order by "a"."next_starts_at", "a"."activity_id"

select "activity_id" from "changlai"."activity" where "centre_id" = $1 and "activity_id" = $2 and "version" = $3 and "state" = $4 for no key update

select "b"."ballot_id", "b"."closes_at", "b"."number_source", "b"."number_at", "b"."drawn_at", "b"."announced_at", "b"."list_hash", "b"."number", (
select count(*)::integer from changlai.ballot_entry as one
where one.centre_id = b.centre_id and one.ballot_id = b.ballot_id and one.left_at is null) as "entries", (
select jsonb_agg(a.title order by d.place)
from changlai.ballot_pool as d
join changlai.pool as p on p.centre_id = d.centre_id and p.pool_id = d.pool_id
join changlai.activity as a
on a.centre_id = p.centre_id and a.activity_id = p.activity_id
where d.centre_id = b.centre_id and d.ballot_id = b.ballot_id) as "titles", (
select count(*)::integer from changlai.ballot_number as n
where n.centre_id = b.centre_id and n.ballot_id = b.ballot_id) as "entered_by", exists (
select from changlai.ballot_number as n
where n.centre_id = b.centre_id and n.ballot_id = b.ballot_id
and n.person_id = $1) as "entered_by_me" from "changlai"."ballot" as "b" where "b"."centre_id" = $2 order by "b"."announced_at" desc, "b"."ballot_id" limit $3

select "b"."ballot_id", "b"."closes_at", "b"."number_source", "b"."number_at", "b"."drawn_at", "b"."list_hash", "b"."number" as "public_number", "e"."number", "e"."entered_at", "e"."seats", "e"."weight", "e"."drawn_place", "e"."won_pool_id", (
select jsonb_agg(jsonb_build_object('poolId', w.pool_id, 'activityId', a.activity_id,
'title', a.title, 'startsAt', round(extract(epoch from p.starts_at) * 1000)::bigint,
'endsAt', round(extract(epoch from p.ends_at) * 1000)::bigint, 'capacity', p.capacity) order by w.place)
from changlai.ballot_wish as w
join changlai.pool as p on p.centre_id = w.centre_id and p.pool_id = w.pool_id
join changlai.activity as a
on a.centre_id = p.centre_id and a.activity_id = p.activity_id
where w.centre_id = e.centre_id and w.ballot_id = e.ballot_id and w.number = e.number) as "wishes", (
select jsonb_agg(jsonb_build_object(
'attendeeId', case when w.person_id = e.holder_id then 'self' else f.member_id end,
'name', f.name) order by w.place)
from changlai.ballot_attendee as w
left join changlai.family_member as f
on f.holder_id = e.holder_id and f.person_id = w.person_id and f.removed_at is null
where w.centre_id = e.centre_id and w.ballot_id = e.ballot_id and w.number = e.number) as "attendees", (
select case when w.state = 'offered' and w.offer_until <= $1::timestamptz
then 'lapsed' else w.state end
from changlai.waitlist_entry as w
where w.centre_id = e.centre_id and w.ballot_id = e.ballot_id
and w.ballot_number = e.number and w.pool_id = e.won_pool_id) as "won_seats", coalesce((
select jsonb_agg(w.entry_id order by w.state = 'waiting', w.entry_id)
from changlai.waitlist_entry as w
where w.centre_id = e.centre_id and w.ballot_id = e.ballot_id
and w.ballot_number = e.number and w.state in ('waiting', 'offered')), '[]'::jsonb) as "waitlist_entry_ids" from "changlai"."ballot_entry" as "e" inner join "changlai"."ballot" as "b" on "b"."centre_id" = "e"."centre_id" and "b"."ballot_id" = "e"."ballot_id" where "e"."holder_id" = $2 and "e"."left_at" is null order by "e"."entered_at" desc, "e"."ballot_id" limit $3

select "b"."booking_id", "own"."status", "b"."booked_by", b.person_id = $1 as "is_holder", "b"."check_in_code", "b"."centre_id", "c"."short_name" as "centre_name", "a"."activity_id", "b"."pool_id", case when p.intake is null then a.title else $2 end as "title", case when p.intake is null then a.category
else $3 end as "category", "a"."place", case when p.intake is null then a.bring end as "bring", "consultation"."consultation_id", "b"."booked_at", "p"."cancel_until", "a"."guests_from_list", "p"."starts_at", "p"."ends_at", case
when own.status = 'booked' and p.intake is null and not p.numbered
and (b.person_id = $4 or b.seats = 1)
then b.check_in_secret end as "check_in_secret" from (
select centre_id, booking_id, status from changlai.booking where person_id = $5
union all
select centre_id, booking_id, status from changlai.booking_attendee
where person_id = $6 and holder_id <> $7) as "own" inner join lateral (select "one".* from "changlai"."booking" as "one" where "one"."centre_id" = "own"."centre_id" and "one"."booking_id" = "own"."booking_id" limit $8) as "b" on true inner join lateral (select "one".* from "changlai"."pool" as "one" where "one"."centre_id" = "b"."centre_id" and "one"."pool_id" = "b"."pool_id" limit $9) as "p" on true inner join lateral (select "one".* from "changlai"."activity" as "one" where "one"."centre_id" = "p"."centre_id" and "one"."activity_id" = "p"."activity_id" limit $10) as "a" on true inner join "changlai"."centre" as "c" on "c"."centre_id" = "b"."centre_id" left join lateral (select "one"."consultation_id" from "changlai"."consultation" as "one" where "one"."centre_id" = "b"."centre_id" and "one"."booking_id" = "b"."booking_id" and "one"."person_id" = $11 limit $12) as "consultation" on true order by "b"."booked_at" desc, "b"."booking_id" limit $13

select "b"."booking_id", "own"."status", "b"."booked_by", b.person_id = $1 as "is_holder", "b"."check_in_code", "b"."centre_id", "c"."short_name" as "centre_name", "a"."activity_id", "b"."pool_id", case when p.intake is null then a.title else $2 end as "title", case when p.intake is null then a.category
else $3 end as "category", "a"."place", case when p.intake is null then a.bring end as "bring", "consultation"."consultation_id", "b"."booked_at", "p"."cancel_until", "a"."guests_from_list", "p"."starts_at", "p"."ends_at", case
when own.status = 'booked' and p.intake is null and not p.numbered
and (b.person_id = $4 or b.seats = 1)
then b.check_in_secret end as "check_in_secret" from (
select centre_id, booking_id, status from changlai.booking where person_id = $5
union all
select centre_id, booking_id, status from changlai.booking_attendee
where person_id = $6 and holder_id <> $7) as "own" inner join lateral (select "one".* from "changlai"."booking" as "one" where "one"."centre_id" = "own"."centre_id" and "one"."booking_id" = "own"."booking_id" limit $8) as "b" on true inner join lateral (select "one".* from "changlai"."pool" as "one" where "one"."centre_id" = "b"."centre_id" and "one"."pool_id" = "b"."pool_id" limit $9) as "p" on true inner join lateral (select "one".* from "changlai"."activity" as "one" where "one"."centre_id" = "p"."centre_id" and "one"."activity_id" = "p"."activity_id" limit $10) as "a" on true inner join "changlai"."centre" as "c" on "c"."centre_id" = "b"."centre_id" left join lateral (select "one"."consultation_id" from "changlai"."consultation" as "one" where "one"."centre_id" = "b"."centre_id" and "one"."booking_id" = "b"."booking_id" and "one"."person_id" = $11 limit $12) as "consultation" on true where (own.status = 'booked' and p.ends_at > $13) order by "b"."booked_at" desc, "b"."booking_id" limit $14

select "b"."booking_id", "own"."status", "b"."booked_by", b.person_id = $1 as "is_holder", "b"."check_in_code", "b"."centre_id", "c"."short_name" as "centre_name", "a"."activity_id", "b"."pool_id", case when p.intake is null then a.title else $2 end as "title", case when p.intake is null then a.category
else $3 end as "category", "a"."place", case when p.intake is null then a.bring end as "bring", "consultation"."consultation_id", "b"."booked_at", "p"."cancel_until", "a"."guests_from_list", "p"."starts_at", "p"."ends_at", case
when own.status = 'booked' and p.intake is null and not p.numbered
and (b.person_id = $4 or b.seats = 1)
then b.check_in_secret end as "check_in_secret" from (
select centre_id, booking_id, status from changlai.booking where person_id = $5
union all
select centre_id, booking_id, status from changlai.booking_attendee
where person_id = $6 and holder_id <> $7) as "own" inner join lateral (select "one".* from "changlai"."booking" as "one" where "one"."centre_id" = "own"."centre_id" and "one"."booking_id" = "own"."booking_id" limit $8) as "b" on true inner join lateral (select "one".* from "changlai"."pool" as "one" where "one"."centre_id" = "b"."centre_id" and "one"."pool_id" = "b"."pool_id" limit $9) as "p" on true inner join lateral (select "one".* from "changlai"."activity" as "one" where "one"."centre_id" = "p"."centre_id" and "one"."activity_id" = "p"."activity_id" limit $10) as "a" on true inner join "changlai"."centre" as "c" on "c"."centre_id" = "b"."centre_id" left join lateral (select "one"."consultation_id" from "changlai"."consultation" as "one" where "one"."centre_id" = "b"."centre_id" and "one"."booking_id" = "b"."booking_id" and "one"."person_id" = $11 limit $12) as "consultation" on true where b.booked_at <= $13
and (b.booked_at < $14 or b.booking_id > $15) order by "b"."booked_at" desc, "b"."booking_id" limit $16

select "b"."booking_id", "own"."status", "b"."booked_by", b.person_id = $1 as "is_holder", "b"."check_in_code", "b"."centre_id", "c"."short_name" as "centre_name", "a"."activity_id", "b"."pool_id", case when p.intake is null then a.title else $2 end as "title", case when p.intake is null then a.category
else $3 end as "category", "a"."place", case when p.intake is null then a.bring end as "bring", "consultation"."consultation_id", "b"."booked_at", "p"."cancel_until", "a"."guests_from_list", "p"."starts_at", "p"."ends_at", case
when own.status = 'booked' and p.intake is null and not p.numbered
and (b.person_id = $4 or b.seats = 1)
then b.check_in_secret end as "check_in_secret" from (
select centre_id, booking_id, status from changlai.booking where person_id = $5
union all
select centre_id, booking_id, status from changlai.booking_attendee
where person_id = $6 and holder_id <> $7) as "own" inner join lateral (select "one".* from "changlai"."booking" as "one" where "one"."centre_id" = "own"."centre_id" and "one"."booking_id" = "own"."booking_id" limit $8) as "b" on true inner join lateral (select "one".* from "changlai"."pool" as "one" where "one"."centre_id" = "b"."centre_id" and "one"."pool_id" = "b"."pool_id" limit $9) as "p" on true inner join lateral (select "one".* from "changlai"."activity" as "one" where "one"."centre_id" = "p"."centre_id" and "one"."activity_id" = "p"."activity_id" limit $10) as "a" on true inner join "changlai"."centre" as "c" on "c"."centre_id" = "b"."centre_id" left join lateral (select "one"."consultation_id" from "changlai"."consultation" as "one" where "one"."centre_id" = "b"."centre_id" and "one"."booking_id" = "b"."booking_id" and "one"."person_id" = $11 limit $12) as "consultation" on true where not (own.status = 'booked' and p.ends_at > $13) order by "b"."booked_at" desc, "b"."booking_id" limit $14

select "b".*, (
select count(*)::integer from changlai.ballot_entry as one
where one.centre_id = b.centre_id and one.ballot_id = b.ballot_id and one.left_at is null) as "entries" from "changlai"."ballot" as "b" where "b"."centre_id" = $1 and "b"."ballot_id" = $2

select "ballot_id" from "changlai"."ballot_pool" where "centre_id" = $1 and "pool_id" = $2

select "centre_id" as "centreId", "name", "lat", "lng" from "changlai"."centre" order by "position", "centre_id"

select "courses_per_term" from "changlai"."centre" where "centre_id" = $1

select "d"."pool_id", "a"."title", "p"."starts_at", "p"."capacity" from "changlai"."ballot_pool" as "d" inner join "changlai"."pool" as "p" on "p"."centre_id" = "d"."centre_id" and "p"."pool_id" = "d"."pool_id" inner join "changlai"."activity" as "a" on "a"."centre_id" = "p"."centre_id" and "a"."activity_id" = "p"."activity_id" where "d"."centre_id" = $1 and "d"."ballot_id" = $2 order by "d"."place"

select "e"."entry_id", "e"."state", "e"."centre_id", "c"."short_name" as "centre_name", "a"."activity_id", "e"."pool_id", "a"."title", "a"."category", "a"."place", "p"."starts_at", "p"."ends_at", "p"."waiting", "e"."joined_at", "e"."seats", "e"."saved", "e"."offer_until", "e"."booking_id", "e"."joined_position", case when e.state = 'waiting' then (
select count(*)::integer from changlai.waitlist_entry as ahead
where ahead.centre_id = e.centre_id and ahead.pool_id = e.pool_id
and ahead.state = 'waiting' and ahead.turn <= e.turn) end as "position", (
select jsonb_agg(jsonb_build_object(
'attendeeId', case when w.person_id = e.holder_id then 'self' else f.member_id end,
'name', f.name) order by w.place)
from changlai.waitlist_attendee as w
left join changlai.family_member as f
on f.holder_id = e.holder_id and f.person_id = w.person_id and f.removed_at is null
where w.centre_id = e.centre_id and w.entry_id = e.entry_id) as "attendees", (
select jsonb_build_object('number', o.lesson_number, 'of', o.lesson_of)
from changlai.occurrence as o
where o.centre_id = p.centre_id and o.occurrence_id = p.guest_of) as "only_lesson", coalesce((
select jsonb_agg(jsonb_build_object('at', round(extract(epoch from m.moved_at) * 1000)::bigint,
'from', m.from_position, 'reason', m.reason) order by m.moved_at desc)
from (
select * from changlai.waitlist_move as one
where one.centre_id = e.centre_id and one.pool_id = e.pool_id
order by one.moved_at desc limit 10) as m), '[]'::jsonb) as "moves" from "changlai"."waitlist_entry" as "e" inner join "changlai"."pool" as "p" on "p"."centre_id" = "e"."centre_id" and "p"."pool_id" = "e"."pool_id" inner join "changlai"."activity" as "a" on "a"."centre_id" = "p"."centre_id" and "a"."activity_id" = "p"."activity_id" inner join "changlai"."centre" as "c" on "c"."centre_id" = "e"."centre_id" where "e"."holder_id" = $1 and ("p"."guest_of" is null or "e"."offered_at" is not null) and case when e.state in ('waiting', 'offered') then true end order by "e"."joined_at" desc, "e"."entry_id" limit $2

select "e"."entry_id", "e"."state", "e"."centre_id", "c"."short_name" as "centre_name", "a"."activity_id", "e"."pool_id", "a"."title", "a"."category", "a"."place", "p"."starts_at", "p"."ends_at", "p"."waiting", "e"."joined_at", "e"."seats", "e"."saved", "e"."offer_until", "e"."booking_id", "e"."joined_position", case when e.state = 'waiting' then (
select count(*)::integer from changlai.waitlist_entry as ahead
where ahead.centre_id = e.centre_id and ahead.pool_id = e.pool_id
and ahead.state = 'waiting' and ahead.turn <= e.turn) end as "position", (
select jsonb_agg(jsonb_build_object(
'attendeeId', case when w.person_id = e.holder_id then 'self' else f.member_id end,
'name', f.name) order by w.place)
from changlai.waitlist_attendee as w
left join changlai.family_member as f
on f.holder_id = e.holder_id and f.person_id = w.person_id and f.removed_at is null
where w.centre_id = e.centre_id and w.entry_id = e.entry_id) as "attendees", (
select jsonb_build_object('number', o.lesson_number, 'of', o.lesson_of)
from changlai.occurrence as o
where o.centre_id = p.centre_id and o.occurrence_id = p.guest_of) as "only_lesson", coalesce((
select jsonb_agg(jsonb_build_object('at', round(extract(epoch from m.moved_at) * 1000)::bigint,
'from', m.from_position, 'reason', m.reason) order by m.moved_at desc)
from (
select * from changlai.waitlist_move as one
where one.centre_id = e.centre_id and one.pool_id = e.pool_id
order by one.moved_at desc limit 10) as m), '[]'::jsonb) as "moves" from "changlai"."waitlist_entry" as "e" inner join "changlai"."pool" as "p" on "p"."centre_id" = "e"."centre_id" and "p"."pool_id" = "e"."pool_id" inner join "changlai"."activity" as "a" on "a"."centre_id" = "p"."centre_id" and "a"."activity_id" = "p"."activity_id" inner join "changlai"."centre" as "c" on "c"."centre_id" = "e"."centre_id" where "e"."holder_id" = $1 and ("p"."guest_of" is null or "e"."offered_at" is not null) order by "e"."joined_at" desc, "e"."entry_id" limit $2

select "e"."entry_id", "e"."state", "e"."turn", "e"."seats", "e"."joined_at", "e"."offer_until", "e"."saved", "e"."passed_over", case when e.state = 'waiting' then (
select count(*)::integer from changlai.waitlist_entry as ahead
where ahead.centre_id = e.centre_id and ahead.pool_id = e.pool_id
and ahead.state = 'waiting' and ahead.turn <= e.turn) end as "position", (
select jsonb_build_object('at', round(extract(epoch from m.moved_at) * 1000)::bigint,
'from', m.from_position, 'reason', m.reason)
from changlai.waitlist_move as m
where m.centre_id = e.centre_id and m.entry_id = e.entry_id
order by m.moved_at desc limit 1) as "moved" from "changlai"."waitlist_entry" as "e" where "e"."centre_id" = $1 and "e"."pool_id" = $2 and "e"."state" in ($3, $4) and "e"."turn" > $5 order by "e"."turn" limit $6

select "e"."entry_id", "e"."state", "e"."turn", "e"."seats", "e"."joined_at", "e"."offer_until", "e"."saved", "e"."passed_over", case when e.state = 'waiting' then (
select count(*)::integer from changlai.waitlist_entry as ahead
where ahead.centre_id = e.centre_id and ahead.pool_id = e.pool_id
and ahead.state = 'waiting' and ahead.turn <= e.turn) end as "position", (
select jsonb_build_object('at', round(extract(epoch from m.moved_at) * 1000)::bigint,
'from', m.from_position, 'reason', m.reason)
from changlai.waitlist_move as m
where m.centre_id = e.centre_id and m.entry_id = e.entry_id
order by m.moved_at desc limit 1) as "moved" from "changlai"."waitlist_entry" as "e" where "e"."centre_id" = $1 and "e"."pool_id" = $2 and "e"."state" in ($3, $4) order by "e"."turn" limit $5

select "f"."member_id", "f"."kind", "f"."name", "f"."birth_date", "f"."linked", "consent"."rules_version", "consent"."consented_at" from "changlai"."family_member" as "f" left join lateral (select "g"."rules_version", "g"."consented_at" from "changlai"."guardian_consent" as "g" where "g"."member_id" = "f"."member_id" order by "g"."consented_at" desc limit $1) as "consent" on true where "f"."holder_id" = $2 and "f"."removed_at" is null order by "f"."added_at", "f"."member_id"

select "f"."member_id", "holder"."nickname", "f"."added_at" from "changlai"."family_member" as "f" inner join "changlai"."person" as "holder" on "holder"."person_id" = "f"."holder_id" where "f"."person_id" = $1 and "f"."linked" = $2 and "f"."removed_at" is null order by "f"."added_at", "f"."member_id" limit $3

select "generated_for" from "changlai"."sample_programme" where "centre_id" = $1

select "known"."booking_id", "known"."occurrence_id", "known"."person_id", "known"."mark" from "changlai"."attendance" as "known" where (known.centre_id, known.booking_id) in
(select * from unnest($1::text[], $2::text[]))

select "month" from "changlai"."consultation_tally" where "centre_id" = $1 limit $2

select "o"."occurrence_id", "o"."activity_id", case when p.intake is null then "o"."pool_id" end as "pool_id", "o"."day", "o"."starts_at",
(case when p.intake is null then o.ends_at
else (select max(other.ends_at) from
changlai.occurrence as other
join lateral (
select form.* from changlai.pool as form
where form.centre_id = other.centre_id and form.pool_id = other.pool_id limit 1
) as form on form.intake is not null
where other.centre_id = o.centre_id and other.activity_id = o.activity_id and other.day = o.day
and other.ends_at > o.starts_at - interval '2 days'
and other.ends_at < o.ends_at + interval '2 days'
and other.state <> 'cancelled' and
(case when (other.starts_at at time zone 'Asia/Shanghai')::time < '12:00' then 1
when (other.starts_at at time zone 'Asia/Shanghai')::time < '18:00' then 2
else 3 end) =
(case when (o.starts_at at time zone 'Asia/Shanghai')::time < '12:00' then 1
when (o.starts_at at time zone 'Asia/Shanghai')::time < '18:00' then 2
else 3 end)) end) as "ends_at", "o"."place", "o"."state", "o"."topic", "o"."lesson_number", "o"."lesson_of", "a"."title", "a"."category", "a"."audience", case when p.intake is null then "p"."capacity" end as "capacity", case when p.intake is null then "p"."taken" end as "taken", case when p.intake is null then "p"."opens_at" end as "opens_at", "p"."only_role", "p"."intake", case when p.intake is null then 0 else (
select count(*)::int from
changlai.occurrence as other
join lateral (
select form.* from changlai.pool as form
where form.centre_id = other.centre_id and form.pool_id = other.pool_id limit 1
) as form on form.intake is not null
where other.centre_id = o.centre_id and other.activity_id = o.activity_id and other.day = o.day
and other.ends_at > o.starts_at - interval '2 days'
and other.ends_at < o.ends_at + interval '2 days'
and other.state <> 'cancelled' and
(case when (other.starts_at at time zone 'Asia/Shanghai')::time < '12:00' then 1
when (other.starts_at at time zone 'Asia/Shanghai')::time < '18:00' then 2
else 3 end) =
(case when (o.starts_at at time zone 'Asia/Shanghai')::time < '12:00' then 1
when (o.starts_at at time zone 'Asia/Shanghai')::time < '18:00' then 2
else 3 end)
and form.taken < form.capacity
and form.opens_at <= $1::timestamptz and $2::timestamptz < form.closes_at
and (
select exists (
select from changlai.role_grant
where role_grant.person_id = slot.person_id
and role_grant.centre_id in (slot.centre_id, '*')
and role_grant.role = case slot.service when 'legal' then 'lawyer' else 'mediator' end) from changlai.consultation_slot as slot
where slot.centre_id = form.centre_id and slot.pool_id = form.pool_id limit 1)) end as "free_hours", "p"."mode", case when p.pool_id is null or (
select true from changlai.occurrence as covered
where covered.centre_id = p.centre_id and covered.pool_id = p.pool_id
and covered.state <> 'cancelled'
limit 1
) then p.closes_at else least(p.closes_at, $3::timestamptz) end as "closes_at" from "changlai"."occurrence" as "o" inner join lateral (select "a"."title", "a"."category", "a"."audience", "a"."published" from "changlai"."activity" as "a" where "a"."centre_id" = "o"."centre_id" and "a"."activity_id" = "o"."activity_id" limit $4) as "a" on true left join lateral (select "p"."centre_id", "p"."pool_id", "p"."capacity", "p"."taken", "p"."opens_at", "p"."closes_at", "p"."only_role", "p"."intake", "p"."mode" from "changlai"."pool" as "p" where "p"."centre_id" = "o"."centre_id" and "p"."pool_id" = "o"."pool_id" limit $5) as "p" on true where
(p.intake is null or o.state <> 'cancelled' and not exists (
select from
changlai.occurrence as other
join lateral (
select form.* from changlai.pool as form
where form.centre_id = other.centre_id and form.pool_id = other.pool_id limit 1
) as form on form.intake is not null
where other.centre_id = o.centre_id and other.activity_id = o.activity_id and other.day = o.day
and other.ends_at > o.starts_at - interval '2 days'
and other.ends_at < o.ends_at + interval '2 days'
and other.state <> 'cancelled' and
(case when (other.starts_at at time zone 'Asia/Shanghai')::time < '12:00' then 1
when (other.starts_at at time zone 'Asia/Shanghai')::time < '18:00' then 2
else 3 end) =
(case when (o.starts_at at time zone 'Asia/Shanghai')::time < '12:00' then 1
when (o.starts_at at time zone 'Asia/Shanghai')::time < '18:00' then 2
else 3 end)
and (other.starts_at, other.occurrence_id) < (o.starts_at, o.occurrence_id))) and "o"."centre_id" = $6 and "o"."guest_of" is null and "o"."day" >= $7 and "o"."day" <= $8 and "a"."published" = $9 and "a"."audience" = $10 order by "o"."day", "o"."starts_at", "o"."occurrence_id" limit $11

select "o"."occurrence_id", "o"."activity_id", case when p.intake is null then "o"."pool_id" end as "pool_id", "o"."day", "o"."starts_at",
(case when p.intake is null then o.ends_at
else (select max(other.ends_at) from
changlai.occurrence as other
join lateral (
select form.* from changlai.pool as form
where form.centre_id = other.centre_id and form.pool_id = other.pool_id limit 1
) as form on form.intake is not null
where other.centre_id = o.centre_id and other.activity_id = o.activity_id and other.day = o.day
and other.ends_at > o.starts_at - interval '2 days'
and other.ends_at < o.ends_at + interval '2 days'
and other.state <> 'cancelled' and
(case when (other.starts_at at time zone 'Asia/Shanghai')::time < '12:00' then 1
when (other.starts_at at time zone 'Asia/Shanghai')::time < '18:00' then 2
else 3 end) =
(case when (o.starts_at at time zone 'Asia/Shanghai')::time < '12:00' then 1
when (o.starts_at at time zone 'Asia/Shanghai')::time < '18:00' then 2
else 3 end)) end) as "ends_at", "o"."place", "o"."state", "o"."topic", "o"."lesson_number", "o"."lesson_of", "a"."title", "a"."category", "a"."audience", case when p.intake is null then "p"."capacity" end as "capacity", case when p.intake is null then "p"."taken" end as "taken", case when p.intake is null then "p"."opens_at" end as "opens_at", "p"."only_role", "p"."intake", case when p.intake is null then 0 else (
select count(*)::int from
changlai.occurrence as other
join lateral (
select form.* from changlai.pool as form
where form.centre_id = other.centre_id and form.pool_id = other.pool_id limit 1
) as form on form.intake is not null
where other.centre_id = o.centre_id and other.activity_id = o.activity_id and other.day = o.day
and other.ends_at > o.starts_at - interval '2 days'
and other.ends_at < o.ends_at + interval '2 days'
and other.state <> 'cancelled' and
(case when (other.starts_at at time zone 'Asia/Shanghai')::time < '12:00' then 1
when (other.starts_at at time zone 'Asia/Shanghai')::time < '18:00' then 2
else 3 end) =
(case when (o.starts_at at time zone 'Asia/Shanghai')::time < '12:00' then 1
when (o.starts_at at time zone 'Asia/Shanghai')::time < '18:00' then 2
else 3 end)
and form.taken < form.capacity
and form.opens_at <= $1::timestamptz and $2::timestamptz < form.closes_at
and (
select exists (
select from changlai.role_grant
where role_grant.person_id = slot.person_id
and role_grant.centre_id in (slot.centre_id, '*')
and role_grant.role = case slot.service when 'legal' then 'lawyer' else 'mediator' end) from changlai.consultation_slot as slot
where slot.centre_id = form.centre_id and slot.pool_id = form.pool_id limit 1)) end as "free_hours", "p"."mode", case when p.pool_id is null or (
select true from changlai.occurrence as covered
where covered.centre_id = p.centre_id and covered.pool_id = p.pool_id
and covered.state <> 'cancelled'
limit 1
) then p.closes_at else least(p.closes_at, $3::timestamptz) end as "closes_at" from "changlai"."occurrence" as "o" inner join lateral (select "a"."title", "a"."category", "a"."audience", "a"."published" from "changlai"."activity" as "a" where "a"."centre_id" = "o"."centre_id" and "a"."activity_id" = "o"."activity_id" limit $4) as "a" on true left join lateral (select "p"."centre_id", "p"."pool_id", "p"."capacity", "p"."taken", "p"."opens_at", "p"."closes_at", "p"."only_role", "p"."intake", "p"."mode" from "changlai"."pool" as "p" where "p"."centre_id" = "o"."centre_id" and "p"."pool_id" = "o"."pool_id" limit $5) as "p" on true where
(p.intake is null or o.state <> 'cancelled' and not exists (
select from
changlai.occurrence as other
join lateral (
select form.* from changlai.pool as form
where form.centre_id = other.centre_id and form.pool_id = other.pool_id limit 1
) as form on form.intake is not null
where other.centre_id = o.centre_id and other.activity_id = o.activity_id and other.day = o.day
and other.ends_at > o.starts_at - interval '2 days'
and other.ends_at < o.ends_at + interval '2 days'
and other.state <> 'cancelled' and
(case when (other.starts_at at time zone 'Asia/Shanghai')::time < '12:00' then 1
when (other.starts_at at time zone 'Asia/Shanghai')::time < '18:00' then 2
else 3 end) =
(case when (o.starts_at at time zone 'Asia/Shanghai')::time < '12:00' then 1
when (o.starts_at at time zone 'Asia/Shanghai')::time < '18:00' then 2
else 3 end)
and (other.starts_at, other.occurrence_id) < (o.starts_at, o.occurrence_id))) and "o"."centre_id" = $6 and "o"."guest_of" is null and "o"."day" >= $7 and "o"."day" <= $8 and "a"."published" = $9 and "a"."category" = $10 and "a"."audience" = $11 order by "o"."day", "o"."starts_at", "o"."occurrence_id" limit $12

select "o"."occurrence_id", "o"."activity_id", case when p.intake is null then "o"."pool_id" end as "pool_id", "o"."day", "o"."starts_at",
(case when p.intake is null then o.ends_at
else (select max(other.ends_at) from
changlai.occurrence as other
join lateral (
select form.* from changlai.pool as form
where form.centre_id = other.centre_id and form.pool_id = other.pool_id limit 1
) as form on form.intake is not null
where other.centre_id = o.centre_id and other.activity_id = o.activity_id and other.day = o.day
and other.ends_at > o.starts_at - interval '2 days'
and other.ends_at < o.ends_at + interval '2 days'
and other.state <> 'cancelled' and
(case when (other.starts_at at time zone 'Asia/Shanghai')::time < '12:00' then 1
when (other.starts_at at time zone 'Asia/Shanghai')::time < '18:00' then 2
else 3 end) =
(case when (o.starts_at at time zone 'Asia/Shanghai')::time < '12:00' then 1
when (o.starts_at at time zone 'Asia/Shanghai')::time < '18:00' then 2
else 3 end)) end) as "ends_at", "o"."place", "o"."state", "o"."topic", "o"."lesson_number", "o"."lesson_of", "a"."title", "a"."category", "a"."audience", case when p.intake is null then "p"."capacity" end as "capacity", case when p.intake is null then "p"."taken" end as "taken", case when p.intake is null then "p"."opens_at" end as "opens_at", "p"."only_role", "p"."intake", case when p.intake is null then 0 else (
select count(*)::int from
changlai.occurrence as other
join lateral (
select form.* from changlai.pool as form
where form.centre_id = other.centre_id and form.pool_id = other.pool_id limit 1
) as form on form.intake is not null
where other.centre_id = o.centre_id and other.activity_id = o.activity_id and other.day = o.day
and other.ends_at > o.starts_at - interval '2 days'
and other.ends_at < o.ends_at + interval '2 days'
and other.state <> 'cancelled' and
(case when (other.starts_at at time zone 'Asia/Shanghai')::time < '12:00' then 1
when (other.starts_at at time zone 'Asia/Shanghai')::time < '18:00' then 2
else 3 end) =
(case when (o.starts_at at time zone 'Asia/Shanghai')::time < '12:00' then 1
when (o.starts_at at time zone 'Asia/Shanghai')::time < '18:00' then 2
else 3 end)
and form.taken < form.capacity
and form.opens_at <= $1::timestamptz and $2::timestamptz < form.closes_at
and (
select exists (
select from changlai.role_grant
where role_grant.person_id = slot.person_id
and role_grant.centre_id in (slot.centre_id, '*')
and role_grant.role = case slot.service when 'legal' then 'lawyer' else 'mediator' end) from changlai.consultation_slot as slot
where slot.centre_id = form.centre_id and slot.pool_id = form.pool_id limit 1)) end as "free_hours", "p"."mode", case when p.pool_id is null or (
select true from changlai.occurrence as covered
where covered.centre_id = p.centre_id and covered.pool_id = p.pool_id
and covered.state <> 'cancelled'
limit 1
) then p.closes_at else least(p.closes_at, $3::timestamptz) end as "closes_at" from "changlai"."occurrence" as "o" inner join lateral (select "a"."title", "a"."category", "a"."audience", "a"."published" from "changlai"."activity" as "a" where "a"."centre_id" = "o"."centre_id" and "a"."activity_id" = "o"."activity_id" limit $4) as "a" on true left join lateral (select "p"."centre_id", "p"."pool_id", "p"."capacity", "p"."taken", "p"."opens_at", "p"."closes_at", "p"."only_role", "p"."intake", "p"."mode" from "changlai"."pool" as "p" where "p"."centre_id" = "o"."centre_id" and "p"."pool_id" = "o"."pool_id" limit $5) as "p" on true where
(p.intake is null or o.state <> 'cancelled' and not exists (
select from
changlai.occurrence as other
join lateral (
select form.* from changlai.pool as form
where form.centre_id = other.centre_id and form.pool_id = other.pool_id limit 1
) as form on form.intake is not null
where other.centre_id = o.centre_id and other.activity_id = o.activity_id and other.day = o.day
and other.ends_at > o.starts_at - interval '2 days'
and other.ends_at < o.ends_at + interval '2 days'
and other.state <> 'cancelled' and
(case when (other.starts_at at time zone 'Asia/Shanghai')::time < '12:00' then 1
when (other.starts_at at time zone 'Asia/Shanghai')::time < '18:00' then 2
else 3 end) =
(case when (o.starts_at at time zone 'Asia/Shanghai')::time < '12:00' then 1
when (o.starts_at at time zone 'Asia/Shanghai')::time < '18:00' then 2
else 3 end)
and (other.starts_at, other.occurrence_id) < (o.starts_at, o.occurrence_id))) and "o"."centre_id" = $6 and "o"."guest_of" is null and "o"."day" >= $7 and "o"."day" <= $8 and "a"."published" = $9 and "a"."category" = $10 order by "o"."day", "o"."starts_at", "o"."occurrence_id" limit $11

select "o"."occurrence_id", "o"."activity_id", case when p.intake is null then "o"."pool_id" end as "pool_id", "o"."day", "o"."starts_at",
(case when p.intake is null then o.ends_at
else (select max(other.ends_at) from
changlai.occurrence as other
join lateral (
select form.* from changlai.pool as form
where form.centre_id = other.centre_id and form.pool_id = other.pool_id limit 1
) as form on form.intake is not null
where other.centre_id = o.centre_id and other.activity_id = o.activity_id and other.day = o.day
and other.ends_at > o.starts_at - interval '2 days'
and other.ends_at < o.ends_at + interval '2 days'
and other.state <> 'cancelled' and
(case when (other.starts_at at time zone 'Asia/Shanghai')::time < '12:00' then 1
when (other.starts_at at time zone 'Asia/Shanghai')::time < '18:00' then 2
else 3 end) =
(case when (o.starts_at at time zone 'Asia/Shanghai')::time < '12:00' then 1
when (o.starts_at at time zone 'Asia/Shanghai')::time < '18:00' then 2
else 3 end)) end) as "ends_at", "o"."place", "o"."state", "o"."topic", "o"."lesson_number", "o"."lesson_of", "a"."title", "a"."category", "a"."audience", case when p.intake is null then "p"."capacity" end as "capacity", case when p.intake is null then "p"."taken" end as "taken", case when p.intake is null then "p"."opens_at" end as "opens_at", "p"."only_role", "p"."intake", case when p.intake is null then 0 else (
select count(*)::int from
changlai.occurrence as other
join lateral (
select form.* from changlai.pool as form
where form.centre_id = other.centre_id and form.pool_id = other.pool_id limit 1
) as form on form.intake is not null
where other.centre_id = o.centre_id and other.activity_id = o.activity_id and other.day = o.day
and other.ends_at > o.starts_at - interval '2 days'
and other.ends_at < o.ends_at + interval '2 days'
and other.state <> 'cancelled' and
(case when (other.starts_at at time zone 'Asia/Shanghai')::time < '12:00' then 1
when (other.starts_at at time zone 'Asia/Shanghai')::time < '18:00' then 2
else 3 end) =
(case when (o.starts_at at time zone 'Asia/Shanghai')::time < '12:00' then 1
when (o.starts_at at time zone 'Asia/Shanghai')::time < '18:00' then 2
else 3 end)
and form.taken < form.capacity
and form.opens_at <= $1::timestamptz and $2::timestamptz < form.closes_at
and (
select exists (
select from changlai.role_grant
where role_grant.person_id = slot.person_id
and role_grant.centre_id in (slot.centre_id, '*')
and role_grant.role = case slot.service when 'legal' then 'lawyer' else 'mediator' end) from changlai.consultation_slot as slot
where slot.centre_id = form.centre_id and slot.pool_id = form.pool_id limit 1)) end as "free_hours", "p"."mode", case when p.pool_id is null or (
select true from changlai.occurrence as covered
where covered.centre_id = p.centre_id and covered.pool_id = p.pool_id
and covered.state <> 'cancelled'
limit 1
) then p.closes_at else least(p.closes_at, $3::timestamptz) end as "closes_at" from "changlai"."occurrence" as "o" inner join lateral (select "a"."title", "a"."category", "a"."audience", "a"."published" from "changlai"."activity" as "a" where "a"."centre_id" = "o"."centre_id" and "a"."activity_id" = "o"."activity_id" limit $4) as "a" on true left join lateral (select "p"."centre_id", "p"."pool_id", "p"."capacity", "p"."taken", "p"."opens_at", "p"."closes_at", "p"."only_role", "p"."intake", "p"."mode" from "changlai"."pool" as "p" where "p"."centre_id" = "o"."centre_id" and "p"."pool_id" = "o"."pool_id" limit $5) as "p" on true where
(p.intake is null or o.state <> 'cancelled' and not exists (
select from
changlai.occurrence as other
join lateral (
select form.* from changlai.pool as form
where form.centre_id = other.centre_id and form.pool_id = other.pool_id limit 1
) as form on form.intake is not null
where other.centre_id = o.centre_id and other.activity_id = o.activity_id and other.day = o.day
and other.ends_at > o.starts_at - interval '2 days'
and other.ends_at < o.ends_at + interval '2 days'
and other.state <> 'cancelled' and
(case when (other.starts_at at time zone 'Asia/Shanghai')::time < '12:00' then 1
when (other.starts_at at time zone 'Asia/Shanghai')::time < '18:00' then 2
else 3 end) =
(case when (o.starts_at at time zone 'Asia/Shanghai')::time < '12:00' then 1
when (o.starts_at at time zone 'Asia/Shanghai')::time < '18:00' then 2
else 3 end)
and (other.starts_at, other.occurrence_id) < (o.starts_at, o.occurrence_id))) and "o"."centre_id" = $6 and "o"."guest_of" is null and "o"."day" >= $7 and "o"."day" <= $8 and "a"."published" = $9 and (o.day, o.starts_at, o.occurrence_id)
> ($10::date, $11, $12) order by "o"."day", "o"."starts_at", "o"."occurrence_id" limit $13

select "o"."occurrence_id", "o"."activity_id", case when p.intake is null then "o"."pool_id" end as "pool_id", "o"."day", "o"."starts_at",
(case when p.intake is null then o.ends_at
else (select max(other.ends_at) from
changlai.occurrence as other
join lateral (
select form.* from changlai.pool as form
where form.centre_id = other.centre_id and form.pool_id = other.pool_id limit 1
) as form on form.intake is not null
where other.centre_id = o.centre_id and other.activity_id = o.activity_id and other.day = o.day
and other.ends_at > o.starts_at - interval '2 days'
and other.ends_at < o.ends_at + interval '2 days'
and other.state <> 'cancelled' and
(case when (other.starts_at at time zone 'Asia/Shanghai')::time < '12:00' then 1
when (other.starts_at at time zone 'Asia/Shanghai')::time < '18:00' then 2
else 3 end) =
(case when (o.starts_at at time zone 'Asia/Shanghai')::time < '12:00' then 1
when (o.starts_at at time zone 'Asia/Shanghai')::time < '18:00' then 2
else 3 end)) end) as "ends_at", "o"."place", "o"."state", "o"."topic", "o"."lesson_number", "o"."lesson_of", "a"."title", "a"."category", "a"."audience", case when p.intake is null then "p"."capacity" end as "capacity", case when p.intake is null then "p"."taken" end as "taken", case when p.intake is null then "p"."opens_at" end as "opens_at", "p"."only_role", "p"."intake", case when p.intake is null then 0 else (
select count(*)::int from
changlai.occurrence as other
join lateral (
select form.* from changlai.pool as form
where form.centre_id = other.centre_id and form.pool_id = other.pool_id limit 1
) as form on form.intake is not null
where other.centre_id = o.centre_id and other.activity_id = o.activity_id and other.day = o.day
and other.ends_at > o.starts_at - interval '2 days'
and other.ends_at < o.ends_at + interval '2 days'
and other.state <> 'cancelled' and
(case when (other.starts_at at time zone 'Asia/Shanghai')::time < '12:00' then 1
when (other.starts_at at time zone 'Asia/Shanghai')::time < '18:00' then 2
else 3 end) =
(case when (o.starts_at at time zone 'Asia/Shanghai')::time < '12:00' then 1
when (o.starts_at at time zone 'Asia/Shanghai')::time < '18:00' then 2
else 3 end)
and form.taken < form.capacity
and form.opens_at <= $1::timestamptz and $2::timestamptz < form.closes_at
and (
select exists (
select from changlai.role_grant
where role_grant.person_id = slot.person_id
and role_grant.centre_id in (slot.centre_id, '*')
and role_grant.role = case slot.service when 'legal' then 'lawyer' else 'mediator' end) from changlai.consultation_slot as slot
where slot.centre_id = form.centre_id and slot.pool_id = form.pool_id limit 1)) end as "free_hours", "p"."mode", case when p.pool_id is null or (
select true from changlai.occurrence as covered
where covered.centre_id = p.centre_id and covered.pool_id = p.pool_id
and covered.state <> 'cancelled'
limit 1
) then p.closes_at else least(p.closes_at, $3::timestamptz) end as "closes_at" from "changlai"."occurrence" as "o" inner join lateral (select "a"."title", "a"."category", "a"."audience", "a"."published" from "changlai"."activity" as "a" where "a"."centre_id" = "o"."centre_id" and "a"."activity_id" = "o"."activity_id" limit $4) as "a" on true left join lateral (select "p"."centre_id", "p"."pool_id", "p"."capacity", "p"."taken", "p"."opens_at", "p"."closes_at", "p"."only_role", "p"."intake", "p"."mode" from "changlai"."pool" as "p" where "p"."centre_id" = "o"."centre_id" and "p"."pool_id" = "o"."pool_id" limit $5) as "p" on true where
(p.intake is null or o.state <> 'cancelled' and not exists (
select from
changlai.occurrence as other
join lateral (
select form.* from changlai.pool as form
where form.centre_id = other.centre_id and form.pool_id = other.pool_id limit 1
) as form on form.intake is not null
where other.centre_id = o.centre_id and other.activity_id = o.activity_id and other.day = o.day
and other.ends_at > o.starts_at - interval '2 days'
and other.ends_at < o.ends_at + interval '2 days'
and other.state <> 'cancelled' and
(case when (other.starts_at at time zone 'Asia/Shanghai')::time < '12:00' then 1
when (other.starts_at at time zone 'Asia/Shanghai')::time < '18:00' then 2
else 3 end) =
(case when (o.starts_at at time zone 'Asia/Shanghai')::time < '12:00' then 1
when (o.starts_at at time zone 'Asia/Shanghai')::time < '18:00' then 2
else 3 end)
and (other.starts_at, other.occurrence_id) < (o.starts_at, o.occurrence_id))) and "o"."centre_id" = $6 and "o"."guest_of" is null and "o"."day" >= $7 and "o"."day" <= $8 and "a"."published" = $9 order by "o"."day", "o"."starts_at", "o"."occurrence_id" limit $10

select "o".* from "changlai"."occurrence" as "o" where "o"."centre_id" = $1 and "o"."activity_id" = $2 and "o"."pool_id" is null and "o"."ends_at" > $3::timestamptz order by "o"."ends_at", "o"."occurrence_id" limit $4

select "o".* from "changlai"."occurrence" as "o" where (o.centre_id, o.pool_id) in
(select * from unnest($1::text[], $2::text[])) order by "o"."starts_at", "o"."occurrence_id"

select "original_starts_at" from "changlai"."occurrence" where "centre_id" = $1 and "activity_id" = $2 and "guest_of" is null and "original_starts_at" >= $3::timestamptz

select "p"."pool_id" from "changlai"."pool" as "p" where "p"."activity_id" = $1 and "p"."ends_at" < $2::timestamptz order by "p"."starts_at" desc limit $3

select "p"."pool_id" from "changlai"."pool" as "p" where "p"."activity_id" = $1 and "p"."opens_at" <= $2::timestamptz and "p"."closes_at" > $3::timestamptz and "p"."cancel_until" > $4::timestamptz and "p"."taken" < "p"."capacity" order by "p"."starts_at" limit $5

select "p"."pool_id" from "changlai"."pool" as "p" where ("p"."activity_id" = $1 or "p"."activity_id" like $2) and "p"."opens_at" <= $3::timestamptz and "p"."closes_at" > $4::timestamptz and not exists (select "e"."entry_id" from "changlai"."waitlist_entry" as "e" where "e"."centre_id" = "p"."centre_id" and "e"."pool_id" = "p"."pool_id") order by "p"."starts_at" limit $5

select "p"."pool_id", "p"."activity_id", "a"."title", "p"."starts_at", "p"."ends_at", "p"."capacity", "p"."opens_at", "p"."closes_at" from "changlai"."pool" as "p" inner join "changlai"."activity" as "a" on "a"."centre_id" = "p"."centre_id" and "a"."activity_id" = "p"."activity_id" where "p"."centre_id" = $1 and "p"."mode" = $2 and "a"."published" = $3 and "p"."closes_at" > $4::timestamptz and not exists (
select from changlai.ballot_pool as d
where d.centre_id = p.centre_id and d.pool_id = p.pool_id) and (p.closes_at, p.pool_id) > ($5::timestamptz, $6) order by "p"."closes_at", "p"."pool_id" limit $7

select "p"."pool_id", "p"."activity_id", "a"."title", "p"."starts_at", "p"."ends_at", "p"."capacity", "p"."opens_at", "p"."closes_at" from "changlai"."pool" as "p" inner join "changlai"."activity" as "a" on "a"."centre_id" = "p"."centre_id" and "a"."activity_id" = "p"."activity_id" where "p"."centre_id" = $1 and "p"."mode" = $2 and "a"."published" = $3 and "p"."closes_at" > $4::timestamptz and not exists (
select from changlai.ballot_pool as d
where d.centre_id = p.centre_id and d.pool_id = p.pool_id) order by "p"."closes_at", "p"."pool_id" limit $5

select "p".*, case when p.pool_id is null or (
select true from changlai.occurrence as covered
where covered.centre_id = p.centre_id and covered.pool_id = p.pool_id
and covered.state <> 'cancelled'
limit 1
) then p.closes_at else least(p.closes_at, $1::timestamptz) end as "closes_effectively_at", (
select d.ballot_id from changlai.ballot_pool as d
where d.centre_id = p.centre_id and d.pool_id = p.pool_id) as "ballot_id", (
select coalesce(sum(case entry.state when 'offered' then entry.seats else entry.saved end), 0)
from changlai.waitlist_entry as entry
where entry.centre_id = p.centre_id and entry.pool_id = p.pool_id
and entry.state in ('waiting', 'offered'))::int as "held" from "changlai"."pool" as "p" where "p"."centre_id" = $2 and "p"."activity_id" = $3 and "p"."ends_at" > $4::timestamptz and "p"."guest_of" is null order by "p"."starts_at", "p"."pool_id" limit $5

select "person_id" from "changlai"."booking_attendee" where "pool_id" = $1 and "status" = $2

select "pool_id" from "changlai"."waitlist_outcome" where "centre_id" = $1 limit $2

select "poster_id", "made_at" from "changlai"."check_in_poster" where "centre_id" = $1

select "r"."report_id", "r"."station_id", "s"."name" as "station_name", "r"."kind", "r"."facility", "r"."reported_at", "t"."settlement", "t"."line", "t"."settled_at" from "changlai"."station_report" as "r" inner join "changlai"."station" as "s" on "s"."centre_id" = "r"."centre_id" and "s"."station_id" = "r"."station_id" left join "changlai"."station_task" as "t" on "t"."centre_id" = "r"."centre_id" and "t"."task_id" = "r"."task_id" where "r"."person_id" = $1 and r.reported_at <= $2
and (r.reported_at < $3 or r.report_id > $4) order by "r"."reported_at" desc, "r"."report_id" limit $5

select "r"."report_id", "r"."station_id", "s"."name" as "station_name", "r"."kind", "r"."facility", "r"."reported_at", "t"."settlement", "t"."line", "t"."settled_at" from "changlai"."station_report" as "r" inner join "changlai"."station" as "s" on "s"."centre_id" = "r"."centre_id" and "s"."station_id" = "r"."station_id" left join "changlai"."station_task" as "t" on "t"."centre_id" = "r"."centre_id" and "t"."task_id" = "r"."task_id" where "r"."person_id" = $1 order by "r"."reported_at" desc, "r"."report_id" limit $2

select "s"."centre_id", "c"."short_name" as "centre_name", sum(s.weight) as "weight", max(s.expires_at) as "until" from "changlai"."strike" as "s" inner join "changlai"."centre" as "c" on "c"."centre_id" = "s"."centre_id" where "s"."person_id" = $1 and "s"."state" in ($2, $3) and s.expires_at > $4 group by "s"."centre_id", "c"."short_name", "c"."position" order by "c"."position"

select "s"."strike_id", "s"."kind", "s"."state", "s"."weight", "s"."struck_at", "s"."expires_at", "s"."contested_at", "s"."reason", "a"."title", coalesce(o.starts_at, p.starts_at) as "starts_at", "c"."short_name" as "centre_name" from "changlai"."strike" as "s" inner join "changlai"."booking" as "b" on "b"."centre_id" = "s"."centre_id" and "b"."booking_id" = "s"."booking_id" inner join "changlai"."pool" as "p" on "p"."centre_id" = "b"."centre_id" and "p"."pool_id" = "b"."pool_id" inner join "changlai"."activity" as "a" on "a"."centre_id" = "p"."centre_id" and "a"."activity_id" = "p"."activity_id" left join "changlai"."occurrence" as "o" on "o"."centre_id" = "s"."centre_id" and "o"."occurrence_id" = "s"."occurrence_id" inner join "changlai"."centre" as "c" on "c"."centre_id" = "s"."centre_id" where "s"."person_id" = $1 and s.expires_at >= $2 and s.struck_at <= $3
and (s.struck_at < $4 or s.strike_id > $5) order by "s"."struck_at" desc, "s"."strike_id" limit $6

select "s"."strike_id", "s"."kind", "s"."state", "s"."weight", "s"."struck_at", "s"."expires_at", "s"."contested_at", "s"."reason", "a"."title", coalesce(o.starts_at, p.starts_at) as "starts_at", "c"."short_name" as "centre_name" from "changlai"."strike" as "s" inner join "changlai"."booking" as "b" on "b"."centre_id" = "s"."centre_id" and "b"."booking_id" = "s"."booking_id" inner join "changlai"."pool" as "p" on "p"."centre_id" = "b"."centre_id" and "p"."pool_id" = "b"."pool_id" inner join "changlai"."activity" as "a" on "a"."centre_id" = "p"."centre_id" and "a"."activity_id" = "p"."activity_id" left join "changlai"."occurrence" as "o" on "o"."centre_id" = "s"."centre_id" and "o"."occurrence_id" = "s"."occurrence_id" inner join "changlai"."centre" as "c" on "c"."centre_id" = "s"."centre_id" where "s"."person_id" = $1 and s.expires_at >= $2 order by "s"."struck_at" desc, "s"."strike_id" limit $3

select "s"."strike_id", "s"."kind", "s"."state", "s"."weight", "s"."struck_at", "s"."expires_at", "s"."contested_at", "s"."reason", "a"."title", coalesce(o.starts_at, p.starts_at) as "starts_at", "person"."nickname", right(b.check_in_code, 4) as "code_ends" from "changlai"."strike" as "s" inner join "changlai"."booking" as "b" on "b"."centre_id" = "s"."centre_id" and "b"."booking_id" = "s"."booking_id" inner join "changlai"."pool" as "p" on "p"."centre_id" = "b"."centre_id" and "p"."pool_id" = "b"."pool_id" inner join "changlai"."activity" as "a" on "a"."centre_id" = "p"."centre_id" and "a"."activity_id" = "p"."activity_id" left join "changlai"."occurrence" as "o" on "o"."centre_id" = "s"."centre_id" and "o"."occurrence_id" = "s"."occurrence_id" inner join "changlai"."person" as "person" on "person"."person_id" = "s"."person_id" where "s"."centre_id" = $1 and "s"."state" = $2 order by "s"."contested_at", "s"."strike_id" limit $3

select "s".* from "changlai"."station" as "s" where "s"."centre_id" = $1 and "s"."station_id" = $2 and "s"."removed_at" is null

select "s".* from "changlai"."station" as "s" where "s"."door_code" = $1 and "s"."removed_at" is null

select "s".* from "changlai"."station" as "s" where s.version > coalesce(($1::jsonb ->> s.centre_id)::bigint, 0) and (s.removed_at is null or $2::jsonb ? s.centre_id
or s.centre_id = $3) and (s.centre_id collate "C", s.version, s.station_id)
> ($4, $5::bigint, $6) order by s.centre_id collate "C", "s"."version", "s"."station_id" limit $7

select "s".* from "changlai"."station" as "s" where s.version > coalesce(($1::jsonb ->> s.centre_id)::bigint, 0) and (s.removed_at is null or $2::jsonb ? s.centre_id
or s.centre_id = $3) order by s.centre_id collate "C", "s"."version", "s"."station_id" limit $4

select "s".*, 0::integer as "distance" from "changlai"."station" as "s" where "s"."removed_at" is null and "s"."centre_id" = $1 order by 0::integer, "s"."station_id" limit $2

select "s".*, 0::integer as "distance" from "changlai"."station" as "s" where "s"."removed_at" is null and (0::integer, s.station_id) > ($1::integer, $2) order by 0::integer, "s"."station_id" limit $3

select "s".*, 0::integer as "distance" from "changlai"."station" as "s" where "s"."removed_at" is null and (s.doubt_until is null or s.doubt_until <= $1) order by 0::integer, "s"."station_id" limit $2

select "s".*, 0::integer as "distance" from "changlai"."station" as "s" where "s"."removed_at" is null and (s.facilities ?& $1::text[] and not exists (
select from unnest($2::text[]) as asked
where s.facilities ->> asked = 'broken')) order by 0::integer, "s"."station_id" limit $3

select "s".*, 0::integer as "distance" from "changlai"."station" as "s" where "s"."removed_at" is null order by 0::integer, "s"."station_id" limit $1

select "s".*, round($1::float8 * asin(least(1, sqrt(
power(sin(radians(s.lat - $2::float8) / 2), 2)
+ cos(radians($3::float8)) * cos(radians(s.lat))
* power(sin(radians(s.lng - $4::float8) / 2), 2)))))::integer as "distance" from "changlai"."station" as "s" where "s"."removed_at" is null and "s"."centre_id" = $5 and (s.facilities ?& $6::text[] and not exists (
select from unnest($7::text[]) as asked
where s.facilities ->> asked = 'broken')) and (s.doubt_until is null or s.doubt_until <= $8) order by round($9::float8 * asin(least(1, sqrt(
power(sin(radians(s.lat - $10::float8) / 2), 2)
+ cos(radians($11::float8)) * cos(radians(s.lat))
* power(sin(radians(s.lng - $12::float8) / 2), 2)))))::integer, "s"."station_id" limit $13

select "s".*, round($1::float8 * asin(least(1, sqrt(
power(sin(radians(s.lat - $2::float8) / 2), 2)
+ cos(radians($3::float8)) * cos(radians(s.lat))
* power(sin(radians(s.lng - $4::float8) / 2), 2)))))::integer as "distance" from "changlai"."station" as "s" where "s"."removed_at" is null and "s"."centre_id" = $5 order by round($6::float8 * asin(least(1, sqrt(
power(sin(radians(s.lat - $7::float8) / 2), 2)
+ cos(radians($8::float8)) * cos(radians(s.lat))
* power(sin(radians(s.lng - $9::float8) / 2), 2)))))::integer, "s"."station_id" limit $10

select "s".*, round($1::float8 * asin(least(1, sqrt(
power(sin(radians(s.lat - $2::float8) / 2), 2)
+ cos(radians($3::float8)) * cos(radians(s.lat))
* power(sin(radians(s.lng - $4::float8) / 2), 2)))))::integer as "distance" from "changlai"."station" as "s" where "s"."removed_at" is null and (round($5::float8 * asin(least(1, sqrt(
power(sin(radians(s.lat - $6::float8) / 2), 2)
+ cos(radians($7::float8)) * cos(radians(s.lat))
* power(sin(radians(s.lng - $8::float8) / 2), 2)))))::integer, s.station_id) > ($9::integer, $10) order by round($11::float8 * asin(least(1, sqrt(
power(sin(radians(s.lat - $12::float8) / 2), 2)
+ cos(radians($13::float8)) * cos(radians(s.lat))
* power(sin(radians(s.lng - $14::float8) / 2), 2)))))::integer, "s"."station_id" limit $15

select "s".*, round($1::float8 * asin(least(1, sqrt(
power(sin(radians(s.lat - $2::float8) / 2), 2)
+ cos(radians($3::float8)) * cos(radians(s.lat))
* power(sin(radians(s.lng - $4::float8) / 2), 2)))))::integer as "distance" from "changlai"."station" as "s" where "s"."removed_at" is null and (s.doubt_until is null or s.doubt_until <= $5) and (round($6::float8 * asin(least(1, sqrt(
power(sin(radians(s.lat - $7::float8) / 2), 2)
+ cos(radians($8::float8)) * cos(radians(s.lat))
* power(sin(radians(s.lng - $9::float8) / 2), 2)))))::integer, s.station_id) > ($10::integer, $11) order by round($12::float8 * asin(least(1, sqrt(
power(sin(radians(s.lat - $13::float8) / 2), 2)
+ cos(radians($14::float8)) * cos(radians(s.lat))
* power(sin(radians(s.lng - $15::float8) / 2), 2)))))::integer, "s"."station_id" limit $16

select "s".*, round($1::float8 * asin(least(1, sqrt(
power(sin(radians(s.lat - $2::float8) / 2), 2)
+ cos(radians($3::float8)) * cos(radians(s.lat))
* power(sin(radians(s.lng - $4::float8) / 2), 2)))))::integer as "distance" from "changlai"."station" as "s" where "s"."removed_at" is null and (s.doubt_until is null or s.doubt_until <= $5) order by round($6::float8 * asin(least(1, sqrt(
power(sin(radians(s.lat - $7::float8) / 2), 2)
+ cos(radians($8::float8)) * cos(radians(s.lat))
* power(sin(radians(s.lng - $9::float8) / 2), 2)))))::integer, "s"."station_id" limit $10

select "s".*, round($1::float8 * asin(least(1, sqrt(
power(sin(radians(s.lat - $2::float8) / 2), 2)
+ cos(radians($3::float8)) * cos(radians(s.lat))
* power(sin(radians(s.lng - $4::float8) / 2), 2)))))::integer as "distance" from "changlai"."station" as "s" where "s"."removed_at" is null order by round($5::float8 * asin(least(1, sqrt(
power(sin(radians(s.lat - $6::float8) / 2), 2)
+ cos(radians($7::float8)) * cos(radians(s.lat))
* power(sin(radians(s.lng - $8::float8) / 2), 2)))))::integer, "s"."station_id" limit $9

select "short_name" from "changlai"."centre" where "centre_id" = $1

select "t"."task_id", "t"."station_id", "s"."name" as "station_name", "t"."kind", "t"."facility", "t"."opened_at", "t"."settlement", "t"."line", "t"."settled_at", (
select count(distinct r.person_id) from changlai.station_report r
where r.centre_id = t.centre_id and r.task_id = t.task_id
) as "people", (
select coalesce(jsonb_agg(
jsonb_build_object('note', latest.note,
'at', (extract(epoch from latest.reported_at) * 1000)::bigint)
order by latest.reported_at desc), '[]')
from (
select r.note, r.reported_at from changlai.station_report r
where r.centre_id = t.centre_id and r.task_id = t.task_id and r.note is not null
order by r.reported_at desc limit $1::integer
) as latest
) as "notes" from "changlai"."station_task" as "t" inner join "changlai"."station" as "s" on "s"."centre_id" = "t"."centre_id" and "s"."station_id" = "t"."station_id" where "t"."centre_id" = $2 and (t.settlement is null or t.settlement = 'will-take-time') and "s"."removed_at" is null and (t.opened_at, t.task_id) > ($3, $4) order by "t"."opened_at", "t"."task_id" limit $5

select "t"."task_id", "t"."station_id", "s"."name" as "station_name", "t"."kind", "t"."facility", "t"."opened_at", "t"."settlement", "t"."line", "t"."settled_at", (
select count(distinct r.person_id) from changlai.station_report r
where r.centre_id = t.centre_id and r.task_id = t.task_id
) as "people", (
select coalesce(jsonb_agg(
jsonb_build_object('note', latest.note,
'at', (extract(epoch from latest.reported_at) * 1000)::bigint)
order by latest.reported_at desc), '[]')
from (
select r.note, r.reported_at from changlai.station_report r
where r.centre_id = t.centre_id and r.task_id = t.task_id and r.note is not null
order by r.reported_at desc limit $1::integer
) as latest
) as "notes" from "changlai"."station_task" as "t" inner join "changlai"."station" as "s" on "s"."centre_id" = "t"."centre_id" and "s"."station_id" = "t"."station_id" where "t"."centre_id" = $2 and (t.settlement is null or t.settlement = 'will-take-time') and "s"."removed_at" is null order by "t"."opened_at", "t"."task_id" limit $3

select "waiting" from "changlai"."pool" where "centre_id" = $1 and "pool_id" = $2

select (
select count(*) from changlai.occurrence
where centre_id = $1 and activity_id = $2 and guest_of is null and state <> 'cancelled'
and ends_at > $3::timestamptz
) as "toCome", (
select coalesce(sum(taken), 0)::integer from changlai.pool
where centre_id = $1 and activity_id = $2 and guest_of is null and ends_at > $3::timestamptz
) as taken

select (
select jsonb_build_object('title', activity.title,
'startsAt', round(extract(epoch from other.starts_at) * 1000)::bigint,
'endsAt', round(extract(epoch from other.ends_at) * 1000)::bigint)
from changlai.occurrence as other
join changlai.activity
on activity.centre_id = other.centre_id and activity.activity_id = other.activity_id
left join changlai.pool as form
on form.centre_id = other.centre_id and form.pool_id = other.pool_id
where other.centre_id = $1 and other.day between lesson.day - 1 and lesson.day + 1
and other.place = lesson.place and other.state <> 'cancelled'
and other.starts_at < lesson.ends_at and lesson.starts_at < other.ends_at
and ($2::text is null or other.activity_id <> $2)
and other.guest_of is null and form.intake is null and activity.published
order by other.starts_at
limit 1
) as room
from unnest($3::timestamptz[], $4::timestamptz[], $5::text[], $6::date[]) with ordinality
as lesson (starts_at, ends_at, place, day, place_in_order)
order by lesson.place_in_order

select (select count(*) from changlai.alert where state = 'waiting') as waiting,
coalesce((select jsonb_agg(jsonb_build_object('purpose', purpose, 'outcome', outcome,
'count', count) order by purpose, outcome) from changlai.alert_tally), '[]'::jsonb) as ended

select * from "changlai"."centre" order by "position", "centre_id" limit $1

select * from "changlai"."centre" where (position, centre_id) > ($1, $2) order by "position", "centre_id" limit $3

select * from "changlai"."station_list" order by centre_id collate "C"

select * from (
select consultation_id as "consultationId", state, created_at as "createdAt", due_at as "dueAt",
plain ->> 'kind' as kind, plain ->> 'text' as text, plain ->> 'reach' as reach,
(
select entry.plain from changlai.consultation_entry as entry
where entry.centre_id = consultation.centre_id
and entry.consultation_id = consultation.consultation_id and entry.kind = 'answer'
order by entry.position desc
limit 1
) as answer,
case state when 'received' then 0 else 1 end as answered,
case state
when 'received' then (extract(epoch from due_at) * 1000)::bigint
else -(extract(epoch from closed_at) * 1000)::bigint
end as "orderedAt"
from changlai.consultation
where centre_id = $1 and service = 'feedback' and state in ('received', 'closed')
and plain is not null
) as feedback
where (answered, "orderedAt", "consultationId") > ($2::integer, $3::bigint, $4::text)
order by answered, "orderedAt", "consultationId"
limit $5

select a.activity_id as "activityId", a.title, a.category, a.description, a.host, a.bring,
a.created_at as "createdAt", a.rule,
o.starts_at as "startsAt",
(case when p.intake is null then o.ends_at
else (select max(other.ends_at) from
changlai.occurrence as other
join lateral (
select form.* from changlai.pool as form
where form.centre_id = other.centre_id and form.pool_id = other.pool_id limit 1
) as form on form.intake is not null
where other.centre_id = o.centre_id and other.activity_id = o.activity_id and other.day = o.day
and other.ends_at > o.starts_at - interval '2 days'
and other.ends_at < o.ends_at + interval '2 days'
and other.state <> 'cancelled' and
(case when (other.starts_at at time zone 'Asia/Shanghai')::time < '12:00' then 1
when (other.starts_at at time zone 'Asia/Shanghai')::time < '18:00' then 2
else 3 end) =
(case when (o.starts_at at time zone 'Asia/Shanghai')::time < '12:00' then 1
when (o.starts_at at time zone 'Asia/Shanghai')::time < '18:00' then 2
else 3 end)) end) as "endsAt",
o.original_starts_at as "originalStartsAt", o.place, o.topic, o.state,
(
select count(*) from changlai.lesson_change change
where change.centre_id = o.centre_id and change.occurrence_id = o.occurrence_id
) as changes,
(
select max(changed_at) from changlai.lesson_change change
where change.centre_id = o.centre_id and change.occurrence_id = o.occurrence_id
) as "changedAt"
from changlai.activity a
join changlai.occurrence o on o.centre_id = a.centre_id and o.activity_id = a.activity_id
left join changlai.pool p on p.centre_id = o.centre_id and p.pool_id = o.pool_id
where a.centre_id = $1 and a.published and o.guest_of is null and
(p.intake is null or o.state <> 'cancelled' and not exists (
select from
changlai.occurrence as other
join lateral (
select form.* from changlai.pool as form
where form.centre_id = other.centre_id and form.pool_id = other.pool_id limit 1
) as form on form.intake is not null
where other.centre_id = o.centre_id and other.activity_id = o.activity_id and other.day = o.day
and other.ends_at > o.starts_at - interval '2 days'
and other.ends_at < o.ends_at + interval '2 days'
and other.state <> 'cancelled' and
(case when (other.starts_at at time zone 'Asia/Shanghai')::time < '12:00' then 1
when (other.starts_at at time zone 'Asia/Shanghai')::time < '18:00' then 2
else 3 end) =
(case when (o.starts_at at time zone 'Asia/Shanghai')::time < '12:00' then 1
when (o.starts_at at time zone 'Asia/Shanghai')::time < '18:00' then 2
else 3 end)
and (other.starts_at, other.occurrence_id) < (o.starts_at, o.occurrence_id)))
order by a.created_at, a.activity_id, o.original_starts_at

select a.title, e.seats, e.offer_until as until
from changlai.waitlist_entry as e
join changlai.pool as p on p.centre_id = e.centre_id and p.pool_id = e.pool_id
join changlai.activity as a on a.centre_id = p.centre_id and a.activity_id = p.activity_id
where e.holder_id = $1 and e.offer_until > $2::timestamptz
and case e.state when 'offered' then true end
order by e.offer_until, e.entry_id
limit 1

select activity.activity_id as "activityId", activity.title, activity.category, shown.state,
activity.rule, activity.lessons, activity.seating, activity.place, activity.host,
span.starts_at as "firstStartsAt", span.ends_at as "lastEndsAt", seats.capacity,
coalesce(seats.taken, 0) as taken, coalesce(seats.waiting, 0) as waiting, activity.version,
activity.changed_at as "changedAt"
from changlai.activity
cross join lateral (
select min(starts_at) as starts_at, max(ends_at) as ends_at from changlai.occurrence
where centre_id = activity.centre_id and activity_id = activity.activity_id
and guest_of is null and state <> 'cancelled'
) as span
cross join lateral (
select case when activity.state = 'published' and (span.ends_at is null
or span.ends_at <= $2::timestamptz) then 'over' else activity.state end as state
) as shown
cross join lateral (
select sum(capacity)::integer as capacity, sum(taken)::integer as taken,
sum(waiting)::integer as waiting
from changlai.pool
where centre_id = activity.centre_id and activity_id = activity.activity_id
and guest_of is null and ends_at > $2::timestamptz
) as seats
where activity.centre_id = $1 and not exists (
select from changlai.pool as form
where form.centre_id = activity.centre_id and form.activity_id = activity.activity_id
and (form.intake is not null or activity.state = 'draft'))
and not (activity.category = 'legal' and activity.seating is null and activity.changed_by is null)
and ($3::text is null or shown.state = $3)
and ($4::text is null or activity.title ilike $4 or activity.host ilike $4
or activity.place ilike $4)
and ($5::timestamptz is null or activity.changed_at < $5::timestamptz + interval '1 millisecond'
and (date_trunc('milliseconds', activity.changed_at) < $5::timestamptz or activity.activity_id > $6))
order by date_trunc('milliseconds', activity.changed_at) desc, activity.activity_id
limit $7::integer

select activity.activity_id as "activityId", activity.version, activity.state, activity.title,
activity.host, activity.place, activity.category, activity.audience,
activity.min_age as "minAge", activity.max_age as "maxAge", activity.fee_fen as "feeFen",
activity.seating, activity.import_key as "importKey", imported.read, imported.said,
imported.when_words as "whenWords", imported.position,
coalesce((
select jsonb_agg(jsonb_build_object(
'startsAt', round(extract(epoch from lesson.starts_at) * 1000),
'endsAt', round(extract(epoch from lesson.ends_at) * 1000),
'place', lesson.place) order by lesson.starts_at)
from changlai.occurrence as lesson
where lesson.centre_id = activity.centre_id and lesson.activity_id = activity.activity_id
and lesson.guest_of is null and lesson.state <> 'cancelled'
and (activity.lessons is not null or activity.rule ? 'until' or activity.rule ? 'count'
or activity.rule ->> 'frequency' = 'dates'
or (lesson.starts_at >= $2::timestamptz and lesson.starts_at < $3::timestamptz))
), '[]'::jsonb) as lessons
from changlai.activity
left join changlai.timetable_class as imported
on imported.centre_id = activity.centre_id and imported.activity_id = activity.activity_id
where activity.centre_id = $1 and activity.state <> 'draft'
and activity.seating ->> 'intake' is null
and (activity.state = 'published' or imported.activity_id is not null)
and exists (
select from changlai.occurrence as lesson
where lesson.centre_id = activity.centre_id and lesson.activity_id = activity.activity_id
and lesson.ends_at >= $2::timestamptz and lesson.starts_at < $3::timestamptz
and lesson.guest_of is null
and (lesson.state <> 'cancelled' or imported.activity_id is not null))
order by imported.position nulls last, activity.title, activity.activity_id

select activity.centre_id as "centreId", activity.cover, activity.cover_width as "coverWidth",
activity.cover_height as "coverHeight", hung.jpeg
from changlai.activity
left join changlai.activity_cover as hung
on hung.centre_id = activity.centre_id and hung.activity_id = activity.activity_id
where activity.centre_id = $1 and activity.activity_id = $2
and (activity.published or activity.cover = $3)

select activity.title, activity.place, centre.short_name as centre,
drawn.won_pool_id is not null as won,
case when drawn.won_pool_id is null then ballot.drawn_at else (
select offer.offer_until from changlai.waitlist_entry as offer
where offer.centre_id = drawn.centre_id and offer.pool_id = drawn.won_pool_id
and offer.ballot_id = drawn.ballot_id and offer.ballot_number = drawn.number
and offer.state = 'offered') end as until
from changlai.ballot_entry as drawn
join changlai.ballot on ballot.centre_id = drawn.centre_id and ballot.ballot_id = drawn.ballot_id
join changlai.ballot_wish as wish
on wish.centre_id = drawn.centre_id and wish.ballot_id = drawn.ballot_id
and wish.number = drawn.number and wish.place = 1
join changlai.pool
on pool.centre_id = drawn.centre_id
and pool.pool_id = coalesce(drawn.won_pool_id, wish.pool_id)
join changlai.activity
on activity.centre_id = pool.centre_id and activity.activity_id = pool.activity_id
join changlai.centre on centre.centre_id = pool.centre_id
where drawn.centre_id = $1 and drawn.ballot_id = $2 and drawn.holder_id = $3::uuid
and drawn.left_at is null and drawn.drawn_place is not null

select activity.title, activity.place, centre.short_name as centre, entry.offer_until as until
from changlai.waitlist_entry as entry
join changlai.pool on pool.centre_id = entry.centre_id and pool.pool_id = entry.pool_id
join changlai.activity
on activity.centre_id = pool.centre_id and activity.activity_id = pool.activity_id
join changlai.centre on centre.centre_id = pool.centre_id
where entry.centre_id = $1 and entry.entry_id = $2 and entry.state = 'offered'
and entry.offer_until > $3::timestamptz

select activity.title, centre.phone,
$3::text is null or exists (
select from changlai.pool
where pool.centre_id = $1 and pool.pool_id = $3 and pool.activity_id = $2
and pool.intake is null and pool.guest_of is null) as "poolKnown",
(
select count(*) from changlai.class_message as message
where message.centre_id = $1 and message.activity_id = $2
and message.sent_at >= $4::timestamptz
) as "sentToday"
from changlai.activity
join changlai.centre on centre.centre_id = activity.centre_id
where activity.centre_id = $1 and activity.activity_id = $2 and activity.published

select activity.title, centre.short_name as centre, notice.booking_id as "bookingId",
coalesce(change.to_place, change.from_place, activity.place) as place,
coalesce(change.to_starts_at, change.from_starts_at, told.starts_at, notice.made_at) as "startsAt",
case when notice.kind = 'activity-cancelled' or change.kind = 'cancelled' then 'cancelled'
when change.occurrence_id is null then 'several'
when change.to_starts_at = change.from_starts_at then 'elsewhere'
else 'moved' end as change
from changlai.notice
join changlai.booking
on booking.centre_id = notice.centre_id and booking.booking_id = notice.booking_id
join changlai.pool on pool.centre_id = booking.centre_id and pool.pool_id = booking.pool_id
join changlai.activity
on activity.centre_id = pool.centre_id and activity.activity_id = pool.activity_id
join changlai.centre on centre.centre_id = pool.centre_id
left join changlai.lesson_change as change
on change.centre_id = notice.centre_id and change.occurrence_id = notice.occurrence_id
and change.number = notice.change_number
cross join lateral (
select min(to_timestamp(coalesce(lesson #>> '{to,startsAt}', lesson #>> '{from,startsAt}')::float8
/ 1000)) as starts_at
from jsonb_array_elements(coalesce(notice.facts -> 'lessons', '[]'::jsonb)) as lesson
) as told
where notice.centre_id = $1 and notice.notice_id = $2 and notice.read_at is null
and coalesce(greatest(change.to_starts_at, change.from_starts_at), 'infinity') > $3::timestamptz
and not exists (
select from changlai.lesson_change as later
where later.centre_id = change.centre_id and later.occurrence_id = change.occurrence_id
and later.number > change.number)

select activity.title, lesson.place, centre.short_name as centre, lesson.starts_at as "startsAt",
held.booking_id as "bookingId"
from changlai.occurrence as lesson
join changlai.activity
on activity.centre_id = lesson.centre_id and activity.activity_id = lesson.activity_id
join changlai.centre on centre.centre_id = lesson.centre_id
cross join lateral (
select seat.booking_id from changlai.booking_attendee as seat
where seat.centre_id = lesson.centre_id and seat.pool_id = lesson.pool_id
and seat.status = 'booked' and $3::uuid in (seat.holder_id, seat.person_id)
and not exists (
select from changlai.attendance as excused
where excused.centre_id = lesson.centre_id and excused.occurrence_id = lesson.occurrence_id
and excused.person_id = seat.person_id and excused.mark = 'excused')
order by seat.booking_id
limit 1
) as held
where lesson.centre_id = $1 and lesson.occurrence_id = $2 and lesson.state <> 'cancelled'
and lesson.starts_at > $4::timestamptz
and exists (
select from changlai.alert
where alert.centre_id = $1 and alert.person_id = $3::uuid and alert.about = $2
and alert.state = 'waiting'
and alert.turn = to_char(lesson.starts_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD'))

select alert_id as "alertId", template, fields as lines, delivered_at as "deliveredAt"
from changlai.delivered_alert
where person_id = $1::uuid
and ($2::timestamptz is null
or (delivered_at, alert_id::text) < ($2::timestamptz, $3))
order by delivered_at desc, alert_id::text desc
limit $4::integer

select answer from changlai.erasure where receipt in (
select sha256(convert_to($2 || ' person ' || $1::uuid::text, 'UTF8')) as receipt
union all
select sha256(convert_to($2 || ' ' || provider || ' ' || subject, 'UTF8'))
from changlai.person_identity where person_id = $1::uuid) limit 1

select asked.centre_id as "centreId", asked.occurrence_id as "occurrenceId",
asked.booking_id as "bookingId", asked.person_id as "personId",
known.mark, known.means, known.marked_at as "markedAt",
coalesce(known.seen_at, known.marked_at) as "seenAt"
from unnest($1::text[], $2::text[], $3::text[], $4::uuid[])
as asked (centre_id, occurrence_id, booking_id, person_id)
join changlai.booking_attendee as seat
on seat.centre_id = asked.centre_id and seat.booking_id = asked.booking_id
and seat.person_id = asked.person_id and seat.status = 'booked'
left join changlai.attendance as known
on known.centre_id = asked.centre_id and known.occurrence_id = asked.occurrence_id
and known.person_id = asked.person_id

select at, role, what
from changlai.consultation_opening
where centre_id = $1 and consultation_id = $2
order by at desc, opening_id
limit $3

select attachment.attachment_id as "attachmentId", attachment.kind, attachment.bytes,
attachment.sealed_name as "sealedName", attachment.sealed,
consultation.consultation_id as "consultationId",
consultation.key_version as "keyVersion", consultation.wrapped_key as "wrappedKey"
from changlai.consultation_attachment as attachment
join changlai.consultation on consultation.centre_id = attachment.centre_id
and consultation.consultation_id = attachment.consultation_id
where attachment.centre_id = $1 and attachment.attachment_id = $2
and consultation.wrapped_key is not null
and ($3::uuid is null or consultation.person_id = $3)
and ($4::uuid is null
or (consultation.professional_id = $4 and consultation.state <> 'withdrawn'))

select attachment_id as "attachmentId", kind, bytes, sealed_name as "sealedName"
from changlai.consultation_attachment
where centre_id = $1 and consultation_id = $2
order by added_at, attachment_id

select attendee.entry_id as "entryId", party.attendee_id as "attendeeId"
from (
select asked.attendee_id, asked.place::integer, member.birth_date,
case when asked.attendee_id = 'self' then $3::uuid else member.person_id end as person_id
from (
select * from unnest($4::text[]) with ordinality limit cardinality($4::text[])
) as asked (attendee_id, place)
left join changlai.family_member as member
on member.member_id = asked.attendee_id and member.holder_id = $3
and member.removed_at is null) as party
join changlai.waitlist_attendee as attendee on attendee.person_id = party.person_id
where attendee.centre_id = $1 and attendee.pool_id = $2 and attendee.live
order by party.place
limit 1

select attendee.person_id as "personId", ballot.drawn_at as "drawnAt",
entry.won_pool_id is not null or entry.served_pool_id is not null as won
from changlai.ballot_attendee as attendee
join changlai.ballot_entry as entry
on entry.centre_id = attendee.centre_id and entry.ballot_id = attendee.ballot_id
and entry.number = attendee.number
join changlai.ballot
on ballot.centre_id = entry.centre_id and ballot.ballot_id = entry.ballot_id
where attendee.person_id = any ($2::uuid[]) and attendee.centre_id = $1 and attendee.live
and ballot.drawn_at >= $3::timestamptz

select ballot_id as "ballotId" from changlai.ballot
where drawn_at is null and closed_at is null and closes_at <= $1::timestamptz
order by closes_at
limit 100

select ballot_id as "ballotId" from changlai.ballot
where drawn_at is null and number is not null
order by closes_at
limit 100

select begun_at as "begunAt"
from changlai.upload_path
where person_id = $1
order by begun_at desc
offset $2 - 1
limit 1

select booking.centre_id as "centreId", booking.booking_id as "bookingId",
booking.pool_id as "poolId", booking.person_id = any ($1::uuid[]) as "holderLeaves",
coalesce((
select jsonb_agg(seat.person_id order by seat.queue_number, seat.person_id)
from changlai.booking_attendee as seat
where seat.centre_id = booking.centre_id and seat.booking_id = booking.booking_id
and seat.status = 'booked' and seat.person_id <> all ($1::uuid[])
), '[]'::jsonb) as staying
from changlai.booking
join changlai.pool on pool.centre_id = booking.centre_id and pool.pool_id = booking.pool_id
where booking.status = 'booked' and pool.ends_at > $2::timestamptz
and (booking.centre_id, booking.booking_id) in (
select centre_id, booking_id from changlai.booking where person_id = any ($1::uuid[])
union
select centre_id, booking_id from changlai.booking_attendee
where person_id = any ($1::uuid[]) and status = 'booked')
and not exists (
select from changlai.consultation
where consultation.centre_id = booking.centre_id
and consultation.booking_id = booking.booking_id
and consultation.state in ('received', 'assigned', 'accepted'))
order by booking.centre_id, booking.pool_id, booking.booking_id

select booking.check_in_secret as secret,
case when pool.intake is null then activity.title end as title,
case when pool.intake is null then (
select coalesce(
min(lesson.starts_at) filter (where lesson.ends_at > $3::timestamptz), max(lesson.starts_at))
from changlai.occurrence as lesson
where lesson.centre_id = pool.centre_id and lesson.pool_id = pool.pool_id
and lesson.state <> 'cancelled') end as "startsAt"
from changlai.booking
join changlai.pool on pool.centre_id = booking.centre_id and pool.pool_id = booking.pool_id
join changlai.activity
on activity.centre_id = pool.centre_id and activity.activity_id = pool.activity_id
where booking.centre_id = $1 and booking.check_in_code = $2

select centre_id as "centreId", ballot_id as "ballotId", closes_at as "closesAt",
number_source as "numberSource", number_at as "numberAt", closed_at as "closedAt",
list, list_hash as "listHash", number, drawn_at as "drawnAt"
from changlai.ballot
where centre_id = $1 and ballot_id = $2
for no key update

select centre_id as "centreId", ballot_id as id from changlai.ballot
where people_cut_at is null and closes_at < $1::timestamptz and drawn_at is not null
order by closes_at
limit $2

select centre_id as "centreId", consultation_id as "consultationId"
from changlai.consultation
where deleted_at <= $1::timestamptz and (wrapped_key is not null or plain is not null)
order by deleted_at
limit $2

select centre_id as "centreId", consultation_id as "consultationId",
key_version as "keyVersion", wrapped_key as "wrappedKey"
from changlai.consultation
where wrapped_key is not null and key_version <> $1
and (centre_id, consultation_id) > ($2, $3)
order by centre_id, consultation_id
limit $4

select centre_id as "centreId", month, category, audience,
count(*) filter (where not off) as held,
count(*) filter (where off) as cancelled,
count(*) filter (where not off and capacity is not null) as seated,
count(*) filter (where not off and capacity is not null and taken_down) as marked,
coalesce(sum(capacity) filter (where not off), 0) as offered
from (
select lesson.centre_id, to_char(lesson.day, 'YYYY-MM') as month, activity.category,
activity.audience, lesson.state = 'cancelled' as off, pool.capacity,
exists (
select from changlai.attendance
where attendance.centre_id = lesson.centre_id
and attendance.occurrence_id = lesson.occurrence_id
and attendance.mark is not null and attendance.means in ('code', 'poster', 'roster')
) as taken_down
from
changlai.occurrence as lesson
join changlai.activity
on activity.centre_id = lesson.centre_id and activity.activity_id = lesson.activity_id
left join changlai.pool on pool.centre_id = lesson.centre_id and pool.pool_id = lesson.pool_id
where lesson.centre_id = any ($1::text[]) and lesson.day >= $2::date and lesson.day < $3::date
and lesson.ends_at <= $4::timestamptz and pool.intake is null
and lesson.guest_of is null
) as one
group by centre_id, month, category, audience

select centre_id as "centreId", name, address from changlai.centre where centre_id = $1

select centre_id as "centreId", pool_id as id from changlai.pool
where people_cut_at is null and ends_at < $1::timestamptz
order by ends_at
limit $2

select centre_id as "centreId", role from changlai.role_grant
where person_id = $1 order by centre_id, role

select centre_id as "centreId", station_id as "stationId", facilities,
confirmed_at as "confirmedAt", confirmed_by as "confirmedBy",
doubt_until as "doubtUntil", doubted_by as "doubtedBy"
from changlai.station
where centre_id = $1 and station_id = $2 and removed_at is null
for update

select changlai.forget_audit() as count

select changlai.forget_ended_roles() as count

select consultation.consultation_id as "consultationId", consultation.service, consultation.state,
booking.pool_id as "poolId"
from changlai.consultation
left join changlai.booking
on booking.centre_id = consultation.centre_id and booking.booking_id = consultation.booking_id
where consultation.person_id = $1 and consultation.state in ('received', 'assigned', 'accepted')
order by consultation.centre_id, consultation.consultation_id

select consultation_id as "consultationId" from changlai.consultation
where person_id = $1
order by created_at desc, consultation_id
limit $2 offset $3

select count(*) + 1 as position
from changlai.waitlist_entry
where centre_id = $1 and pool_id = $2 and state = 'waiting' and turn < $3

select count(*) as count
from changlai.consultation
where wrapped_key is not null and key_version <> $1

select count(*) as count
from changlai.consultation_attachment
where centre_id = $1 and consultation_id = $2

select count(*) as count
from changlai.consultation_entry
where centre_id = $1 and consultation_id = $2 and author = 'resident'

select count(*) as count from changlai.consultation where person_id = $1

select count(*) as open
from changlai.consultation
where person_id = $1 and service <> 'feedback' and closed_at is null

select count(*) as people,
count(*) filter (where exists (
select from
changlai.booking_attendee as held
join changlai.occurrence as other
on other.centre_id = held.centre_id and other.pool_id = held.pool_id
where held.status = 'booked' and other.state <> 'cancelled'
and other.starts_at < $4::timestamptz and $3::timestamptz < other.ends_at
and not (held.centre_id = $1 and held.pool_id in (
select pool_id from changlai.occurrence
where centre_id = $1 and (occurrence_id = $2 or guest_of = $2))) and held.person_id = seats.person_id)) as clashing,
(
select jsonb_build_object('title', activity.title,
'startsAt', round(extract(epoch from other.starts_at) * 1000),
'endsAt', round(extract(epoch from other.ends_at) * 1000))
from changlai.occurrence as other
join changlai.activity
on activity.centre_id = other.centre_id and activity.activity_id = other.activity_id
left join changlai.pool as form
on form.centre_id = other.centre_id and form.pool_id = other.pool_id
where other.centre_id = $1 and other.place = $5 and other.state <> 'cancelled'
and other.starts_at < $4::timestamptz and $3::timestamptz < other.ends_at
and other.occurrence_id <> $2 and other.guest_of is null and form.intake is null
and activity.published
order by other.starts_at
limit 1
) as room
from (select seat.person_id from
changlai.booking_attendee as seat
where seat.centre_id = $1 and seat.status = 'booked' and seat.pool_id in (
select pool_id from changlai.occurrence
where centre_id = $1 and (occurrence_id = $2 or guest_of = $2))) as seats

select count(*) as unread from changlai.notice
where person_id = $1 and read_at is null and ($2::boolean or message_id is null)

select count(*) from changlai.consultation
where professional_id = $1 and state in ('assigned', 'accepted')

select count(*) from changlai.family_member where holder_id = $1 and removed_at is null

select count(*)::int as open from changlai.role_invitation
where centre_id = $1 and expires_at > $2 and accepted_at is null and revoked_at is null

select count(*)::integer as open,
(count(*) filter (where one.due_at < $4::timestamptz))::integer as overdue
from changlai.consultation as one
where one.centre_id = $1 and one.professional_id = $2 and one.service = any ($3::text[])
and one.state in ('assigned', 'accepted')

select count(distinct seat.person_id) as people,
count(distinct seat.person_id) filter (where exists (
select from changlai.booking_attendee as held
join changlai.occurrence as other
on other.centre_id = held.centre_id and other.pool_id = held.pool_id
where held.person_id = seat.person_id and held.status = 'booked'
and other.state <> 'cancelled'
and other.starts_at < lesson.ends_at and lesson.starts_at < other.ends_at
and not (held.centre_id = $1 and held.pool_id = seat.pool_id))) as clashing
from
unnest($2::text[], $3::text[], $4::timestamptz[], $5::timestamptz[]) with ordinality
as lesson (occurrence_id, pool_id, starts_at, ends_at, place_in_order)
join changlai.booking_attendee as seat
on seat.centre_id = $1 and seat.status = 'booked'
and (seat.pool_id = lesson.pool_id or seat.pool_id = (
select guests.pool_id from changlai.pool as guests
where guests.centre_id = $1 and guests.guest_of = lesson.occurrence_id))

select distinct day from changlai.occurrence
where centre_id = $1 and activity_id = $2 and day >= $3::date and state <> 'cancelled'
order by day
limit $4

select distinct entry.ballot_id as "ballotId", entry.number
from changlai.ballot_entry as entry
join changlai.ballot
on ballot.centre_id = entry.centre_id and ballot.ballot_id = entry.ballot_id
where entry.left_at is null and ballot.closed_at is null and ballot.closes_at > $2::timestamptz
and (entry.holder_id = any ($1::uuid[]) or exists (
select from changlai.ballot_attendee as one
where one.centre_id = entry.centre_id and one.ballot_id = entry.ballot_id
and one.number = entry.number and one.person_id = any ($1::uuid[])))
order by 1, 2

select distinct on (told.person_id) told.person_id as "personId", told.booking_id as "bookingId"
from (
select seat.holder_id as person_id, seat.booking_id from
changlai.booking_attendee as seat
where seat.centre_id = $1 and seat.status = 'booked' and seat.pool_id in (
select pool_id from changlai.occurrence
where centre_id = $1 and (occurrence_id = $2 or guest_of = $2))
union all
select seat.person_id, seat.booking_id from
changlai.booking_attendee as seat
where seat.centre_id = $1 and seat.status = 'booked' and seat.pool_id in (
select pool_id from changlai.occurrence
where centre_id = $1 and (occurrence_id = $2 or guest_of = $2))
and exists (
select from changlai.person_identity as known where known.person_id = seat.person_id)
) as told
order by told.person_id, told.booking_id

select distinct person.person_id as "personId", person.nickname
from changlai.role_grant
join changlai.person on person.person_id = role_grant.person_id
where role_grant.centre_id in ($1, '*') and role_grant.role = $2
and person.person_id <> $3 and person.person_id is distinct from $4::uuid
and not exists (
select from changlai.professional_met as met
where met.person_id = person.person_id
and met.consultation_id is distinct from $7::text
and (met.side = 'own' and met.name_hash = any ($6::bytea[])
or met.side = 'other' and met.name_hash = $5::bytea))
and ($8::uuid is null or person.person_id = $8)
order by person.nickname, person.person_id
limit $9

select distinct person.person_id as id
from (
select person_id from changlai.booking where centre_id = $1 and pool_id = $2
union
select seat.person_id from changlai.booking
join changlai.booking_attendee as seat
on seat.centre_id = booking.centre_id and seat.booking_id = booking.booking_id
where booking.centre_id = $1 and booking.pool_id = $2
union
select holder_id from changlai.waitlist_entry where centre_id = $1 and pool_id = $2
union
select one.person_id from changlai.waitlist_entry as entry
join changlai.waitlist_attendee as one
on one.centre_id = entry.centre_id and one.entry_id = entry.entry_id
where entry.centre_id = $1 and entry.pool_id = $2
) as named
join changlai.person on person.person_id = named.person_id
where not person.nobody

select distinct pool_id as "poolId" from changlai.booking
where centre_id = $1 and pool_id = any ($2::text[])

select drawn.pool_id as "poolId", pool.capacity
from changlai.ballot_pool as drawn
join changlai.pool on pool.centre_id = drawn.centre_id and pool.pool_id = drawn.pool_id
where drawn.centre_id = $1 and drawn.ballot_id = $2
order by drawn.place

select entry.centre_id as "centreId", entry.entry_id as "entryId", entry.pool_id as "poolId",
entry.holder_id = any ($1::uuid[]) as "holderLeaves",
coalesce((
select jsonb_agg(one.person_id order by one.place)
from changlai.waitlist_attendee as one
where one.centre_id = entry.centre_id and one.entry_id = entry.entry_id
and one.person_id <> all ($1::uuid[])
), '[]'::jsonb) as staying
from changlai.waitlist_entry as entry
where entry.state in ('waiting', 'offered')
and (entry.centre_id, entry.entry_id) in (
select centre_id, entry_id from changlai.waitlist_entry where holder_id = any ($1::uuid[])
union
select centre_id, entry_id from changlai.waitlist_attendee
where person_id = any ($1::uuid[]) and live)
order by entry.centre_id, entry.pool_id, entry.entry_id

select entry.entry_id as "entryId"
from changlai.waitlist_entry as entry
join changlai.waitlist_attendee as attendee
on attendee.centre_id = entry.centre_id and attendee.entry_id = entry.entry_id
where entry.centre_id = $1 and entry.pool_id = $2 and entry.state = 'over'
and (
select count(*) from changlai.waitlist_attendee as one
where one.centre_id = entry.centre_id and one.entry_id = entry.entry_id
) = 1
and not exists (
select from changlai.booking_attendee as seat
where seat.centre_id = $1 and seat.pool_id = $2 and seat.person_id = attendee.person_id
and seat.status = 'booked')
and (
select count(*)
from changlai.occurrence as lesson
join changlai.pool as guests
on guests.centre_id = lesson.centre_id and guests.guest_of = lesson.occurrence_id
join changlai.waitlist_attendee as asked
on asked.centre_id = guests.centre_id and asked.pool_id = guests.pool_id
and asked.person_id = attendee.person_id
join changlai.waitlist_entry as offer
on offer.centre_id = asked.centre_id and offer.entry_id = asked.entry_id
and offer.state = 'lapsed'
where lesson.centre_id = $1 and lesson.pool_id = $2
) < $3::integer
order by entry.turn

select entry.entry_id as "entryId", entry.pool_id as "poolId", entry.state, entry.turn,
entry.offer_until as "offerUntil", entry.ballot_id as "ballotId",
entry.ballot_number as "ballotNumber", drawn.served_pool_id is not null as served
from changlai.waitlist_entry as entry
left join changlai.ballot_entry as drawn
on drawn.centre_id = entry.centre_id and drawn.ballot_id = entry.ballot_id
and drawn.number = entry.ballot_number
where entry.centre_id = $1 and entry.entry_id = $2
and ($3::uuid is null or entry.holder_id = $3)

select entry.entry_id as "entryId", entry.state, entry.seats, entry.saved,
entry.saved_until as "savedUntil", entry.passed_over as "passedOver",
entry.offer_until as "offerUntil",
(
select count(*) from changlai.waitlist_attendee as attendee
where attendee.centre_id = entry.centre_id and attendee.entry_id = entry.entry_id
and attendee.live and exists (
select from changlai.booking_attendee as seat
where seat.centre_id = attendee.centre_id and seat.pool_id = attendee.pool_id
and seat.person_id = attendee.person_id and seat.status = 'booked')
) as seated,
drawn.served_pool_id is not null as served
from changlai.waitlist_entry as entry
left join changlai.ballot_entry as drawn
on drawn.centre_id = entry.centre_id and drawn.ballot_id = entry.ballot_id
and drawn.number = entry.ballot_number
where entry.centre_id = $1 and entry.pool_id = $2 and entry.state in ('waiting', 'offered')
order by entry.turn

select entry.entry_id as "entryKey", to_char(entry.at at time zone 'Asia/Shanghai', 'YYYY-MM-DD"T"HH24:MI:SS"+08:00"') as at,
round(extract(epoch from entry.at) * 1000)::bigint as "atMs",
left(encode(sha256(convert_to(entry.centre_id || '/' || entry.person_id::text, 'UTF8')), 'hex'), 20) as hash,
(select nickname from changlai.person where person.person_id = entry.person_id) as nickname, entry.role,
entry.operation, entry.target, entry.facts, entry.request_id is not null as "isCommand",
outcome.entry_id is not null as answered, outcome.refused,
about.role as "aboutRole", about.nickname as "aboutNickname"
from (
select * from changlai.audit_entry as entry
where entry.centre_id = $1
and (entry.at, entry.entry_id) < ($2::timestamptz, $3)
order by entry.at desc, entry.entry_id desc
limit $4
) as entry
left join changlai.audit_outcome as outcome
on outcome.centre_id = entry.centre_id and outcome.entry_id = entry.entry_id
left join lateral (
select known.role, (select nickname from changlai.person where person.person_id = known.person_id) as nickname
from (
select person_id, role from changlai.role_grant where centre_id = entry.centre_id
union all
select person_id, role from changlai.ended_role where centre_id = entry.centre_id
) as known
where entry.operation = 'roles.remove'
and entry.target = entry.centre_id || '.' || left(encode(sha256(convert_to(entry.centre_id || '/' || known.person_id::text, 'UTF8')), 'hex'), 20)
|| '-' || known.role
limit 1) as about on true
order by entry.at desc, entry.entry_id desc

select entry.entry_id as "entryKey", to_char(entry.at at time zone 'Asia/Shanghai', 'YYYY-MM-DD"T"HH24:MI:SS"+08:00"') as at,
round(extract(epoch from entry.at) * 1000)::bigint as "atMs",
left(encode(sha256(convert_to(entry.centre_id || '/' || entry.person_id::text, 'UTF8')), 'hex'), 20) as hash,
(select nickname from changlai.person where person.person_id = entry.person_id) as nickname, entry.role,
entry.operation, entry.target, entry.facts, entry.request_id is not null as "isCommand",
outcome.entry_id is not null as answered, outcome.refused,
about.role as "aboutRole", about.nickname as "aboutNickname"
from (
select * from changlai.audit_entry as entry
where entry.centre_id = $1
and entry.at >= $2::timestamptz
and entry.at < $3::timestamptz
and entry.operation = any ($4::text[])
order by entry.at desc, entry.entry_id desc
limit $5
) as entry
left join changlai.audit_outcome as outcome
on outcome.centre_id = entry.centre_id and outcome.entry_id = entry.entry_id
left join lateral (
select known.role, (select nickname from changlai.person where person.person_id = known.person_id) as nickname
from (
select person_id, role from changlai.role_grant where centre_id = entry.centre_id
union all
select person_id, role from changlai.ended_role where centre_id = entry.centre_id
) as known
where entry.operation = 'roles.remove'
and entry.target = entry.centre_id || '.' || left(encode(sha256(convert_to(entry.centre_id || '/' || known.person_id::text, 'UTF8')), 'hex'), 20)
|| '-' || known.role
limit 1) as about on true
order by entry.at desc, entry.entry_id desc

select entry.entry_id as "entryKey", to_char(entry.at at time zone 'Asia/Shanghai', 'YYYY-MM-DD"T"HH24:MI:SS"+08:00"') as at,
round(extract(epoch from entry.at) * 1000)::bigint as "atMs",
left(encode(sha256(convert_to(entry.centre_id || '/' || entry.person_id::text, 'UTF8')), 'hex'), 20) as hash,
(select nickname from changlai.person where person.person_id = entry.person_id) as nickname, entry.role,
entry.operation, entry.target, entry.facts, entry.request_id is not null as "isCommand",
outcome.entry_id is not null as answered, outcome.refused,
about.role as "aboutRole", about.nickname as "aboutNickname"
from (
select * from changlai.audit_entry as entry
where entry.centre_id = $1
and entry.at >= $2::timestamptz
and entry.at < $3::timestamptz
order by entry.at desc, entry.entry_id desc
limit $4
) as entry
left join changlai.audit_outcome as outcome
on outcome.centre_id = entry.centre_id and outcome.entry_id = entry.entry_id
left join lateral (
select known.role, (select nickname from changlai.person where person.person_id = known.person_id) as nickname
from (
select person_id, role from changlai.role_grant where centre_id = entry.centre_id
union all
select person_id, role from changlai.ended_role where centre_id = entry.centre_id
) as known
where entry.operation = 'roles.remove'
and entry.target = entry.centre_id || '.' || left(encode(sha256(convert_to(entry.centre_id || '/' || known.person_id::text, 'UTF8')), 'hex'), 20)
|| '-' || known.role
limit 1) as about on true
order by entry.at desc, entry.entry_id desc

select entry.entry_id as "entryKey", to_char(entry.at at time zone 'Asia/Shanghai', 'YYYY-MM-DD"T"HH24:MI:SS"+08:00"') as at,
round(extract(epoch from entry.at) * 1000)::bigint as "atMs",
left(encode(sha256(convert_to(entry.centre_id || '/' || entry.person_id::text, 'UTF8')), 'hex'), 20) as hash,
(select nickname from changlai.person where person.person_id = entry.person_id) as nickname, entry.role,
entry.operation, entry.target, entry.facts, entry.request_id is not null as "isCommand",
outcome.entry_id is not null as answered, outcome.refused,
about.role as "aboutRole", about.nickname as "aboutNickname"
from (
select * from changlai.audit_entry as entry
where entry.centre_id = $1
and entry.operation = any ($2::text[])
and (entry.at, entry.entry_id) < ($3::timestamptz, $4)
order by entry.at desc, entry.entry_id desc
limit $5
) as entry
left join changlai.audit_outcome as outcome
on outcome.centre_id = entry.centre_id and outcome.entry_id = entry.entry_id
left join lateral (
select known.role, (select nickname from changlai.person where person.person_id = known.person_id) as nickname
from (
select person_id, role from changlai.role_grant where centre_id = entry.centre_id
union all
select person_id, role from changlai.ended_role where centre_id = entry.centre_id
) as known
where entry.operation = 'roles.remove'
and entry.target = entry.centre_id || '.' || left(encode(sha256(convert_to(entry.centre_id || '/' || known.person_id::text, 'UTF8')), 'hex'), 20)
|| '-' || known.role
limit 1) as about on true
order by entry.at desc, entry.entry_id desc

select entry.entry_id as "entryKey", to_char(entry.at at time zone 'Asia/Shanghai', 'YYYY-MM-DD"T"HH24:MI:SS"+08:00"') as at,
round(extract(epoch from entry.at) * 1000)::bigint as "atMs",
left(encode(sha256(convert_to(entry.centre_id || '/' || entry.person_id::text, 'UTF8')), 'hex'), 20) as hash,
(select nickname from changlai.person where person.person_id = entry.person_id) as nickname, entry.role,
entry.operation, entry.target, entry.facts, entry.request_id is not null as "isCommand",
outcome.entry_id is not null as answered, outcome.refused,
about.role as "aboutRole", about.nickname as "aboutNickname"
from (
select * from changlai.audit_entry as entry
where entry.centre_id = $1
and entry.operation = any ($2::text[])
and entry.person_id = $3::uuid
order by entry.at desc, entry.entry_id desc
limit $4
) as entry
left join changlai.audit_outcome as outcome
on outcome.centre_id = entry.centre_id and outcome.entry_id = entry.entry_id
left join lateral (
select known.role, (select nickname from changlai.person where person.person_id = known.person_id) as nickname
from (
select person_id, role from changlai.role_grant where centre_id = entry.centre_id
union all
select person_id, role from changlai.ended_role where centre_id = entry.centre_id
) as known
where entry.operation = 'roles.remove'
and entry.target = entry.centre_id || '.' || left(encode(sha256(convert_to(entry.centre_id || '/' || known.person_id::text, 'UTF8')), 'hex'), 20)
|| '-' || known.role
limit 1) as about on true
order by entry.at desc, entry.entry_id desc

select entry.entry_id as "entryKey", to_char(entry.at at time zone 'Asia/Shanghai', 'YYYY-MM-DD"T"HH24:MI:SS"+08:00"') as at,
round(extract(epoch from entry.at) * 1000)::bigint as "atMs",
left(encode(sha256(convert_to(entry.centre_id || '/' || entry.person_id::text, 'UTF8')), 'hex'), 20) as hash,
(select nickname from changlai.person where person.person_id = entry.person_id) as nickname, entry.role,
entry.operation, entry.target, entry.facts, entry.request_id is not null as "isCommand",
outcome.entry_id is not null as answered, outcome.refused,
about.role as "aboutRole", about.nickname as "aboutNickname"
from (
select * from changlai.audit_entry as entry
where entry.centre_id = $1
and entry.operation = any ($2::text[])
order by entry.at desc, entry.entry_id desc
limit $3
) as entry
left join changlai.audit_outcome as outcome
on outcome.centre_id = entry.centre_id and outcome.entry_id = entry.entry_id
left join lateral (
select known.role, (select nickname from changlai.person where person.person_id = known.person_id) as nickname
from (
select person_id, role from changlai.role_grant where centre_id = entry.centre_id
union all
select person_id, role from changlai.ended_role where centre_id = entry.centre_id
) as known
where entry.operation = 'roles.remove'
and entry.target = entry.centre_id || '.' || left(encode(sha256(convert_to(entry.centre_id || '/' || known.person_id::text, 'UTF8')), 'hex'), 20)
|| '-' || known.role
limit 1) as about on true
order by entry.at desc, entry.entry_id desc

select entry.entry_id as "entryKey", to_char(entry.at at time zone 'Asia/Shanghai', 'YYYY-MM-DD"T"HH24:MI:SS"+08:00"') as at,
round(extract(epoch from entry.at) * 1000)::bigint as "atMs",
left(encode(sha256(convert_to(entry.centre_id || '/' || entry.person_id::text, 'UTF8')), 'hex'), 20) as hash,
(select nickname from changlai.person where person.person_id = entry.person_id) as nickname, entry.role,
entry.operation, entry.target, entry.facts, entry.request_id is not null as "isCommand",
outcome.entry_id is not null as answered, outcome.refused,
about.role as "aboutRole", about.nickname as "aboutNickname"
from (
select * from changlai.audit_entry as entry
where entry.centre_id = $1
and entry.person_id = $2::uuid
order by entry.at desc, entry.entry_id desc
limit $3
) as entry
left join changlai.audit_outcome as outcome
on outcome.centre_id = entry.centre_id and outcome.entry_id = entry.entry_id
left join lateral (
select known.role, (select nickname from changlai.person where person.person_id = known.person_id) as nickname
from (
select person_id, role from changlai.role_grant where centre_id = entry.centre_id
union all
select person_id, role from changlai.ended_role where centre_id = entry.centre_id
) as known
where entry.operation = 'roles.remove'
and entry.target = entry.centre_id || '.' || left(encode(sha256(convert_to(entry.centre_id || '/' || known.person_id::text, 'UTF8')), 'hex'), 20)
|| '-' || known.role
limit 1) as about on true
order by entry.at desc, entry.entry_id desc

select entry.entry_id as "entryKey", to_char(entry.at at time zone 'Asia/Shanghai', 'YYYY-MM-DD"T"HH24:MI:SS"+08:00"') as at,
round(extract(epoch from entry.at) * 1000)::bigint as "atMs",
left(encode(sha256(convert_to(entry.centre_id || '/' || entry.person_id::text, 'UTF8')), 'hex'), 20) as hash,
(select nickname from changlai.person where person.person_id = entry.person_id) as nickname, entry.role,
entry.operation, entry.target, entry.facts, entry.request_id is not null as "isCommand",
outcome.entry_id is not null as answered, outcome.refused,
about.role as "aboutRole", about.nickname as "aboutNickname"
from (
select * from changlai.audit_entry as entry
where entry.centre_id = $1
and entry.target = $2
order by entry.at desc, entry.entry_id desc
limit $3
) as entry
left join changlai.audit_outcome as outcome
on outcome.centre_id = entry.centre_id and outcome.entry_id = entry.entry_id
left join lateral (
select known.role, (select nickname from changlai.person where person.person_id = known.person_id) as nickname
from (
select person_id, role from changlai.role_grant where centre_id = entry.centre_id
union all
select person_id, role from changlai.ended_role where centre_id = entry.centre_id
) as known
where entry.operation = 'roles.remove'
and entry.target = entry.centre_id || '.' || left(encode(sha256(convert_to(entry.centre_id || '/' || known.person_id::text, 'UTF8')), 'hex'), 20)
|| '-' || known.role
limit 1) as about on true
order by entry.at desc, entry.entry_id desc

select entry.entry_id as "entryKey", to_char(entry.at at time zone 'Asia/Shanghai', 'YYYY-MM-DD"T"HH24:MI:SS"+08:00"') as at,
round(extract(epoch from entry.at) * 1000)::bigint as "atMs",
left(encode(sha256(convert_to(entry.centre_id || '/' || entry.person_id::text, 'UTF8')), 'hex'), 20) as hash,
(select nickname from changlai.person where person.person_id = entry.person_id) as nickname, entry.role,
entry.operation, entry.target, entry.facts, entry.request_id is not null as "isCommand",
outcome.entry_id is not null as answered, outcome.refused,
about.role as "aboutRole", about.nickname as "aboutNickname"
from (
select * from changlai.audit_entry as entry
where entry.centre_id = $1
order by entry.at desc, entry.entry_id desc
limit $2
) as entry
left join changlai.audit_outcome as outcome
on outcome.centre_id = entry.centre_id and outcome.entry_id = entry.entry_id
left join lateral (
select known.role, (select nickname from changlai.person where person.person_id = known.person_id) as nickname
from (
select person_id, role from changlai.role_grant where centre_id = entry.centre_id
union all
select person_id, role from changlai.ended_role where centre_id = entry.centre_id
) as known
where entry.operation = 'roles.remove'
and entry.target = entry.centre_id || '.' || left(encode(sha256(convert_to(entry.centre_id || '/' || known.person_id::text, 'UTF8')), 'hex'), 20)
|| '-' || known.role
limit 1) as about on true
order by entry.at desc, entry.entry_id desc

select entry.joined_position as position, entry.offered_at is not null as offered
from changlai.waitlist_entry as entry
where entry.centre_id = $1 and entry.pool_id = $2 and entry.joined_position is not null
and (entry.state <> 'left' or entry.offered_at is not null)
and not exists (
select from changlai.waitlist_move as move
where move.centre_id = entry.centre_id and move.entry_id = entry.entry_id)

select entry.number, entry.seats, coalesce(entry.weight, 0) as weight,
(
select jsonb_agg(drawn.place order by wish.place)
from changlai.ballot_wish as wish
join changlai.ballot_pool as drawn
on drawn.centre_id = wish.centre_id and drawn.ballot_id = wish.ballot_id
and drawn.pool_id = wish.pool_id
where wish.centre_id = entry.centre_id and wish.ballot_id = entry.ballot_id
and wish.number = entry.number
) as wishes,
(
select jsonb_agg(attendee.person_id)
from changlai.ballot_attendee as attendee
where attendee.centre_id = entry.centre_id and attendee.ballot_id = entry.ballot_id
and attendee.number = entry.number
) as "personIds"
from changlai.ballot_entry as entry
where entry.centre_id = $1 and entry.ballot_id = $2 and entry.left_at is null
order by entry.number

select exists (
select from changlai.professional_met as met
where met.person_id = $1::uuid
and met.consultation_id is distinct from $4::text
and (met.side = 'own' and met.name_hash = any ($3::bytea[])
or met.side = 'other' and met.name_hash = $2::bytea)) as met

select exists (select from changlai.centre where centre_id = $1) as "centreIsKnown",
count(*) as open
from changlai.consultation
where person_id = $2 and service = 'feedback' and state = 'received'

select extract(epoch from clock_timestamp())::float8 * 1000 as now

select from changlai.activity
where centre_id = $1 and activity_id = $2
for no key update of activity

select from changlai.activity where centre_id = $1 and activity_id = $2
for no key update

select from changlai.answered_request
where person_id = $1 and request_id = $2

select from changlai.booking
where (booking.centre_id, booking.booking_id) in (
select * from unnest($1::text[], $2::text[]))
order by booking.centre_id, booking.booking_id
for no key update

select from changlai.calendar_address where person_id = $1 and token_hash = $2

select from changlai.centre where centre_id = $1

select from changlai.centre where centre_id = $1 for no key update

select from changlai.check_in_poster where centre_id = $1 and poster_id = $2

select from changlai.consultation
join changlai.consultation_slot as slot on slot.centre_id = consultation.centre_id
and slot.pool_id = consultation.proposed_pool_id
join changlai.pool on pool.centre_id = slot.centre_id and pool.pool_id = slot.pool_id
where slot.centre_id = $1 and slot.person_id = $2 and slot.service = $3
and pool.starts_at >= $4::timestamptz and pool.starts_at < $5::timestamptz
order by consultation.consultation_id
for no key update of consultation

select from changlai.consultation
where centre_id = $1 and consultation_id = $2
for no key update

select from changlai.consultation_slot as slot
join changlai.pool on pool.centre_id = slot.centre_id and pool.pool_id = slot.pool_id
where slot.centre_id = $1 and slot.person_id = $2 and slot.service = $3 and slot.pool_id = $4
and pool.taken < pool.capacity
and pool.opens_at <= $5::timestamptz and $5::timestamptz < pool.closes_at

select from changlai.guardian_consent where member_id = $1 and rules_version = $2

select from changlai.person
where person.person_id in (select party.person_id from (
select asked.attendee_id, asked.place::integer, member.birth_date,
case when asked.attendee_id = 'self' then $1::uuid else member.person_id end as person_id
from (
select * from unnest($2::text[]) with ordinality limit cardinality($2::text[])
) as asked (attendee_id, place)
left join changlai.family_member as member
on member.member_id = asked.attendee_id and member.holder_id = $1
and member.removed_at is null) as party)
order by person.person_id
for no key update

select from changlai.person
where person_id = any ($1::uuid[])
order by person_id
for no key update

select from changlai.person where person_id = $1 for no key update

select from changlai.pool where centre_id = $1 and pool_id = $2
for no key update

select from changlai.pool where pool_id = any ($1::text[])
order by centre_id, pool_id
for no key update

select from changlai.role_grant where centre_id = $1 and person_id = $2 and role = $3

select from changlai.station where centre_id = $1 and station_id = $2

select import_key as key from changlai.activity
where centre_id = $1 and import_key is not null

select invitation.centre_id as "centreId", invitation.invitation_id as "invitationId",
invitation.role, maker.nickname as by, invitation.made_by as "madeBy",
to_char(invitation.expires_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD"T"HH24:MI:SS"+08:00"') as "expiresAt",
case when invitation.accepted_at is not null then 'accepted'
when invitation.revoked_at is not null or not exists (
select from changlai.role_grant as inviter
where inviter.person_id = invitation.made_by and inviter.centre_id in (invitation.centre_id, '*')
and (inviter.role = 'district' or (inviter.role = 'director' and invitation.role <> 'district'))
) then 'revoked'
when invitation.expires_at <= $2 then 'expired'
else 'open' end as state
from changlai.role_invitation as invitation
join changlai.person as maker on maker.person_id = invitation.made_by
where invitation.code_hash = $1
for update of invitation

select invitation.centre_id || '.' || invitation.invitation_id as "invitationId",
invitation.role, invitation.note, (select nickname from changlai.person where person.person_id = invitation.made_by) as by,
to_char(invitation.made_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD"T"HH24:MI:SS"+08:00"') as "madeAt",
to_char(invitation.expires_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD"T"HH24:MI:SS"+08:00"') as "expiresAt"
from changlai.role_invitation as invitation
where invitation.centre_id = $1 and invitation.expires_at > $2
and invitation.accepted_at is null and invitation.revoked_at is null
and exists (
select from changlai.role_grant as inviter
where inviter.person_id = invitation.made_by and inviter.centre_id in (invitation.centre_id, '*')
and (inviter.role = 'district' or (inviter.role = 'director' and invitation.role <> 'district'))
)
order by invitation.made_at desc, invitation.invitation_id
limit 100

select jpeg
from changlai.station_photo
where centre_id = $1 and photo_id = $2

select jpeg from changlai.activity_cover
where centre_id = $1 and cover_id = $2

select jsonb_build_object(
'nickname', person.nickname,
'homeCentreId', person.home_centre_id,
'roles', coalesce((
select jsonb_agg(
jsonb_build_object('role', role, 'centreId', nullif(centre_id, '*'))
order by role, centre_id
)
from changlai.role_grant
where role_grant.person_id = person.person_id
), '[]'::jsonb)
) as me from changlai.person where person.person_id = $1

select key_version as "keyVersion", wrapped_key as "wrappedKey"
from changlai.sealing_secret
where purpose = 'names'

select kind, linked from changlai.family_member
where member_id = $2 and holder_id = $1 and removed_at is null

select left(encode(sha256(convert_to(centre_id || '/' || person_id::text, 'UTF8')), 'hex'), 20) as hash, person_id as "personId" from changlai.role_grant
where centre_id = $1 and role = $2
order by person_id
for update

select lesson.centre_id as "centreId", lesson.occurrence_id as "occurrenceId",
lesson.activity_id as "activityId", activity.title,
case when lesson.lesson_number is not null and lesson.lesson_of is not null then
jsonb_build_object('number', lesson.lesson_number, 'of', lesson.lesson_of) end as lesson,
lesson.starts_at as "startsAt", lesson.ends_at as "endsAt",
lesson.place, lesson.state, lesson.pool_id as "poolId",
(
select count(*) from changlai.occurrence as covered
where covered.centre_id = lesson.centre_id and covered.pool_id = lesson.pool_id
) as lessons,
pool.starts_at as "courseStartsAt", activity.guests_from_list as "guestsFromList"
from changlai.occurrence as lesson
join changlai.activity
on activity.centre_id = lesson.centre_id and activity.activity_id = lesson.activity_id
left join changlai.pool on pool.centre_id = lesson.centre_id and pool.pool_id = lesson.pool_id
where lesson.centre_id = $1 and lesson.occurrence_id = $2
and lesson.guest_of is null and pool.intake is null

select lesson.centre_id as "centreId", lesson.occurrence_id as "occurrenceId",
lesson.activity_id as "activityId", activity.title,
case when lesson.lesson_number is not null and lesson.lesson_of is not null then
jsonb_build_object('number', lesson.lesson_number, 'of', lesson.lesson_of) end as lesson,
lesson.starts_at as "startsAt", lesson.ends_at as "endsAt",
lesson.place, lesson.state, lesson.pool_id as "poolId",
(
select count(*) from changlai.occurrence as covered
where covered.centre_id = lesson.centre_id and covered.pool_id = lesson.pool_id
) as lessons,
pool.starts_at as "courseStartsAt", activity.guests_from_list as "guestsFromList"
from changlai.occurrence as lesson
join changlai.activity
on activity.centre_id = lesson.centre_id and activity.activity_id = lesson.activity_id
left join changlai.pool on pool.centre_id = lesson.centre_id and pool.pool_id = lesson.pool_id
where lesson.centre_id = $1 and lesson.occurrence_id = $2
and lesson.guest_of is null and pool.intake is null
for no key update of lesson

select lesson.centre_id as "centreId", lesson.occurrence_id as "occurrenceId",
seat.booking_id as "bookingId", seat.person_id as "personId"
from
changlai.occurrence as lesson
join changlai.occurrence as held on held.centre_id = lesson.centre_id
and (held.occurrence_id = lesson.occurrence_id or held.guest_of = lesson.occurrence_id)
and lesson.guest_of is null
join changlai.pool on pool.centre_id = held.centre_id and pool.pool_id = held.pool_id
and pool.intake is null and not pool.numbered
join changlai.activity
on activity.centre_id = lesson.centre_id and activity.activity_id = lesson.activity_id
and activity.published
join changlai.booking_attendee as seat
on seat.centre_id = held.centre_id and seat.pool_id = held.pool_id
and seat.status = 'booked'
join changlai.booking
on booking.centre_id = seat.centre_id and booking.booking_id = seat.booking_id
and booking.booked_at < lesson.ends_at
where lesson.centre_id = $1 and lesson.occurrence_id = $2 and
substring(sha256(convert_to(seat.booking_id || ' ' || seat.person_id, 'UTF8')) from 1 for 10) = $3::bytea

select lesson.centre_id as "centreId", lesson.occurrence_id as "occurrenceId",
seat.booking_id as "bookingId", seat.person_id as "personId"
from
changlai.occurrence as lesson
join changlai.occurrence as held on held.centre_id = lesson.centre_id
and (held.occurrence_id = lesson.occurrence_id or held.guest_of = lesson.occurrence_id)
and lesson.guest_of is null
join changlai.pool on pool.centre_id = held.centre_id and pool.pool_id = held.pool_id
and pool.intake is null and not pool.numbered
join changlai.activity
on activity.centre_id = lesson.centre_id and activity.activity_id = lesson.activity_id
and activity.published
join changlai.booking_attendee as seat
on seat.centre_id = held.centre_id and seat.pool_id = held.pool_id
and seat.status = 'booked'
join changlai.booking
on booking.centre_id = seat.centre_id and booking.booking_id = seat.booking_id
and booking.booked_at < lesson.ends_at
where lesson.centre_id = $1 and lesson.occurrence_id = $2 and booking.booked_at < lesson.starts_at
order by seat.booking_id, seat.person_id

select lesson.centre_id as "centreId", lesson.occurrence_id as "occurrenceId",
seat.booking_id as "bookingId", seat.person_id as "personId",
case when seat.person_id = $2 then 'self' else (
select member.member_id from changlai.family_member as member
where member.holder_id = $2 and member.person_id = seat.person_id
and member.removed_at is null) end as "attendeeId",
activity.title, lesson.place, lesson.starts_at as "startsAt", lesson.ends_at as "endsAt",
lesson.lesson_number, lesson.lesson_of
from
changlai.occurrence as lesson
join changlai.occurrence as held on held.centre_id = lesson.centre_id
and (held.occurrence_id = lesson.occurrence_id or held.guest_of = lesson.occurrence_id)
and lesson.guest_of is null
join changlai.pool on pool.centre_id = held.centre_id and pool.pool_id = held.pool_id
and pool.intake is null and not pool.numbered
join changlai.activity
on activity.centre_id = lesson.centre_id and activity.activity_id = lesson.activity_id
and activity.published
join changlai.booking_attendee as seat
on seat.centre_id = held.centre_id and seat.pool_id = held.pool_id
and seat.status = 'booked'
join changlai.booking
on booking.centre_id = seat.centre_id and booking.booking_id = seat.booking_id
and booking.booked_at < lesson.ends_at
where lesson.centre_id = $1 and lesson.day between $5::date and $6::date
and lesson.state <> 'cancelled'
and lesson.starts_at <= $4::timestamptz and $3::timestamptz < lesson.ends_at
and $2::uuid in (seat.holder_id, seat.person_id)
order by lesson.starts_at, lesson.occurrence_id, seat.person_id <> $2, "attendeeId"

select lesson.centre_id as "centreId", lesson.occurrence_id as "occurrenceId",
seat.booking_id as "bookingId", seat.person_id as "personId",
left((
select coalesce(
(
select member.name from changlai.family_member as member
where member.holder_id = seat.holder_id and member.person_id = seat.person_id
and member.removed_at is null
), person.nickname)
from changlai.person where person.person_id = seat.person_id), 1) as initial
from
changlai.occurrence as lesson
join changlai.occurrence as held on held.centre_id = lesson.centre_id
and (held.occurrence_id = lesson.occurrence_id or held.guest_of = lesson.occurrence_id)
and lesson.guest_of is null
join changlai.pool on pool.centre_id = held.centre_id and pool.pool_id = held.pool_id
and pool.intake is null and not pool.numbered
join changlai.activity
on activity.centre_id = lesson.centre_id and activity.activity_id = lesson.activity_id
and activity.published
join changlai.booking_attendee as seat
on seat.centre_id = held.centre_id and seat.pool_id = held.pool_id
and seat.status = 'booked'
join changlai.booking
on booking.centre_id = seat.centre_id and booking.booking_id = seat.booking_id
and booking.booked_at < lesson.ends_at
where lesson.centre_id = $1 and lesson.occurrence_id = $2 and booking.check_in_code = $3
order by seat.person_id <> seat.holder_id, initial, seat.person_id

select lesson.centre_id as "centreId", lesson.occurrence_id as "occurrenceId",
seat.booking_id as "bookingId", seat.person_id as "personId",
lesson.starts_at as "startsAt", lesson.ends_at as "endsAt"
from
changlai.occurrence as lesson
join changlai.occurrence as held on held.centre_id = lesson.centre_id
and (held.occurrence_id = lesson.occurrence_id or held.guest_of = lesson.occurrence_id)
and lesson.guest_of is null
join changlai.pool on pool.centre_id = held.centre_id and pool.pool_id = held.pool_id
and pool.intake is null and not pool.numbered
join changlai.activity
on activity.centre_id = lesson.centre_id and activity.activity_id = lesson.activity_id
and activity.published
join changlai.booking_attendee as seat
on seat.centre_id = held.centre_id and seat.pool_id = held.pool_id
and seat.status = 'booked'
join changlai.booking
on booking.centre_id = seat.centre_id and booking.booking_id = seat.booking_id
and booking.booked_at < lesson.ends_at
where lesson.centre_id = $1 and lesson.pool_id = $2 and lesson.state <> 'cancelled'
and lesson.ends_at <= $3::timestamptz
order by lesson.starts_at desc, seat.person_id

select lesson.centre_id as "centreId", lesson.starts_at as "startsAt", lesson.ends_at as "endsAt",
lesson.state = 'cancelled' as "isCancelled",
exists (
select from changlai.attendance as known
where known.centre_id = lesson.centre_id and known.occurrence_id = lesson.occurrence_id
and known.mark in ('present', 'late')
) as "wasTaken"
from changlai.occurrence as lesson
where lesson.centre_id = $1 and lesson.occurrence_id = $2
and lesson.judged_at is null and lesson.ends_at <= $3::timestamptz
for no key update of lesson skip locked

select lesson.centre_id, lesson.occurrence_id, lesson.activity_id, activity.title,
activity.category, lesson.place, lesson.starts_at, lesson.ends_at, lesson.state,
lesson.lesson_number, lesson.lesson_of, pool.pool_id, pool.mode, pool.capacity, pool.taken,
pool.waiting, pool.opens_at, pool.closes_at
from
changlai.occurrence as lesson
join changlai.pool on pool.centre_id = lesson.centre_id and pool.pool_id = lesson.pool_id
and pool.intake is null and not pool.numbered and lesson.guest_of is null
join changlai.activity
on activity.centre_id = lesson.centre_id and activity.activity_id = lesson.activity_id
and activity.published
where lesson.centre_id = $1 and lesson.occurrence_id = $2

select lesson.occurrence_id as "occurrenceId"
from changlai.activity
join changlai.occurrence as lesson
on lesson.centre_id = activity.centre_id and lesson.activity_id = activity.activity_id
join changlai.pool on pool.centre_id = lesson.centre_id and pool.pool_id = lesson.pool_id
where activity.guests_from_list
and lesson.ends_at > $1::timestamptz and lesson.starts_at > $1::timestamptz
and lesson.guest_of is null and lesson.state <> 'cancelled'
and pool.starts_at <= $1::timestamptz
and exists (
select from changlai.attendance as excuse
where excuse.centre_id = lesson.centre_id and excuse.occurrence_id = lesson.occurrence_id
and excuse.mark = 'excused' and not excuse.freed)
limit 1000

select lesson.occurrence_id as "occurrenceId", lesson.pool_id as "poolId",
lesson.starts_at as "startsAt", lesson.ends_at as "endsAt", lesson.place, lesson.state,
lesson.original_starts_at as "originalStartsAt", lesson.lesson_number as "lessonNumber",
lesson.state = 'cancelled' as "isCancelled"
from changlai.occurrence as lesson
where lesson.centre_id = $1 and lesson.activity_id = $2 and lesson.guest_of is null
and (lesson.ends_at > $3::timestamptz or lesson.original_starts_at > $3::timestamptz)
order by lesson.occurrence_id

select lesson.occurrence_id as "occurrenceId", lesson.pool_id as "poolId",
lesson.starts_at as "startsAt", lesson.ends_at as "endsAt", lesson.place, lesson.state,
lesson.original_starts_at as "originalStartsAt", lesson.lesson_number as "lessonNumber",
lesson.state = 'cancelled' as "isCancelled"
from changlai.occurrence as lesson
where lesson.centre_id = $1 and lesson.activity_id = $2 and lesson.guest_of is null
and (lesson.ends_at > $3::timestamptz or lesson.original_starts_at > $3::timestamptz)
order by lesson.occurrence_id
for no key update of lesson

select member_id as "memberId" from changlai.family_member
where holder_id = $1 and person_id = $2 and removed_at is null

select min(lesson.starts_at) as "nextAt"
from (
select centre_id, booking_id from changlai.booking
where person_id = $2 and centre_id = $1 and status = 'booked'
union
select centre_id, booking_id from changlai.booking_attendee
where person_id = $2 and centre_id = $1 and status = 'booked'
) as own
cross join
changlai.occurrence as lesson
join changlai.occurrence as held on held.centre_id = lesson.centre_id
and (held.occurrence_id = lesson.occurrence_id or held.guest_of = lesson.occurrence_id)
and lesson.guest_of is null
join changlai.pool on pool.centre_id = held.centre_id and pool.pool_id = held.pool_id
and pool.intake is null and not pool.numbered
join changlai.activity
on activity.centre_id = lesson.centre_id and activity.activity_id = lesson.activity_id
and activity.published
join changlai.booking_attendee as seat
on seat.centre_id = held.centre_id and seat.pool_id = held.pool_id
and seat.status = 'booked'
join changlai.booking
on booking.centre_id = seat.centre_id and booking.booking_id = seat.booking_id
and booking.booked_at < lesson.ends_at
where seat.centre_id = own.centre_id and seat.booking_id = own.booking_id
and lesson.state <> 'cancelled' and lesson.starts_at > $3::timestamptz
and $2::uuid in (seat.holder_id, seat.person_id)

select month, hours from changlai.office_hours
where centre_id = $1 and person_id = $2 and service = $3 and month <= $4
order by month desc
limit 1

select month, service, kind,
coalesce(sum(closed) filter (where outcome <> 'no-show'), 0) as closed,
coalesce(sum(closed) filter (where outcome = 'settled'), 0) as settled,
sum(rated) as rated, sum(satisfaction_sum) as "satisfactionSum"
from changlai.consultation_tally
where centre_id = $1 and month <= $2
group by month, service, kind
order by month

select name
from changlai.upload_path
where path_id = $1 and person_id = $2 and begun_at > $3::timestamptz

select name from changlai.kysely_migration

select name, kind, content
from changlai.uploaded_file
where person_id = $1 and file_id = $2

select name, phone from changlai.centre where centre_id = $1

select name, succeeded_at as "succeededAt", took_ms as "tookMs", failures_in_row as "failuresInRow",
runs_done as "runsDone", runs_failed as "runsFailed", runs_lost as "runsLost",
rows_done as "rowsDone"
from changlai.job
order by name

select notice.notice_id as "noticeId", notice.kind, notice.centre_id as "centreId",
notice.booking_id as "bookingId", notice.made_at as "madeAt", notice.read_at as "readAt",
activity.activity_id as "activityId", activity.title, activity.category,
lesson.lesson_number as "lessonNumber", lesson.lesson_of as "lessonOf",
change.from_starts_at as "fromStartsAt", change.from_ends_at as "fromEndsAt",
change.from_place as "fromPlace", change.from_state as "fromState",
change.to_starts_at as "toStartsAt", change.to_ends_at as "toEndsAt",
change.to_place as "toPlace", coalesce(change.reason, whole.reason) as reason,
centre.short_name as "centreName", message.text,
case when notice.activity_change is not null then notice.facts end as whole,
coalesce((
select jsonb_agg(jsonb_build_object(
'attendeeId',
case when clash."personId" = notice.person_id then 'self' else member.member_id end,
'name', member.name,
'bookingId', booking.booking_id,
'title', case when booking.person_id = notice.person_id then
case when pool.intake is null then activity.title else '预约' end end,
'startsAt', round(extract(epoch from other.starts_at) * 1000)::bigint,
'endsAt', round(extract(epoch from other.ends_at) * 1000)::bigint) order by other.starts_at, member.name)
from jsonb_to_recordset(notice.facts -> 'clashes')
as clash ("personId" uuid, "bookingId" text, "occurrenceId" text)
join changlai.booking
on booking.centre_id = split_part(clash."bookingId", '.', 1)
and booking.booking_id = clash."bookingId"
join changlai.booking_attendee as held
on held.centre_id = booking.centre_id and held.booking_id = booking.booking_id
and held.person_id = clash."personId" and held.status = 'booked'
join changlai.occurrence as other
on other.centre_id = booking.centre_id and other.occurrence_id = clash."occurrenceId"
and other.state <> 'cancelled'
join changlai.pool on pool.centre_id = booking.centre_id and pool.pool_id = booking.pool_id
join changlai.activity
on activity.centre_id = pool.centre_id and activity.activity_id = pool.activity_id
left join changlai.family_member as member
on member.holder_id = notice.person_id and member.person_id = clash."personId"
and member.removed_at is null
where other.starts_at < change.to_ends_at and change.to_starts_at < other.ends_at
and exists (
select from changlai.booking_attendee as seat
where seat.centre_id = notice.centre_id and seat.status = 'booked'
and seat.person_id = clash."personId"
and seat.pool_id in (
select same.pool_id from changlai.occurrence as same
where same.centre_id = notice.centre_id
and (same.occurrence_id = notice.occurrence_id or same.guest_of = notice.occurrence_id)))), '[]'::jsonb) as clashes
from changlai.notice
join changlai.centre on centre.centre_id = notice.centre_id
left join changlai.lesson_change as change
on change.centre_id = notice.centre_id and change.occurrence_id = notice.occurrence_id
and change.number = notice.change_number
left join changlai.activity_change as whole
on whole.centre_id = notice.centre_id and whole.activity_id = notice.activity_id
and whole.number = notice.activity_change
left join changlai.occurrence as lesson
on lesson.centre_id = notice.centre_id and lesson.occurrence_id = notice.occurrence_id
left join changlai.class_message as message
on message.centre_id = notice.centre_id and message.message_id = notice.message_id
join changlai.activity
on activity.centre_id = notice.centre_id
and activity.activity_id
= coalesce(notice.activity_id, lesson.activity_id, message.activity_id)
where notice.person_id = $1 and ($5::boolean or notice.message_id is null)
and ($2::timestamptz is null or notice.made_at <= $2::timestamptz
and (notice.made_at < $2::timestamptz or notice.notice_id > $3))
order by notice.made_at desc, notice.notice_id
limit $4::integer

select number from changlai.ballot_entry
where centre_id = $1 and ballot_id = $2 and holder_id = $3 and left_at is null

select number from changlai.ballot_number
where centre_id = $1 and ballot_id = $2 and person_id <> $3
order by entered_at
limit 1

select occurrence_id as "occurrenceId"
from changlai.occurrence
where judged_at is null and pool_id is not null and guest_of is null
and ends_at <= $1::timestamptz
order by ends_at, occurrence_id
limit $2

select operation = $3 and input_hash = $4::bytea as "sameRequest", answer
from changlai.answered_request
where person_id = $1 and request_id = $2
order by 1 desc
limit 1

select party.person_id as "personId" from (
select asked.attendee_id, asked.place::integer, member.birth_date,
case when asked.attendee_id = 'self' then $1::uuid else member.person_id end as person_id
from (
select * from unnest($2::text[]) with ordinality limit cardinality($2::text[])
) as asked (attendee_id, place)
left join changlai.family_member as member
on member.member_id = asked.attendee_id and member.holder_id = $1
and member.removed_at is null) as party

select person.person_id as "personId" from changlai.person
where person.person_id = $1 or person.person_id in (
select member.person_id from changlai.family_member as member
where member.holder_id = $1 and not member.linked)
order by person.person_id
for update

select person_id as "personId"
from (
select person_id from changlai.role_grant where centre_id in ($1, '*')
union
select person_id from changlai.ended_role where centre_id in ($1, '*')
) as known
where left(encode(sha256(convert_to($1 || '/' || person_id::text, 'UTF8')), 'hex'), 20) = $2
limit 1

select person_id as "personId" from changlai.calendar_address where token_hash = $1

select person_id as "personId" from changlai.spoken_code
where code = $1 and $2::timestamptz < expires_at
for update

select person_id as "personId", state, expires_at as "expiresAt"
from changlai.strike
where centre_id = $1 and strike_id = $2
for no key update

select pg_advisory_lock($1)

select pg_advisory_unlock($1)

select pg_advisory_xact_lock(hashtextextended('changlai.role_invitation ' || $1, 0))

select pool.activity_id as "activityId", pool.pool_id as "poolId", activity.title,
pool.opens_at as "opensAt", pool.capacity
from changlai.pool
join changlai.activity on activity.centre_id = pool.centre_id
and activity.activity_id = pool.activity_id and activity.published
where pool.centre_id = $1 and pool.opens_at > $2::timestamptz and pool.opens_at < $3::timestamptz
and pool.intake is null and pool.guest_of is null
order by pool.opens_at, pool.pool_id
limit $4

select pool.centre_id as "centreId", pool.pool_id as "poolId", pool.activity_id as "activityId",
pool.capacity, pool.taken, pool.waiting, pool.list_takes_from as "listTakesFrom",
pool.starts_at as "startsAt", pool.list_over_at as "listOverAt",
activity.published and exists (
select from changlai.occurrence
where occurrence.centre_id = pool.centre_id and occurrence.pool_id = pool.pool_id
and occurrence.state <> 'cancelled'
) as "takesPlace"
from changlai.pool
join changlai.activity
on activity.centre_id = pool.centre_id and activity.activity_id = pool.activity_id
where pool.centre_id = $1 and pool.pool_id = $2
for no key update of pool

select pool.pool_id as "poolId", activity.title, visit.place,
visit.starts_at as "startsAt", visit.ends_at as "endsAt", pool.called_number as called,
(
select count(*)::integer from changlai.booking_attendee as one
where one.centre_id = pool.centre_id and one.pool_id = pool.pool_id
and one.queue_number is not null and one.status = 'booked' and one.queue_state = 'waiting'
) as waiting
from changlai.occurrence as visit
join changlai.pool on pool.centre_id = visit.centre_id and pool.pool_id = visit.pool_id
and pool.numbered
join changlai.activity on activity.centre_id = visit.centre_id
and activity.activity_id = visit.activity_id and activity.published
where visit.centre_id = $1 and visit.day = $2::date and visit.state <> 'cancelled'
order by visit.starts_at, visit.occurrence_id
limit $3

select pool.pool_id as "poolId", drawn.ballot_id as "ballotId",
coalesce(ballot.closes_at, pool.closes_at) as "closesAt"
from unnest($1::text[], $2::text[]) as wished (centre_id, pool_id)
join changlai.pool on pool.centre_id = wished.centre_id and pool.pool_id = wished.pool_id
join changlai.activity
on activity.centre_id = pool.centre_id and activity.activity_id = pool.activity_id
left join changlai.ballot_pool as drawn
on drawn.centre_id = pool.centre_id and drawn.pool_id = pool.pool_id
left join changlai.ballot
on ballot.centre_id = drawn.centre_id and ballot.ballot_id = drawn.ballot_id
where activity.published

select pool.pool_id as "poolId", meeting.starts_at as "startsAt", meeting.ends_at as "endsAt",
meeting.place, slot.channels
from changlai.consultation_slot as slot
join changlai.pool on pool.centre_id = slot.centre_id and pool.pool_id = slot.pool_id
join changlai.occurrence as meeting
on meeting.centre_id = pool.centre_id and meeting.pool_id = pool.pool_id
where slot.centre_id = $1 and slot.pool_id = $2
and pool.taken < pool.capacity
and pool.opens_at <= $3::timestamptz and $3::timestamptz < pool.closes_at
and meeting.state <> 'cancelled'
order by meeting.starts_at
limit 1

select pool.pool_id as "poolId", pool.capacity, pool.taken, pool.guest_of is not null as "isGuests",
pool.opens_at as "opensAt", pool.closes_at as "closesAt", pool.cancel_until as "cancelUntil",
pool.starts_at as "startsAt", pool.ends_at as "endsAt",
pool.home_centre_until as "homeCentreUntil",
exists (
select from changlai.ballot_pool as drawn
where drawn.centre_id = pool.centre_id and drawn.pool_id = pool.pool_id) as "isDrawn"
from changlai.pool
where pool.centre_id = $1 and pool.activity_id = $2
and (pool.ends_at > $3::timestamptz or pool.pool_id = any($4::text[]))
order by pool.guest_of nulls first, pool.pool_id
for no key update of pool

select pool.pool_id as "poolId", pool.mode, pool.closes_at as "closesAt",
pool.starts_at as "startsAt", activity.published, drawn.ballot_id as "ballotId"
from changlai.pool
join changlai.activity
on activity.centre_id = pool.centre_id and activity.activity_id = pool.activity_id
left join changlai.ballot_pool as drawn
on drawn.centre_id = pool.centre_id and drawn.pool_id = pool.pool_id
where pool.centre_id = $1 and pool.pool_id = any ($2::text[])
order by pool.pool_id
for no key update of pool

select pool.pool_id as "poolId", pool.starts_at as "startsAt", pool.ends_at as "endsAt",
meeting.place, slot.channels
from changlai.consultation_slot as slot
join changlai.pool on pool.centre_id = slot.centre_id and pool.pool_id = slot.pool_id
join changlai.activity
on activity.centre_id = pool.centre_id and activity.activity_id = pool.activity_id
join changlai.occurrence as meeting
on meeting.centre_id = pool.centre_id and meeting.pool_id = pool.pool_id
where slot.centre_id = $1 and slot.service = $2 and slot.person_id <> $3
and activity.published and meeting.state <> 'cancelled'
and pool.taken < pool.capacity
and pool.opens_at <= $4::timestamptz and $4::timestamptz < pool.closes_at
and exists (
select from changlai.role_grant
where role_grant.person_id = slot.person_id
and role_grant.centre_id in (slot.centre_id, '*')
and role_grant.role = case slot.service when 'legal' then 'lawyer' else 'mediator' end)
and not exists (
select from changlai.professional_met as met
where met.person_id = slot.person_id
and met.consultation_id is distinct from null::text
and (met.side = 'own' and met.name_hash = any ($6::bytea[])
or met.side = 'other' and met.name_hash = $5::bytea))
and ($7::timestamptz is null or (pool.starts_at, pool.pool_id) > ($7::timestamptz, $8::text))
order by pool.starts_at, pool.pool_id
limit $9

select pool.pool_id as "poolId", pool.starts_at as "startsAt", pool.ends_at as "endsAt",
pool.taken > 0 as taken
from changlai.consultation_slot as slot
join changlai.pool on pool.centre_id = slot.centre_id and pool.pool_id = slot.pool_id
where slot.centre_id = $1 and slot.person_id = $2 and slot.service = $3
and pool.starts_at >= $4::timestamptz and pool.starts_at < $5::timestamptz
and pool.ends_at > $6::timestamptz
order by pool.pool_id
for update of pool

select pool.pool_id as "poolId", pool.starts_at as "startsAt", pool.ends_at as "endsAt",
pool.taken > 0 as taken, consultation.consultation_id as "consultationId"
from changlai.consultation_slot as slot
join changlai.pool on pool.centre_id = slot.centre_id and pool.pool_id = slot.pool_id
left join changlai.booking
on booking.centre_id = pool.centre_id and booking.pool_id = pool.pool_id
and booking.status = 'booked'
left join changlai.consultation
on consultation.centre_id = booking.centre_id and consultation.booking_id = booking.booking_id
and consultation.professional_id = slot.person_id
where slot.centre_id = $1 and slot.person_id = $2 and slot.service = $3
and pool.starts_at >= $4::timestamptz and pool.starts_at < $5::timestamptz
order by pool.starts_at, pool.pool_id

select pool.starts_at as "startsAt", pool.ends_at as "endsAt"
from changlai.consultation_slot as slot
join changlai.pool on pool.centre_id = slot.centre_id and pool.pool_id = slot.pool_id
where slot.person_id = $2 and (slot.centre_id, slot.service) <> ($1, $3)
and pool.starts_at >= $4::timestamptz and pool.starts_at < $5::timestamptz

select pool_id as "poolId" from changlai.pool
where centre_id = $1 and activity_id = $2 and guest_of is null
order by ends_at desc
limit 1

select pool_id as "poolId" from changlai.pool where centre_id = $1 and guest_of = $2

select pool_id as "poolId" from changlai.waitlist_entry
where centre_id = $1 and ballot_id = $2 and ballot_number = $3 and pool_id <> $4
and state in ('waiting', 'offered')

select pool_id as "poolId" from changlai.waitlist_entry
where state = 'offered' and offer_until <= $1::timestamptz
union
select pool_id from changlai.waitlist_entry
where saved > 0 and saved_until <= $1::timestamptz
union
select entry.pool_id
from changlai.ballot_entry as drawn
join changlai.waitlist_entry as entry
on entry.centre_id = drawn.centre_id and entry.ballot_id = drawn.ballot_id
and entry.ballot_number = drawn.number
where drawn.served_pool_id is not null and entry.state in ('waiting', 'offered')
union
select pool_id from changlai.pool
where last_turn > 0 and list_over_at is null
and (starts_at <= $2::timestamptz or capacity - taken >= list_takes_from)
limit 1000

select pool_id as "poolId", guest_of is not null as "isGuests", opens_at as "opensAt",
closes_at as "closesAt", cancel_until as "cancelUntil", starts_at as "startsAt",
ends_at as "endsAt"
from changlai.pool
where centre_id = $1 and (pool_id = $2 or guest_of = $3)
order by guest_of nulls first
for no key update

select pool_id as "poolId", starts_at as "startsAt", ends_at as "endsAt",
state = 'cancelled' as "isCancelled"
from changlai.occurrence
where centre_id = $1 and pool_id = any($2::text[])

select position, kind, author, at, sealed, plain
from changlai.consultation_entry
where centre_id = $1 and consultation_id = $2
order by position

select provider, subject from changlai.person_identity where person_id = $1::uuid

select r.kind = $4 and r.facility is not distinct from $5
and (t.settlement is null or t.settlement = 'will-take-time') as same
from changlai.station_report r
left join changlai.station_task t on t.centre_id = r.centre_id and t.task_id = r.task_id
where r.centre_id = $1 and r.station_id = $2 and r.person_id = $3
and r.reported_at > $6::timestamptz
order by r.reported_at desc, r.report_id
limit 1

select r.person_id as "personId", r.kind, r.facility, r.reported_at as at
from changlai.station_report r
left join changlai.station_task t on t.centre_id = r.centre_id and t.task_id = r.task_id
where r.centre_id = $1 and r.station_id = $2 and r.reported_at > $3::timestamptz
and (t.settlement is null or t.settlement = 'will-take-time')

select reported_at as at
from changlai.station_report
where person_id = $1
order by reported_at desc, report_id
limit $2

select role, nullif(centre_id, '*') as "centreId"
from changlai.role_grant
where person_id = $1

select said.template, said.answer, (
select count(*) from changlai.alert_acceptance as acceptance
where acceptance.person_id = said.person_id and acceptance.template = said.template
and acceptance.used_at is null) as left
from changlai.alert_answer as said
where said.person_id = $1::uuid
order by said.template

select session_id as "sessionId", browser, system, began_at as "beganAt", seen_at as "seenAt"
from changlai.desk_session
where person_id = $1 and
ended_at is null
and seen_at > $2::timestamptz - 1800000 * interval '1 millisecond'
and began_at > $2::timestamptz - 36000000 * interval '1 millisecond'
order by began_at desc, session_id
limit 10

select short_name as "shortName" from changlai.centre where centre_id = $1

select slot.pool_id as "poolId", slot.service, slot.person_id as "professionalId", slot.channels,
pool.starts_at as "startsAt", pool.ends_at as "endsAt", exists (
select from changlai.role_grant
where role_grant.person_id = slot.person_id
and role_grant.centre_id in (slot.centre_id, '*')
and role_grant.role = case slot.service when 'legal' then 'lawyer' else 'mediator' end) as "inOffice"
from changlai.consultation_slot as slot
join changlai.pool on pool.centre_id = slot.centre_id and pool.pool_id = slot.pool_id
where slot.centre_id = $1 and slot.pool_id = $2

select starts_at as "startsAt", ends_at as "endsAt", state = 'cancelled' as "isCancelled"
from changlai.occurrence
where centre_id = $1 and pool_id = $2

select station_id as "stationId"
from changlai.station
where removed_at is null
and exists (select from jsonb_each_text(facilities) as has where has.value = 'doubted')
order by station_id

select station_id as "stationId", source_key as "sourceKey", name, address, entrance, lat, lng,
hours, facilities, run_by as "runBy", phone, removed_at is not null as removed
from changlai.station
where centre_id = $1
order by station_id

select station_id as "stationId", source_key as "sourceKey", name, address, entrance, lat, lng,
hours, facilities, run_by as "runBy", phone, removed_at is not null as removed
from changlai.station
where centre_id = $1
order by station_id for update

select task_id as "taskId", kind, facility, settlement is not null as promised
from changlai.station_task
where centre_id = $1 and station_id = $2
and (settlement is null or settlement = 'will-take-time')
order by task_id

select task_id as "taskId", station_id as "stationId", kind, facility, settlement,
settled_at as "settledAt"
from changlai.station_task
where centre_id = $1 and task_id = $2

select to_char(made_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD"T"HH24:MI:SS"+08:00"') as since from changlai.calendar_address where person_id = $1

select told.person_id as "personId", min(told.booking_id) as "bookingId",
array_agg(distinct told.place_in_order order by told.place_in_order) as lessons
from (
select seat.holder_id as person_id, seat.booking_id, lesson.place_in_order::integer from
unnest($2::text[], $3::text[], $4::timestamptz[], $5::timestamptz[]) with ordinality
as lesson (occurrence_id, pool_id, starts_at, ends_at, place_in_order)
join changlai.booking_attendee as seat
on seat.centre_id = $1 and seat.status = 'booked'
and (seat.pool_id = lesson.pool_id or seat.pool_id = (
select guests.pool_id from changlai.pool as guests
where guests.centre_id = $1 and guests.guest_of = lesson.occurrence_id))
union all
select seat.person_id, seat.booking_id, lesson.place_in_order::integer from
unnest($2::text[], $3::text[], $4::timestamptz[], $5::timestamptz[]) with ordinality
as lesson (occurrence_id, pool_id, starts_at, ends_at, place_in_order)
join changlai.booking_attendee as seat
on seat.centre_id = $1 and seat.status = 'booked'
and (seat.pool_id = lesson.pool_id or seat.pool_id = (
select guests.pool_id from changlai.pool as guests
where guests.centre_id = $1 and guests.guest_of = lesson.occurrence_id))
where exists (
select from changlai.person_identity as known where known.person_id = seat.person_id)
) as told
group by told.person_id

update "changlai"."activity" set "published" = $1, "state" = $2 where "activity_id" = $3 and "published" = $4

update "changlai"."occurrence" set "state" = $1 where "occurrence_id" = (select "o"."occurrence_id" from "changlai"."occurrence" as "o" where "o"."activity_id" = $2 and "o"."starts_at" > $3::timestamptz order by "o"."starts_at" limit $4 offset $5)

update "changlai"."person" set "nickname" = $1, "home_centre_id" = $2 where "person_id" = $3 and "nickname" is null and "booking_turn" = $4

update changlai.activity
set cover = $3, cover_width = $4::integer, cover_height = $5::integer
where centre_id = $1 and activity_id = $2

update changlai.activity
set seats_per_term = case when $3::boolean then $4::smallint else seats_per_term end,
parallel_group = case when $5::boolean then $6::text else parallel_group end
where centre_id = $1 and activity_id = $2

update changlai.activity
set title = $3, category = $4, audience = $5, description = $6, host = $7, place = $8,
min_age = $9::smallint, max_age = $10::smallint, fee_fen = $11::integer, bring = $12,
rule = $13::jsonb, lessons = $14::jsonb, seating = $15::jsonb, guests_from_list = $16::boolean,
state = $17, published = $18::boolean, changed_at = $19::timestamptz, changed_by = $20::uuid,
version = version + 1
where centre_id = $1 and activity_id = $2
returning version

update changlai.activity as one set changed_by = leaving.nobody
from unnest($1::uuid[], $2::uuid[]) as leaving (person_id, nobody)
where one.changed_by = leaving.person_id

update changlai.activity set place = $3, rule = $4::jsonb
where centre_id = $1 and activity_id = $2

update changlai.activity_change as one set changed_by = leaving.nobody
from unnest($1::uuid[], $2::uuid[]) as leaving (person_id, nobody)
where one.changed_by = leaving.person_id

update changlai.alert
set state = $3, why = $4, code = coalesce($5::integer, code), ended_at = $6::timestamptz,
next_try_at = coalesce($7::timestamptz, next_try_at), lost = coalesce($8::integer, lost),
leased_until = null
where centre_id = $1 and alert_id = $2::uuid and state = 'waiting'

update changlai.alert_acceptance set used_at = $3::timestamptz, used_by = $4::uuid
where (person_id, template, request_id) = (
select person_id, template, request_id from changlai.alert_acceptance
where person_id = $1::uuid and template = $2 and used_at is null
order by accepted_at, request_id
limit 1
for update)

update changlai.alert_acceptance set used_at = $3::timestamptz, used_by = $4::uuid
where person_id = $1::uuid and template = $2 and used_at is null and accepted_at <= $3::timestamptz

update changlai.alert_acceptance set used_at = null, used_by = null
where person_id = $1::uuid and used_by = $2::uuid

update changlai.attendance as excuse
set freed = true
from changlai.booking_attendee as seat
where excuse.centre_id = $1 and excuse.occurrence_id = $2
and excuse.mark = 'excused' and not excuse.freed
and seat.centre_id = excuse.centre_id and seat.booking_id = excuse.booking_id
and seat.person_id = excuse.person_id and seat.status = 'booked'

update changlai.attendance as one set marked_by = null
where one.marked_by is not null and $3::uuid[] is not null and $4::uuid[] is not null
and (one.centre_id, one.booking_id) in (
select centre_id, booking_id from changlai.booking where centre_id = $1 and pool_id = $2)

update changlai.attendance as one set person_id = leaving.nobody
from unnest($1::uuid[], $2::uuid[]) as leaving (person_id, nobody)
where one.person_id = leaving.person_id

update changlai.attendance set marked_by = null where marked_by = any ($1::uuid[])

update changlai.ballot
set drawn_at = $3::timestamptz, results = $4
where centre_id = $1 and ballot_id = $2 and drawn_at is null

update changlai.ballot
set number = $3, number_confirmed_at = $4::timestamptz
where centre_id = $1 and ballot_id = $2 and number is null

update changlai.ballot as one set announced_by = leaving.nobody
from unnest($1::uuid[], $2::uuid[]) as leaving (person_id, nobody)
where one.announced_by = leaving.person_id

update changlai.ballot_attendee as one set person_id = leaving.nobody
from unnest($1::uuid[], $2::uuid[]) as leaving (person_id, nobody)
where one.person_id = leaving.person_id

update changlai.ballot_entry as entry
set drawn_place = drawn.place, won_pool_id = drawn.pool_id
from unnest($3::integer[], $4::integer[], $5::text[]) as drawn (number, place, pool_id)
where entry.centre_id = $1 and entry.ballot_id = $2 and entry.number = drawn.number

update changlai.ballot_entry as one set holder_id = leaving.nobody
from unnest($1::uuid[], $2::uuid[]) as leaving (person_id, nobody)
where one.holder_id = leaving.person_id

update changlai.ballot_number as one set person_id = leaving.nobody
from unnest($1::uuid[], $2::uuid[]) as leaving (person_id, nobody)
where one.person_id = leaving.person_id

update changlai.booking as one set person_id = leaving.nobody
from unnest($1::uuid[], $2::uuid[]) as leaving (person_id, nobody)
where one.person_id = leaving.person_id

update changlai.booking as one set person_id = leaving.nobody, booked_by = null from unnest($3::uuid[], $4::uuid[]) as leaving (person_id, nobody)
where one.centre_id = $1 and one.pool_id = $2 and one.person_id = leaving.person_id

update changlai.booking set booked_by = null where booked_by = any ($1::uuid[])

update changlai.booking_attendee
set queue_state = $4
where centre_id = $1 and pool_id = $2 and queue_number = $3 and status = 'booked'

update changlai.booking_attendee as one set holder_id = leaving.nobody from unnest($3::uuid[], $4::uuid[]) as leaving (person_id, nobody)
where one.holder_id = leaving.person_id
and (one.centre_id, one.booking_id) in (
select centre_id, booking_id from changlai.booking where centre_id = $1 and pool_id = $2)

update changlai.booking_attendee as one set person_id = leaving.nobody
from unnest($1::uuid[], $2::uuid[]) as leaving (person_id, nobody)
where one.person_id = leaving.person_id

update changlai.booking_attendee as one set person_id = leaving.nobody from unnest($3::uuid[], $4::uuid[]) as leaving (person_id, nobody)
where one.person_id = leaving.person_id
and (one.centre_id, one.booking_id) in (
select centre_id, booking_id from changlai.booking where centre_id = $1 and pool_id = $2)

update changlai.booking_attendee as seat set holder_id = leaving.nobody
from unnest($1::uuid[], $2::uuid[]) as leaving (person_id, nobody)
join changlai.booking on booking.person_id = leaving.person_id
where seat.centre_id = booking.centre_id and seat.booking_id = booking.booking_id
and seat.holder_id = leaving.person_id

update changlai.centre set courses_per_term = $2 where centre_id = $1

update changlai.check_in_poster as one set made_by = leaving.nobody
from unnest($1::uuid[], $2::uuid[]) as leaving (person_id, nobody)
where one.made_by = leaving.person_id

update changlai.class_message as one set sent_by = leaving.nobody
from unnest($1::uuid[], $2::uuid[]) as leaving (person_id, nobody)
where one.sent_by = leaving.person_id

update changlai.consultation
set key_version = $5, wrapped_key = $6::bytea
where centre_id = $1 and consultation_id = $2 and key_version = $3 and wrapped_key = $4::bytea

update changlai.consultation
set state = $4, service = $5, professional_id = $6::uuid, booking_id = $7, proposed_pool_id = $8,
awaiting = $9, outcome = $10, satisfaction = $11::smallint, sealed = $12::bytea,
state_since = $13::timestamptz, due_at = $14::timestamptz, closed_at = $15::timestamptz,
deleted_at = $16::timestamptz
where centre_id = $1 and consultation_id = $2 and state = any ($3::text[])

update changlai.consultation as one set person_id = leaving.nobody
from unnest($1::uuid[], $2::uuid[]) as leaving (person_id, nobody)
where one.person_id = leaving.person_id

update changlai.consultation as one set professional_id = leaving.nobody
from unnest($1::uuid[], $2::uuid[]) as leaving (person_id, nobody)
where one.professional_id = leaving.person_id

update changlai.consultation_opening as one set person_id = leaving.nobody
from unnest($1::uuid[], $2::uuid[]) as leaving (person_id, nobody)
where one.person_id = leaving.person_id

update changlai.consultation_slot as one set person_id = leaving.nobody
from unnest($1::uuid[], $2::uuid[]) as leaving (person_id, nobody)
where one.person_id = leaving.person_id

update changlai.consultation_slot set channels = $3::text[]
where centre_id = $1 and pool_id = any ($2::text[]) and channels <> $3::text[]

update changlai.consultation_tally
set rated = rated + 1, satisfaction_sum = satisfaction_sum + $6
where centre_id = $1 and month = $2 and service = $3 and kind = $4 and outcome = $5

update changlai.desk_session set ended_at = $2::timestamptz
where person_id = $1 and
ended_at is null
and seen_at > $2::timestamptz - 1800000 * interval '1 millisecond'
and began_at > $2::timestamptz - 36000000 * interval '1 millisecond' and ($3::text is null or session_id = $3::text)

update changlai.desk_sign_in
set polled_at = $5::timestamptz,
poll_after_ms = case
when $5::timestamptz < polled_at + poll_after_ms / 2 * interval '1 millisecond'
then least(poll_after_ms + 5000, 30000)
else poll_after_ms end
where request_key = $1 and secret_hash = $2 and browser = $3 and system = $4
returning poll_after_ms as "pollAfterMs",
case when state in ('waiting', 'seen', 'approved') and expires_at <= $5::timestamptz
then 'expired' else state end as state

update changlai.desk_sign_in
set state = 'seen', person_id = $1
where code = $2 and expires_at > $3::timestamptz
and (state = 'waiting' or state = 'seen' and person_id = $1)
returning browser, system, began_at as "beganAt", expires_at as "expiresAt", choices

update changlai.desk_sign_in
set state = case when check_number = $4::text then 'approved' else 'refused' end
where code = $2 and person_id = $1 and state = 'seen' and expires_at > $3::timestamptz
returning browser, system, state

update changlai.family_member
set name = null, birth_date = null, removed_at = $3
where member_id = $1 and removed_at is null
and (holder_id = $2 or linked and person_id = $2)

update changlai.family_member
set name = null, birth_date = null, removed_at = coalesce(removed_at, $2::timestamptz)
where person_id = any ($1::uuid[]) and holder_id <> all ($1::uuid[])

update changlai.family_member as one set person_id = leaving.nobody
from unnest($1::uuid[], $2::uuid[]) as leaving (person_id, nobody)
where one.person_id = leaving.person_id

update changlai.family_member set name = $2, birth_date = $3 where member_id = $1

update changlai.job
set lease = null, leased_until = null, ended_at = clock_timestamp(), took_ms = $4::integer,
last_count = $3::integer,
succeeded_at = case when $3::integer is null then succeeded_at else clock_timestamp() end,
failures_in_row = case when $3::integer is null then failures_in_row + 1 else 0 end,
runs_done = runs_done + case when $3::integer is null then 0 else 1 end,
runs_failed = runs_failed + case when $3::integer is null then 1 else 0 end,
rows_done = rows_done + coalesce($3::integer, 0)
where name = $1 and lease = $2

update changlai.job set leased_until = clock_timestamp() + $3::float8 * interval '1 second'
where name = $1 and lease = $2

update changlai.lesson_change as one set changed_by = leaving.nobody
from unnest($1::uuid[], $2::uuid[]) as leaving (person_id, nobody)
where one.changed_by = leaving.person_id

update changlai.occurrence
set judged_at = $3::timestamptz
where centre_id = $1 and occurrence_id = $2

update changlai.occurrence
set original_starts_at = original_starts_at - interval '2000 years'
where centre_id = $1 and occurrence_id = any($2::text[])

update changlai.occurrence as lesson
set original_starts_at = wish.original_starts_at
from unnest($2::text[], $3::timestamptz[]) as wish (occurrence_id, original_starts_at)
where lesson.centre_id = $1 and lesson.occurrence_id = wish.occurrence_id

update changlai.occurrence as o
set topic = ($1::text[])[coming.place_in_turn]
from (
select centre_id, occurrence_id, row_number() over (order by starts_at)::int as place_in_turn
from changlai.occurrence
where activity_id = $2 and ends_at > $3) as coming
where o.centre_id = coming.centre_id and o.occurrence_id = coming.occurrence_id
and coming.place_in_turn <= $4::int

update changlai.occurrence as other
set original_starts_at = other.original_starts_at
+ interval '1 second' * (1 + floor(random() * 58))
where other.centre_id = $1 and other.guest_of is null
and other.activity_id = (
select activity_id from changlai.occurrence
where centre_id = $1 and occurrence_id = ($2::text[])[1])
and other.original_starts_at = any($3::timestamptz[])

update changlai.occurrence set place = $3
where centre_id = $1 and pool_id = any ($2::text[]) and place <> $3

update changlai.occurrence set state = 'cancelled'
where centre_id = $1 and pool_id = any ($2::text[])

update changlai.pool
set capacity = capacity + $3::integer
where centre_id = $1 and guest_of = $2
returning pool_id as "poolId"

update changlai.pool
set capacity = capacity - $3::integer
where centre_id = $1 and pool_id = $2

update changlai.pool
set closes_at = $3::timestamptz,
opens_at = least(opens_at, $3::timestamptz - interval '1 millisecond')
where centre_id = $1 and pool_id = any ($2::text[])

update changlai.pool
set home_centre_until = case when $3::timestamptz is not null
then least($3::timestamptz, pool.closes_at) end
where pool.centre_id = $1 and pool.activity_id = $2 and pool.intake is null
and pool.guest_of is null
and pool.closes_at > $4::timestamptz

update changlai.pool
set starts_at = $3::timestamptz, ends_at = $4::timestamptz, closes_at = $5::timestamptz,
cancel_until = $6::timestamptz, lessons_turn = lessons_turn + 1
where centre_id = $1 and pool_id = $2

update changlai.pool
set starts_at = lesson.starts_at, ends_at = lesson.ends_at, cancel_until = lesson.starts_at,
lessons_turn = lessons_turn + 1
from changlai.occurrence as lesson
where pool.centre_id = $1 and pool.pool_id = $2
and lesson.centre_id = pool.centre_id and lesson.pool_id = pool.pool_id

update changlai.pool
set starts_at = wish.starts_at, ends_at = wish.ends_at, opens_at = wish.opens_at,
closes_at = wish.closes_at, cancel_until = wish.cancel_until,
home_centre_until = wish.home_centre_until, lessons_turn = lessons_turn + 1
from unnest($2::text[], $3::timestamptz[], $4::timestamptz[], $5::timestamptz[],
$6::timestamptz[], $7::timestamptz[], $8::timestamptz[])
as wish (pool_id, starts_at, ends_at, opens_at, closes_at, cancel_until, home_centre_until)
where pool.centre_id = $1 and pool.pool_id = wish.pool_id

update changlai.pool set called_number = $3 where centre_id = $1 and pool_id = $2

update changlai.pool set capacity = $3::integer
where centre_id = $1 and pool_id = any($2::text[])

update changlai.pool set people_cut_at = $3::timestamptz
where centre_id = $1 and pool_id = $2 and people_cut_at is null

update changlai.role_grant set granted_by = null where granted_by = any ($1::uuid[])

update changlai.role_invitation as invitation
set revoked_at = case when accepted_at is null then coalesce(revoked_at, $3) end
where centre_id = $1 and invitation_id = $2
returning accepted_at is not null as accepted

update changlai.role_invitation as one set accepted_by = leaving.nobody
from unnest($1::uuid[], $2::uuid[]) as leaving (person_id, nobody)
where one.accepted_by = leaving.person_id

update changlai.role_invitation as one set made_by = leaving.nobody
from unnest($1::uuid[], $2::uuid[]) as leaving (person_id, nobody)
where one.made_by = leaving.person_id

update changlai.role_invitation set accepted_by = $3, accepted_at = $4
where centre_id = $1 and invitation_id = $2

update changlai.role_invitation set note = '—' where accepted_by = any ($1::uuid[])

update changlai.sealing_secret
set key_version = $3, wrapped_key = $4::bytea
where purpose = 'names' and key_version = $1 and wrapped_key = $2::bytea

update changlai.spoken_code_try set wrong = $2, since = $3 where person_id = $1

update changlai.station
set facilities = $3::jsonb, confirmed_at = $4::timestamptz, confirmed_by = $5::integer,
doubt_until = $6::timestamptz, doubted_by = $7::integer, version = $8::bigint
where centre_id = $1 and station_id = $2

update changlai.station
set photo = $3, photo_width = $4::integer, photo_height = $5::integer, version = $6::bigint
where centre_id = $1 and station_id = $2

update changlai.station
set removed_at = $3::timestamptz, version = $4::bigint
where centre_id = $1 and station_id = $2

update changlai.station
set removed_at = $3::timestamptz, version = $4::bigint
where centre_id = $1 and station_id = any($2::text[])

update changlai.station as s
set source_key = n.source_key, name = n.name, address = n.address, entrance = n.entrance,
lat = n.lat, lng = n.lng, hours = n.hours, facilities = n.facilities, run_by = n.run_by,
phone = n.phone, version = $3::bigint, removed_at = null
from jsonb_to_recordset($2::jsonb) as n (
station_id text, door_code text, source_key text, name text, address text, entrance text,
lat double precision, lng double precision, hours jsonb, facilities jsonb, run_by text, phone text)
where s.centre_id = $1 and s.station_id = n.station_id

update changlai.station set source_key = null where centre_id = $1 and station_id = any($2::text[])

update changlai.station_report
set task_id = $3
where centre_id = $1 and station_id = $2 and kind = $4 and facility is not distinct from $5
and reported_at > $6::timestamptz and task_id is null

update changlai.station_report r
set reported_at = $7::timestamptz, note = coalesce($6, r.note)
where r.centre_id = $1 and r.station_id = $2 and r.person_id = $3 and r.kind = $4
and r.facility is not distinct from $5 and r.reported_at > $8::timestamptz
and not exists (
select from changlai.station_task t
where t.centre_id = r.centre_id and t.task_id = r.task_id
and t.settlement <> 'will-take-time')

update changlai.station_task
set settlement = $3, line = $4, settled_at = $5::timestamptz
where centre_id = $1 and task_id = $2

update changlai.station_task
set settlement = 'gone', line = $3, settled_at = $4::timestamptz
where centre_id = $1 and station_id = $2
and (settlement is null or settlement = 'will-take-time')

update changlai.station_task
set settlement = 'gone', settled_at = $3::timestamptz
where centre_id = $1 and station_id = any($2::text[])
and (settlement is null or settlement = 'will-take-time')

update changlai.strike
set state = $3, reason = $4, settled_by = $5, settled_at = $6::timestamptz
where centre_id = $1 and strike_id = $2

update changlai.strike
set state = 'contested', contested_at = $3::timestamptz
where centre_id = $1 and strike_id = $2

update changlai.strike
set state = 'waived', settled_at = $2::timestamptz
where ctid = any (array(
select ctid from changlai.strike
where state = 'contested' and contested_at <= $1::timestamptz
order by contested_at
limit 1000
for update skip locked
))

update changlai.strike
set state = 'waived', settled_at = $4::timestamptz, settled_by = $5, reason = null
where kind = 'absent' and state <> 'waived'
and (centre_id, occurrence_id, booking_id) in (
select * from unnest($1::text[], $2::text[], $3::text[]))

update changlai.strike as one set settled_by = leaving.nobody
from unnest($1::uuid[], $2::uuid[]) as leaving (person_id, nobody)
where one.settled_by = leaving.person_id

update changlai.timetable_class as one set imported_by = leaving.nobody
from unnest($1::uuid[], $2::uuid[]) as leaving (person_id, nobody)
where one.imported_by = leaving.person_id

update changlai.waitlist_attendee as one set person_id = leaving.nobody
from unnest($1::uuid[], $2::uuid[]) as leaving (person_id, nobody)
where one.person_id = leaving.person_id

update changlai.waitlist_attendee as one set person_id = leaving.nobody from unnest($3::uuid[], $4::uuid[]) as leaving (person_id, nobody)
where one.person_id = leaving.person_id
and (one.centre_id, one.entry_id) in (
select centre_id, entry_id from changlai.waitlist_entry where centre_id = $1 and pool_id = $2)

update changlai.waitlist_entry as one set holder_id = leaving.nobody
from unnest($1::uuid[], $2::uuid[]) as leaving (person_id, nobody)
where one.holder_id = leaving.person_id

update changlai.waitlist_entry as one set holder_id = leaving.nobody from unnest($3::uuid[], $4::uuid[]) as leaving (person_id, nobody)
where one.centre_id = $1 and one.pool_id = $2 and one.holder_id = leaving.person_id

update changlai.waitlist_move as one set moved_by = leaving.nobody
from unnest($1::uuid[], $2::uuid[]) as leaving (person_id, nobody)
where one.moved_by = leaving.person_id

with activity as (
select centre_id, activity_id from changlai.activity
where centre_id = $1 and activity_id = $2 and published
for no key update
)
select exists (
select from changlai.pool
where pool.centre_id = activity.centre_id and pool.activity_id = activity.activity_id
and pool.intake is null) as booked,
not_closed.pools, not_closed.opens_at as "opensAt"
from activity
cross join lateral (
select count(*) as pools, min(pool.opens_at) as opens_at from changlai.pool
where pool.centre_id = activity.centre_id and pool.activity_id = activity.activity_id
and pool.intake is null and pool.guest_of is null
and pool.closes_at > $3::timestamptz) as not_closed

with asked as materialized (
select asked.*, asked.ordinal::integer as at
from (
select * from unnest($1::text[], $2::text[], $3::uuid[])
with ordinality limit cardinality($1::text[])
) as asked (provider, subject, new_id, ordinal)
), known as materialized (
select asked.at, identity.person_id
from asked
join changlai.person_identity as identity
on identity.provider = asked.provider and identity.subject = asked.subject
), newcomers as materialized (
select distinct on (provider, subject) provider, subject, new_id
from asked
where at not in (select at from known)
order by provider, subject, at
), made as (
insert into changlai.person (person_id)
select new_id from newcomers
), named as (
insert into changlai.person_identity (provider, subject, person_id)
select provider, subject, new_id from newcomers
returning provider, subject, person_id
)
select coalesce(known.person_id, named.person_id) as "personId"
from asked
left join known on known.at = asked.at
left join named on named.provider = asked.provider and named.subject = asked.subject
order by asked.at

with asked as materialized (
select asked.*, asked.ordinal::integer as at
from (
select * from unnest($1::uuid[], $2::text[], $3::text[], $4::bytea[], $5::text[], $6::jsonb[],
$7::timestamptz[])
with ordinality limit cardinality($1::uuid[])
) as asked (person_id, request_id, operation, input_hash, centre_id, answer, now, ordinal)
), earlier as materialized (
select kept.person_id, kept.request_id, kept.operation, kept.input_hash, kept.answer
from asked
cross join lateral (
select * from changlai.answered_request as one
where one.person_id = asked.person_id and one.request_id = asked.request_id
offset 0
) as kept
), settled as (
insert into changlai.answered_request
(person_id, request_id, operation, input_hash, centre_id, answer, answered_at)
select distinct on (person_id, request_id)
person_id, request_id, operation, input_hash, centre_id, answer, now
from asked
where (person_id, request_id) not in (select person_id, request_id from earlier)
order by person_id, request_id, at
on conflict on constraint answered_request_once
do update set answered_at = answered_request.answered_at
returning person_id, request_id, operation, input_hash, answer
), standing as (
select distinct on (asked.at) asked.at, standing.answer,
standing.operation = asked.operation and standing.input_hash = asked.input_hash as same
from asked
join (select * from earlier union all select * from settled) as standing
on standing.person_id = asked.person_id and standing.request_id = asked.request_id
order by asked.at, same desc
)
select same as "sameRequest", answer from standing order by at

with ballot as (
insert into changlai.ballot
(centre_id, ballot_id, announced_by, announced_at, closes_at, number_source, number_at)
values ($1, $2, $3, $4::timestamptz, $5::timestamptz, $6, $7::timestamptz)
returning centre_id, ballot_id
)
insert into changlai.ballot_pool (centre_id, ballot_id, pool_id, place)
select ballot.centre_id, ballot.ballot_id, drawn.pool_id, drawn.place
from ballot cross join unnest($8::text[]) with ordinality as drawn (pool_id, place)

with ballot as (
update changlai.ballot
set last_entry = ballot.last_entry + 1
where ballot.centre_id = $1 and ballot.ballot_id = $2
and $6::timestamptz < ballot.closes_at
and ballot.closed_at is null
and ballot.last_entry < 10000
returning ballot.centre_id, ballot.ballot_id, ballot.last_entry as number
), entry as (
insert into changlai.ballot_entry (centre_id, ballot_id, number, holder_id, seats, entered_at)
select centre_id, ballot_id, number, $3, cardinality($4::text[]), $6::timestamptz from ballot
returning centre_id, ballot_id, number
), attending as (
insert into changlai.ballot_attendee (centre_id, ballot_id, number, person_id, place)
select entry.centre_id, entry.ballot_id, entry.number, party.person_id, party.place
from entry cross join (
select asked.attendee_id, asked.place::integer, member.birth_date,
case when asked.attendee_id = 'self' then $3::uuid else member.person_id end as person_id
from (
select * from unnest($4::text[]) with ordinality limit cardinality($4::text[])
) as asked (attendee_id, place)
left join changlai.family_member as member
on member.member_id = asked.attendee_id and member.holder_id = $3
and member.removed_at is null) as party
), wishing as (
insert into changlai.ballot_wish (centre_id, ballot_id, number, place, pool_id)
select entry.centre_id, entry.ballot_id, entry.number, wish.place, wish.pool_id
from entry cross join unnest($5::text[]) with ordinality as wish (pool_id, place)
)
select number from entry

with changed as (
insert into changlai.lesson_change
(centre_id, occurrence_id, number, kind, changed_at, changed_by, from_starts_at, from_ends_at,
from_place, from_state, to_starts_at, to_ends_at, to_place, reason)
select centre_id, occurrence_id,
1 + (select count(*) from changlai.lesson_change where centre_id = $1 and occurrence_id = $2),
$3, $4::timestamptz, $5, starts_at, ends_at, place, state, $7::timestamptz, $8::timestamptz, $9, $6
from changlai.occurrence
where centre_id = $1 and occurrence_id = $2
returning number
), moved as (
update changlai.occurrence
set starts_at = coalesce($7::timestamptz, starts_at),
ends_at = coalesce($8::timestamptz, ends_at),
place = coalesce($9, place),
day = coalesce($10::date, day),
state = case when $3 = 'moved' then 'rescheduled' else 'cancelled' end
where centre_id = $1 and (occurrence_id = $2 or guest_of = $2)
)
select number from changed

with changed as (
select * from unnest($4::text[], $5::text[], $6::integer[], $7::integer[], $8::timestamptz[],
$9::integer[], $10::timestamptz[])
as changed (entry_id, state, seats, saved, saved_until, passed_over, offer_until)
), entries as (
update changlai.waitlist_entry as entry
set state = changed.state,
seats = changed.seats,
saved = changed.saved,
saved_until = changed.saved_until,
passed_over = changed.passed_over,
offer_until = changed.offer_until,
offered_at = case
when changed.state = 'offered' and entry.state = 'waiting' then $3::timestamptz
else entry.offered_at end,
ended_at = case when changed.state not in ('waiting', 'offered') then $3::timestamptz end
from changed
where entry.centre_id = $1 and entry.entry_id = changed.entry_id
returning entry.centre_id, entry.entry_id, entry.state
), people as (
update changlai.waitlist_attendee as attendee
set live = false
from entries
where attendee.centre_id = entries.centre_id and attendee.entry_id = entries.entry_id
and case when attendee.live then true end
and (entries.state not in ('waiting', 'offered') or exists (
select from changlai.booking_attendee as seat
where seat.centre_id = attendee.centre_id and seat.pool_id = attendee.pool_id
and seat.person_id = attendee.person_id and seat.status = 'booked'))
)
update changlai.pool
set taken = pool.taken + $11::integer,
waiting = $12::integer,
list_takes_from = $13::integer,
list_over_at = case when $14::boolean then coalesce(pool.list_over_at, $3::timestamptz) end
where pool.centre_id = $1 and pool.pool_id = $2

with changed as (
update changlai.person
set nickname = case when $2::boolean then $3 else nickname end,
home_centre_id = case when $4::boolean then $5 else home_centre_id end
where person_id = $1
and not exists (
select from changlai.answered_request where person_id = $1 and request_id = $7
)
returning person_id, nickname, home_centre_id
), answer as (
select jsonb_build_object(
'nickname', person.nickname,
'homeCentreId', person.home_centre_id,
'roles', coalesce((
select jsonb_agg(
jsonb_build_object('role', role, 'centreId', nullif(centre_id, '*'))
order by role, centre_id
)
from changlai.role_grant
where role_grant.person_id = person.person_id
), '[]'::jsonb)
) as me from changed as person
), recorded as (
insert into changlai.answered_request
(centre_id, person_id, request_id, operation, input_hash, answer, answered_at)
select $6, $1, $7, $8, $9::bytea, jsonb_build_object('ok', true, 'value', me), $10::timestamptz
from answer
returning answer
)
select answer -> 'value' as me from recorded

with claimed as (
update changlai.desk_sign_in set state = 'claimed'
where request_key = $1 and secret_hash = $2 and browser = $3 and system = $4
and expires_at > $5::timestamptz and state = 'approved'
returning person_id
), too_many as (
update changlai.desk_session set ended_at = $5::timestamptz
where session_id in (
select session_id from changlai.desk_session
where person_id = (select person_id from claimed) and ended_at is null
order by began_at desc offset 9)
)
insert into changlai.desk_session
(session_id, person_id, token_hash, browser, system, began_at, seen_at)
select $6, person_id, $7::bytea, $3, $4, $5::timestamptz, $5::timestamptz from claimed

with codes as (
delete from changlai.spoken_code where expires_at < $1 returning 1
), tries as (
delete from changlai.spoken_code_try where since < $1 returning 1
)
select (select count(*) from codes) + (select count(*) from tries) as count

with copied as (
select entry.centre_id, guest.entry_id, entry.holder_id, entry.turn, attendee.person_id
from unnest($3::text[], $4::text[]) as guest (from_entry_id, entry_id)
join changlai.waitlist_entry as entry
on entry.centre_id = $1 and entry.entry_id = guest.from_entry_id
join changlai.waitlist_attendee as attendee
on attendee.centre_id = entry.centre_id and attendee.entry_id = entry.entry_id
), entry as (
insert into changlai.waitlist_entry
(centre_id, entry_id, pool_id, holder_id, state, seats, turn, joined_at)
select centre_id, entry_id, $2, holder_id, 'waiting', 1, turn, $5::timestamptz
from copied
returning centre_id, entry_id, pool_id, turn
), attending as (
insert into changlai.waitlist_attendee (centre_id, entry_id, person_id, pool_id, place, live)
select entry.centre_id, entry.entry_id, copied.person_id, entry.pool_id, 1, true
from entry join copied on copied.entry_id = entry.entry_id
)
update changlai.pool
set last_turn = greatest(1, (select max(turn) from entry)),
waiting = (select count(*) from entry),
list_takes_from = 1
where centre_id = $1 and pool_id = $2 and exists (select from entry)

with crowd as (
select request_key, expires_at,
row_number() over (order by began_at desc) as among_all,
row_number() over (partition by browser, system order by began_at desc) as among_alike
from changlai.desk_sign_in
where state = 'waiting'
), gone as (
delete from changlai.desk_sign_in
where state = 'waiting' and request_key in (
select request_key from crowd
where expires_at <= $8::timestamptz
or among_all >= 500 or among_alike >= 100)
)
insert into changlai.desk_sign_in
(request_key, secret_hash, code, check_number, choices, browser, system, began_at, expires_at,
poll_after_ms)
values ($1, $2, $3, $4, $5::jsonb, $6, $7, $8, $9, 2000)

with due as (
select centre_id, alert_id, leased_until is not null as was_lost, lost
from changlai.alert
where state = 'waiting' and next_try_at <= $1::timestamptz
and (leased_until is null or leased_until <= $1::timestamptz)
order by next_try_at
limit $2::integer
for update skip locked
)
update changlai.alert as alert
set leased_until = $3::timestamptz,
tries = alert.tries + 1,
lost = case when due.was_lost then 1 else alert.lost end
from due
where alert.centre_id = due.centre_id and alert.alert_id = due.alert_id
returning alert.centre_id as "centreId", alert.alert_id as "alertId", alert.person_id as "personId",
alert.purpose, alert.about, alert.until, alert.tries, alert.lost,
due.was_lost and due.lost = 1 as "lostAgain", alert.acceptance is not null as accepted

with ended as (
delete from changlai.role_grant where centre_id = $1 and person_id = $2 and role = $3
returning centre_id, person_id, role, granted_at, granted_by
)
insert into changlai.ended_role
(centre_id, person_id, role, ended_at, ended_by, granted_at, granted_by)
select centre_id, person_id, role, $4::timestamptz, $5::uuid, granted_at, granted_by from ended
on conflict do nothing

with entry as (
select centre_id, entry_id, pool_id, case when state = 'offered' then seats else saved end as held
from changlai.waitlist_entry
where centre_id = $1 and entry_id = $2 and state in ('waiting', 'offered')
), ended as (
update changlai.waitlist_entry as left_one
set state = 'left', saved = 0, saved_until = null, ended_at = $3::timestamptz
from entry
where left_one.centre_id = entry.centre_id and left_one.entry_id = entry.entry_id
), people as (
update changlai.waitlist_attendee as attendee
set live = false
from entry
where attendee.centre_id = entry.centre_id and attendee.entry_id = entry.entry_id
)
update changlai.pool
set taken = pool.taken - entry.held
from entry
where pool.centre_id = entry.centre_id and pool.pool_id = entry.pool_id

with entry as (
update changlai.ballot_entry
set left_at = $4::timestamptz
where centre_id = $1 and ballot_id = $2 and number = $3
returning centre_id, ballot_id, number
)
update changlai.ballot_attendee as attendee
set live = false
from entry
where attendee.centre_id = entry.centre_id and attendee.ballot_id = entry.ballot_id
and attendee.number = entry.number

with everybody as (
select attendee.person_id, attendee.place, entry.holder_id,
case when attendee.person_id = entry.holder_id then 'self' else member.member_id end
as attendee_id
from changlai.waitlist_entry as entry
join changlai.waitlist_attendee as attendee
on attendee.centre_id = entry.centre_id and attendee.entry_id = entry.entry_id
left join changlai.family_member as member
on member.holder_id = entry.holder_id and member.person_id = attendee.person_id
and member.removed_at is null
where entry.centre_id = $1 and entry.entry_id = $3 and attendee.live
)
select everybody.attendee_id as "attendeeId", own.booking_id as "ownBookingId",
case when clash.booking_id is not null then jsonb_build_object(
'bookingId', clash.booking_id,
'title', case when clash.holder_id = everybody.holder_id then clash.title end,
'startsAt', round(extract(epoch from clash.starts_at) * 1000),
'endsAt', round(extract(epoch from clash.ends_at) * 1000)) end as clash,
(
select coalesce(jsonb_agg(jsonb_build_object('of', rule.of, 'most', rule.most,
'held', coalesce(counted.held, 0), 'inTheWay', counted.in_the_way)), '[]'::jsonb)
from (
select * from (values
('group', case when activity.parallel_group is not null then 1 end),
('activity', activity.seats_per_term::integer),
('centre', case when coalesce(activity.seating ->> 'per' = 'term', false) then (
select centre.courses_per_term::integer from changlai.centre
where centre.centre_id = pool.centre_id) end)
) as rule (of, most)
where rule.most is not null and pool.guest_of is null
) as rule
left join lateral (
select count(*) as held, (array_agg(
case when everybody.holder_id in (held.holder_id, held.person_id)
then jsonb_build_object('bookingId', held.booking_id, 'title', its.title)
else jsonb_build_object('bookingId', null, 'title', '别的安排') end
order by (theirs.cancel_until > $4::timestamptz) desc, theirs.starts_at, held.booking_id))[1] as in_the_way
from
changlai.booking_attendee as held
cross join lateral (
select theirs.* from changlai.pool as theirs
where theirs.centre_id = held.centre_id and theirs.pool_id = held.pool_id limit 1
) as theirs
cross join lateral (
select its.* from changlai.activity as its
where its.centre_id = theirs.centre_id and its.activity_id = theirs.activity_id limit 1
) as its
where held.person_id = everybody.person_id and held.centre_id = pool.centre_id
and held.status = 'booked' and held.pool_id <> pool.pool_id and theirs.guest_of is null
and floor((extract(year from (theirs.starts_at at time zone 'Asia/Shanghai')) * 12 + extract(month from (theirs.starts_at at time zone 'Asia/Shanghai')) - 2) / 6) = floor((extract(year from (pool.starts_at at time zone 'Asia/Shanghai')) * 12 + extract(month from (pool.starts_at at time zone 'Asia/Shanghai')) - 2) / 6)
and case rule.of
when 'group' then its.parallel_group = activity.parallel_group and its.activity_id <> activity.activity_id
when 'activity' then its.activity_id = activity.activity_id
else coalesce(its.seating ->> 'per' = 'term', false) end
) as counted on true) as limits
from everybody
join changlai.pool on pool.centre_id = $1 and pool.pool_id = $2
join changlai.activity
on activity.centre_id = pool.centre_id and activity.activity_id = pool.activity_id
left join changlai.booking_attendee as own
on own.centre_id = $1 and own.pool_id = $2 and own.person_id = everybody.person_id
and own.status = 'booked'
left join lateral (
select clashing.booking_id, clashing.holder_id, clashing.starts_at, clashing.ends_at,
case when private.intake is null then activity.title else '预约' end as title
from (
select held.booking_id, held.holder_id,
other.centre_id, other.activity_id, other.pool_id, other.starts_at, other.ends_at
from
(select everybody.person_id as person_id) as party
join changlai.booking_attendee as held on held.person_id = party.person_id
join changlai.occurrence as other
on other.centre_id = held.centre_id and other.pool_id = held.pool_id
join changlai.occurrence as wished
on wished.starts_at < other.ends_at and other.starts_at < wished.ends_at
where held.status = 'booked'
and (held.centre_id, held.pool_id) <> ($1, $2)
and other.state <> 'cancelled' and other.ends_at > $4::timestamptz
and wished.centre_id = $1 and wished.pool_id = $2
and wished.state <> 'cancelled'
order by other.starts_at
limit 1
) as clashing
join changlai.activity
on activity.centre_id = clashing.centre_id and activity.activity_id = clashing.activity_id
join changlai.pool as private
on private.centre_id = clashing.centre_id and private.pool_id = clashing.pool_id
) as clash on true
order by everybody.place

with first as (
select min(turn) as turn from changlai.waitlist_entry where centre_id = $1 and pool_id = $2
), moved as (
update changlai.waitlist_entry as entry
set turn = first.turn - 1
from first
where entry.centre_id = $1 and entry.entry_id = $3
returning entry.centre_id, entry.entry_id, entry.pool_id
)
insert into changlai.waitlist_move
(centre_id, entry_id, moved_at, pool_id, moved_by, from_position, reason)
select centre_id, entry_id, $7::timestamptz, pool_id, $4, $5, $6 from moved

with forgotten as (
update changlai.consultation
set key_version = null, wrapped_key = null, sealed = null, plain = null
where centre_id = $1 and consultation_id = $2 and deleted_at <= $3::timestamptz
and (wrapped_key is not null or plain is not null)
returning centre_id, consultation_id
), lines as (
update changlai.consultation_entry as entry
set sealed = null, plain = null
from forgotten
where entry.centre_id = forgotten.centre_id
and entry.consultation_id = forgotten.consultation_id
), attachments as (
delete from changlai.consultation_attachment as attachment
using forgotten
where attachment.centre_id = forgotten.centre_id
and attachment.consultation_id = forgotten.consultation_id
)
select count(*) as count from forgotten

with freed as (
update changlai.booking_attendee set status = 'cancelled'
where centre_id = $1 and booking_id = $2 and person_id = any ($3::uuid[]) and status = 'booked'
returning pool_id
), counted as (
select count(*)::integer as seats, min(pool_id) as pool_id from freed
), rest as (
update changlai.booking
set seats = booking.seats - counted.seats,
status = case when booking.seats = counted.seats then 'cancelled' else booking.status end,
cancelled_at = case when booking.seats = counted.seats then $4::timestamptz end
from counted
where booking.centre_id = $1 and booking.booking_id = $2
), given as (
update changlai.pool set taken = pool.taken - counted.seats
from counted
where pool.centre_id = $1 and pool.pool_id = counted.pool_id
)
select seats as freed from counted

with gone as (
delete from changlai.alert_acceptance
where ctid = any (array(
select ctid from changlai.alert_acceptance
where accepted_at < $1::timestamptz
order by accepted_at
limit 5000
for update skip locked))
returning 1
), shown as (
delete from changlai.delivered_alert
where ctid = any (array(
select ctid from changlai.delivered_alert
where delivered_at < $1::timestamptz
order by delivered_at
limit 5000
for update skip locked))
returning 1
)
select (select count(*) from gone) + (select count(*) from shown) as count

with gone as (
delete from changlai.waitlist_attendee
where centre_id = $1 and entry_id = $2 and person_id = any ($3::uuid[])
returning 1
), smaller as (
select entry.centre_id, entry.entry_id, entry.pool_id, entry.seats - left_over.gone as seats,
least(entry.saved, entry.seats - left_over.gone - 1) as saved,
case when entry.state = 'offered' then left_over.gone
else entry.saved - least(entry.saved, entry.seats - left_over.gone - 1) end as free
from changlai.waitlist_entry as entry
cross join (select count(*)::integer as gone from gone) as left_over
where entry.centre_id = $1 and entry.entry_id = $2
), written as (
update changlai.waitlist_entry as entry
set seats = smaller.seats, saved = smaller.saved,
saved_until = case when smaller.saved > 0 then entry.saved_until end,
holder_id = coalesce($4::uuid, entry.holder_id)
from smaller
where entry.centre_id = smaller.centre_id and entry.entry_id = smaller.entry_id
)
update changlai.pool set taken = pool.taken - smaller.free
from smaller
where pool.centre_id = smaller.centre_id and pool.pool_id = smaller.pool_id

with had as materialized (
select lesson.centre_id, to_char(lesson.day, 'YYYY-MM') as month, lesson.pool_id,
activity.category, activity.audience, count(*) as lessons
from
changlai.occurrence as lesson
join changlai.activity
on activity.centre_id = lesson.centre_id and activity.activity_id = lesson.activity_id
left join changlai.pool on pool.centre_id = lesson.centre_id and pool.pool_id = lesson.pool_id
where lesson.centre_id = any ($1::text[]) and lesson.day >= $2::date and lesson.day < $3::date
and lesson.ends_at <= $4::timestamptz and pool.intake is null
and lesson.state <> 'cancelled' and pool.pool_id is not null
group by 1, 2, 3, 4, 5
), seat as (
select had.centre_id, had.month, had.category, had.audience, attendee.person_id,
sum(had.lessons) as seats
from had
join changlai.booking_attendee as attendee
on attendee.centre_id = had.centre_id and attendee.pool_id = had.pool_id
and attendee.status = 'booked'
group by 1, 2, 3, 4, 5
), freed as (
select lesson.centre_id, to_char(lesson.day, 'YYYY-MM') as month, activity.category,
activity.audience, attendance.person_id, -count(*) as seats
from
changlai.occurrence as lesson
join changlai.activity
on activity.centre_id = lesson.centre_id and activity.activity_id = lesson.activity_id
left join changlai.pool on pool.centre_id = lesson.centre_id and pool.pool_id = lesson.pool_id
join changlai.attendance
on attendance.centre_id = lesson.centre_id and attendance.occurrence_id = lesson.occurrence_id
and attendance.mark = 'excused' and attendance.freed
where lesson.centre_id = any ($1::text[]) and lesson.day >= $2::date and lesson.day < $3::date
and lesson.ends_at <= $4::timestamptz and pool.intake is null
and lesson.guest_of is null and lesson.state <> 'cancelled'
group by 1, 2, 3, 4, 5
), person as materialized (
select held.centre_id, held.month,
array_position($5::text[], held.category) - 1 as category,
array_position($6::text[], held.audience) - 1 as audience,
case when born.birth_date is null then 5
when extract(year from age((held.month || '-01')::date, born.birth_date)) >= 60 then 4 when extract(year from age((held.month || '-01')::date, born.birth_date)) >= 18 then 3 when extract(year from age((held.month || '-01')::date, born.birth_date)) >= 13 then 2 when extract(year from age((held.month || '-01')::date, born.birth_date)) >= 6 then 1 when extract(year from age((held.month || '-01')::date, born.birth_date)) >= 0 then 0
else 0 end as age,
held.person_id, held.seats
from (
select centre_id, month, category, audience, person_id, sum(seats) as seats
from (select * from seat union all select * from freed) as each
group by 1, 2, 3, 4, 5
having sum(seats) > 0
) as held
left join lateral (
select min(member.birth_date) as birth_date from changlai.family_member as member
where member.person_id = held.person_id and member.removed_at is null
) as born on true
)
select
coalesce((
select jsonb_agg(count) from (
select centre_id as "centreId", month, category, audience, age, sum(seats) as seats
from person group by centre_id, month, category, audience, age
) as count), '[]'::jsonb) as counts,
coalesce((
select jsonb_agg(crowd) from (
select centre_id as "centreId", month, categories, audiences, ages, count(*) as people
from (
select centre_id, month, bit_or(1 << category) as categories,
bit_or(1 << audience) as audiences, bit_or(1 << age) as ages
from person group by centre_id, month, person_id
) as one
group by centre_id, month, categories, audiences, ages
) as crowd), '[]'::jsonb) as people

with held as (
select centre_id, booking_id, pool_id, seats
from changlai.booking
where centre_id = $1 and booking_id = $2 and status = 'booked'
for no key update
), freed as (
update changlai.booking
set status = 'cancelled', cancelled_at = $3::timestamptz, seats = 0
from held
where booking.centre_id = held.centre_id and booking.booking_id = held.booking_id
returning held.centre_id, held.booking_id, held.pool_id, held.seats
), attendees as (
update changlai.booking_attendee as attendee
set status = 'cancelled'
from freed
where attendee.centre_id = freed.centre_id and attendee.booking_id = freed.booking_id
and attendee.status = 'booked'
)
update changlai.pool
set taken = pool.taken - freed.seats
from freed
where pool.centre_id = freed.centre_id and pool.pool_id = freed.pool_id

with joined as (
update changlai.pool
set waiting = pool.waiting + 1,
last_turn = pool.last_turn + 1,
list_takes_from = least(pool.list_takes_from, cardinality($4::text[]))
where pool.centre_id = $1 and pool.pool_id = $2
returning pool.centre_id, pool.pool_id, pool.waiting, pool.last_turn
), entry as (
insert into changlai.waitlist_entry
(centre_id, entry_id, pool_id, holder_id, state, seats, turn, joined_at, joined_position)
select centre_id, $5, pool_id, $3, 'waiting', cardinality($4::text[]), last_turn,
$6::timestamptz, waiting
from joined
returning centre_id, entry_id, pool_id, joined_position
), attending as (
insert into changlai.waitlist_attendee (centre_id, entry_id, person_id, pool_id, place, live)
select entry.centre_id, entry.entry_id, party.person_id, entry.pool_id, party.place, true
from entry cross join (
select asked.attendee_id, asked.place::integer, member.birth_date,
case when asked.attendee_id = 'self' then $3::uuid else member.person_id end as person_id
from (
select * from unnest($4::text[]) with ordinality limit cardinality($4::text[])
) as asked (attendee_id, place)
left join changlai.family_member as member
on member.member_id = asked.attendee_id and member.holder_id = $3
and member.removed_at is null) as party
)
select joined_position as position from entry

with last as (
select made_at from changlai.notice
where centre_id = $1 and notice_id = $2 and person_id = $3
), read as (
update changlai.notice
set read_at = greatest($4::timestamptz, notice.made_at)
from last
where notice.person_id = $3 and notice.read_at is null and notice.made_at <= last.made_at
returning notice.notice_id
)
select exists (select from last) as known, (select count(*) from read) as read

with line as (
select line.*, entry.holder_id, entry.seats
from unnest($5::text[], $6::integer[], $7::integer[], $8::integer[])
as line (entry_id, number, place, position)
join changlai.ballot_entry as entry
on entry.centre_id = $1 and entry.ballot_id = $2 and entry.number = line.number
), entries as (
insert into changlai.waitlist_entry
(centre_id, entry_id, pool_id, holder_id, state, seats, turn, joined_at, joined_position,
offered_at, offer_until, ballot_id, ballot_number)
select $1, entry_id, $3, holder_id, case when position is null then 'offered' else 'waiting' end,
seats, place, $4::timestamptz, position,
case when position is null then $4::timestamptz end,
case when position is null then $9::timestamptz end, $2, number
from line
), people as (
insert into changlai.waitlist_attendee (centre_id, entry_id, person_id, pool_id, place, live)
select $1, line.entry_id, attendee.person_id, $3, attendee.place, true
from line
join changlai.ballot_attendee as attendee
on attendee.centre_id = $1 and attendee.ballot_id = $2 and attendee.number = line.number
)
update changlai.pool
set mode = 'open',
closes_at = greatest(pool.closes_at, $10::timestamptz),
taken = pool.taken + (select coalesce(sum(seats), 0) from line where position is null),
last_turn = (select coalesce(max(place), 0) from line)
where pool.centre_id = $1 and pool.pool_id = $3

with listed as (
select
substring(sha256(convert_to(seat.booking_id || ' ' || seat.person_id, 'UTF8')) from 1 for 10) as key, lesson.centre_id, lesson.occurrence_id, seat.person_id,
seat.holder_id, booking.check_in_code, (held.guest_of is not null) as guest, (
select coalesce(
(
select member.name from changlai.family_member as member
where member.holder_id = seat.holder_id and member.person_id = seat.person_id
and member.removed_at is null
), person.nickname)
from changlai.person where person.person_id = seat.person_id) as name
from
changlai.occurrence as lesson
join changlai.occurrence as held on held.centre_id = lesson.centre_id
and (held.occurrence_id = lesson.occurrence_id or held.guest_of = lesson.occurrence_id)
and lesson.guest_of is null
join changlai.pool on pool.centre_id = held.centre_id and pool.pool_id = held.pool_id
and pool.intake is null and not pool.numbered
join changlai.activity
on activity.centre_id = lesson.centre_id and activity.activity_id = lesson.activity_id
and activity.published
join changlai.booking_attendee as seat
on seat.centre_id = held.centre_id and seat.pool_id = held.pool_id
and seat.status = 'booked'
join changlai.booking
on booking.centre_id = seat.centre_id and booking.booking_id = seat.booking_id
and booking.booked_at < lesson.ends_at
where lesson.centre_id = $1 and lesson.occurrence_id = $2
), ordered as (
select listed.*, (listed.name is null, listed.name collate "C", listed.key) as place from listed
)
select ordered.key, ordered.name,
case when ordered.person_id <> ordered.holder_id then holder.nickname end as "broughtBy",
right(ordered.check_in_code, 4) as "codeEnds", ordered.guest,
known.mark, case when known.mark is not null then known.means end as means,
case when known.mark is not null then known.marked_at end as "markedAt"
from ordered
join changlai.person as holder on holder.person_id = ordered.holder_id
left join changlai.attendance as known
on known.centre_id = ordered.centre_id and known.occurrence_id = ordered.occurrence_id
and known.person_id = ordered.person_id
where not exists (select from ordered as last where last.key = $3::bytea)
or ordered.place > (select last.place from ordered as last where last.key = $3::bytea)
order by ordered.place
limit $4

with live as (
select centre_id, pool_id,
(count(*) filter (where state = 'waiting'))::integer as waiting,
(count(*) filter (where state = 'offered'))::integer as offered
from changlai.waitlist_entry
where centre_id = $1 and state in ('waiting', 'offered')
group by centre_id, pool_id
)
select p.pool_id as "poolId", a.activity_id as "activityId", a.title,
p.starts_at as "startsAt", p.ends_at as "endsAt", live.waiting, live.offered
from live
join changlai.pool as p on p.centre_id = live.centre_id and p.pool_id = live.pool_id
join changlai.activity as a on a.centre_id = p.centre_id and a.activity_id = p.activity_id
where p.guest_of is null
and ($2::timestamptz is null or (p.starts_at, p.pool_id) > ($2::timestamptz, $3))
order by p.starts_at, p.pool_id
limit $4

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
where person.person_id = locked.person_id

with made as (
insert into changlai.calendar_address (person_id, token_hash, made_at)
select $1, $2::bytea, $3::timestamptz
where not exists (
select from changlai.answered_request where person_id = $1 and request_id = $4)
on conflict (person_id)
do update set token_hash = excluded.token_hash, made_at = excluded.made_at
returning to_char(made_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD"T"HH24:MI:SS"+08:00"') as since
), recorded as (
insert into changlai.answered_request
(centre_id, person_id, request_id, operation, input_hash, answer, answered_at)
select $7, $1, $4, $5, $6::bytea,
jsonb_build_object('ok', true, 'value', jsonb_build_object('since', since)), $3::timestamptz
from made
returning answer
)
select answer -> 'value' as value from recorded

with meant as (
select attendee.centre_id, attendee.booking_id, attendee.person_id, attendee.status
from changlai.booking_attendee as attendee
where attendee.centre_id = $1 and attendee.booking_id = $2
and $3 in (attendee.holder_id, attendee.person_id)
and ($4::text[] is null or attendee.person_id = $3 and 'self' = any ($4::text[])
or attendee.person_id in (
select member.person_id from changlai.family_member as member
where member.holder_id = $3 and member.member_id = any ($4::text[])))
)
delete from changlai.attendance as excuse
using meant
where meant.centre_id = excuse.centre_id and meant.booking_id = excuse.booking_id
and meant.person_id = excuse.person_id and excuse.occurrence_id = $5 and excuse.mark = 'excused'

with meant as (
select attendee.centre_id, attendee.booking_id, attendee.person_id, attendee.status
from changlai.booking_attendee as attendee
where attendee.centre_id = $1 and attendee.booking_id = $2
and $3 in (attendee.holder_id, attendee.person_id)
and ($4::text[] is null or attendee.person_id = $3 and 'self' = any ($4::text[])
or attendee.person_id in (
select member.person_id from changlai.family_member as member
where member.holder_id = $3 and member.member_id = any ($4::text[])))
)
insert into changlai.attendance as known
(centre_id, occurrence_id, person_id, booking_id, mark, means, marked_at)
select meant.centre_id, $5, meant.person_id, meant.booking_id, 'excused', 'excuse', $6::timestamptz
from meant
where meant.status = 'booked'
on conflict (centre_id, occurrence_id, person_id) do update
set mark = 'excused', means = 'excuse', marked_by = null
where known.mark is null or known.mark = 'absent'

with meant as (
select attendee.centre_id, attendee.booking_id, attendee.person_id, attendee.status
from changlai.booking_attendee as attendee
where attendee.centre_id = $1 and attendee.booking_id = $2
and $3 in (attendee.holder_id, attendee.person_id)
and ($4::text[] is null or attendee.person_id = $3 and 'self' = any ($4::text[])
or attendee.person_id in (
select member.person_id from changlai.family_member as member
where member.holder_id = $3 and member.member_id = any ($4::text[])))
)
select booking.pool_id as "poolId",
($4::text[] is null or (select count(*) from meant) = cardinality($4::text[])) as "allKnown",
exists (select from meant where meant.status = 'booked') as "anyBooked"
from changlai.booking
where booking.centre_id = $1 and booking.booking_id = $2
and exists (
select from changlai.booking_attendee as attendee
where attendee.centre_id = $1 and attendee.booking_id = $2
and $3 in (attendee.holder_id, attendee.person_id))
for no key update of booking

with meant as (
select attendee.centre_id, attendee.booking_id, attendee.person_id, attendee.status
from changlai.booking_attendee as attendee
where attendee.centre_id = $1 and attendee.booking_id = $2
and $3 in (attendee.holder_id, attendee.person_id)
and ($4::text[] is null or attendee.person_id = $3 and 'self' = any ($4::text[])
or attendee.person_id in (
select member.person_id from changlai.family_member as member
where member.holder_id = $3 and member.member_id = any ($4::text[])))
)
select count(*) as excused, count(*) filter (where excuse.freed) as freed
from
changlai.attendance as excuse
join meant on meant.centre_id = excuse.centre_id and meant.booking_id = excuse.booking_id
and meant.person_id = excuse.person_id
where excuse.occurrence_id = $5 and excuse.mark = 'excused'

with meant as (
select attendee.centre_id, attendee.booking_id, attendee.person_id, attendee.status
from changlai.booking_attendee as attendee
where attendee.centre_id = $1 and attendee.booking_id = $2
and $3 in (attendee.holder_id, attendee.person_id)
and ($4::text[] is null or attendee.person_id = $3 and 'self' = any ($4::text[])
or attendee.person_id in (
select member.person_id from changlai.family_member as member
where member.holder_id = $3 and member.member_id = any ($4::text[])))
)
select pool.cancel_until as "cancelUntil",
case when pool.intake is null then (
select min(lesson.starts_at) from changlai.occurrence as lesson
where lesson.centre_id = pool.centre_id and lesson.pool_id = pool.pool_id
and lesson.state <> 'cancelled') end as "lateUntil",
(
select consultation.consultation_id from changlai.consultation
where consultation.centre_id = booking.centre_id
and consultation.booking_id = booking.booking_id and consultation.person_id = $3
) as "consultationId",
($4::text[] is null or (select count(*) from meant) = cardinality($4::text[])) as "allKnown",
exists (select from meant where meant.status = 'booked') as "anyBooked",
exists (
select from changlai.answered_request
where answered_request.person_id = $3 and answered_request.request_id = $5
) as "answeredBefore"
from changlai.booking
join changlai.pool on pool.centre_id = booking.centre_id and pool.pool_id = booking.pool_id
where booking.centre_id = $1 and booking.booking_id = $2
and exists (
select from changlai.booking_attendee as attendee
where attendee.centre_id = $1 and attendee.booking_id = $2
and $3 in (attendee.holder_id, attendee.person_id))

with meant as (
select attendee.centre_id, attendee.booking_id, attendee.person_id, attendee.status
from changlai.booking_attendee as attendee
where attendee.centre_id = $1 and attendee.booking_id = $2
and $3 in (attendee.holder_id, attendee.person_id)
and ($4::text[] is null or attendee.person_id = $3 and 'self' = any ($4::text[])
or attendee.person_id in (
select member.person_id from changlai.family_member as member
where member.holder_id = $3 and member.member_id = any ($4::text[])))
), held as (
select booking.centre_id, booking.booking_id, booking.person_id,
case when $5::timestamptz >= pool.cancel_until and not pool.numbered
then (
select min(lesson.starts_at) from changlai.occurrence as lesson
where lesson.centre_id = pool.centre_id and lesson.pool_id = pool.pool_id
and lesson.state <> 'cancelled') end as late_for
from changlai.booking
join changlai.pool on pool.centre_id = booking.centre_id and pool.pool_id = booking.pool_id
where booking.centre_id = $1 and booking.booking_id = $2 and booking.status = 'booked'
and ($5::timestamptz < pool.cancel_until
or $9::boolean and $5::timestamptz < (
select min(lesson.starts_at) from changlai.occurrence as lesson
where lesson.centre_id = pool.centre_id and lesson.pool_id = pool.pool_id
and lesson.state <> 'cancelled'))
and pool.intake is null
and
($4::text[] is null or (select count(*) from meant) = cardinality($4::text[]))
and not exists (
select from changlai.answered_request
where answered_request.person_id = $3 and answered_request.request_id = $6)
for no key update of booking
), given_back as (
update changlai.booking_attendee as attendee
set status = 'cancelled'
from held join meant on meant.centre_id = held.centre_id and meant.booking_id = held.booking_id
where attendee.centre_id = meant.centre_id and attendee.booking_id = meant.booking_id
and attendee.person_id = meant.person_id and attendee.status = 'booked'
returning attendee.centre_id, attendee.booking_id, attendee.pool_id
), freed as (
select centre_id, booking_id, pool_id, count(*)::integer as seats
from given_back
group by centre_id, booking_id, pool_id
), rest as (
update changlai.booking
set seats = booking.seats - freed.seats,
status = case when booking.seats = freed.seats then 'cancelled' else booking.status end,
cancelled_at = case when booking.seats = freed.seats then $5::timestamptz end
from freed
where booking.centre_id = freed.centre_id and booking.booking_id = freed.booking_id
returning booking.centre_id, booking.pool_id, freed.seats as freed, booking.seats as remaining
), given as (
update changlai.pool
set taken = pool.taken - rest.freed
from rest
where pool.centre_id = rest.centre_id and pool.pool_id = rest.pool_id
returning rest.centre_id, rest.remaining, pool.pool_id,
case when pool.waiting > 0 then pool.pool_id end as waited_for
), struck as (
insert into changlai.strike
(centre_id, strike_id, person_id, booking_id, kind, weight, state, struck_at, expires_at)
select held.centre_id, $10, held.person_id, held.booking_id, 'late-cancel', $11, 'standing',
$5::timestamptz, (date_trunc('year', ((held.late_for) at time zone 'Asia/Shanghai' - interval '1 month'))
+ case when extract(month from ((held.late_for) at time zone 'Asia/Shanghai' - interval '1 month')) > 6 then interval '13 months'
else interval '7 months' end) at time zone 'Asia/Shanghai'
from given join held on held.centre_id = given.centre_id
where held.late_for is not null
on conflict (centre_id, booking_id, occurrence_id) do nothing
), recorded as (
insert into changlai.answered_request
(centre_id, person_id, request_id, operation, input_hash, answer, answered_at)
select centre_id, $3, $6, $7, $8::bytea,
jsonb_build_object('ok', true, 'value',
jsonb_build_object('bookingId', $2::text, 'status', 'cancelled')
|| case when $4::text[] is null then '{}' else jsonb_build_object('remaining', remaining) end),
$5::timestamptz
from given
returning answer
)
select recorded.answer -> 'value' as value, given.pool_id as "poolId", given.waited_for as "waitedFor"
from recorded cross join given

with mine as (
update changlai.booking_attendee set holder_id = $3
where centre_id = $1 and booking_id = $2 and person_id = $3
), gone as (
update changlai.booking_attendee as seat set holder_id = leaving.nobody
from unnest($4::uuid[], $5::uuid[]) as leaving (person_id, nobody)
where seat.centre_id = $1 and seat.booking_id = $2 and seat.holder_id = leaving.person_id
and seat.person_id <> $3
)
update changlai.booking set person_id = $3, booked_by = null
where centre_id = $1 and booking_id = $2

with numbered as (
select occurrence_id, row_number() over (order by starts_at, occurrence_id) as number,
count(*) over () as of
from changlai.occurrence
where centre_id = $1 and activity_id = $2 and guest_of is null
and (state <> 'cancelled' or lesson_number is not null)
)
update changlai.occurrence as lesson
set lesson_number = numbered.number, lesson_of = case when $3::boolean then numbered.of end
from numbered
where lesson.centre_id = $1
and (lesson.occurrence_id = numbered.occurrence_id or lesson.guest_of = numbered.occurrence_id)
and (lesson.lesson_number is distinct from numbered.number
or lesson.lesson_of is distinct from case when $3::boolean then numbered.of end)

with numbers as (
select queue_number, queue_state,
coalesce($3::uuid in (holder_id, person_id), false) as is_mine,
queue_state = 'waiting' as waits,
count(*) filter (where queue_state = 'waiting') over (
order by queue_number rows between unbounded preceding and 1 preceding) as ahead
from changlai.booking_attendee
where centre_id = $1 and pool_id = $2 and queue_number is not null and status = 'booked'
)
select pool.called_number as called,
(select min(queue_number) from numbers where waits) as "nextUp",
(select count(*) from numbers where waits) as waiting,
coalesce((
select jsonb_agg(jsonb_build_object(
'number', queue_number,
'ahead', case when waits then ahead else 0 end,
'state', queue_state) order by queue_number)
from (
select * from numbers where is_mine order by queue_number limit 10) as own
), '[]'::jsonb) as mine,
pool.starts_at as "startsAt", pool.ends_at as "endsAt"
from changlai.pool
join changlai.activity
on activity.centre_id = pool.centre_id and activity.activity_id = pool.activity_id
where pool.centre_id = $1 and pool.pool_id = $2 and pool.numbered and activity.published

with old as (
select ctid from changlai.alert
where state <> 'waiting' and ended_at < $1::timestamptz
order by ended_at
limit 5000
for update skip locked
), gone as (
delete from changlai.alert where ctid = any (array(select ctid from old)) returning 1
)
select count(*) from gone

with one as materialized (
select booking.centre_id, to_char(booking.cancelled_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month, 0 as part,
booking.person_id, 1 as count
from changlai.booking
join changlai.pool on pool.centre_id = booking.centre_id and pool.pool_id = booking.pool_id
where booking.centre_id = any ($1::text[]) and booking.status = 'cancelled'
and booking.cancelled_at >= ($2::date::timestamp at time zone 'Asia/Shanghai') and booking.cancelled_at < ($3::date::timestamp at time zone 'Asia/Shanghai')
and booking.cancelled_at <= $4::timestamptz
and pool.intake is null
), counted as (
select centre_id, month, part, sum(count) as count from one group by centre_id, month, part
), crowd as (
select centre_id, month, parts, count(*) as people
from (
select centre_id, month, person_id, bit_or(1 << part) as parts
from one group by centre_id, month, person_id
) as each
group by centre_id, month, parts
)
select centre_id as "centreId", month,
(
select jsonb_agg(jsonb_build_object('part', counted.part, 'count', counted.count))
from counted where counted.centre_id = here.centre_id and counted.month = here.month
) as counts,
(
select jsonb_agg(jsonb_build_object('parts', crowd.parts, 'people', crowd.people))
from crowd where crowd.centre_id = here.centre_id and crowd.month = here.month
) as people
from (select distinct centre_id, month from counted) as here

with one as materialized (
select entry.centre_id, to_char(entry.joined_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month,
array_position($5::text[], case when entry.state = 'accepted' then 'taken'
when entry.offered_at is not null then 'offered' else 'never' end) - 1 as part,
waits.person_id,
-- An entry counts once, with the first of those whom it is for.
case when waits.place = min(waits.place) over (
partition by entry.centre_id, entry.entry_id) then 1 else 0 end as count
from changlai.waitlist_entry as entry
join changlai.waitlist_attendee as waits
on waits.centre_id = entry.centre_id and waits.entry_id = entry.entry_id
where entry.centre_id = any ($1::text[])
and entry.joined_at >= ($2::date::timestamp at time zone 'Asia/Shanghai') and entry.joined_at < ($3::date::timestamp at time zone 'Asia/Shanghai')
and entry.joined_at <= $4::timestamptz
and entry.joined_position is not null
), counted as (
select centre_id, month, part, sum(count) as count from one group by centre_id, month, part
), crowd as (
select centre_id, month, parts, count(*) as people
from (
select centre_id, month, person_id, bit_or(1 << part) as parts
from one group by centre_id, month, person_id
) as each
group by centre_id, month, parts
)
select centre_id as "centreId", month,
(
select jsonb_agg(jsonb_build_object('part', counted.part, 'count', counted.count))
from counted where counted.centre_id = here.centre_id and counted.month = here.month
) as counts,
(
select jsonb_agg(jsonb_build_object('parts', crowd.parts, 'people', crowd.people))
from crowd where crowd.centre_id = here.centre_id and crowd.month = here.month
) as people
from (select distinct centre_id, month from counted) as here

with one as materialized (
select lesson.centre_id, to_char(lesson.day, 'YYYY-MM') as month,
array_position($5::text[], attendance.mark) - 1 as part, attendance.person_id,
count(*) as count
from
changlai.occurrence as lesson
join changlai.activity
on activity.centre_id = lesson.centre_id and activity.activity_id = lesson.activity_id
left join changlai.pool on pool.centre_id = lesson.centre_id and pool.pool_id = lesson.pool_id
join changlai.attendance
on attendance.centre_id = lesson.centre_id and attendance.occurrence_id = lesson.occurrence_id
and attendance.mark is not null
join changlai.booking_attendee as attendee
on attendee.centre_id = attendance.centre_id and attendee.booking_id = attendance.booking_id
and attendee.person_id = attendance.person_id and attendee.status = 'booked'
where lesson.centre_id = any ($1::text[]) and lesson.day >= $2::date and lesson.day < $3::date
and lesson.ends_at <= $4::timestamptz and pool.intake is null
and lesson.state <> 'cancelled'
group by 1, 2, 3, 4
), counted as (
select centre_id, month, part, sum(count) as count from one group by centre_id, month, part
), crowd as (
select centre_id, month, parts, count(*) as people
from (
select centre_id, month, person_id, bit_or(1 << part) as parts
from one group by centre_id, month, person_id
) as each
group by centre_id, month, parts
)
select centre_id as "centreId", month,
(
select jsonb_agg(jsonb_build_object('part', counted.part, 'count', counted.count))
from counted where counted.centre_id = here.centre_id and counted.month = here.month
) as counts,
(
select jsonb_agg(jsonb_build_object('parts', crowd.parts, 'people', crowd.people))
from crowd where crowd.centre_id = here.centre_id and crowd.month = here.month
) as people
from (select distinct centre_id, month from counted) as here

with own as (
select centre_id, booking_id from changlai.booking where person_id = $1
union
select centre_id, booking_id from changlai.booking_attendee where person_id = $1
)
select b.booking_id as "bookingId", o.original_starts_at as "originalStartsAt",
o.starts_at as "startsAt", o.ends_at as "endsAt", o.state,
c.name as "centreName", c.address as "centreAddress",
b.booked_at as "bookedAt", b.cancelled_at as "cancelledAt", seats.attendees,
changed.changes, changed.at as "changedAt",
case when p.intake is null then jsonb_build_object(
'title', a.title, 'topic', o.topic, 'lesson', o.lesson_number,
'place', o.place, 'bring', a.bring) end as what
from own
join changlai.booking as b on b.centre_id = own.centre_id and b.booking_id = own.booking_id
join changlai.pool as p on p.centre_id = b.centre_id and p.pool_id = b.pool_id
join changlai.activity as a on a.centre_id = p.centre_id and a.activity_id = p.activity_id
join changlai.centre as c on c.centre_id = b.centre_id
join changlai.occurrence as o on o.centre_id = p.centre_id and o.pool_id = p.pool_id
cross join lateral (
select count(*) as changes, max(change.changed_at) as at
from changlai.lesson_change as change
where change.centre_id = o.centre_id
and change.occurrence_id = coalesce(o.guest_of, o.occurrence_id)
) as changed
cross join lateral (
select bool_or(seat.status = 'booked') as held,
jsonb_agg(jsonb_build_object('isSelf', seat.person_id = $1,
'name', case when seat.person_id <> $1 then member.name end,
'held', seat.status = 'booked')
order by seat.person_id = $1 desc, member.added_at, seat.person_id) as attendees
from changlai.booking_attendee as seat
left join changlai.family_member as member
on member.holder_id = $1 and member.person_id = seat.person_id and member.removed_at is null
where seat.centre_id = b.centre_id and seat.booking_id = b.booking_id
and $1 in (seat.holder_id, seat.person_id)
) as seats
where o.ends_at >= $2::timestamptz
and (seats.held or b.cancelled_at is null or b.cancelled_at >= $2::timestamptz)
order by o.starts_at, b.booking_id, o.original_starts_at
limit $3

with page as (
select grants.* from (
select held.*, array_position($6::text[], held.role) as rank, left(encode(sha256(convert_to(held.centre_id || '/' || held.person_id::text, 'UTF8')), 'hex'), 20) as hash
from changlai.role_grant as held where held.centre_id = $1
) as grants
where (rank, hash) > ($3::int, $4)
order by rank, hash
limit $5
)
select page.centre_id || '.' || left(encode(sha256(convert_to(page.centre_id || '/' || page.person_id::text, 'UTF8')), 'hex'), 20) || '-' || page.role as "grantId", page.centre_id || '.' || page.hash as "workerKey",
page.role, (select nickname from changlai.person where person.person_id = page.person_id) as nickname, page.person_id = $2::uuid as own,
to_char(page.granted_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD"T"HH24:MI:SS"+08:00"') as since, (select nickname from changlai.person where person.person_id = page.granted_by) as by,
page.rank, page.hash
from page
order by page.rank, page.hash

with page as (
select lesson.centre_id, lesson.occurrence_id, lesson.activity_id, activity.title,
activity.category, lesson.place, lesson.starts_at, lesson.ends_at, lesson.state,
lesson.lesson_number, lesson.lesson_of, pool.pool_id, pool.mode, pool.capacity, pool.taken,
pool.waiting, pool.opens_at, pool.closes_at
from
changlai.occurrence as lesson
join changlai.pool on pool.centre_id = lesson.centre_id and pool.pool_id = lesson.pool_id
and pool.intake is null and not pool.numbered and lesson.guest_of is null
join changlai.activity
on activity.centre_id = lesson.centre_id and activity.activity_id = lesson.activity_id
and activity.published
where lesson.centre_id = $1 and lesson.day = $2::date
and ($3::timestamptz is null
or (lesson.starts_at, lesson.occurrence_id) > ($3::timestamptz, $4::text))
order by lesson.starts_at, lesson.occurrence_id
limit $5
)
select page.*, counted.expected, counted.there, counted.excused
from page
cross join lateral (
select count(*) as expected,
count(*) filter (where known.mark in ('present', 'late')) as there,
count(*) filter (where known.mark = 'excused') as excused
from (
select lesson.centre_id, lesson.occurrence_id, seat.person_id
from
changlai.occurrence as lesson
join changlai.occurrence as held on held.centre_id = lesson.centre_id
and (held.occurrence_id = lesson.occurrence_id or held.guest_of = lesson.occurrence_id)
and lesson.guest_of is null
join changlai.pool on pool.centre_id = held.centre_id and pool.pool_id = held.pool_id
and pool.intake is null and not pool.numbered
join changlai.activity
on activity.centre_id = lesson.centre_id and activity.activity_id = lesson.activity_id
and activity.published
join changlai.booking_attendee as seat
on seat.centre_id = held.centre_id and seat.pool_id = held.pool_id
and seat.status = 'booked'
join changlai.booking
on booking.centre_id = seat.centre_id and booking.booking_id = seat.booking_id
and booking.booked_at < lesson.ends_at
where lesson.centre_id = page.centre_id and lesson.occurrence_id = page.occurrence_id
) as held
left join changlai.attendance as known
on known.centre_id = held.centre_id and known.occurrence_id = held.occurrence_id
and known.person_id = held.person_id
) as counted
order by page.starts_at, page.occurrence_id

with party as (
select asked.attendee_id, asked.place::integer, member.birth_date,
case when asked.attendee_id = 'self' then $3::uuid else member.person_id end as person_id
from (
select * from unnest($4::text[]) with ordinality limit cardinality($4::text[])
) as asked (attendee_id, place)
left join changlai.family_member as member
on member.member_id = asked.attendee_id and member.holder_id = $3
and member.removed_at is null)
select party.attendee_id as "attendeeId"
from party
where exists (
select from changlai.ballot_attendee as entrant
where entrant.centre_id = $1 and entrant.ballot_id = $2 and entrant.live
and entrant.person_id = party.person_id)
or exists (
select from changlai.family_member as own
join changlai.family_member as other
on other.birth_date = own.birth_date and other.name = own.name
join changlai.ballot_attendee as entrant on entrant.person_id = other.person_id
where own.holder_id = $3 and own.member_id = party.attendee_id and own.removed_at is null
and other.removed_at is null
and entrant.centre_id = $1 and entrant.ballot_id = $2 and entrant.live)
union all
select 'self' from changlai.ballot_entry
where centre_id = $1 and ballot_id = $2 and holder_id = $3 and left_at is null
limit 1

with party as (
select attendee.person_id, attendee.place, entry.holder_id,
case when attendee.person_id = entry.holder_id then 'self' else member.member_id end
as attendee_id
from changlai.waitlist_entry as entry
join changlai.waitlist_attendee as attendee
on attendee.centre_id = entry.centre_id and attendee.entry_id = entry.entry_id
left join changlai.family_member as member
on member.holder_id = entry.holder_id and member.person_id = attendee.person_id
and member.removed_at is null
where entry.centre_id = $1 and entry.entry_id = $3 and attendee.live
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
'cancelUntil', to_char(numbered.cancel_until at time zone 'Asia/Shanghai', 'YYYY-MM-DD"T"HH24:MI:SS"+08:00"'),
'attendees', (
select coalesce(jsonb_agg(
jsonb_build_object('attendeeId', party.attendee_id, 'number', attending.queue_number)
order by party.place), '[]'::jsonb)
from attending join party on party.person_id = attending.person_id
where party.attendee_id is not null)) as value
from numbered

with people as (
select $1::uuid as person_id, '我'::text as name
union all
select member.person_id, coalesce(member.name, '去掉了的家里人')
from changlai.family_member as member
where member.holder_id = $1::uuid and not member.linked
)
select * from (
select coalesce(centre.name, '全区') as "中心", case held.role when 'staff' then '工作人员' when 'lawyer' then '律师' when 'mediator' then '调解员' when 'doctor' then '医师' when 'volunteer' then '志愿者' when 'district' then '区管理员' when 'director' then '负责人' when 'teacher' then '教师' else held.role::text end as "做什么",
to_char(held.granted_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as "从什么时候", null as "到什么时候"
from changlai.role_grant as held
left join changlai.centre on centre.centre_id = held.centre_id
where held.person_id = $1::uuid
union all
select coalesce(centre.name, '全区'), case held.role when 'staff' then '工作人员' when 'lawyer' then '律师' when 'mediator' then '调解员' when 'doctor' then '医师' when 'volunteer' then '志愿者' when 'district' then '区管理员' when 'director' then '负责人' when 'teacher' then '教师' else held.role::text end,
to_char(held.granted_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI'), to_char(held.ended_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI')
from changlai.ended_role as held
left join changlai.centre on centre.centre_id = held.centre_id
where held.person_id = $1::uuid
) as held
order by 4 desc nulls first, 1, 2
limit $2::integer offset $3::integer

with people as (
select $1::uuid as person_id, '我'::text as name
union all
select member.person_id, coalesce(member.name, '去掉了的家里人')
from changlai.family_member as member
where member.holder_id = $1::uuid and not member.linked
)
select case one.kind when 'lesson-moved' then '课改了时间或地点' when 'lesson-cancelled' then '课取消了' when 'activity-changed' then '活动改了' when 'activity-cancelled' then '活动取消了' when 'class-message' then '中心说的话' else one.kind::text end as "什么事",
centre.name as "中心", to_char(one.made_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as "什么时候", to_char(one.read_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as "什么时候看的"
from changlai.notice as one
join changlai.centre on centre.centre_id = one.centre_id
where one.person_id = $1::uuid
order by one.made_at desc, one.notice_id
limit $2::integer offset $3::integer

with people as (
select $1::uuid as person_id, '我'::text as name
union all
select member.person_id, coalesce(member.name, '去掉了的家里人')
from changlai.family_member as member
where member.holder_id = $1::uuid and not member.linked
)
select case one.purpose when 'lesson-tomorrow' then '明天有课' when 'lesson-soon' then '快上课了' when 'seat-offered' then '轮到您了' when 'ballot-drawn' then '摇号有结果了' when 'lesson-changed' then '课有变' when 'private-news' then '预约有新消息' else one.purpose::text end as "提醒什么",
to_char(one.made_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as "什么时候写的", case one.state when 'waiting' then '还没发' when 'sent' then '发了' when 'dropped' then '没发' when 'failed' then '没发成' else one.state::text end as "现在",
to_char(one.ended_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as "什么时候发的"
from changlai.alert as one
where one.person_id = $1::uuid
order by one.made_at desc, one.alert_id
limit $2::integer offset $3::integer

with people as (
select $1::uuid as person_id, '我'::text as name
union all
select member.person_id, coalesce(member.name, '去掉了的家里人')
from changlai.family_member as member
where member.holder_id = $1::uuid and not member.linked
)
select case one.template when 'tomorrow' then '明天有课' when 'soon' then '快上课了' when 'seat' then '轮到您了' when 'change' then '课有变' when 'private' then '预约有新消息' else one.template::text end as "哪种提醒",
to_char(one.accepted_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as "什么时候点的", to_char(one.used_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as "什么时候发的"
from changlai.alert_acceptance as one
where one.person_id = $1::uuid
order by one.accepted_at desc, one.template, one.request_id
limit $2::integer offset $3::integer

with people as (
select $1::uuid as person_id, '我'::text as name
union all
select member.person_id, coalesce(member.name, '去掉了的家里人')
from changlai.family_member as member
where member.holder_id = $1::uuid and not member.linked
)
select case one.template when 'tomorrow' then '明天有课' when 'soon' then '快上课了' when 'seat' then '轮到您了' when 'change' then '课有变' when 'private' then '预约有新消息' else one.template::text end as "最后问的哪种提醒",
case one.answer when 'accept' then '要' when 'reject' then '不要' when 'ban' then '微信关了' when 'filter' then '微信关了' else one.answer::text end as "怎么答的",
to_char(one.answered_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as "什么时候"
from changlai.alert_answer as one
where one.person_id = $1::uuid
order by one.template
limit $2::integer offset $3::integer

with people as (
select $1::uuid as person_id, '我'::text as name
union all
select member.person_id, coalesce(member.name, '去掉了的家里人')
from changlai.family_member as member
where member.holder_id = $1::uuid and not member.linked
)
select case when pool.intake is null then activity.title else '私密预约' end as "在排的活动", centre.name as "中心", people.name as "给谁排的",
case entry.state when 'waiting' then '在排' when 'offered' then '轮到了' when 'accepted' then '要了' when 'lapsed' then '过了时间' when 'left' then '不排了' when 'over' then '没排到' else entry.state::text end as "现在",
to_char(entry.joined_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as "什么时候开始排", to_char(entry.ended_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as "什么时候结束"
from changlai.waitlist_attendee as one
join people on people.person_id = one.person_id
join changlai.waitlist_entry as entry
on entry.centre_id = one.centre_id and entry.entry_id = one.entry_id
join changlai.pool on pool.centre_id = one.centre_id and pool.pool_id = one.pool_id
join changlai.activity
on activity.centre_id = pool.centre_id and activity.activity_id = pool.activity_id
join changlai.centre on centre.centre_id = one.centre_id
order by entry.joined_at desc, one.entry_id, one.person_id
limit $2::integer offset $3::integer

with people as (
select $1::uuid as person_id, '我'::text as name
union all
select member.person_id, coalesce(member.name, '去掉了的家里人')
from changlai.family_member as member
where member.holder_id = $1::uuid and not member.linked
)
select case when pool.intake is null then activity.title else '私密预约' end as "活动", centre.name as "中心", people.name as "给谁报的",
case one.status when 'booked' then '报上了' when 'cancelled' then '退了' else one.status::text end as "现在",
to_char(booking.booked_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as "什么时候报的", to_char(booking.cancelled_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as "什么时候退的",
to_char(pool.starts_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as "第一次课", one.queue_number::text as "号",
(select string_agg(to_char(lesson.starts_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') || ' ' || case mark.mark when 'present' then '来了' when 'late' then '晚到' when 'absent' then '没来' when 'excused' then '请假' else mark.mark::text end, '；' order by lesson.starts_at)
from changlai.attendance as mark
join changlai.occurrence as lesson
on lesson.centre_id = mark.centre_id and lesson.occurrence_id = mark.occurrence_id
where mark.centre_id = one.centre_id and mark.booking_id = one.booking_id
and mark.person_id = one.person_id) as "来没来"
from changlai.booking_attendee as one
join people on people.person_id = one.person_id
join changlai.booking
on booking.centre_id = one.centre_id and booking.booking_id = one.booking_id
join changlai.pool on pool.centre_id = one.centre_id and pool.pool_id = one.pool_id
join changlai.activity
on activity.centre_id = pool.centre_id and activity.activity_id = pool.activity_id
join changlai.centre on centre.centre_id = one.centre_id
order by booking.booked_at desc, one.booking_id, one.person_id
limit $2::integer offset $3::integer

with people as (
select $1::uuid as person_id, '我'::text as name
union all
select member.person_id, coalesce(member.name, '去掉了的家里人')
from changlai.family_member as member
where member.holder_id = $1::uuid and not member.linked
)
select centre.name as "中心", case one.kind when 'absent' then '没来' when 'late-cancel' then '退晚了' else one.kind::text end as "什么事",
to_char(one.struck_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as "什么时候记的", to_char(one.expires_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as "到什么时候算数",
case one.state when 'standing' then '算数' when 'contested' then '您说不对，等人看' when 'upheld' then '看过，算数' when 'waived' then '不算了' else one.state::text end as "现在",
one.reason as "中心的说明"
from changlai.strike as one
join changlai.centre on centre.centre_id = one.centre_id
where one.person_id = $1::uuid
order by one.struck_at desc, one.strike_id
limit $2::integer offset $3::integer

with people as (
select $1::uuid as person_id, '我'::text as name
union all
select member.person_id, coalesce(member.name, '去掉了的家里人')
from changlai.family_member as member
where member.holder_id = $1::uuid and not member.linked
)
select centre.name as "中心", people.name as "给谁登记的", one.number::text as "号",
to_char(entry.entered_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as "什么时候登记的", to_char(entry.left_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as "什么时候撤回的",
entry.weight::text as "权重", entry.drawn_place::text as "第几个摇出来",
case when entry.drawn_place is not null then
case when entry.won_pool_id is null then '没中' else '中了' end end as "结果"
from changlai.ballot_attendee as one
join people on people.person_id = one.person_id
join changlai.ballot_entry as entry
on entry.centre_id = one.centre_id and entry.ballot_id = one.ballot_id
and entry.number = one.number
join changlai.centre on centre.centre_id = one.centre_id
order by entry.entered_at desc, one.ballot_id, one.number, one.person_id
limit $2::integer offset $3::integer

with people as (
select $1::uuid as person_id, '我'::text as name
union all
select member.person_id, coalesce(member.name, '去掉了的家里人')
from changlai.family_member as member
where member.holder_id = $1::uuid and not member.linked
)
select count(*) as count from (
select * from (
select coalesce(centre.name, '全区') as "中心", case held.role when 'staff' then '工作人员' when 'lawyer' then '律师' when 'mediator' then '调解员' when 'doctor' then '医师' when 'volunteer' then '志愿者' when 'district' then '区管理员' when 'director' then '负责人' when 'teacher' then '教师' else held.role::text end as "做什么",
to_char(held.granted_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as "从什么时候", null as "到什么时候"
from changlai.role_grant as held
left join changlai.centre on centre.centre_id = held.centre_id
where held.person_id = $1::uuid
union all
select coalesce(centre.name, '全区'), case held.role when 'staff' then '工作人员' when 'lawyer' then '律师' when 'mediator' then '调解员' when 'doctor' then '医师' when 'volunteer' then '志愿者' when 'district' then '区管理员' when 'director' then '负责人' when 'teacher' then '教师' else held.role::text end,
to_char(held.granted_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI'), to_char(held.ended_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI')
from changlai.ended_role as held
left join changlai.centre on centre.centre_id = held.centre_id
where held.person_id = $1::uuid
) as held
order by 4 desc nulls first, 1, 2
limit $2::integer offset $3::integer) as thing

with people as (
select $1::uuid as person_id, '我'::text as name
union all
select member.person_id, coalesce(member.name, '去掉了的家里人')
from changlai.family_member as member
where member.holder_id = $1::uuid and not member.linked
)
select count(*) as count from (
select case one.kind when 'lesson-moved' then '课改了时间或地点' when 'lesson-cancelled' then '课取消了' when 'activity-changed' then '活动改了' when 'activity-cancelled' then '活动取消了' when 'class-message' then '中心说的话' else one.kind::text end as "什么事",
centre.name as "中心", to_char(one.made_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as "什么时候", to_char(one.read_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as "什么时候看的"
from changlai.notice as one
join changlai.centre on centre.centre_id = one.centre_id
where one.person_id = $1::uuid
order by one.made_at desc, one.notice_id
limit $2::integer offset $3::integer) as thing

with people as (
select $1::uuid as person_id, '我'::text as name
union all
select member.person_id, coalesce(member.name, '去掉了的家里人')
from changlai.family_member as member
where member.holder_id = $1::uuid and not member.linked
)
select count(*) as count from (
select case one.purpose when 'lesson-tomorrow' then '明天有课' when 'lesson-soon' then '快上课了' when 'seat-offered' then '轮到您了' when 'ballot-drawn' then '摇号有结果了' when 'lesson-changed' then '课有变' when 'private-news' then '预约有新消息' else one.purpose::text end as "提醒什么",
to_char(one.made_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as "什么时候写的", case one.state when 'waiting' then '还没发' when 'sent' then '发了' when 'dropped' then '没发' when 'failed' then '没发成' else one.state::text end as "现在",
to_char(one.ended_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as "什么时候发的"
from changlai.alert as one
where one.person_id = $1::uuid
order by one.made_at desc, one.alert_id
limit $2::integer offset $3::integer) as thing

with people as (
select $1::uuid as person_id, '我'::text as name
union all
select member.person_id, coalesce(member.name, '去掉了的家里人')
from changlai.family_member as member
where member.holder_id = $1::uuid and not member.linked
)
select count(*) as count from (
select case one.template when 'tomorrow' then '明天有课' when 'soon' then '快上课了' when 'seat' then '轮到您了' when 'change' then '课有变' when 'private' then '预约有新消息' else one.template::text end as "哪种提醒",
to_char(one.accepted_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as "什么时候点的", to_char(one.used_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as "什么时候发的"
from changlai.alert_acceptance as one
where one.person_id = $1::uuid
order by one.accepted_at desc, one.template, one.request_id
limit $2::integer offset $3::integer) as thing

with people as (
select $1::uuid as person_id, '我'::text as name
union all
select member.person_id, coalesce(member.name, '去掉了的家里人')
from changlai.family_member as member
where member.holder_id = $1::uuid and not member.linked
)
select count(*) as count from (
select case one.template when 'tomorrow' then '明天有课' when 'soon' then '快上课了' when 'seat' then '轮到您了' when 'change' then '课有变' when 'private' then '预约有新消息' else one.template::text end as "最后问的哪种提醒",
case one.answer when 'accept' then '要' when 'reject' then '不要' when 'ban' then '微信关了' when 'filter' then '微信关了' else one.answer::text end as "怎么答的",
to_char(one.answered_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as "什么时候"
from changlai.alert_answer as one
where one.person_id = $1::uuid
order by one.template
limit $2::integer offset $3::integer) as thing

with people as (
select $1::uuid as person_id, '我'::text as name
union all
select member.person_id, coalesce(member.name, '去掉了的家里人')
from changlai.family_member as member
where member.holder_id = $1::uuid and not member.linked
)
select count(*) as count from (
select case when pool.intake is null then activity.title else '私密预约' end as "在排的活动", centre.name as "中心", people.name as "给谁排的",
case entry.state when 'waiting' then '在排' when 'offered' then '轮到了' when 'accepted' then '要了' when 'lapsed' then '过了时间' when 'left' then '不排了' when 'over' then '没排到' else entry.state::text end as "现在",
to_char(entry.joined_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as "什么时候开始排", to_char(entry.ended_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as "什么时候结束"
from changlai.waitlist_attendee as one
join people on people.person_id = one.person_id
join changlai.waitlist_entry as entry
on entry.centre_id = one.centre_id and entry.entry_id = one.entry_id
join changlai.pool on pool.centre_id = one.centre_id and pool.pool_id = one.pool_id
join changlai.activity
on activity.centre_id = pool.centre_id and activity.activity_id = pool.activity_id
join changlai.centre on centre.centre_id = one.centre_id
order by entry.joined_at desc, one.entry_id, one.person_id
limit $2::integer offset $3::integer) as thing

with people as (
select $1::uuid as person_id, '我'::text as name
union all
select member.person_id, coalesce(member.name, '去掉了的家里人')
from changlai.family_member as member
where member.holder_id = $1::uuid and not member.linked
)
select count(*) as count from (
select case when pool.intake is null then activity.title else '私密预约' end as "活动", centre.name as "中心", people.name as "给谁报的",
case one.status when 'booked' then '报上了' when 'cancelled' then '退了' else one.status::text end as "现在",
to_char(booking.booked_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as "什么时候报的", to_char(booking.cancelled_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as "什么时候退的",
to_char(pool.starts_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as "第一次课", one.queue_number::text as "号",
(select string_agg(to_char(lesson.starts_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') || ' ' || case mark.mark when 'present' then '来了' when 'late' then '晚到' when 'absent' then '没来' when 'excused' then '请假' else mark.mark::text end, '；' order by lesson.starts_at)
from changlai.attendance as mark
join changlai.occurrence as lesson
on lesson.centre_id = mark.centre_id and lesson.occurrence_id = mark.occurrence_id
where mark.centre_id = one.centre_id and mark.booking_id = one.booking_id
and mark.person_id = one.person_id) as "来没来"
from changlai.booking_attendee as one
join people on people.person_id = one.person_id
join changlai.booking
on booking.centre_id = one.centre_id and booking.booking_id = one.booking_id
join changlai.pool on pool.centre_id = one.centre_id and pool.pool_id = one.pool_id
join changlai.activity
on activity.centre_id = pool.centre_id and activity.activity_id = pool.activity_id
join changlai.centre on centre.centre_id = one.centre_id
order by booking.booked_at desc, one.booking_id, one.person_id
limit $2::integer offset $3::integer) as thing

with people as (
select $1::uuid as person_id, '我'::text as name
union all
select member.person_id, coalesce(member.name, '去掉了的家里人')
from changlai.family_member as member
where member.holder_id = $1::uuid and not member.linked
)
select count(*) as count from (
select centre.name as "中心", case one.kind when 'absent' then '没来' when 'late-cancel' then '退晚了' else one.kind::text end as "什么事",
to_char(one.struck_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as "什么时候记的", to_char(one.expires_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as "到什么时候算数",
case one.state when 'standing' then '算数' when 'contested' then '您说不对，等人看' when 'upheld' then '看过，算数' when 'waived' then '不算了' else one.state::text end as "现在",
one.reason as "中心的说明"
from changlai.strike as one
join changlai.centre on centre.centre_id = one.centre_id
where one.person_id = $1::uuid
order by one.struck_at desc, one.strike_id
limit $2::integer offset $3::integer) as thing

with people as (
select $1::uuid as person_id, '我'::text as name
union all
select member.person_id, coalesce(member.name, '去掉了的家里人')
from changlai.family_member as member
where member.holder_id = $1::uuid and not member.linked
)
select count(*) as count from (
select centre.name as "中心", people.name as "给谁登记的", one.number::text as "号",
to_char(entry.entered_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as "什么时候登记的", to_char(entry.left_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as "什么时候撤回的",
entry.weight::text as "权重", entry.drawn_place::text as "第几个摇出来",
case when entry.drawn_place is not null then
case when entry.won_pool_id is null then '没中' else '中了' end end as "结果"
from changlai.ballot_attendee as one
join people on people.person_id = one.person_id
join changlai.ballot_entry as entry
on entry.centre_id = one.centre_id and entry.ballot_id = one.ballot_id
and entry.number = one.number
join changlai.centre on centre.centre_id = one.centre_id
order by entry.entered_at desc, one.ballot_id, one.number, one.person_id
limit $2::integer offset $3::integer) as thing

with people as (
select $1::uuid as person_id, '我'::text as name
union all
select member.person_id, coalesce(member.name, '去掉了的家里人')
from changlai.family_member as member
where member.holder_id = $1::uuid and not member.linked
)
select count(*) as count from (
select identity.provider as "平台", identity.subject as "平台给的编号",
person.nickname as "称呼", centre.name as "常去的中心", to_char(person.created_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as "第一次来"
from changlai.person
left join changlai.person_identity as identity on identity.person_id = person.person_id
left join changlai.centre on centre.centre_id = person.home_centre_id
where person.person_id = $1::uuid
limit $2::integer offset $3::integer) as thing

with people as (
select $1::uuid as person_id, '我'::text as name
union all
select member.person_id, coalesce(member.name, '去掉了的家里人')
from changlai.family_member as member
where member.holder_id = $1::uuid and not member.linked
)
select count(*) as count from (
select member.name as "名字", case member.kind when 'child' then '孩子' when 'elder' then '老人' else member.kind::text end as "是谁",
member.birth_date::text as "生日", case when member.linked then '用口令关联的' end as "怎么添的",
to_char(member.added_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as "什么时候添的", to_char(member.removed_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as "什么时候去掉的",
(select string_agg(consent.rules_version || ' 版，' || to_char(consent.consented_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI'), '；'
order by consent.consented_at)
from changlai.guardian_consent as consent
where consent.member_id = member.member_id) as "监护人的同意"
from changlai.family_member as member
where member.holder_id = $1::uuid
order by member.added_at, member.member_id
limit $2::integer offset $3::integer) as thing

with people as (
select $1::uuid as person_id, '我'::text as name
union all
select member.person_id, coalesce(member.name, '去掉了的家里人')
from changlai.family_member as member
where member.holder_id = $1::uuid and not member.linked
)
select count(*) as count from (
select one.browser || '（' || one.system || '）' as "浏览器", to_char(one.began_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as "什么时候登录的",
to_char(one.seen_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as "最后一次用", to_char(one.ended_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as "什么时候退的"
from changlai.desk_session as one
where one.person_id = $1::uuid
order by one.began_at desc, one.session_id
limit $2::integer offset $3::integer) as thing

with people as (
select $1::uuid as person_id, '我'::text as name
union all
select member.person_id, coalesce(member.name, '去掉了的家里人')
from changlai.family_member as member
where member.holder_id = $1::uuid and not member.linked
)
select count(*) as count from (
select one.name as "文件", one.bytes::text as "字节", to_char(one.received_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as "什么时候传的"
from changlai.uploaded_file as one where one.person_id = $1::uuid
order by one.received_at, one.file_id
limit $2::integer offset $3::integer) as thing

with people as (
select $1::uuid as person_id, '我'::text as name
union all
select member.person_id, coalesce(member.name, '去掉了的家里人')
from changlai.family_member as member
where member.holder_id = $1::uuid and not member.linked
)
select count(*) as count from (
select station.name as "驿站", case one.kind when 'closed' then '没开门' when 'broken' then '有东西坏了' when 'moved' then '搬走了' when 'fine' then '好着呢' else one.kind::text end as "说的什么",
one.note as "写的话", to_char(one.reported_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as "什么时候"
from changlai.station_report as one
join changlai.station
on station.centre_id = one.centre_id and station.station_id = one.station_id
where one.person_id = $1::uuid
order by one.reported_at desc, one.report_id
limit $2::integer offset $3::integer) as thing

with people as (
select $1::uuid as person_id, '我'::text as name
union all
select member.person_id, coalesce(member.name, '去掉了的家里人')
from changlai.family_member as member
where member.holder_id = $1::uuid and not member.linked
)
select count(*) as count from (
select to_char(one.answered_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as "什么时候", one.operation as "办了什么"
from changlai.answered_request as one where one.person_id = $1::uuid
order by one.answered_at desc, one.request_id
limit $2::integer offset $3::integer) as thing

with people as (
select $1::uuid as person_id, '我'::text as name
union all
select member.person_id, coalesce(member.name, '去掉了的家里人')
from changlai.family_member as member
where member.holder_id = $1::uuid and not member.linked
)
select count(*) as count from (
select to_char(one.at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as "什么时候", case one.role when 'staff' then '工作人员' when 'lawyer' then '律师' when 'mediator' then '调解员' when 'doctor' then '医师' when 'volunteer' then '志愿者' when 'district' then '区管理员' when 'director' then '负责人' when 'teacher' then '教师' else one.role::text end as "凭什么职务",
one.operation as "做了什么"
from changlai.audit_entry as one where one.person_id = $1::uuid
order by one.at desc, one.entry_id
limit $2::integer offset $3::integer) as thing

with people as (
select $1::uuid as person_id, '我'::text as name
union all
select member.person_id, coalesce(member.name, '去掉了的家里人')
from changlai.family_member as member
where member.holder_id = $1::uuid and not member.linked
)
select count(*) as count from (
select to_char(one.made_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as "地址是什么时候要的"
from changlai.calendar_address as one where one.person_id = $1::uuid
limit $2::integer offset $3::integer) as thing

with people as (
select $1::uuid as person_id, '我'::text as name
union all
select member.person_id, coalesce(member.name, '去掉了的家里人')
from changlai.family_member as member
where member.holder_id = $1::uuid and not member.linked
)
select identity.provider as "平台", identity.subject as "平台给的编号",
person.nickname as "称呼", centre.name as "常去的中心", to_char(person.created_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as "第一次来"
from changlai.person
left join changlai.person_identity as identity on identity.person_id = person.person_id
left join changlai.centre on centre.centre_id = person.home_centre_id
where person.person_id = $1::uuid
limit $2::integer offset $3::integer

with people as (
select $1::uuid as person_id, '我'::text as name
union all
select member.person_id, coalesce(member.name, '去掉了的家里人')
from changlai.family_member as member
where member.holder_id = $1::uuid and not member.linked
)
select member.name as "名字", case member.kind when 'child' then '孩子' when 'elder' then '老人' else member.kind::text end as "是谁",
member.birth_date::text as "生日", case when member.linked then '用口令关联的' end as "怎么添的",
to_char(member.added_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as "什么时候添的", to_char(member.removed_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as "什么时候去掉的",
(select string_agg(consent.rules_version || ' 版，' || to_char(consent.consented_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI'), '；'
order by consent.consented_at)
from changlai.guardian_consent as consent
where consent.member_id = member.member_id) as "监护人的同意"
from changlai.family_member as member
where member.holder_id = $1::uuid
order by member.added_at, member.member_id
limit $2::integer offset $3::integer

with people as (
select $1::uuid as person_id, '我'::text as name
union all
select member.person_id, coalesce(member.name, '去掉了的家里人')
from changlai.family_member as member
where member.holder_id = $1::uuid and not member.linked
)
select one.browser || '（' || one.system || '）' as "浏览器", to_char(one.began_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as "什么时候登录的",
to_char(one.seen_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as "最后一次用", to_char(one.ended_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as "什么时候退的"
from changlai.desk_session as one
where one.person_id = $1::uuid
order by one.began_at desc, one.session_id
limit $2::integer offset $3::integer

with people as (
select $1::uuid as person_id, '我'::text as name
union all
select member.person_id, coalesce(member.name, '去掉了的家里人')
from changlai.family_member as member
where member.holder_id = $1::uuid and not member.linked
)
select one.name as "文件", one.bytes::text as "字节", to_char(one.received_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as "什么时候传的"
from changlai.uploaded_file as one where one.person_id = $1::uuid
order by one.received_at, one.file_id
limit $2::integer offset $3::integer

with people as (
select $1::uuid as person_id, '我'::text as name
union all
select member.person_id, coalesce(member.name, '去掉了的家里人')
from changlai.family_member as member
where member.holder_id = $1::uuid and not member.linked
)
select station.name as "驿站", case one.kind when 'closed' then '没开门' when 'broken' then '有东西坏了' when 'moved' then '搬走了' when 'fine' then '好着呢' else one.kind::text end as "说的什么",
one.note as "写的话", to_char(one.reported_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as "什么时候"
from changlai.station_report as one
join changlai.station
on station.centre_id = one.centre_id and station.station_id = one.station_id
where one.person_id = $1::uuid
order by one.reported_at desc, one.report_id
limit $2::integer offset $3::integer

with people as (
select $1::uuid as person_id, '我'::text as name
union all
select member.person_id, coalesce(member.name, '去掉了的家里人')
from changlai.family_member as member
where member.holder_id = $1::uuid and not member.linked
)
select to_char(one.answered_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as "什么时候", one.operation as "办了什么"
from changlai.answered_request as one where one.person_id = $1::uuid
order by one.answered_at desc, one.request_id
limit $2::integer offset $3::integer

with people as (
select $1::uuid as person_id, '我'::text as name
union all
select member.person_id, coalesce(member.name, '去掉了的家里人')
from changlai.family_member as member
where member.holder_id = $1::uuid and not member.linked
)
select to_char(one.at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as "什么时候", case one.role when 'staff' then '工作人员' when 'lawyer' then '律师' when 'mediator' then '调解员' when 'doctor' then '医师' when 'volunteer' then '志愿者' when 'district' then '区管理员' when 'director' then '负责人' when 'teacher' then '教师' else one.role::text end as "凭什么职务",
one.operation as "做了什么"
from changlai.audit_entry as one where one.person_id = $1::uuid
order by one.at desc, one.entry_id
limit $2::integer offset $3::integer

with people as (
select $1::uuid as person_id, '我'::text as name
union all
select member.person_id, coalesce(member.name, '去掉了的家里人')
from changlai.family_member as member
where member.holder_id = $1::uuid and not member.linked
)
select to_char(one.made_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as "地址是什么时候要的"
from changlai.calendar_address as one where one.person_id = $1::uuid
limit $2::integer offset $3::integer

with people as materialized (
select $1::uuid as person_id
union
select member.person_id from changlai.family_member as member
where member.holder_id = $1::uuid and not member.linked
)
select (select jsonb_agg(person_id) from people) as "personIds",
(
select count(*) from changlai.booking_attendee as seat
join changlai.pool on pool.centre_id = seat.centre_id and pool.pool_id = seat.pool_id
where seat.person_id in (select person_id from people) and seat.status = 'booked'
and pool.ends_at > $2::timestamptz and pool.intake is null
) as seats,
(
select count(*) from (
select entry_id from changlai.waitlist_entry
where holder_id = $1::uuid and state in ('waiting', 'offered')
union
select entry_id from changlai.waitlist_attendee
where person_id in (select person_id from people) and live
) as waiting
) as places,
(
select count(distinct one.ballot_id) from changlai.ballot_attendee as one
join changlai.ballot
on ballot.centre_id = one.centre_id and ballot.ballot_id = one.ballot_id
where one.person_id in (select person_id from people) and one.live
and ballot.closed_at is null and ballot.closes_at > $2::timestamptz
) as draws,
(
select count(*) from changlai.consultation
where person_id = $1::uuid and state in ('received', 'assigned', 'accepted')
and not (service = 'mediation' and state = 'accepted')
) as cases

with pool as (
insert into changlai.pool
(centre_id, pool_id, activity_id, capacity, opens_at, closes_at, cancel_until, starts_at, ends_at,
guest_of)
select centre_id, $3, activity_id, $4::integer, $5::timestamptz - interval '1 second',
$5::timestamptz, $6::timestamptz, starts_at, ends_at, occurrence_id
from changlai.occurrence
where centre_id = $1 and occurrence_id = $2
returning centre_id, pool_id
)
insert into changlai.occurrence
(centre_id, occurrence_id, activity_id, pool_id, day, starts_at, ends_at, original_starts_at, place,
topic, state, lesson_number, lesson_of, guest_of)
select lesson.centre_id, $7, lesson.activity_id, pool.pool_id, lesson.day, lesson.starts_at,
lesson.ends_at, lesson.original_starts_at, lesson.place, lesson.topic, lesson.state,
lesson.lesson_number, lesson.lesson_of, lesson.occurrence_id
from changlai.occurrence as lesson
join pool on pool.centre_id = lesson.centre_id
where lesson.centre_id = $1 and lesson.occurrence_id = $2

with said as (
select * from unnest($5::text[], $6::text[]) as said (template, answer)
), accepted as (
insert into changlai.alert_acceptance (person_id, template, request_id, accepted_at)
select $1::uuid, said.template, $2, $3::timestamptz
from said
where said.answer = 'accept' and $4::integer > (
select count(*) from changlai.alert_acceptance as acceptance
where acceptance.person_id = $1::uuid and acceptance.template = said.template
and acceptance.used_at is null)
on conflict on constraint alert_acceptance_pkey do nothing
)
insert into changlai.alert_answer (person_id, template, answer, answered_at)
select $1::uuid, said.template, said.answer, $3::timestamptz from said
on conflict on constraint alert_answer_pkey
do update set answer = excluded.answer, answered_at = excluded.answered_at

with seat as (
select attendee.holder_id, attendee.person_id, attendee.booking_id
from changlai.pool
left join changlai.occurrence as lesson
on lesson.centre_id = pool.centre_id and lesson.occurrence_id = pool.guest_of
join changlai.booking_attendee as attendee
on attendee.centre_id = pool.centre_id and attendee.pool_id = pool.pool_id
and attendee.status = 'booked'
where pool.centre_id = $1 and pool.activity_id = $2 and pool.ends_at > $4::timestamptz
and pool.intake is null and ($3::text is null or $3 in (pool.pool_id, lesson.pool_id))
)
select distinct on (told.person_id) told.person_id as "personId", told.booking_id as "bookingId"
from (
select holder_id as person_id, booking_id from seat
union all
select person_id, booking_id from seat
) as told
where exists (
select from changlai.person_identity as known where known.person_id = told.person_id)
order by told.person_id, told.booking_id

with session as (
select session_id, person_id, seen_at from changlai.desk_session
where token_hash = $1 and browser = $2 and system = $3 and
ended_at is null
and seen_at > $4::timestamptz - 1800000 * interval '1 millisecond'
and began_at > $4::timestamptz - 36000000 * interval '1 millisecond'
), seen as (
update changlai.desk_session set seen_at = $4::timestamptz
from session
where desk_session.session_id = session.session_id and desk_session.ended_at is null
and session.seen_at < $4::timestamptz - 60000 * interval '1 millisecond'
)
select session_id as "sessionId", person_id as "personId" from session

with sign_ins as (
delete from changlai.desk_sign_in where expires_at < $1 returning 1
), sessions as (
delete from changlai.desk_session
where began_at < $1 and (ended_at < $1
or seen_at < $1::timestamptz - 1800000 * interval '1 millisecond'
or began_at < $1::timestamptz - 36000000 * interval '1 millisecond')
returning 1
)
select (select count(*) from sign_ins) + (select count(*) from sessions) as count

with unread as (
update changlai.consultation as one
set key_version = null, wrapped_key = null, sealed = null, plain = null
where one.person_id = $1 and (one.wrapped_key is not null or one.plain is not null)
and (one.service = 'feedback' or one.state = 'withdrawn' and not exists (
select from changlai.consultation_opening as opening
where opening.centre_id = one.centre_id and opening.consultation_id = one.consultation_id))
returning one.centre_id, one.consultation_id
), lines as (
update changlai.consultation_entry as entry set sealed = null, plain = null
from unread
where entry.centre_id = unread.centre_id and entry.consultation_id = unread.consultation_id
), attachments as (
delete from changlai.consultation_attachment as attachment
using unread
where attachment.centre_id = unread.centre_id
and attachment.consultation_id = unread.consultation_id
)
select count(*) as kept from changlai.consultation as one
where one.person_id = $1 and one.wrapped_key is not null
and (one.centre_id, one.consultation_id) not in (select centre_id, consultation_id from unread)

with wanted as (
select *, row_number() over (partition by person_id, template order by place) as turn
from unnest($1::text[], $2::uuid[], $3::uuid[], $4::text[]) with ordinality
as wanted (centre_id, alert_id, person_id, template, place)
), free as materialized (
select person_id, template, request_id, accepted_at
from changlai.alert_acceptance
where used_at is null and (person_id, template) in (select person_id, template from wanted)
order by person_id, template, accepted_at, request_id
for update
), in_turn as (
select *, row_number() over (
partition by person_id, template order by accepted_at, request_id) as turn
from free
), used as (
update changlai.alert_acceptance as acceptance
set used_at = $5::timestamptz, used_by = wanted.alert_id
from wanted
join in_turn
on in_turn.person_id = wanted.person_id and in_turn.template = wanted.template
and in_turn.turn = wanted.turn
where acceptance.person_id = in_turn.person_id and acceptance.template = in_turn.template
and acceptance.request_id = in_turn.request_id
returning wanted.centre_id, wanted.alert_id, acceptance.request_id
)
update changlai.alert as alert
set acceptance = used.request_id
from used
where alert.centre_id = used.centre_id and alert.alert_id = used.alert_id
returning alert.alert_id as "alertId"

with weighed as (
update changlai.ballot_entry as entry
set weight = listed.weight
from unnest($6::integer[], $7::integer[]) as listed (number, weight)
where entry.centre_id = $1 and entry.ballot_id = $2 and entry.number = listed.number
)
update changlai.ballot
set closed_at = $3::timestamptz, list = $4, list_hash = $5
where centre_id = $1 and ballot_id = $2

with whoever as (
insert into changlai.person (person_id)
select $3 where not $7::boolean
)
insert into changlai.family_member
(member_id, holder_id, person_id, kind, name, birth_date, linked, added_at)
values ($1, $2, $3, $4, $5, $6::date, $7::boolean, $8::timestamptz)

with wish as (
select * from unnest($5::text[], $6::timestamptz[], $7::timestamptz[], $8::text[], $9::date[])
as one (occurrence_id, starts_at, ends_at, place, day)
), changed as (
insert into changlai.lesson_change
(centre_id, occurrence_id, number, kind, changed_at, changed_by, from_starts_at, from_ends_at,
from_place, from_state, to_starts_at, to_ends_at, to_place, reason)
select lesson.centre_id, lesson.occurrence_id,
1 + (select count(*) from changlai.lesson_change as before
where before.centre_id = $1 and before.occurrence_id = lesson.occurrence_id),
case when wish.starts_at is null then 'cancelled' else 'moved' end, $2::timestamptz, $3::uuid,
lesson.starts_at, lesson.ends_at, lesson.place, lesson.state, wish.starts_at, wish.ends_at,
wish.place, $4
from wish
join changlai.occurrence as lesson
on lesson.centre_id = $1 and lesson.occurrence_id = wish.occurrence_id
)
update changlai.occurrence as lesson
set starts_at = coalesce(wish.starts_at, lesson.starts_at),
ends_at = coalesce(wish.ends_at, lesson.ends_at),
place = coalesce(wish.place, lesson.place),
day = coalesce(wish.day, lesson.day),
state = case when wish.starts_at is null then 'cancelled' else 'rescheduled' end,
lesson_number = case when wish.starts_at is not null then lesson.lesson_number end,
lesson_of = case when wish.starts_at is not null then lesson.lesson_of end
from wish
where lesson.centre_id = $1
and (lesson.occurrence_id = wish.occurrence_id or lesson.guest_of = wish.occurrence_id)

with wish as (
select wish.*, wish.ordinal::integer as at
from (
select * from unnest($1::text[], $2::text[], $3::uuid[], $4::timestamptz[], $5::text[], $6::uuid[])
with ordinality limit cardinality($1::text[])
) as wish (centre_id, pool_id, holder_id, now, request_id, asker_id, ordinal)
), party as (
select asked.at, asked.attendee_id, asked.place, member.birth_date,
case when asked.attendee_id = 'self' then ($3::uuid[])[asked.at] else member.person_id end as person_id
from (
select * from unnest($7::integer[], $8::text[], $9::integer[])
limit cardinality($7::integer[])
) as asked (at, attendee_id, place)
left join lateral (
select person_id, birth_date from changlai.family_member
where asked.attendee_id <> 'self' and member_id = asked.attendee_id and holder_id = ($3::uuid[])[asked.at]
and removed_at is null
limit 1
) as member on true
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
(
select coalesce(jsonb_agg(jsonb_build_object('of', rule.of, 'most', rule.most,
'held', coalesce(counted.held, 0), 'inTheWay', counted.in_the_way)), '[]'::jsonb)
from (
select * from (values
('group', case when found.parallel_group is not null then 1 end),
('activity', found.seats_per_term::integer),
('centre', case when coalesce(found.seating ->> 'per' = 'term', false) then (
select centre.courses_per_term::integer from changlai.centre
where centre.centre_id = found.centre_id) end)
) as rule (of, most)
where rule.most is not null and found.guest_of is null
) as rule
left join lateral (
select count(*) as held, (array_agg(
case when wish.asker_id in (held.holder_id, held.person_id)
then jsonb_build_object('bookingId', held.booking_id, 'title', its.title)
else jsonb_build_object('bookingId', null, 'title', '别的安排') end
order by (theirs.cancel_until > wish.now) desc, theirs.starts_at, held.booking_id))[1] as in_the_way
from
changlai.booking_attendee as held
cross join lateral (
select theirs.* from changlai.pool as theirs
where theirs.centre_id = held.centre_id and theirs.pool_id = held.pool_id limit 1
) as theirs
cross join lateral (
select its.* from changlai.activity as its
where its.centre_id = theirs.centre_id and its.activity_id = theirs.activity_id limit 1
) as its
where held.person_id = party.person_id and held.centre_id = found.centre_id
and held.status = 'booked' and held.pool_id <> found.pool_id and theirs.guest_of is null
and floor((extract(year from (theirs.starts_at at time zone 'Asia/Shanghai')) * 12 + extract(month from (theirs.starts_at at time zone 'Asia/Shanghai')) - 2) / 6) = floor((extract(year from (found.starts_at at time zone 'Asia/Shanghai')) * 12 + extract(month from (found.starts_at at time zone 'Asia/Shanghai')) - 2) / 6)
and case rule.of
when 'group' then its.parallel_group = found.parallel_group and its.activity_id <> found.activity_id
when 'activity' then its.activity_id = found.activity_id
else coalesce(its.seating ->> 'per' = 'term', false) end
) as counted on true) as limits,
(
select coalesce(sum(strike.weight), 0)
from changlai.strike
where strike.person_id = wish.holder_id and strike.centre_id = wish.centre_id
and strike.state in ('standing', 'upheld')
and strike.expires_at > wish.now) as strikes
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
left join lateral (
select clashing.booking_id, clashing.holder_id, clashing.starts_at, clashing.ends_at,
case when private.intake is null then activity.title else '预约' end as title
from (
select held.booking_id, held.holder_id,
other.centre_id, other.activity_id, other.pool_id, other.starts_at, other.ends_at
from
(select party.person_id as person_id) as party
join changlai.booking_attendee as held on held.person_id = party.person_id
join changlai.occurrence as other
on other.centre_id = held.centre_id and other.pool_id = held.pool_id
join changlai.occurrence as wished
on wished.starts_at < other.ends_at and other.starts_at < wished.ends_at
where held.status = 'booked'
and (held.centre_id, held.pool_id) <> (wish.centre_id, wish.pool_id)
and other.state <> 'cancelled' and other.ends_at > wish.now
and wished.centre_id = wish.centre_id and wished.pool_id = wish.pool_id
and wished.state <> 'cancelled'
order by other.starts_at
limit 1
) as clashing
join changlai.activity
on activity.centre_id = clashing.centre_id and activity.activity_id = clashing.activity_id
join changlai.pool as private
on private.centre_id = clashing.centre_id and private.pool_id = clashing.pool_id
) as clash on true
order by wish.at, party.place

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
select asked.at, asked.attendee_id, asked.place, member.birth_date,
case when asked.attendee_id = 'self' then ($3::uuid[])[asked.at] else member.person_id end as person_id
from (
select * from unnest($16::integer[], $17::text[], $18::integer[])
limit cardinality($16::integer[])
) as asked (at, attendee_id, place)
left join lateral (
select person_id, birth_date from changlai.family_member
where asked.attendee_id <> 'self' and member_id = asked.attendee_id and holder_id = ($3::uuid[])[asked.at]
and removed_at is null
limit 1
) as member on true
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
and not exists (
select from (
select * from (values
('group', case when activity.parallel_group is not null then 1 end),
('activity', activity.seats_per_term::integer),
('centre', case when coalesce(activity.seating ->> 'per' = 'term', false) then (
select centre.courses_per_term::integer from changlai.centre
where centre.centre_id = pool.centre_id) end)
) as rule (of, most)
where rule.most is not null and pool.guest_of is null
) as rule
where (select count(*) from
changlai.booking_attendee as held
cross join lateral (
select theirs.* from changlai.pool as theirs
where theirs.centre_id = held.centre_id and theirs.pool_id = held.pool_id limit 1
) as theirs
cross join lateral (
select its.* from changlai.activity as its
where its.centre_id = theirs.centre_id and its.activity_id = theirs.activity_id limit 1
) as its
where held.person_id = party.person_id and held.centre_id = pool.centre_id
and held.status = 'booked' and held.pool_id <> pool.pool_id and theirs.guest_of is null
and floor((extract(year from (theirs.starts_at at time zone 'Asia/Shanghai')) * 12 + extract(month from (theirs.starts_at at time zone 'Asia/Shanghai')) - 2) / 6) = floor((extract(year from (pool.starts_at at time zone 'Asia/Shanghai')) * 12 + extract(month from (pool.starts_at at time zone 'Asia/Shanghai')) - 2) / 6)
and case rule.of
when 'group' then its.parallel_group = activity.parallel_group and its.activity_id <> activity.activity_id
when 'activity' then its.activity_id = activity.activity_id
else coalesce(its.seating ->> 'per' = 'term', false) end) >= rule.most)
and (wish.even_if_clashes or not exists (
select from
(select party.person_id) as party
join changlai.booking_attendee as held on held.person_id = party.person_id
join changlai.occurrence as other
on other.centre_id = held.centre_id and other.pool_id = held.pool_id
join changlai.occurrence as wished
on wished.starts_at < other.ends_at and other.starts_at < wished.ends_at
where held.status = 'booked'
and (held.centre_id, held.pool_id) <> (wish.centre_id, wish.pool_id)
and other.state <> 'cancelled' and other.ends_at > wish.now
and wished.centre_id = wish.centre_id and wished.pool_id = wish.pool_id
and wished.state <> 'cancelled'))
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
and pool.mode = 'open' and pool.opens_at <= wish.now and wish.now < pool.closes_at
and (pool.list_takes_from is null
or pool.capacity - pool.taken < pool.list_takes_from)
and (pool.intake is null or wish.through_intake)
and (pool.home_centre_until is null or pool.home_centre_until <= wish.now
or (select holder.home_centre_id from changlai.person as holder
where holder.person_id = wish.holder_id) = pool.centre_id)
and (pool.intake is not null
or wish.now >= pool.opens_at
+ least(interval '86400 seconds', (pool.closes_at - pool.opens_at) / 2)
or (
select coalesce(sum(strike.weight), 0)
from changlai.strike
where strike.person_id = wish.holder_id and strike.centre_id = pool.centre_id
and strike.state in ('standing', 'upheld')
and strike.expires_at > wish.now) < 6)
and (pool.only_role is null or exists (
select from changlai.role_grant
where role_grant.person_id = wish.holder_id
and (role_grant.role = pool.only_role
or (pool.only_role = 'staff' and role_grant.role = 'director'))
and role_grant.centre_id in (pool.centre_id, '*')))
and (select true from changlai.occurrence
where occurrence.centre_id = pool.centre_id and occurrence.pool_id = pool.pool_id
and occurrence.state <> 'cancelled' limit 1)
and (select true from changlai.answered_request
where answered_request.person_id = wish.asker_id
and answered_request.request_id = wish.request_id limit 1) is null
then true else false end as fits,
case when wish.told_unwritten and pool.taken >= pool.capacity
and activity.published
and pool.mode = 'open' and pool.opens_at <= wish.now and wish.now < pool.closes_at
and pool.intake is null and pool.only_role is null
and (pool.home_centre_until is null or pool.home_centre_until <= wish.now)
and (select true from changlai.occurrence
where occurrence.centre_id = pool.centre_id and occurrence.pool_id = pool.pool_id
and occurrence.state <> 'cancelled' limit 1)
and (select true from changlai.booking_attendee as held
where held.centre_id = wish.centre_id and held.pool_id = wish.pool_id
and held.person_id = wish.holder_id and held.status = 'booked') is null
and (select true from changlai.answered_request
where answered_request.person_id = wish.asker_id
and answered_request.request_id = wish.request_id limit 1) is null
then true else false end as sold_out,
pool.capacity, pool.waiting, pool.opens_at, pool.closes_at, pool.capacity - pool.taken as seen_free
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
and counted.mode = 'open' and counted.opens_at <= wish.now and wish.now < counted.closes_at
and (counted.list_takes_from is null
or counted.capacity - counted.taken < counted.list_takes_from)
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
'cancelUntil', to_char(booked.cancel_until at time zone 'Asia/Shanghai', 'YYYY-MM-DD"T"HH24:MI:SS"+08:00"'),
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
where judged.fits or judged.later
union all
select null, null, json_build_object(
'at', json_agg(judged.at),
'capacity', judged.capacity,
'waiting', judged.waiting,
'opensAt', round(extract(epoch from judged.opens_at) * 1000),
'closesAt', round(extract(epoch from judged.closes_at) * 1000))
from judged
where judged.sold_out
group by judged.centre_id, judged.pool_id, judged.capacity, judged.waiting,
judged.opens_at, judged.closes_at
