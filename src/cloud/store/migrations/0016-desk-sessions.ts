import { type Kysely, sql } from 'kysely'

/** Signing in at a desk, and the sessions that come of it (decision 0032). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(TABLES).execute(db)
}

const TABLES = `
create table changlai.desk_sign_in (
  request_key text not null,
  secret_hash bytea not null,
  code text not null,
  check_number text not null,
  choices jsonb not null,
  browser text not null,
  system text not null,
  state text not null default 'waiting',
  person_id uuid,
  began_at timestamptz not null,
  expires_at timestamptz not null,
  polled_at timestamptz,
  poll_after_ms integer not null,
  constraint desk_sign_in_pkey primary key (request_key),
  constraint desk_sign_in_code_once unique (code),
  constraint desk_sign_in_of_person foreign key (person_id)
    references changlai.person (person_id) on delete cascade,
  constraint desk_sign_in_secret_hash check (length(secret_hash) = 32),
  constraint desk_sign_in_state
    check (state in ('waiting', 'seen', 'approved', 'refused', 'claimed')),
  constraint desk_sign_in_is_somebodys check ((state = 'waiting') = (person_id is null))
);
comment on table changlai.desk_sign_in is
  'A sign-in at a desk that a phone is to approve. secret_hash is the SHA-256 of what the desk alone '
  'has; person_id is whoever looked at it first. No address is kept. Who nobody looked at goes when '
  'it is over or too many wait; the rest after a week.';
create index desk_sign_in_of_person_index on changlai.desk_sign_in (person_id);
create index desk_sign_in_waiting on changlai.desk_sign_in (began_at) where state = 'waiting';
create index desk_sign_in_over on changlai.desk_sign_in (expires_at);

create table changlai.desk_session (
  session_id text not null,
  person_id uuid not null,
  token_hash bytea not null,
  browser text not null,
  system text not null,
  began_at timestamptz not null,
  seen_at timestamptz not null,
  ended_at timestamptz,
  constraint desk_session_pkey primary key (session_id),
  constraint desk_session_of_person foreign key (person_id)
    references changlai.person (person_id) on delete cascade,
  constraint desk_session_once unique (token_hash),
  constraint desk_session_token_hash check (length(token_hash) = 32)
);
comment on table changlai.desk_session is
  'Where somebody is or was signed in at a desk. token_hash is the SHA-256 of what stands in the '
  'browser''s cookie and nowhere else. Kept of the browser: its family and times, to the minute; no '
  'address. Forgotten a week after its end.';
create index desk_session_of_person_index on changlai.desk_session (person_id, began_at);
create index desk_session_over on changlai.desk_session (began_at);
`
