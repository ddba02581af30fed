import { type Kysely, sql } from 'kysely'

/**
 * What WeChat tells people outside the app: who accepted how many messages, what is to be sent, and what
 * became of it (decision 0047).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(TABLES).execute(db)
}

const TABLES = `
create table changlai.alert_acceptance (
  person_id uuid not null,
  template text not null,
  request_id text not null,
  accepted_at timestamptz not null,
  used_at timestamptz,
  used_by uuid,
  constraint alert_acceptance_pkey primary key (person_id, template, request_id),
  constraint alert_acceptance_of_person foreign key (person_id)
    references changlai.person (person_id) on delete cascade,
  constraint alert_acceptance_template
    check (template in ('tomorrow', 'soon', 'seat', 'change', 'private')),
  constraint alert_acceptance_used check ((used_at is null) = (used_by is null))
);
comment on table changlai.alert_acceptance is
  'That somebody accepted one message of a template by a tap (request_id); used_by is the alert that '
  'took it. One acceptance is one message, and the platform does not tell how many are left.';
create index alert_acceptance_unused on changlai.alert_acceptance (person_id, template, accepted_at)
  where used_at is null;
create index alert_acceptance_by_age on changlai.alert_acceptance (accepted_at);

create table changlai.alert_answer (
  person_id uuid not null,
  template text not null,
  answer text not null,
  answered_at timestamptz not null,
  constraint alert_answer_pkey primary key (person_id, template),
  constraint alert_answer_of_person foreign key (person_id)
    references changlai.person (person_id) on delete cascade,
  constraint alert_answer_template
    check (template in ('tomorrow', 'soon', 'seat', 'change', 'private')),
  constraint alert_answer_answer check (answer in ('accept', 'reject', 'ban', 'filter'))
);
comment on table changlai.alert_answer is
  'What somebody said last when they were asked for messages of a template, so that nobody is asked '
  'again without need; reject also where the platform says that they take no more (43101).';

create table changlai.alert (
  centre_id text not null,
  alert_id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  purpose text not null,
  about text not null,
  turn text not null default '',
  made_at timestamptz not null,
  until timestamptz,
  state text not null default 'waiting',
  why text,
  tries integer not null default 0,
  lost integer not null default 0,
  next_try_at timestamptz not null,
  leased_until timestamptz,
  acceptance text,
  code integer,
  ended_at timestamptz,
  constraint alert_pkey primary key (centre_id, alert_id),
  constraint alert_of_centre foreign key (centre_id) references changlai.centre (centre_id),
  constraint alert_of_person foreign key (person_id)
    references changlai.person (person_id) on delete cascade,
  constraint alert_once unique (centre_id, person_id, purpose, about, turn),
  constraint alert_purpose check (purpose in ('lesson-tomorrow', 'lesson-soon', 'seat-offered',
    'ballot-drawn', 'lesson-changed', 'private-news')),
  constraint alert_about check (starts_with(about, centre_id || '.') and length(turn) <= 20),
  constraint alert_state check (state in ('waiting', 'sent', 'dropped', 'failed')),
  constraint alert_ended check ((state = 'waiting') = (ended_at is null)
    and (state in ('dropped', 'failed')) = (why is not null)),
  constraint alert_counts check (tries >= 0 and lost between 0 and 1)
);
comment on table changlai.alert is
  'A message to be sent by WeChat, written with what it tells, once for a person, a purpose and what it '
  'is about: a lesson and its day (turn), an entry of a waiting list, a ballot, a notice, a line of a '
  'consultation. It names rows and holds no word of what is said. acceptance: the tap that it uses. '
  'lost: tries of which nobody knows whether they arrived. Forgotten a month after its end.';
create index alert_to_send on changlai.alert (next_try_at) where state = 'waiting';
create index alert_of_person_index on changlai.alert (person_id);
create index alert_over on changlai.alert (ended_at) where state <> 'waiting';

create table changlai.alert_tally (
  purpose text not null,
  outcome text not null,
  count bigint not null,
  constraint alert_tally_pkey primary key (purpose, outcome),
  constraint alert_tally_count check (count >= 0)
);
comment on table changlai.alert_tally is
  'How many alerts of each purpose ended how, in all: sent, or why not. No person stands behind it.';

create table changlai.delivered_alert (
  person_id uuid not null,
  alert_id uuid not null,
  template text not null,
  fields jsonb not null,
  delivered_at timestamptz not null,
  constraint delivered_alert_pkey primary key (person_id, alert_id),
  constraint delivered_alert_of_person foreign key (person_id)
    references changlai.person (person_id) on delete cascade,
  constraint delivered_alert_fields check (jsonb_typeof(fields) = 'array' and length(fields::text) <= 2000)
);
comment on table changlai.delivered_alert is
  'What the local host delivered in WeChat''s place, as the person would have read it there. Empty '
  'wherever WeChat delivers.';
create index delivered_alert_by_age on changlai.delivered_alert (delivered_at);

create index occurrence_by_start on changlai.occurrence (starts_at) where state <> 'cancelled';
`
