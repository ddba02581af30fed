import { type Kysely, sql } from 'kysely'

/**
 * Those for whom somebody books, whom each seat is for, numbers of clinic hours, and pools that are
 * booked through a form alone. An attendee is a person, so that two bookings for one of them notice
 * each other whoever makes them (decision 0017).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(TABLES).execute(db)
}

const ROLES = "'staff', 'lawyer', 'mediator', 'doctor', 'volunteer', 'district'"

const TABLES = `
alter table changlai.pool
  drop constraint pool_only_role_check,
  add constraint pool_only_role check (only_role in (${ROLES})),
  add column intake text,
  add column numbered boolean not null default false,
  add column last_number integer not null default 0,
  add column called_number integer,
  add constraint pool_intake check (intake in ('legal', 'mediation')),
  add constraint pool_last_number check (last_number >= 0 and (numbered or last_number = 0)),
  add constraint pool_called_number check (called_number between 1 and last_number);
comment on table changlai.pool is
  'Seats that can be reserved: of one occurrence or of a whole term. starts_at and ends_at '
  'span the occurrences it covers. home_centre_until: until then only people whose home '
  'centre this is may book. only_role: only people who hold this role in the centre may '
  'book. intake: booked through this form alone. numbered: each attendee gets the number after '
  'last_number with the seat; called_number is the one called last.';

comment on table changlai.person is
  'Somebody who uses the product, or for whom a relative books. Nothing else is asked of a person. '
  'booking_turn moves on with every booking for the person, so that two at once notice each other.';

create table changlai.family_member (
  member_id text not null,
  holder_id uuid not null,
  person_id uuid not null,
  kind text not null,
  name text,
  birth_date date,
  linked boolean not null,
  added_at timestamptz not null,
  removed_at timestamptz,
  constraint family_member_pkey primary key (member_id),
  constraint family_member_of_holder foreign key (holder_id)
    references changlai.person (person_id) on delete cascade,
  constraint family_member_of_person foreign key (person_id)
    references changlai.person (person_id) on delete cascade,
  constraint family_member_id check (member_id ~ '^m-[a-z2-7]{16}$'),
  constraint family_member_other check (holder_id <> person_id),
  constraint family_member_kind check (kind in ('child', 'elder')),
  constraint family_member_name check (length(name) between 1 and 20),
  constraint family_member_named check ((name is null) = (removed_at is not null)),
  constraint family_member_forgotten check (removed_at is null or birth_date is null),
  constraint family_member_child_has_birth_date
    check (kind <> 'child' or removed_at is not null or birth_date is not null),
  constraint family_member_linked check (not linked or (kind = 'elder' and birth_date is null))
);
comment on table changlai.family_member is
  'Somebody for whom a resident (holder_id) books. person_id is who they are among attendees: a '
  'person of their own, or, for an elder who is linked, the account of the one who read out a code. '
  'One that was removed has neither name nor birth date and stays for the bookings made.';
create unique index family_member_once on changlai.family_member (holder_id, person_id)
  where removed_at is null;
create index family_member_of_holder on changlai.family_member (holder_id, added_at);
create index family_member_of_person on changlai.family_member (person_id);

create table changlai.guardian_consent (
  member_id text not null,
  rules_version text not null,
  guardian_id uuid not null,
  consented_at timestamptz not null,
  constraint guardian_consent_pkey primary key (member_id, rules_version),
  constraint guardian_consent_of_member foreign key (member_id)
    references changlai.family_member (member_id) on delete cascade,
  constraint guardian_consent_of_guardian foreign key (guardian_id)
    references changlai.person (person_id) on delete cascade,
  constraint guardian_consent_rules_version check (length(rules_version) between 1 and 20)
);
comment on table changlai.guardian_consent is
  'That a guardian consented to a version of the children''s rules text, and when. Kept after the '
  'child was removed, as evidence that the record was lawful.';
create index guardian_consent_of_guardian on changlai.guardian_consent (guardian_id);

create table changlai.spoken_code (
  person_id uuid not null,
  code text not null,
  expires_at timestamptz not null,
  constraint spoken_code_pkey primary key (person_id),
  constraint spoken_code_of_person foreign key (person_id)
    references changlai.person (person_id) on delete cascade,
  constraint spoken_code_once unique (code),
  constraint spoken_code_code check (code ~ '^[2-9A-HJKMNP-Z]{6}$')
);
comment on table changlai.spoken_code is
  'What somebody reads out so that another may book for them: good for ten minutes and one use.';

create table changlai.spoken_code_try (
  person_id uuid not null,
  wrong integer not null,
  since timestamptz not null,
  constraint spoken_code_try_pkey primary key (person_id),
  constraint spoken_code_try_of_person foreign key (person_id)
    references changlai.person (person_id) on delete cascade,
  constraint spoken_code_try_wrong check (wrong >= 0)
);
comment on table changlai.spoken_code_try is
  'How many wrong codes somebody has entered since an instant. The row is held while one is tried.';

alter table changlai.booking
  add column seats integer not null default 1,
  add column booked_by uuid,
  add constraint booking_booked_by foreign key (booked_by) references changlai.person (person_id),
  add constraint booking_helped check (booked_by <> person_id);
update changlai.booking set seats = 0 where status = 'cancelled';
alter table changlai.booking
  add constraint booking_seats check (seats >= 0 and (seats = 0) = (status = 'cancelled'));
create index booking_by_helper on changlai.booking (booked_by) where booked_by is not null;
comment on table changlai.booking is
  'What a person (the holder) reserved at once: seats is how many of its seats are still held. '
  'booked_by is the helper who took it for them, null where they did themselves.';

create table changlai.booking_attendee (
  centre_id text not null,
  booking_id changlai.centre_key not null,
  person_id uuid not null,
  pool_id changlai.centre_key not null,
  holder_id uuid not null,
  status text not null,
  queue_number integer,
  queue_state text,
  constraint booking_attendee_pkey primary key (centre_id, booking_id, person_id),
  constraint booking_attendee_of_booking foreign key (centre_id, booking_id)
    references changlai.booking (centre_id, booking_id),
  constraint booking_attendee_of_person foreign key (person_id)
    references changlai.person (person_id),
  constraint booking_attendee_status check (status in ('booked', 'cancelled')),
  constraint booking_attendee_queue_number check (queue_number >= 1),
  constraint booking_attendee_queue_state
    check (queue_state in ('waiting', 'called', 'seen', 'absent')),
  constraint booking_attendee_numbered check ((queue_number is null) = (queue_state is null))
);
comment on table changlai.booking_attendee is
  'Whom a seat is for: one row a seat. pool_id and holder_id are those of the booking. A number '
  'stays with its row when the seat is given back, so that it is never given twice.';
insert into changlai.booking_attendee (centre_id, booking_id, person_id, pool_id, holder_id, status)
select centre_id, booking_id, person_id, pool_id, person_id, status from changlai.booking;
create unique index booking_attendee_once
  on changlai.booking_attendee (centre_id, pool_id, person_id) where status = 'booked';
create unique index booking_attendee_number_once
  on changlai.booking_attendee (centre_id, pool_id, queue_number) where queue_number is not null;
create index booking_attendee_of_person on changlai.booking_attendee (person_id);
drop index changlai.booking_once_per_person;
create index booking_of_pool on changlai.booking (centre_id, pool_id);
`
