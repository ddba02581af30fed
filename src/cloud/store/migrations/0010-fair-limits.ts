import { type Kysely, sql } from 'kysely'

/**
 * Limits that keep it fair, per attendee and term: how many courses of a term a centre gives, how many
 * seats an activity, and groups of parallel classes of which one is for each (decision 0026).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(COLUMNS).execute(db)
}

const COLUMNS = `
alter table changlai.centre
  add column courses_per_term smallint,
  add constraint centre_courses_per_term check (courses_per_term between 1 and 20);
comment on column changlai.centre.courses_per_term is
  'How many seats of courses that are booked for a whole term one attendee may hold in one term; null '
  'for any number.';

alter table changlai.activity
  add column seats_per_term smallint,
  add column parallel_group text,
  add constraint activity_seats_per_term check (seats_per_term between 1 and 100),
  add constraint activity_parallel_group check (length(parallel_group) between 1 and 20);
comment on column changlai.activity.seats_per_term is
  'How many seats of this activity one attendee may hold in one term; null for any number.';
comment on column changlai.activity.parallel_group is
  'The name of the group of parallel classes that this is one of: an attendee holds seats of one of '
  'them in one term. Null for none.';
create index activity_of_parallel_group on changlai.activity (centre_id, parallel_group)
  where parallel_group is not null;
`
