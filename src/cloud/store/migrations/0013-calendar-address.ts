import { type Kysely, sql } from 'kysely'

/** The secret addresses under which phones read what somebody booked (decision 0029). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(TABLES).execute(db)
}

const TABLES = `
create table changlai.calendar_address (
  person_id uuid not null,
  token_hash bytea not null,
  made_at timestamptz not null,
  constraint calendar_address_pkey primary key (person_id),
  constraint calendar_address_of_person foreign key (person_id)
    references changlai.person (person_id) on delete cascade,
  constraint calendar_address_once unique (token_hash),
  constraint calendar_address_token_hash check (length(token_hash) = 32)
);
comment on table changlai.calendar_address is
  'The address under which calendars read what a person booked, one a person; ended by deletion. '
  'token_hash is the SHA-256 of what the address ends in, which is written down nowhere. Who reads '
  'it, and when, is not kept.';
`
