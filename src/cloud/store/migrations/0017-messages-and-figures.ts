import { type Kysely, sql } from 'kysely'

/**
 * What staff say to a class, as one kind of notice, and by what a month's figures are found
 * (decision 0033).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(TABLES).execute(db)
}

const TABLES = `
create table changlai.class_message (
  centre_id text not null,
  message_id changlai.centre_key not null,
  activity_id changlai.centre_key not null,
  pool_id changlai.centre_key,
  text text not null,
  sent_at timestamptz not null,
  sent_by uuid not null,
  told integer not null,
  constraint class_message_pkey primary key (centre_id, message_id),
  constraint class_message_of_activity foreign key (centre_id, activity_id)
    references changlai.activity (centre_id, activity_id),
  constraint class_message_of_pool foreign key (centre_id, pool_id)
    references changlai.pool (centre_id, pool_id),
  constraint class_message_by foreign key (sent_by) references changlai.person (person_id),
  constraint class_message_id check (starts_with(message_id, centre_id || '.')),
  constraint class_message_text check (length(text) between 1 and 120),
  constraint class_message_told check (told >= 1)
);
comment on table changlai.class_message is
  'What staff (sent_by) said to everybody with a seat in an activity, or in one pool of it; told is how '
  'many people. Rows are added and never changed.';
create index class_message_of_activity
  on changlai.class_message (centre_id, activity_id, sent_at desc);
create index class_message_of_pool on changlai.class_message (centre_id, pool_id)
  where pool_id is not null;
create index class_message_by on changlai.class_message (sent_by);

alter table changlai.notice
  add column message_id changlai.centre_key,
  drop constraint notice_kind,
  add constraint notice_kind check (kind in ('lesson-moved', 'lesson-cancelled',
    'activity-changed', 'activity-cancelled', 'class-message')),
  add constraint notice_of_message foreign key (centre_id, message_id)
    references changlai.class_message (centre_id, message_id),
  add constraint notice_message
    check ((kind = 'class-message') = (message_id is not null)
      and (kind <> 'class-message' or booking_id is not null));
create unique index notice_message_once
  on changlai.notice (centre_id, message_id, person_id) where message_id is not null;

create index booking_given_back on changlai.booking (centre_id, cancelled_at)
  where status = 'cancelled';
create index waitlist_entry_by_joining on changlai.waitlist_entry (centre_id, joined_at)
  where joined_position is not null;
`
