import { type Kysely, sql } from 'kysely'

/** Where in the platform's cloud storage phones may put a file for us. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(TABLES).execute(db)
}

const TABLES = `
create table changlai.upload_path (
  path_id text primary key check (path_id ~ '^[a-z2-7]{26}$'),
  person_id uuid not null references changlai.person (person_id) on delete cascade,
  name text not null check (length(name) between 1 and 120),
  begun_at timestamptz not null
);
comment on table changlai.upload_path is
  'uploads/<path_id> in cloud storage is where this person may put a file of this name, for an hour '
  'and once.';
create index upload_path_of_person on changlai.upload_path (person_id, begun_at);
create index upload_path_by_age on changlai.upload_path (begun_at);
`
