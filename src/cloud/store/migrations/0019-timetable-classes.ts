import { type Kysely, sql } from 'kysely'

/** What the last import of a timetable read and made of each class (decision 0037). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(TABLES).execute(db)
}

const TABLES = `
create table changlai.timetable_class (
  centre_id text not null,
  activity_id changlai.centre_key not null,
  read jsonb not null,
  said jsonb not null,
  when_words text,
  position integer not null,
  imported_at timestamptz not null,
  imported_by uuid not null,
  constraint timetable_class_pkey primary key (centre_id, activity_id),
  constraint timetable_class_of_activity foreign key (centre_id, activity_id)
    references changlai.activity (centre_id, activity_id) on delete cascade,
  constraint timetable_class_by foreign key (imported_by) references changlai.person (person_id),
  constraint timetable_class_read
    check (jsonb_typeof(read) = 'object' and length(read::text) <= 60000),
  constraint timetable_class_said
    check (jsonb_typeof(said) = 'object' and length(said::text) <= 60000),
  constraint timetable_class_when_words check (length(when_words) between 1 and 2000),
  constraint timetable_class_position check (position >= 0)
);
comment on table changlai.timetable_class is
  'What the last import of a timetable read of an activity (read), and what was meant with the answers '
  'of staff (said): the next import changes only what the sheet says otherwise, and asks nothing twice. '
  'when_words: the clerk''s words of when. position: where it stood in the sheet.';
create index timetable_class_by on changlai.timetable_class (imported_by);
`
