import { type Kysely, sql } from 'kysely'

/**
 * Ballots: pools whose seats are drawn together. What was published is kept as the text that was
 * hashed and drawn by, and what came of a draw is waiting-list entries: winners with an offer, the
 * others in the order in which they were drawn (decision 0025).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(TABLES).execute(db)
}

const TABLES = `
create table changlai.ballot (
  centre_id text not null,
  ballot_id changlai.centre_key not null,
  announced_by uuid not null,
  announced_at timestamptz not null,
  closes_at timestamptz not null,
  number_source text not null,
  number_at timestamptz not null,
  last_entry integer not null default 0,
  closed_at timestamptz,
  list text,
  list_hash text,
  number text,
  number_confirmed_at timestamptz,
  drawn_at timestamptz,
  results text,
  constraint ballot_pkey primary key (centre_id, ballot_id),
  constraint ballot_of_centre foreign key (centre_id) references changlai.centre (centre_id),
  constraint ballot_announced_by foreign key (announced_by)
    references changlai.person (person_id),
  constraint ballot_id check (starts_with(ballot_id, centre_id || '.')),
  constraint ballot_number_source check (length(number_source) between 4 and 60),
  constraint ballot_number_not_known check (number_at > closes_at and announced_at < closes_at),
  constraint ballot_closed
    check ((closed_at is null) = (list is null) and (closed_at is null) = (list_hash is null)
      and closed_at >= closes_at),
  constraint ballot_list_hash check (list_hash = encode(sha256(convert_to(list, 'UTF8')), 'hex')),
  constraint ballot_number
    check (number ~ '^[0-9]{6,60}$' and (number is null) = (number_confirmed_at is null)
      and (number is null or closed_at is not null) and number_confirmed_at >= number_at),
  constraint ballot_drawn
    check ((drawn_at is null) = (results is null) and (drawn_at is null or number is not null))
);
comment on table changlai.ballot is
  'Pools whose seats are drawn together. Named in advance: where the public number will come from '
  '(number_source) and when. list is the frozen entry list without names, as the text that list_hash '
  'is the SHA-256 of; results are the places in the order of the draw.';
create index ballot_announced_by on changlai.ballot (announced_by);
create index ballot_not_drawn on changlai.ballot (closes_at) where drawn_at is null;
create index ballot_by_age on changlai.ballot (centre_id, announced_at desc, ballot_id);

create table changlai.ballot_pool (
  centre_id text not null,
  ballot_id changlai.centre_key not null,
  pool_id changlai.centre_key not null,
  place integer not null,
  constraint ballot_pool_pkey primary key (centre_id, ballot_id, pool_id),
  constraint ballot_pool_of_ballot foreign key (centre_id, ballot_id)
    references changlai.ballot (centre_id, ballot_id),
  constraint ballot_pool_of_pool foreign key (centre_id, pool_id)
    references changlai.pool (centre_id, pool_id),
  constraint ballot_pool_once unique (centre_id, pool_id),
  constraint ballot_pool_place check (place >= 1)
);
comment on table changlai.ballot_pool is 'What a ballot draws for; place is its number in the list.';

create table changlai.ballot_entry (
  centre_id text not null,
  ballot_id changlai.centre_key not null,
  number integer not null,
  holder_id uuid not null,
  seats integer not null,
  entered_at timestamptz not null,
  left_at timestamptz,
  weight integer,
  drawn_place integer,
  won_pool_id changlai.centre_key,
  served_pool_id changlai.centre_key,
  constraint ballot_entry_pkey primary key (centre_id, ballot_id, number),
  constraint ballot_entry_of_ballot foreign key (centre_id, ballot_id)
    references changlai.ballot (centre_id, ballot_id),
  constraint ballot_entry_of_holder foreign key (holder_id) references changlai.person (person_id),
  constraint ballot_entry_won foreign key (centre_id, won_pool_id)
    references changlai.pool (centre_id, pool_id),
  constraint ballot_entry_served foreign key (centre_id, served_pool_id)
    references changlai.pool (centre_id, pool_id),
  constraint ballot_entry_number check (number >= 1),
  constraint ballot_entry_seats check (seats >= 1),
  constraint ballot_entry_weight check (weight >= 1),
  constraint ballot_entry_drawn
    check (drawn_place >= 1 and (drawn_place is null or (weight is not null and left_at is null))),
  constraint ballot_entry_not_drawn_not_won
    check (drawn_place is not null or (won_pool_id is null and served_pool_id is null))
);
comment on table changlai.ballot_entry is
  'Somebody who takes part in a draw, for themselves or several people together. number is all that is '
  'published of them. weight is set when the list closes. served_pool_id: where they took seats in the '
  'end, as a winner or from the waiting list; at most one.';
create unique index ballot_entry_once on changlai.ballot_entry (centre_id, ballot_id, holder_id)
  where left_at is null;
create unique index ballot_entry_place_once
  on changlai.ballot_entry (centre_id, ballot_id, drawn_place) where drawn_place is not null;
create index ballot_entry_of_holder on changlai.ballot_entry (holder_id, entered_at desc);
create index ballot_entry_of_won on changlai.ballot_entry (centre_id, won_pool_id)
  where won_pool_id is not null;
create index ballot_entry_of_served on changlai.ballot_entry (centre_id, served_pool_id)
  where served_pool_id is not null;

create table changlai.ballot_wish (
  centre_id text not null,
  ballot_id changlai.centre_key not null,
  number integer not null,
  place integer not null,
  pool_id changlai.centre_key not null,
  constraint ballot_wish_pkey primary key (centre_id, ballot_id, number, place),
  constraint ballot_wish_of_entry foreign key (centre_id, ballot_id, number)
    references changlai.ballot_entry (centre_id, ballot_id, number),
  constraint ballot_wish_of_pool foreign key (centre_id, ballot_id, pool_id)
    references changlai.ballot_pool (centre_id, ballot_id, pool_id),
  constraint ballot_wish_once unique (centre_id, ballot_id, number, pool_id),
  constraint ballot_wish_place check (place >= 1)
);
comment on table changlai.ballot_wish is
  'What an entry would like, the dearest first; it wins at most one.';
create index ballot_wish_of_pool on changlai.ballot_wish (centre_id, ballot_id, pool_id);

create table changlai.ballot_attendee (
  centre_id text not null,
  ballot_id changlai.centre_key not null,
  number integer not null,
  person_id uuid not null,
  place integer not null,
  live boolean not null default true,
  constraint ballot_attendee_pkey primary key (centre_id, ballot_id, number, person_id),
  constraint ballot_attendee_of_entry foreign key (centre_id, ballot_id, number)
    references changlai.ballot_entry (centre_id, ballot_id, number),
  constraint ballot_attendee_of_person foreign key (person_id)
    references changlai.person (person_id),
  constraint ballot_attendee_place check (place >= 1)
);
comment on table changlai.ballot_attendee is
  'Whom an entry is for, in order; live unless the entry was taken back. Nobody takes part twice.';
create unique index ballot_attendee_once on changlai.ballot_attendee (centre_id, ballot_id, person_id)
  where live;
create index ballot_attendee_of_person on changlai.ballot_attendee (person_id);

create table changlai.ballot_number (
  centre_id text not null,
  ballot_id changlai.centre_key not null,
  person_id uuid not null,
  number text not null,
  entered_at timestamptz not null,
  constraint ballot_number_pkey primary key (centre_id, ballot_id, person_id),
  constraint ballot_number_of_ballot foreign key (centre_id, ballot_id)
    references changlai.ballot (centre_id, ballot_id),
  constraint ballot_number_by foreign key (person_id) references changlai.person (person_id),
  constraint ballot_number_digits check (number ~ '^[0-9]{6,60}$')
);
comment on table changlai.ballot_number is
  'The public number as each member of staff entered it; the second who enters the same confirms it.';
create index ballot_number_by on changlai.ballot_number (person_id);

-- One child in two families is found by these.
create index family_member_by_birth on changlai.family_member (birth_date, name)
  where removed_at is null;

alter table changlai.waitlist_entry
  add column ballot_id changlai.centre_key,
  add column ballot_number integer,
  add constraint waitlist_entry_of_draw foreign key (centre_id, ballot_id, ballot_number)
    references changlai.ballot_entry (centre_id, ballot_id, number),
  add constraint waitlist_entry_drawn check ((ballot_id is null) = (ballot_number is null));
create index waitlist_entry_of_draw
  on changlai.waitlist_entry (centre_id, ballot_id, ballot_number) where ballot_id is not null;
`
