import { type Kysely, sql } from 'kysely'

/**
 * The roles 负责人 and 教师, invitations to a role, roles that ended, and what people did by a role,
 * written down for good (decision 0031).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(TABLES).execute(db)
}

const ROLES =
  "'staff', 'lawyer', 'mediator', 'doctor', 'volunteer', 'district', 'director', 'teacher'"

/**
 * What residents ask by the hundred in a minute needs no role and pays for no look into the audit.
 * Every other command looks, so that one which is added later is not forgotten.
 */
const OF_RESIDENTS = `'seats.book', 'seats.cancel', 'waitlist.join', 'waitlist.leave', 'waitlist.accept',
  'ballot.enter', 'ballot.leave', 'attendance.checkIn', 'stations.report', 'stations.confirm'`

const TABLES = `
alter table changlai.role_grant
  drop constraint role_grant_role_check,
  add column granted_at timestamptz,
  add column granted_by uuid,
  add constraint role_grant_role check (role in (${ROLES})),
  add constraint role_grant_granted_by foreign key (granted_by) references changlai.person (person_id);
create index role_grant_of_giver on changlai.role_grant (granted_by) where granted_by is not null;
comment on table changlai.role_grant is
  'A role of a person in a centre; ''*'' is every centre of the deployment. Since when and by whom it was '
  'given; null where an operator gave it.';
alter table changlai.pool
  drop constraint pool_only_role,
  add constraint pool_only_role check (only_role in (${ROLES}));

create table changlai.ended_role (
  centre_id text not null,
  person_id uuid not null,
  role text not null,
  ended_at timestamptz not null,
  ended_by uuid not null,
  granted_at timestamptz,
  granted_by uuid,
  constraint ended_role_pkey primary key (centre_id, person_id, role, ended_at),
  constraint ended_role_of_person foreign key (person_id) references changlai.person (person_id),
  constraint ended_role_by foreign key (ended_by) references changlai.person (person_id),
  constraint ended_role_given_by foreign key (granted_by) references changlai.person (person_id),
  constraint ended_role_role check (role in (${ROLES}))
);
comment on table changlai.ended_role is
  'A role that was taken away, by whom and when. Rows are added and never changed.';
create index ended_role_of_person on changlai.ended_role (person_id);
create index ended_role_of_ender on changlai.ended_role (ended_by);
create index ended_role_of_giver on changlai.ended_role (granted_by) where granted_by is not null;

create table changlai.role_invitation (
  centre_id text not null,
  invitation_id text not null,
  role text not null,
  note text not null,
  code_hash bytea not null,
  made_by uuid not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_by uuid,
  accepted_at timestamptz,
  revoked_at timestamptz,
  constraint role_invitation_pkey primary key (centre_id, invitation_id),
  constraint role_invitation_once unique (code_hash),
  constraint role_invitation_made_by foreign key (made_by) references changlai.person (person_id),
  constraint role_invitation_accepted_by foreign key (accepted_by) references changlai.person (person_id),
  constraint role_invitation_id check (invitation_id ~ '^[a-z2-7]{16}$'),
  constraint role_invitation_role check (role in (${ROLES})),
  constraint role_invitation_note check (length(note) between 1 and 20),
  constraint role_invitation_code_hash check (length(code_hash) = 32),
  constraint role_invitation_lasts check (expires_at > made_at),
  constraint role_invitation_accepted check ((accepted_by is null) = (accepted_at is null)),
  constraint role_invitation_one_end check (accepted_at is null or revoked_at is null)
);
comment on table changlai.role_invitation is
  'That whoever has a code may take up a role, once. code_hash is the SHA-256 of the code, which is '
  'written down nowhere. note: whom it is for, for those who invite. It counts only while made_by may '
  'still invite.';
create index role_invitation_by on changlai.role_invitation (made_by);
create index role_invitation_accepted_by on changlai.role_invitation (accepted_by)
  where accepted_by is not null;

create table changlai.audit_entry (
  centre_id text not null,
  entry_id text not null,
  at timestamptz not null,
  person_id uuid not null,
  role text not null,
  operation text not null,
  target text not null,
  request_id text,
  facts jsonb not null,
  constraint audit_entry_pkey primary key (centre_id, entry_id),
  constraint audit_entry_of_person foreign key (person_id) references changlai.person (person_id),
  constraint audit_entry_id check (entry_id ~ '^[a-z2-7]{16}$'),
  constraint audit_entry_role check (role in (${ROLES})),
  constraint audit_entry_operation check (length(operation) between 1 and 60),
  constraint audit_entry_target check (length(target) between 1 and 64),
  constraint audit_entry_facts check (jsonb_typeof(facts) = 'object' and length(facts::text) <= 2000)
);
comment on table changlai.audit_entry is
  'What somebody asked by a role, written down before it was done. request_id: of a command. facts: a '
  'few fields of the input that neither name nor tell anybody''s story. The application may only read '
  'and add rows.';
create unique index audit_entry_once on changlai.audit_entry (person_id, request_id)
  where request_id is not null;
create index audit_entry_by_time on changlai.audit_entry (centre_id, at desc, entry_id desc);
create index audit_entry_of_person on changlai.audit_entry (person_id, centre_id, at desc, entry_id desc);
create index audit_entry_of_operation
  on changlai.audit_entry (centre_id, operation, at desc, entry_id desc);
create index audit_entry_of_target on changlai.audit_entry (centre_id, target, at desc, entry_id desc);

create table changlai.audit_outcome (
  centre_id text not null,
  entry_id text not null,
  at timestamptz not null,
  refused text,
  constraint audit_outcome_pkey primary key (centre_id, entry_id),
  constraint audit_outcome_of_entry foreign key (centre_id, entry_id)
    references changlai.audit_entry (centre_id, entry_id) on delete cascade,
  constraint audit_outcome_refused check (length(refused) between 1 and 60)
);
comment on table changlai.audit_outcome is
  'What came of a command of the audit: null where it was done, else the code it was refused with. '
  'Written by a trigger with the answer, and so with the effect. The application may only read and add.';

create function changlai.write_audit_outcome() returns trigger
language plpgsql set search_path = pg_catalog as $$
begin
  insert into changlai.audit_outcome (centre_id, entry_id, at, refused)
  select entry.centre_id, entry.entry_id, new.answered_at,
    case when new.answer -> 'ok' = 'true' then null else new.answer ->> 'code' end
  from changlai.audit_entry as entry
  where entry.person_id = new.person_id and entry.request_id = new.request_id
  on conflict do nothing;
  return null;
end $$;
comment on function changlai.write_audit_outcome() is
  'Writes down what came of a command, in the statement that writes its answer.';
create trigger audit_outcome after insert on changlai.answered_request
  for each row when (new.operation not in (${OF_RESIDENTS}))
  execute function changlai.write_audit_outcome();

create function changlai.forget_audit() returns bigint
language sql security definer set search_path = pg_catalog as $$
  with forgotten as (
    delete from changlai.audit_entry where (centre_id, entry_id) in (
      select centre_id, entry_id from changlai.audit_entry
      where at < now() - interval '3 years' order by at limit 10000
    ) returning 1
  )
  select count(*) from forgotten
$$;
comment on function changlai.forget_audit() is
  'Deletes what is older than three years, at most 10,000 at once, as the owner of the tables: the one '
  'way to delete of the audit, by the server''s own clock. Gives how many.';
create index audit_entry_of_age on changlai.audit_entry (at);
`
