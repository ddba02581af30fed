import { type Kysely, sql } from 'kysely'

/**
 * Activities that staff write, publish and change as a whole, their cover pictures, and notices that
 * are about a whole activity (decision 0035).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(TABLES).execute(db)
}

const TABLES = `
alter table changlai.activity
  add column version integer not null default 1,
  add column state text not null default 'published',
  add column lessons jsonb,
  add column import_key text,
  add column changed_at timestamptz not null default now(),
  add column changed_by uuid,
  add column cover text,
  add column cover_width integer,
  add column cover_height integer;
update changlai.activity
set state = case when published then 'published' else 'draft' end, changed_at = created_at;
alter table changlai.activity
  add constraint activity_state check (state in ('draft', 'published', 'cancelled')),
  add constraint activity_published check (published = (state <> 'draft')),
  add constraint activity_version check (version >= 1),
  add constraint activity_lessons check (jsonb_typeof(lessons) = 'array'),
  add constraint activity_import_key check (length(import_key) between 1 and 200),
  add constraint activity_changed_by foreign key (changed_by) references changlai.person (person_id),
  add constraint activity_cover_shape check (
    (cover is null) = (cover_width is null) and (cover is null) = (cover_height is null)
    and cover_width between 1 and 1280 and cover_height between 1 and 1280);
create unique index activity_import_key_once on changlai.activity (centre_id, import_key)
  where import_key is not null;
create index activity_by_change
  on changlai.activity (centre_id, changed_at desc, activity_id);
create index activity_changed_by on changlai.activity (changed_by) where changed_by is not null;
comment on table changlai.activity is
  'Something a centre offers. rule: the recurrence (domain/calendar/recurrence). seating: '
  'how its pools are made (domain/calendar/seating); null needs no seat. guests_from_list: the seat of '
  'somebody who is excused from a lesson of a course goes, for that lesson, to who waited for the course. '
  'lessons: the lessons that staff listed (domain/programme/plan), which rule then says as well as it '
  'can; null where the rule gives them. version moves on with every change by staff. A draft has neither '
  'pools nor occurrences. import_key names it in the clerk''s timetable.';

create table changlai.activity_cover (
  centre_id text not null,
  cover_id text not null,
  activity_id changlai.centre_key not null,
  jpeg bytea not null,
  hung_at timestamptz not null,
  constraint activity_cover_pkey primary key (centre_id, cover_id),
  constraint activity_cover_of_activity foreign key (centre_id, activity_id)
    references changlai.activity (centre_id, activity_id) on delete cascade,
  constraint activity_cover_once unique (centre_id, activity_id),
  constraint activity_cover_id check (cover_id ~ '^c-[a-z2-7]{26}$'),
  constraint activity_cover_bytes check (length(jpeg) between 1 and 187500)
);
comment on table changlai.activity_cover is
  'The picture of an activity, drawn anew without metadata; activity.cover names it. One that is '
  'replaced is deleted and its name never used again. In base64 it is at most 250,000 characters.';

create table changlai.activity_change (
  centre_id text not null,
  activity_id changlai.centre_key not null,
  number integer not null,
  kind text not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  reason text,
  facts jsonb not null,
  constraint activity_change_pkey primary key (centre_id, activity_id, number),
  constraint activity_change_of_activity foreign key (centre_id, activity_id)
    references changlai.activity (centre_id, activity_id),
  constraint activity_change_by foreign key (changed_by) references changlai.person (person_id),
  constraint activity_change_number check (number >= 1),
  constraint activity_change_kind check (kind in ('published', 'changed', 'postponed', 'cancelled')),
  constraint activity_change_reason check (length(reason) between 2 and 60),
  constraint activity_change_facts
    check (jsonb_typeof(facts) = 'object' and length(facts::text) <= 2000)
);
comment on table changlai.activity_change is
  'That staff (changed_by) published, changed, postponed or cancelled a whole activity, and why; number '
  'is the version that it then had. facts: how many lessons were moved, added and cancelled. Rows are '
  'added and never changed.';
create index activity_change_by on changlai.activity_change (changed_by);

alter table changlai.lesson_change alter column reason drop not null;
comment on table changlai.lesson_change is
  'That staff (changed_by) moved or cancelled a lesson, from what to what and why: everybody who has a '
  'seat reads the reason; null where nobody had one. Rows are added and never changed.';

alter table changlai.notice
  add column activity_id changlai.centre_key,
  add column activity_change integer,
  drop constraint notice_kind,
  add constraint notice_kind check (kind in
    ('lesson-moved', 'lesson-cancelled', 'activity-changed', 'activity-cancelled')),
  add constraint notice_of_activity_change foreign key (centre_id, activity_id, activity_change)
    references changlai.activity_change (centre_id, activity_id, number),
  add constraint notice_of_activity
    check (kind not in ('activity-changed', 'activity-cancelled')
      or (booking_id is not null and activity_id is not null and activity_change is not null));
create unique index notice_of_activity_once
  on changlai.notice (centre_id, activity_id, activity_change, person_id);
comment on table changlai.notice is
  'What a person is to be told, written with what it is about: a change of a lesson, or of a whole '
  'activity, one however many lessons it moves; whatever sends messages reads it here. '
  'facts: beside the rows that it names, and without a name or a private word.';
`
