import { type Kysely, sql } from 'kysely'

/** What a clock starts: who does it now, and how it went (decision 0047). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(TABLES).execute(db)
}

const TABLES = `
create table changlai.job (
  name text not null,
  lease text,
  leased_until timestamptz,
  begun_at timestamptz,
  ended_at timestamptz,
  succeeded_at timestamptz,
  took_ms integer,
  last_count integer,
  failures_in_row integer not null default 0,
  runs_done bigint not null default 0,
  runs_failed bigint not null default 0,
  runs_lost bigint not null default 0,
  rows_done bigint not null default 0,
  constraint job_pkey primary key (name),
  constraint job_name check (name ~ '^[a-z][a-z-]{2,39}$'),
  constraint job_leased check ((lease is null) = (leased_until is null))
);
comment on table changlai.job is
  'A job that a clock starts. lease: the run that has it, until leased_until or its end; by the '
  'database''s clock. runs_lost: runs whose lease ran out because their clock was lost. rows_done: what '
  'all runs did together.';
`
