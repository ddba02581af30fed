import { type Kysely, sql } from 'kysely'

/**
 * Single lessons of a course: seats that somebody who is excused leaves to a guest, lessons that staff
 * move or cancel, and what people are told of it (decision 0028).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(TABLES).execute(db)
}

const TABLES = `
alter table changlai.activity add column guests_from_list boolean not null default false;
comment on table changlai.activity is
  'Something a centre offers. rule: the recurrence (domain/calendar/recurrence). seating: '
  'how its pools are made (domain/calendar/seating); null needs no seat. guests_from_list: the seat of '
  'somebody who is excused from a lesson of a course goes, for that lesson, to who waited for the course.';

alter table changlai.pool
  add column guest_of changlai.centre_key,
  add column lessons_turn integer not null default 0,
  drop constraint pool_capacity_check,
  add constraint pool_capacity
    check (capacity between case when guest_of is null then 1 else 0 end and 100000),
  add constraint pool_guest_of foreign key (centre_id, guest_of)
    references changlai.occurrence (centre_id, occurrence_id);
create unique index pool_guests_once on changlai.pool (centre_id, guest_of)
  where guest_of is not null;
comment on table changlai.pool is
  'Seats that can be reserved: of one occurrence or of a whole term. starts_at and ends_at '
  'span the occurrences it covers. home_centre_until: until then only people whose home '
  'centre this is may book. only_role: only people who hold this role in the centre may '
  'book. intake: booked through this form alone. numbered: each attendee gets the number after '
  'last_number with the seat; called_number is the one called last. taken counts seats that are '
  'booked, offered to the waiting list or saved for somebody on it. waiting: how many entries wait; '
  'list_takes_from: as soon as so many seats are free they are the list''s, and nobody else may book '
  'them. list_over_at: when the list ended. guest_of: the lesson whose freed seats these are; given to '
  'its list alone. lessons_turn moves on when a lesson is moved or cancelled, so that a booking that was '
  'under way notices it.';

alter table changlai.occurrence
  drop constraint occurrence_once,
  add column guest_of changlai.centre_key,
  add constraint occurrence_guest_of foreign key (centre_id, guest_of)
    references changlai.occurrence (centre_id, occurrence_id);
create unique index occurrence_once
  on changlai.occurrence (centre_id, activity_id, original_starts_at) where guest_of is null;
create unique index occurrence_guests_once on changlai.occurrence (centre_id, guest_of)
  where guest_of is not null;
comment on table changlai.occurrence is
  'One lesson, lecture or visit; topic says what this one is about. original_starts_at is what the rule '
  'gave (RFC 5545 RECURRENCE-ID). guest_of: it is that lesson again, as the guests of it see it, and is '
  'shown to nobody else.';

alter table changlai.attendance
  add column freed boolean not null default false;
create index attendance_to_free on changlai.attendance (centre_id, occurrence_id)
  where mark = 'excused' and not freed;
comment on table changlai.attendance is
  'How it stands with an attendee and one lesson; no row where nothing is known. marked_at is when they '
  'were there, as the phone that saw it says. marked_by is the staff or volunteer; null for the attendee '
  'or their relative, and for the clock. freed: the seat is one of those for guests of this lesson.';

create table changlai.lesson_change (
  centre_id text not null,
  occurrence_id changlai.centre_key not null,
  number integer not null,
  kind text not null,
  changed_at timestamptz not null,
  changed_by uuid not null,
  from_starts_at timestamptz not null,
  from_ends_at timestamptz not null,
  from_place text not null,
  from_state text not null,
  to_starts_at timestamptz,
  to_ends_at timestamptz,
  to_place text,
  reason text not null,
  constraint lesson_change_pkey primary key (centre_id, occurrence_id, number),
  constraint lesson_change_of_occurrence foreign key (centre_id, occurrence_id)
    references changlai.occurrence (centre_id, occurrence_id),
  constraint lesson_change_by foreign key (changed_by) references changlai.person (person_id),
  constraint lesson_change_number check (number >= 1),
  constraint lesson_change_kind check (kind in ('moved', 'cancelled')),
  constraint lesson_change_from
    check (from_ends_at > from_starts_at and from_state in ('scheduled', 'rescheduled', 'cancelled')),
  constraint lesson_change_to
    check ((to_starts_at is null) = (kind = 'cancelled') and (to_ends_at is null) = (kind = 'cancelled')
      and (to_place is null) = (kind = 'cancelled') and to_ends_at > to_starts_at),
  constraint lesson_change_reason check (length(reason) between 2 and 60)
);
comment on table changlai.lesson_change is
  'That staff (changed_by) moved or cancelled a lesson, from what to what and why: everybody who has a '
  'seat reads the reason. Rows are added and never changed.';
create index lesson_change_by on changlai.lesson_change (changed_by);

create table changlai.notice (
  centre_id text not null,
  notice_id changlai.centre_key not null,
  person_id uuid not null,
  kind text not null,
  booking_id changlai.centre_key,
  occurrence_id changlai.centre_key,
  change_number integer,
  facts jsonb not null,
  made_at timestamptz not null,
  read_at timestamptz,
  constraint notice_pkey primary key (centre_id, notice_id),
  constraint notice_of_person foreign key (person_id) references changlai.person (person_id),
  constraint notice_of_booking foreign key (centre_id, booking_id)
    references changlai.booking (centre_id, booking_id),
  constraint notice_of_change foreign key (centre_id, occurrence_id, change_number)
    references changlai.lesson_change (centre_id, occurrence_id, number),
  constraint notice_id check (starts_with(notice_id, centre_id || '.')),
  constraint notice_kind check (kind in ('lesson-moved', 'lesson-cancelled')),
  constraint notice_of_lesson
    check (kind not in ('lesson-moved', 'lesson-cancelled')
      or (booking_id is not null and occurrence_id is not null and change_number is not null)),
  constraint notice_facts check (jsonb_typeof(facts) = 'object' and length(facts::text) <= 8000),
  constraint notice_read check (read_at >= made_at)
);
comment on table changlai.notice is
  'What a person is to be told, written with what it is about; whatever sends messages reads it here. '
  'facts: beside the rows that it names, and without a name or a private word.';
create unique index notice_once
  on changlai.notice (centre_id, occurrence_id, change_number, person_id);
create index notice_of_person on changlai.notice (person_id, made_at desc, notice_id);
create index notice_unread on changlai.notice (person_id) where read_at is null;
create index notice_of_booking on changlai.notice (centre_id, booking_id);
`
