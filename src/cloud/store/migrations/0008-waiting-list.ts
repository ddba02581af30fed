import { type Kysely, sql } from 'kysely'

/**
 * Waiting lists. What a list holds of a pool's seats is counted in `taken`; how many wait, and from how
 * many free seats on the list takes them, stand with the pool, so that the statement that books judges
 * them on the same row as the count (decision 0024).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(TABLES).execute(db)
}

const TABLES = `
alter table changlai.pool
  add column waiting integer not null default 0,
  add column list_takes_from integer,
  add column last_turn integer not null default 0,
  add column list_over_at timestamptz,
  add constraint pool_waiting check (waiting >= 0 and (waiting = 0) = (list_takes_from is null)),
  add constraint pool_list_takes_from check (list_takes_from >= 1),
  add constraint pool_list_over check (list_over_at is null or waiting = 0);
comment on table changlai.pool is
  'Seats that can be reserved: of one occurrence or of a whole term. starts_at and ends_at '
  'span the occurrences it covers. home_centre_until: until then only people whose home '
  'centre this is may book. only_role: only people who hold this role in the centre may '
  'book. intake: booked through this form alone. numbered: each attendee gets the number after '
  'last_number with the seat; called_number is the one called last. taken counts seats that are '
  'booked, offered to the waiting list or saved for somebody on it. waiting: how many entries wait; '
  'list_takes_from: as soon as so many seats are free they are the list''s, and nobody else may book '
  'them. list_over_at: when the list ended.';
create index pool_with_list on changlai.pool (starts_at) where last_turn > 0 and list_over_at is null;

create table changlai.waitlist_entry (
  centre_id text not null,
  entry_id changlai.centre_key not null,
  pool_id changlai.centre_key not null,
  holder_id uuid not null,
  state text not null,
  seats integer not null,
  turn integer not null,
  joined_at timestamptz not null,
  joined_position integer,
  passed_over integer not null default 0,
  saved integer not null default 0,
  saved_until timestamptz,
  offered_at timestamptz,
  offer_until timestamptz,
  ended_at timestamptz,
  booking_id changlai.centre_key,
  constraint waitlist_entry_pkey primary key (centre_id, entry_id),
  constraint waitlist_entry_of_pool foreign key (centre_id, pool_id)
    references changlai.pool (centre_id, pool_id),
  constraint waitlist_entry_of_holder foreign key (holder_id) references changlai.person (person_id),
  constraint waitlist_entry_of_booking foreign key (centre_id, booking_id)
    references changlai.booking (centre_id, booking_id),
  constraint waitlist_entry_id check (starts_with(entry_id, centre_id || '.')),
  constraint waitlist_entry_state
    check (state in ('waiting', 'offered', 'accepted', 'lapsed', 'left', 'over')),
  constraint waitlist_entry_seats check (seats >= 1),
  constraint waitlist_entry_positions check (joined_position >= 1 and passed_over >= 0),
  constraint waitlist_entry_saved
    check (saved >= 0 and (saved = 0) = (saved_until is null)
      and (saved = 0 or (state = 'waiting' and saved < seats))),
  constraint waitlist_entry_offer
    check ((offered_at is null) = (offer_until is null) and offered_at < offer_until
      and (state not in ('offered', 'accepted', 'lapsed') or offer_until is not null)),
  constraint waitlist_entry_ended
    check ((ended_at is null) = (state in ('waiting', 'offered'))),
  constraint waitlist_entry_accepted check ((state = 'accepted') = (booking_id is not null))
);
comment on table changlai.waitlist_entry is
  'Somebody who waits for seats in a full pool, for themselves or for several people at once. turn: '
  'the smaller the sooner. While it is offered its seats, they are held for it until offer_until; '
  'saved seats are held until saved_until. passed_over: how many offers went to others behind it '
  'because it did not fit. joined_position: how many waited when it joined, itself included; null for '
  'one that never waited.';
create unique index waitlist_entry_turn_once on changlai.waitlist_entry (centre_id, pool_id, turn);
create index waitlist_entry_of_holder on changlai.waitlist_entry (holder_id, joined_at desc, entry_id);
create index waitlist_entry_live on changlai.waitlist_entry (centre_id, pool_id, turn)
  where state in ('waiting', 'offered');
create index waitlist_entry_by_deadline on changlai.waitlist_entry (offer_until)
  where state = 'offered';
create index waitlist_entry_saving on changlai.waitlist_entry (saved_until) where saved > 0;
create index waitlist_entry_of_booking on changlai.waitlist_entry (centre_id, booking_id)
  where booking_id is not null;

create table changlai.waitlist_attendee (
  centre_id text not null,
  entry_id changlai.centre_key not null,
  person_id uuid not null,
  pool_id changlai.centre_key not null,
  place integer not null,
  live boolean not null,
  constraint waitlist_attendee_pkey primary key (centre_id, entry_id, person_id),
  constraint waitlist_attendee_of_entry foreign key (centre_id, entry_id)
    references changlai.waitlist_entry (centre_id, entry_id),
  constraint waitlist_attendee_of_person foreign key (person_id)
    references changlai.person (person_id),
  constraint waitlist_attendee_place check (place >= 1)
);
comment on table changlai.waitlist_attendee is
  'Whom an entry of a waiting list is for, in order. live: while the entry waits or is offered seats, '
  'and the person has none in the pool already.';
create unique index waitlist_attendee_once
  on changlai.waitlist_attendee (centre_id, pool_id, person_id) where live;
create index waitlist_attendee_of_person on changlai.waitlist_attendee (person_id);

create table changlai.waitlist_move (
  centre_id text not null,
  entry_id changlai.centre_key not null,
  moved_at timestamptz not null,
  pool_id changlai.centre_key not null,
  moved_by uuid not null,
  from_position integer not null,
  reason text not null,
  constraint waitlist_move_pkey primary key (centre_id, entry_id, moved_at),
  constraint waitlist_move_of_entry foreign key (centre_id, entry_id)
    references changlai.waitlist_entry (centre_id, entry_id),
  constraint waitlist_move_by foreign key (moved_by) references changlai.person (person_id),
  constraint waitlist_move_from check (from_position >= 2),
  constraint waitlist_move_reason check (length(reason) between 2 and 60)
);
comment on table changlai.waitlist_move is
  'That staff (moved_by) put an entry at the front of its list, and why: everybody on the list reads it.';
create index waitlist_move_of_pool on changlai.waitlist_move (centre_id, pool_id, moved_at);
create index waitlist_move_by on changlai.waitlist_move (moved_by);

create table changlai.waitlist_outcome (
  centre_id text not null,
  pool_id changlai.centre_key not null,
  from_position integer not null,
  activity_id changlai.centre_key not null,
  waited integer not null,
  offered integer not null,
  constraint waitlist_outcome_pkey primary key (centre_id, pool_id, from_position),
  constraint waitlist_outcome_of_pool foreign key (centre_id, pool_id)
    references changlai.pool (centre_id, pool_id),
  constraint waitlist_outcome_of_activity foreign key (centre_id, activity_id)
    references changlai.activity (centre_id, activity_id),
  constraint waitlist_outcome_counts check (waited >= 1 and offered between 0 and waited)
);
comment on table changlai.waitlist_outcome is
  'What became of a list that ended: of those who joined in the band of positions that begins with '
  'from_position and did not leave unasked, how many waited and how many were offered their seats.';
create index waitlist_outcome_of_activity
  on changlai.waitlist_outcome (centre_id, activity_id, from_position);
create index waitlist_outcome_of_centre on changlai.waitlist_outcome (centre_id, from_position);
`
