import { type Kysely, sql } from 'kysely'

/**
 * Who came: marks of lessons, the secret by which a booking's code changes every 30 seconds, the code
 * on a centre's wall, and what not coming leaves behind (decision 0027).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(TABLES).execute(db)
}

// gen_random_uuid draws from the system's source; two of them hold 244 random bits, of which the
// secret keeps 160 less the twelve that say what kind of uuid they are.
const TABLES = `
alter table changlai.booking
  add column check_in_secret bytea not null
    default substring(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) from 1 for 20),
  add constraint booking_check_in_secret check (length(check_in_secret) = 20);
comment on table changlai.booking is
  'What a person (the holder) reserved at once: seats is how many of its seats are still held. '
  'booked_by is the helper who took it for them, null where they did themselves. check_in_secret makes '
  'the code that changes every 30 seconds (RFC 6238).';

create table changlai.attendance (
  centre_id text not null,
  occurrence_id changlai.centre_key not null,
  person_id uuid not null,
  booking_id changlai.centre_key not null,
  mark text,
  means text not null,
  marked_at timestamptz not null,
  seen_at timestamptz,
  marked_by uuid,
  constraint attendance_pkey primary key (centre_id, occurrence_id, person_id),
  constraint attendance_of_occurrence foreign key (centre_id, occurrence_id)
    references changlai.occurrence (centre_id, occurrence_id),
  constraint attendance_of_attendee foreign key (centre_id, booking_id, person_id)
    references changlai.booking_attendee (centre_id, booking_id, person_id),
  constraint attendance_by foreign key (marked_by) references changlai.person (person_id),
  constraint attendance_mark check (mark in ('present', 'late', 'absent', 'excused')),
  constraint attendance_means check (means in ('code', 'poster', 'roster', 'excuse', 'clock')),
  constraint attendance_taken_away check (mark is not null or means = 'roster'),
  constraint attendance_seen check (seen_at > marked_at)
);
comment on table changlai.attendance is
  'How it stands with an attendee and one lesson; no row where nothing is known, and no mark where staff '
  'took it away. marked_at is when they were there, as the phone that saw it says; seen_at the last that '
  'was seen of them, where that is later. marked_by is the staff or volunteer; null for the attendee or '
  'their relative, and for the clock.';
create index attendance_of_attendee on changlai.attendance (centre_id, booking_id, person_id);
create index attendance_by on changlai.attendance (marked_by) where marked_by is not null;

alter table changlai.occurrence add column judged_at timestamptz;
comment on column changlai.occurrence.judged_at is
  'When the clock looked at who did not come, a day after its end; null before.';
create index occurrence_to_judge on changlai.occurrence (ends_at)
  where judged_at is null and pool_id is not null;

create table changlai.check_in_poster (
  centre_id text not null,
  poster_id changlai.centre_key not null,
  made_at timestamptz not null,
  made_by uuid not null,
  constraint check_in_poster_pkey primary key (centre_id),
  constraint check_in_poster_of_centre foreign key (centre_id) references changlai.centre (centre_id),
  constraint check_in_poster_by foreign key (made_by) references changlai.person (person_id),
  constraint check_in_poster_id check (poster_id ~ '^[a-z][a-z0-9-]{1,23}\\.[2-9a-hjkmnp-z]{6}$'),
  constraint check_in_poster_of_its_centre check (starts_with(poster_id, centre_id || '.'))
);
comment on table changlai.check_in_poster is
  'The code on a centre''s wall by which residents check in. A new one ends the one before.';
create index check_in_poster_by on changlai.check_in_poster (made_by);

create table changlai.strike (
  centre_id text not null,
  strike_id changlai.centre_key not null,
  person_id uuid not null,
  booking_id changlai.centre_key not null,
  occurrence_id changlai.centre_key,
  kind text not null,
  weight smallint not null,
  state text not null,
  struck_at timestamptz not null,
  expires_at timestamptz not null,
  contested_at timestamptz,
  settled_at timestamptz,
  settled_by uuid,
  reason text,
  constraint strike_pkey primary key (centre_id, strike_id),
  constraint strike_of_booking foreign key (centre_id, booking_id)
    references changlai.booking (centre_id, booking_id),
  constraint strike_of_occurrence foreign key (centre_id, occurrence_id)
    references changlai.occurrence (centre_id, occurrence_id),
  constraint strike_of_person foreign key (person_id) references changlai.person (person_id),
  constraint strike_settled_by foreign key (settled_by) references changlai.person (person_id),
  constraint strike_id check (starts_with(strike_id, centre_id || '.')),
  constraint strike_kind check (kind in ('absent', 'late-cancel')),
  constraint strike_weight check (weight >= 1),
  constraint strike_absent check ((kind = 'absent') = (occurrence_id is not null)),
  constraint strike_state check (state in ('standing', 'contested', 'upheld', 'waived')),
  constraint strike_contested check (contested_at is not null or state in ('standing', 'waived')),
  constraint strike_settled check ((settled_at is null) = (state in ('standing', 'contested'))),
  constraint strike_reason check (length(reason) between 2 and 60)
);
comment on table changlai.strike is
  'That nobody of a booking came to a lesson, or that its seats were given back after the deadline: it '
  'counts against whoever booked (person_id), in this centre, until expires_at. settled_by is null where '
  'the clock waived what nobody looked at.';
create unique index strike_once
  on changlai.strike (centre_id, booking_id, occurrence_id) nulls not distinct;
create index strike_of_person on changlai.strike (person_id, struck_at desc, strike_id);
create index strike_of_occurrence on changlai.strike (centre_id, occurrence_id)
  where occurrence_id is not null;
create index strike_contested on changlai.strike (centre_id, contested_at) where state = 'contested';
create index strike_settled_by on changlai.strike (settled_by) where settled_by is not null;
`
