import { type Kysely, sql } from 'kysely'

/** Erasing an account, and forgetting whose old seats were (decision 0048). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(TABLES).execute(db)
}

const TABLES = `
alter table changlai.person add column nobody boolean not null default false;
comment on table changlai.person is
  'Somebody who uses the product, or for whom a relative books. Nothing else is asked of a person. '
  'booking_turn moves on with every booking for the person, so that two at once notice each other. '
  'nobody: a number in the place of somebody who was forgotten, so that what is counted stays right; no '
  'platform names it, and it has no name.';

alter table changlai.attendance
  drop constraint attendance_of_attendee,
  add constraint attendance_of_attendee foreign key (centre_id, booking_id, person_id)
    references changlai.booking_attendee (centre_id, booking_id, person_id)
    on update cascade not valid;
alter table changlai.attendance validate constraint attendance_of_attendee;

-- What was done by a role is kept for three years, also when whoever did it is not here any more.
alter table changlai.audit_entry drop constraint audit_entry_of_person;
alter table changlai.ended_role
  drop constraint ended_role_of_person,
  drop constraint ended_role_by,
  drop constraint ended_role_given_by;

create table changlai.erasure (
  receipt bytea not null,
  answer jsonb not null,
  erased_at timestamptz not null,
  constraint erasure_pkey primary key (receipt),
  constraint erasure_receipt check (length(receipt) = 32),
  constraint erasure_answer check (jsonb_typeof(answer) = 'object')
);
comment on table changlai.erasure is
  'What was answered to somebody who erased their account, so that a retry gets it again. receipt is the '
  'SHA-256 of who they were and their requestId, which stands nowhere. Kept as long as other answers.';
create index erasure_by_age on changlai.erasure (erased_at);
`
