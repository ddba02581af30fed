import { type Kysely, sql } from 'kysely'

/** Files on their way from a person into an operation. They belong to a person, not to a centre. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(TABLES).execute(db)
}

const TABLES = `
create table changlai.uploaded_file (
  file_id text primary key check (file_id ~ '^f-[a-z2-7]{26}$'),
  person_id uuid not null references changlai.person (person_id) on delete cascade,
  name text not null check (length(name) between 1 and 120),
  kind text not null check (kind in ('pdf', 'png', 'jpeg', 'webp', 'xlsx', 'xls', 'csv')),
  bytes integer not null check (bytes between 1 and 10485760),
  content bytea not null check (length(content) = bytes),
  received_at timestamptz not null
);
comment on table changlai.uploaded_file is
  'A file that somebody sent, for an operation to take up; deleted after a day. kind is what its '
  'first bytes say, never its name.';
create index uploaded_file_of_person on changlai.uploaded_file (person_id, received_at);
create index uploaded_file_by_age on changlai.uploaded_file (received_at);
`
