import { type Kysely, sql } from 'kysely'

/**
 * Centres, their programme, pools of seats and bookings. Every table that belongs to a centre
 * carries `centre_id` in its primary and foreign keys, so that a city can shard by it. Instants are
 * `timestamptz`; `day` is a calendar date in Asia/Shanghai.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(TABLES).execute(db)
}

const TABLES = `
create domain changlai.centre_key as text check (value ~ '^[a-z][a-z0-9-]{1,23}\\.[a-z0-9][a-z0-9-]{0,38}$');

create table changlai.centre (
  centre_id text primary key check (centre_id ~ '^[a-z][a-z0-9-]{1,23}$'),
  position integer not null,
  name text not null check (length(name) between 1 and 60),
  short_name text not null check (length(short_name) between 1 and 20),
  address text not null check (length(address) <= 120),
  lat double precision not null check (lat between -90 and 90),
  lng double precision not null check (lng between -180 and 180),
  phone text not null check (length(phone) <= 20),
  hours jsonb not null
);
comment on table changlai.centre is 'A community centre. Coordinates are GCJ-02 degrees.';

create table changlai.person (
  person_id uuid primary key,
  nickname text check (length(nickname) between 1 and 20),
  home_centre_id text references changlai.centre (centre_id),
  booking_turn integer not null default 0,
  created_at timestamptz not null default now()
);
comment on table changlai.person is
  'Somebody who uses the product. Nothing else is asked of a person. booking_turn moves on with '
  'every booking, so that two bookings of one person at once notice each other.';

create table changlai.person_identity (
  provider text not null check (provider in ('wechat', 'local')),
  subject text not null check (length(subject) between 1 and 128),
  person_id uuid not null unique references changlai.person (person_id) on delete cascade,
  primary key (provider, subject)
);
comment on table changlai.person_identity is
  'How a platform names a person: its openid, or the persona of the local host.';

create table changlai.role_grant (
  centre_id text not null,
  person_id uuid not null references changlai.person (person_id) on delete cascade,
  role text not null check (role in ('staff', 'lawyer', 'volunteer', 'district')),
  primary key (centre_id, person_id, role)
);
comment on table changlai.role_grant is
  'A role of a person in a centre; ''*'' is every centre of the deployment.';
create index role_grant_of_person on changlai.role_grant (person_id);

create table changlai.activity (
  centre_id text not null references changlai.centre (centre_id),
  activity_id changlai.centre_key not null check (starts_with(activity_id, centre_id || '.')),
  title text not null check (length(title) between 1 and 60),
  category text not null check (category in ('lecture', 'night-school', 'skills', 'children', 'outing', 'clinic', 'club', 'festival', 'legal')),
  audience text not null check (audience in ('everyone', 'children', 'elders', 'adults', 'riders', 'members')),
  description text not null check (length(description) <= 2000),
  host text not null check (length(host) <= 60),
  place text not null check (length(place) <= 60),
  min_age smallint check (min_age between 0 and 120),
  max_age smallint check (max_age between 0 and 120),
  fee_fen integer not null default 0 check (fee_fen >= 0),
  bring text check (length(bring) <= 200),
  rule jsonb not null,
  seating jsonb,
  published boolean not null default true,
  created_at timestamptz not null default now(),
  primary key (centre_id, activity_id),
  check (min_age is null or max_age is null or min_age <= max_age)
);
comment on table changlai.activity is
  'Something a centre offers. rule: the recurrence (domain/calendar/recurrence). seating: '
  'how its pools are made (domain/calendar/seating); null needs no seat.';

create table changlai.pool (
  centre_id text not null,
  pool_id changlai.centre_key not null check (starts_with(pool_id, centre_id || '.')),
  activity_id changlai.centre_key not null,
  capacity integer not null check (capacity between 1 and 100000),
  taken integer not null default 0,
  mode text not null default 'open' check (mode in ('open', 'ballot')),
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  cancel_until timestamptz not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  home_centre_until timestamptz,
  only_role text check (only_role in ('staff', 'lawyer', 'volunteer', 'district')),
  primary key (centre_id, pool_id),
  foreign key (centre_id, activity_id) references changlai.activity (centre_id, activity_id),
  constraint pool_taken_within_capacity check (taken between 0 and capacity),
  check (opens_at < closes_at and starts_at < ends_at)
);
comment on table changlai.pool is
  'Seats that can be reserved: of one occurrence or of a whole term. starts_at and ends_at '
  'span the occurrences it covers. home_centre_until: until then only people whose home '
  'centre this is may book. only_role: only people who hold this role in the centre may '
  'book.';
create index pool_of_activity on changlai.pool (centre_id, activity_id, starts_at);

create table changlai.occurrence (
  centre_id text not null,
  occurrence_id changlai.centre_key not null check (starts_with(occurrence_id, centre_id || '.')),
  activity_id changlai.centre_key not null,
  pool_id changlai.centre_key,
  day date not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  original_starts_at timestamptz not null,
  place text not null check (length(place) <= 60),
  topic text check (length(topic) between 1 and 40),
  state text not null default 'scheduled' check (state in ('scheduled', 'rescheduled', 'cancelled')),
  lesson_number smallint,
  lesson_of smallint,
  primary key (centre_id, occurrence_id),
  foreign key (centre_id, activity_id) references changlai.activity (centre_id, activity_id),
  foreign key (centre_id, pool_id) references changlai.pool (centre_id, pool_id),
  constraint occurrence_once unique (centre_id, activity_id, original_starts_at)
);
comment on table changlai.occurrence is
  'One lesson, lecture or visit; topic says what this one is about. original_starts_at is what the rule gave (RFC 5545 '
  'RECURRENCE-ID).';
create index occurrence_by_day on changlai.occurrence (centre_id, day, starts_at, occurrence_id);
create index occurrence_of_pool on changlai.occurrence (centre_id, pool_id, starts_at) where pool_id is not null;
create index occurrence_of_activity on changlai.occurrence (centre_id, activity_id, ends_at);

create table changlai.booking (
  centre_id text not null,
  booking_id changlai.centre_key not null check (starts_with(booking_id, centre_id || '.')),
  pool_id changlai.centre_key not null,
  person_id uuid not null references changlai.person (person_id),
  status text not null check (status in ('booked', 'cancelled')),
  check_in_code text not null check (check_in_code ~ '^[2-9A-HJKMNP-Z]{8}$'),
  booked_at timestamptz not null,
  cancelled_at timestamptz check ((cancelled_at is null) = (status = 'booked')),
  primary key (centre_id, booking_id),
  foreign key (centre_id, pool_id) references changlai.pool (centre_id, pool_id),
  constraint booking_check_in_code_once unique (centre_id, check_in_code)
);
comment on table changlai.booking is 'A seat that a person holds or gave back.';
create unique index booking_once_per_person on changlai.booking (centre_id, pool_id, person_id) where status = 'booked';
create index booking_of_person on changlai.booking (person_id, booked_at desc, booking_id);

create table changlai.answered_request (
  centre_id text not null,
  person_id uuid not null references changlai.person (person_id) on delete cascade,
  request_id text not null check (length(request_id) between 8 and 64),
  operation text not null,
  input_hash bytea not null check (length(input_hash) = 32),
  answer jsonb not null,
  answered_at timestamptz not null default now(),
  constraint answered_request_once primary key (centre_id, person_id, request_id)
);
comment on table changlai.answered_request is
  'The answer of every command that ended, so that a retry gets it again. input_hash is '
  'SHA-256 of the canonical input. centre_id is the centre of the target, ''-'' where a '
  'command has none. Kept for at least 24 hours.';
create index answered_request_of_person on changlai.answered_request (person_id, request_id);
create index answered_request_by_age on changlai.answered_request (answered_at);

create table changlai.sample_programme (
  centre_id text primary key references changlai.centre (centre_id),
  generated_for date not null
);
comment on table changlai.sample_programme is
  'What the sample programme was last generated for (SEED=demo).';
`
