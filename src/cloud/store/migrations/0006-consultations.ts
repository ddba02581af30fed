import { type Kysely, sql } from 'kysely'

/**
 * Private hours, disputes and feedback. What somebody wrote of a legal matter or a dispute stands here
 * sealed (docs/decisions, "sealed consultations"); feedback stands in `plain`. Roles `mediator` and
 * `doctor` come with them.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(TABLES).execute(db)
}

const TABLES = `
alter table changlai.role_grant drop constraint role_grant_role_check;
alter table changlai.role_grant add constraint role_grant_role_check
  check (role in ('staff', 'lawyer', 'mediator', 'doctor', 'volunteer', 'district'));

create table changlai.sealing_secret (
  purpose text primary key check (purpose in ('names')),
  key_version integer not null check (key_version > 0),
  wrapped_key bytea not null,
  created_at timestamptz not null
);
comment on table changlai.sealing_secret is
  'Keys of the deployment, wrapped under the master key of key_version. names: the key of the hashes '
  'by which parties are compared.';

create table changlai.consultation_slot (
  centre_id text not null,
  pool_id changlai.centre_key not null,
  person_id uuid not null references changlai.person (person_id),
  service text not null check (service in ('legal', 'mediation')),
  channels text[] not null check (cardinality(channels) between 1 and 3),
  primary key (centre_id, pool_id),
  foreign key (centre_id, pool_id) references changlai.pool (centre_id, pool_id) on delete cascade
);
comment on table changlai.consultation_slot is
  'Whose time a pool is: a lawyer''s or a mediator''s. channels: in-person, phone, wechat.';
create index consultation_slot_of_professional on changlai.consultation_slot (person_id, centre_id, service);

create table changlai.office_hours (
  centre_id text not null references changlai.centre (centre_id),
  person_id uuid not null references changlai.person (person_id) on delete cascade,
  service text not null check (service in ('legal', 'mediation')),
  month text not null check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  hours jsonb not null,
  published_at timestamptz not null,
  primary key (centre_id, person_id, service, month)
);
create index office_hours_of_person on changlai.office_hours (person_id);
comment on table changlai.office_hours is
  'What a professional set for a month, as in the contract''s OfficeHours; months at UTC+8.';

create table changlai.consultation (
  centre_id text not null references changlai.centre (centre_id),
  consultation_id changlai.centre_key not null check (starts_with(consultation_id, centre_id || '.')),
  person_id uuid not null references changlai.person (person_id),
  service text not null check (service in ('legal', 'mediation', 'feedback')),
  state text not null check (state in ('received', 'assigned', 'accepted', 'closed', 'withdrawn')),
  urgent boolean not null default false,
  professional_id uuid references changlai.person (person_id),
  booking_id changlai.centre_key,
  proposed_pool_id changlai.centre_key,
  awaiting text check (awaiting in ('resident', 'professional')),
  outcome text check (outcome in ('advised', 'settled', 'unsettled', 'referred', 'no-show', 'other')),
  satisfaction smallint check (satisfaction between 1 and 5),
  consent_version text,
  created_at timestamptz not null,
  state_since timestamptz not null,
  due_at timestamptz,
  closed_at timestamptz,
  deleted_at timestamptz,
  key_version integer check (key_version > 0),
  wrapped_key bytea,
  sealed bytea,
  plain jsonb,
  primary key (centre_id, consultation_id),
  foreign key (centre_id, booking_id) references changlai.booking (centre_id, booking_id),
  foreign key (centre_id, proposed_pool_id) references changlai.pool (centre_id, pool_id)
    on delete set null (proposed_pool_id),
  constraint consultation_sealed_or_plain check (case service
    when 'feedback' then sealed is null and wrapped_key is null
    else plain is null and (wrapped_key is null) = (key_version is null)
      and (sealed is null) = (wrapped_key is null) and consent_version is not null end),
  constraint consultation_has_professional check (
    (state = 'received' and professional_id is null)
    or (state in ('assigned', 'accepted') and professional_id is not null)
    or state in ('closed', 'withdrawn')),
  check ((closed_at is not null) = (state in ('closed', 'withdrawn'))),
  check (outcome is null or state = 'closed')
);
comment on table changlai.consultation is
  'What a resident brought to a centre. sealed: AES-256-GCM under a data key of its own, which stands '
  'wrapped under the master key of key_version; both are null once the key was destroyed, at deleted_at '
  'at the latest after closing. plain: feedback alone. booking_id: the seat of the agreed time. '
  'state_since and due_at: domain/consultation/course.';
create index consultation_of_person on changlai.consultation (person_id, created_at desc, consultation_id);
create index consultation_of_professional on changlai.consultation (professional_id, centre_id, state)
  where professional_id is not null;
create index consultation_open_in_centre on changlai.consultation (centre_id, service, due_at)
  where state in ('received', 'assigned', 'accepted');
create index consultation_feedback on changlai.consultation (centre_id, state)
  where service = 'feedback';
create index consultation_by_deletion on changlai.consultation (deleted_at)
  where wrapped_key is not null or plain is not null;
create index consultation_by_key on changlai.consultation (key_version) where wrapped_key is not null;
create index consultation_of_proposed_pool on changlai.consultation (centre_id, proposed_pool_id)
  where proposed_pool_id is not null;
create unique index consultation_of_booking on changlai.consultation (centre_id, booking_id)
  where booking_id is not null;

create table changlai.consultation_entry (
  centre_id text not null,
  consultation_id changlai.centre_key not null,
  position integer not null check (position > 0),
  kind text not null check (kind in
    ('question', 'reply', 'declined', 'proposal', 'outcome', 'answer', 'handed-over', 'reassigned')),
  author text not null check (author in ('resident', 'professional', 'staff')),
  at timestamptz not null,
  sealed bytea,
  plain text check (length(plain) <= 1000),
  primary key (centre_id, consultation_id, position),
  foreign key (centre_id, consultation_id)
    references changlai.consultation (centre_id, consultation_id) on delete cascade,
  check (sealed is null or plain is null)
);
comment on table changlai.consultation_entry is
  'What was said in the course of a consultation, in order. sealed under the consultation''s own key; '
  'plain for feedback.';

create table changlai.consultation_attachment (
  centre_id text not null,
  attachment_id changlai.centre_key not null check (starts_with(attachment_id, centre_id || '.')),
  consultation_id changlai.centre_key not null,
  kind text not null check (kind in ('jpeg', 'png', 'webp', 'pdf')),
  bytes integer not null check (bytes between 1 and 10485760),
  sealed_name bytea not null,
  sealed bytea not null,
  added_at timestamptz not null,
  primary key (centre_id, attachment_id),
  foreign key (centre_id, consultation_id)
    references changlai.consultation (centre_id, consultation_id) on delete cascade
);
comment on table changlai.consultation_attachment is
  'A picture or PDF of a consultation, without metadata, sealed under its key.';
create index attachment_of_consultation on changlai.consultation_attachment (centre_id, consultation_id, added_at);

create table changlai.consultation_opening (
  centre_id text not null,
  consultation_id changlai.centre_key not null,
  opening_id uuid not null,
  person_id uuid not null references changlai.person (person_id),
  role text not null check (role in ('lawyer', 'mediator')),
  what text not null check (what in ('consultation', 'attachment', 'referral')),
  at timestamptz not null,
  primary key (centre_id, consultation_id, opening_id),
  foreign key (centre_id, consultation_id)
    references changlai.consultation (centre_id, consultation_id) on delete cascade
);
comment on table changlai.consultation_opening is
  'Each time that a professional was given what is sealed; written before it is given.';
create index opening_of_person on changlai.consultation_opening (person_id);
create index opening_by_time on changlai.consultation_opening (centre_id, consultation_id, at desc);

create table changlai.professional_met (
  person_id uuid not null references changlai.person (person_id) on delete cascade,
  side text not null check (side in ('own', 'other')),
  name_hash bytea not null check (length(name_hash) = 32),
  centre_id text not null,
  consultation_id changlai.centre_key not null,
  met_at timestamptz not null,
  primary key (centre_id, person_id, side, name_hash, consultation_id)
);
comment on table changlai.professional_met is
  'The parties whom a professional has met: HMAC-SHA-256 of their normalised names. Asked across '
  'centres, because a lawyer serves several. Kept for two years after the meeting.';
create index professional_met_by_name on changlai.professional_met (name_hash, side, person_id);
create index professional_met_of_person on changlai.professional_met (person_id);
create index professional_met_by_age on changlai.professional_met (met_at);

create table changlai.consultation_tally (
  centre_id text not null references changlai.centre (centre_id),
  month text not null check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  service text not null check (service in ('legal', 'mediation')),
  kind text not null,
  outcome text not null,
  closed integer not null default 0 check (closed >= 0),
  rated integer not null default 0 check (rated >= 0),
  satisfaction_sum integer not null default 0 check (satisfaction_sum >= 0),
  primary key (centre_id, month, service, kind, outcome)
);
comment on table changlai.consultation_tally is
  'How many consultations were closed in a month (UTC+8), without any person; kind and outcome as in '
  'domain/consultation.';
`
